/**
 * Compresses and decompresses in chunks with the streams that Node offers without a module. The work is done in another
 * thread, and no more than a few chunks are in memory, however much a small input expands.
 * @see https://compression.spec.whatwg.org: `deflate` is the zlib format
 */
import { settled } from '../../flow/settled';
import { damaged } from './imageFile';

interface Transform {
	readable: { getReader(): { read(): Promise<{ done: boolean; value?: unknown }> } };
	writable: { getWriter(): { write(chunk: Uint8Array): Promise<void>; close(): Promise<void> } };
}

/** @throws UnfitImage for damaged data, and what the input throws */
export function inflated(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	return through(new DecompressionStream('deflate'), input);
}

/** The same chunks always give the same bytes. @throws what the input throws */
export function deflated(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	return through(new CompressionStream('deflate'), input);
}

/** @param input chunks that stay valid: they are read in another thread */
async function* through(
	{ readable, writable }: Transform,
	input: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
	const reader = readable.getReader();
	let stop: () => void = () => undefined;
	const stopped = new Promise<void>((resolve) => (stop = resolve));
	const feeding = feed(writable.getWriter(), input, stopped);
	try {
		for (;;) {
			const read = await settled(async () => await reader.read());
			if (!read.ok || read.value.done) {
				stop();
				const fed = await feeding;
				if (!fed.ok) throw fed.failure;
				if (!read.ok) throw damaged();
				return;
			}
			yield read.value.value as Uint8Array;
		}
	} finally {
		// The stream isn't cancelled: left alone it waits, and is collected as garbage.
		stop();
		await feeding;
	}
}

/**
 * A refused chunk means damaged data, which the reader learns.
 * @param stopped ends the feeding when nobody reads any more
 * @returns never rejects; a failure is that of the input
 */
async function feed(
	writer: { write(chunk: Uint8Array): Promise<void>; close(): Promise<void> },
	input: AsyncIterable<Uint8Array>,
	stopped: Promise<void>,
) {
	const fed = await settled(async () => {
		for await (const chunk of input) {
			const written = settled(async () => await writer.write(chunk));
			const result = await Promise.race([written, stopped]);
			if (!result?.ok) return;
		}
	});
	// A failed input ends the output as well, as damaged data would.
	const closing = settled(async () => await writer.close());
	await Promise.race([closing, stopped]);
	return fed;
}
