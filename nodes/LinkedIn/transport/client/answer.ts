/**
 * The body of an answer, read as it comes, so that one without end is left at the limit. What comes out is what n8n's
 * client makes of a body that it reads itself: JSON as its value, anything else as text.
 */

export type Body =
	| { kind: 'whole'; value: unknown }
	/** It broke off, or could not be unpacked. */
	| { kind: 'cut' }
	| { kind: 'tooLarge' };

type Stream = AsyncIterable<Uint8Array> & { destroy?(): unknown };

export function isStream(body: unknown): body is Stream {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

/**
 * Reads a body to its end, or leaves it, which closes the connection.
 * @param body as n8n's client hands it over; one that it has read already stays as it is
 * @param mostBytes of the body, unpacked
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
