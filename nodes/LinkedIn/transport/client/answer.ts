/**
 * Reads the body of an answer as it arrives, so that an endless one is aborted at the limit. The result is what n8n's
 * client returns for a body it reads itself: parsed JSON, anything else as text.
 */

export type Body =
	| { kind: 'whole'; value: unknown }
	/** It was cut off or couldn't be decompressed. */
	| { kind: 'cut' }
	| { kind: 'tooLarge' };

type Stream = AsyncIterable<Uint8Array> & { destroy?(): unknown };

export function isStream(body: unknown): body is Stream {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

/**
 * Reads a body to its end, or aborts it, which closes the connection.
 * @param body from n8n's client; if it's already read, it's returned unchanged
 * @param mostBytes maximum size, decompressed
 */
export async function readBody(body: unknown, mostBytes: number): Promise<Body> {
	if (!isStream(body)) return { kind: 'whole', value: body };
	const chunks: Uint8Array[] = [];
	let sizeBytes = 0;
	try {
		for await (const chunk of body) {
			sizeBytes += chunk.length;
			if (sizeBytes > mostBytes) return { kind: 'tooLarge' };
			chunks.push(chunk);
		}
	} catch {
		return { kind: 'cut' };
	}
	return { kind: 'whole', value: valueOf(Buffer.concat(chunks, sizeBytes).toString('utf8')) };
}

const BYTE_ORDER_MARK = '\uFEFF';

function valueOf(written: string): unknown {
	const text = written.startsWith(BYTE_ORDER_MARK) ? written.slice(1) : written;
	if (text === '') return text;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
