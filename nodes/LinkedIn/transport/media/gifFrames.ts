/**
 * Counts the frames of a GIF from chunks of any size: goes over its blocks, skips all pixels and keeps nothing.
 * @see the GIF89a specification, Appendix A
 */

/** What the next relevant byte is, or what ends with it. */
type Expects = 'header' | 'block' | 'label' | 'image' | 'codeSize' | 'subBlock' | 'nothing';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
/** Bytes before the one with the size of the colour table, and from there to the table. */
const BEFORE_FLAGS = { header: 10, image: 8 };
const AFTER_FLAGS = { header: 2, image: 0 };

export class GifFrames {
	frames = 0;
	private expects: Expects = 'header';
	private toSkip = BEFORE_FLAGS.header;

	/** No frame follows. */
	get isDone(): boolean {
		return this.expects === 'nothing';
	}

	push(chunk: Uint8Array): void {
		let at = 0;
		while (this.expects !== 'nothing') {
			const skipped = Math.min(this.toSkip, chunk.length - at);
			this.toSkip -= skipped;
			at += skipped;
			if (at >= chunk.length) return;
			this.read(chunk[at]);
			at += 1;
		}
	}

	private read(byte: number): void {
		switch (this.expects) {
			case 'header':
				this.toSkip = AFTER_FLAGS.header + colorTableBytes(byte);
				this.expects = 'block';
				break;
			case 'block':
				this.expects = byte === EXTENSION ? 'label' : byte === IMAGE ? 'image' : 'nothing';
				if (byte === IMAGE) this.toSkip = BEFORE_FLAGS.image;
				break;
			case 'image':
				this.frames += 1;
				this.toSkip = AFTER_FLAGS.image + colorTableBytes(byte);
				this.expects = 'codeSize';
				break;
			case 'label':
			case 'codeSize':
				this.expects = 'subBlock';
				break;
			default:
				this.toSkip = byte;
				if (byte === 0) this.expects = 'block';
		}
	}
}

function colorTableBytes(flags: number): number {
	return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}
