/**
 * A file from a web address, fetched with n8n's own HTTP client, so that its proxy, address guard, allowed domains and
 * cancellation apply, and never with the credential.
 *
 * What is checked is what is uploaded: a file is read once and kept, or compared when it's fetched again.
 */
import { createHash } from 'crypto';

import type { BinaryFile } from '../client/binary';
import { StreamedBody } from '../media/streamedBody';
import type { HeldBytes } from '../run/heldBytes';
import { openAnswer, type Fetched, type Fetching } from './follow';
import { changed, tooLarge, withoutLength } from './fetchErrors';
import type { Wanted } from './wanted';
import { fileNameIn, shownAddress } from './webAddress';

/** Up to here, a second fetch would cost more than the memory. */
const READ_WHOLE_BYTES = 16 * 1_048_576;
/** First bytes by which a file is recognized when it's fetched again; its type is in the first few. */
const COMPARED_BYTES = 65_536;

/**
 * Fetches a file, or the beginning of a large one that is streamed.
 * @param held keeps the bytes of whole files
 * @throws LinkedInError if it can't be fetched
 */
export async function fetchFile(fetching: Fetching, wanted: Wanted, held: HeldBytes): Promise<BinaryFile> {
	const answer = await openAnswer(fetching, wanted);
	const { streams, mostBytes } = wanted;
	if (streams === 'always' && answer.sizeBytes === undefined) {
		answer.close();
		throw withoutLength(wanted);
	}
	const isLong = (answer.sizeBytes ?? 0) > READ_WHOLE_BYTES;
	if (streams && isLong && (answer.sizeBytes ?? 0) <= mostBytes) {
		return await streamedFile(fetching, wanted, answer);
	}
	return await wholeFile(
		fetching,
		{ ...wanted, mostBytes: Math.min(mostBytes, MOST_WHOLE_BYTES) },
		answer,
		held,
	);
}

/** Nothing larger is read whole, whatever its kind. */
const MOST_WHOLE_BYTES = 104_857_600;

function described({ address }: Wanted, { url, headers }: Fetched) {
	return {
		property: shownAddress(address),
		fileName: fileNameIn(url),
		isFromWeb: true as const,
		...(/^\s*(text\/html|application\/xhtml)/i.test(headers['content-type'] ?? '') && {
			isWebPage: true as const,
		}),
	};
}

async function wholeFile(
	fetching: Fetching,
	wanted: Wanted,
	answer: Fetched,
	held: HeldBytes,
): Promise<BinaryFile> {
	const { bytes, key } = await readWhole(wanted, answer);
	held.set(key, bytes);
	const { length: sizeBytes } = bytes;
	const open = async () => {
		const known = held.get(key);
		if (known) return known;
		const again = await readWhole(wanted, await openAnswer(fetching, wanted));
		if (again.key !== key) throw changed(wanted);
		held.set(key, again.bytes);
		return again.bytes;
	};
	const chunks = async function* () {
		const whole = await open();
		for (let at = 0; at < sizeBytes; at += COMPARED_BYTES) yield whole.subarray(at, at + COMPARED_BYTES);
	};
	return { ...described(wanted, answer), sizeBytes, key, chunks, open };
}

const FIRST_BYTES = 262_144;

async function readWhole(wanted: Wanted, answer: Fetched): Promise<{ bytes: Buffer; key: string }> {
	const { mostBytes } = wanted;
	if ((answer.sizeBytes ?? 0) > mostBytes) {
		answer.close();
		throw tooLarge(wanted);
	}
	const hash = createHash('sha256');
	// The length may be wrong, e.g. if the answer is compressed although this wasn't asked for.
	let bytes = Buffer.allocUnsafe(answer.sizeBytes ?? FIRST_BYTES);
	let length = 0;
	for await (const chunk of answer.chunks()) {
		const end = length + chunk.length;
		if (end > mostBytes) throw tooLarge(wanted);
		if (end > bytes.length) {
			const larger = Buffer.allocUnsafe(Math.min(Math.max(end, bytes.length * 2), mostBytes));
			bytes.copy(larger, 0, 0, length);
			bytes = larger;
		}
		bytes.set(chunk, length);
		hash.update(chunk);
		length = end;
	}
	return { bytes: bytes.subarray(0, length), key: hash.digest('hex') };
}

async function streamedFile(fetching: Fetching, wanted: Wanted, first: Fetched): Promise<BinaryFile> {
	const sizeBytes = first.sizeBytes ?? 0;
	const head = await headOf(first);
	const again = async () => {
		const answer = await openAnswer(fetching, wanted);
		if (isSame(first, answer)) return answer;
		answer.close();
		throw changed(wanted);
	};
	const chunks = async function* () {
		const answer = await again();
		let at = 0;
		for await (const chunk of answer.chunks()) {
			const compared = Math.min(chunk.length, Math.max(0, head.length - at));
			const isOther = !head.subarray(at, at + compared).equals(chunk.subarray(0, compared));
			at += chunk.length;
			if (isOther || at > sizeBytes) throw changed(wanted);
			yield chunk;
		}
		if (at < sizeBytes) throw changed(wanted);
	};
	const { etag, 'last-modified': modified } = first.headers;
	const key = createHash('sha256').update(head);
	for (const part of [wanted.address.href, sizeBytes, etag, modified]) key.update(`\n${part ?? ''}`);
	return {
		...described(wanted, first),
		sizeBytes,
		key: key.digest('hex'),
		chunks,
		open: async () => new StreamedBody(sizeBytes, chunks),
	};
}

/**
 * A file that may not be fetched: nothing of it is known.
 * @param holdBack throws; called if its bytes are asked for
 */
export function unseenFile({ address }: Wanted, holdBack: () => void): BinaryFile {
	const refuse = async (): Promise<never> => {
		holdBack();
		throw new Error('Validate Only: the file was not fetched');
	};
	return {
		property: shownAddress(address),
		fileName: fileNameIn(address),
		isFromWeb: true,
		isUnseen: true,
		sizeBytes: 0,
		key: address.href,
		chunks: () => ({ [Symbol.asyncIterator]: () => ({ next: refuse }) }),
		open: refuse,
	};
}

async function headOf(answer: Fetched): Promise<Buffer> {
	const parts: Buffer[] = [];
	let length = 0;
	for await (const chunk of answer.chunks()) {
		parts.push(Buffer.from(chunk));
		length += chunk.length;
		if (length >= COMPARED_BYTES) break;
	}
	return Buffer.concat(parts, length);
}

/** What the server says about a file doesn't change as long as the file doesn't. */
function isSame(before: Fetched, now: Fetched): boolean {
	return (
		before.sizeBytes === now.sizeBytes &&
		before.headers.etag === now.headers.etag &&
		before.headers['last-modified'] === now.headers['last-modified']
	);
}
