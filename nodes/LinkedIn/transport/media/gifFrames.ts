/**
 * Counts the frames of a GIF as it passes by, in chunks of any size: a walk over its blocks that skips all pixels.
 * @see the GIF89a specification, Appendix A
 */

/** What the next bytes are. */
type Expects = 'header' | 'block' | 'extension' | 'image' | 'pixels' | 'subBlock' | 'nothing';

const HEADER_BYTES = 13;
const IMAGE_DESCRIPTOR_BYTES = 9;
const EXTENSION = 0x21;
const IMAGE = 0x2c;

export class GifFrames {
	frames = 0;
	private expects: Expects = 'header';
	private toSkip = 0;
	private pending = Buffer.alloc(0);

	push(chunk: Uint8Array): void {
		let rest = Buffer.concat([this.pending, chunk]);
		for (;;) {
			const skipped = Math.min(this.toSkip, rest.length);
			this.toSkip -= skipped;
			rest = rest.subarray(skipped);
			const needed = BYTES_OF[this.expects];
			if (this.toSkip > 0 || needed === 0 || rest.length < needed) break;
			this.read(rest.subarray(0, needed));
			rest = rest.subarray(needed);
		}
		this.pending = this.expects === 'nothing' ? Buffer.alloc(0) : Buffer.from(rest);
	}

	private read(bytes: Buffer): void {
		switch (this.expects) {
			case 'header':
				this.toSkip = colorTableBytes(bytes[10]);
				this.expects = 'block';
				break;
			case 'block':
				this.expects = bytes[0] === EXTENSION ? 'extension' : bytes[0] === IMAGE ? 'image' : 'nothing';
				break;
			case 'image':
				this.frames += 1;
				this.toSkip = colorTableBytes(bytes[8]);
				this.expects = 'pixels';
				break;
			case 'extension':
			case 'pixels':
				this.expects = 'subBlock';
				break;
			default:
				this.toSkip = bytes[0];
				this.expects = bytes[0] === 0 ? 'block' : 'subBlock';
		}
	}
}

/** `pixels` is the byte before the pixels, `extension` the label; both are followed by sub-blocks. */
const BYTES_OF: Record<Expects, number> = {
	header: HEADER_BYTES,
	block: 1,
	extension: 1,
	image: IMAGE_DESCRIPTOR_BYTES,
	pixels: 1,
	subBlock: 1,
	nothing: 0,
};

function colorTableBytes(flags: number): number {
	return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}
