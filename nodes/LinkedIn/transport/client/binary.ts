/**
 * A file from a previous node, read from n8n's binary store in chunks. n8n 1.x keeps files in memory by default; these
 * are read the same way, as one Buffer.
 */
import { createHash } from 'crypto';
import type { IBinaryData, IExecutePaginationFunctions, IExecuteSingleFunctions } from 'n8n-workflow';

import { InputError } from '../errors/inputError';
import { yieldToOthers } from '../limits/sleep';
import type { StreamedBody } from '../media/streamedBody';
import { hasFilesBeside, type ItemHost } from '../run/neighbours';

type StoredStream = Awaited<ReturnType<IExecuteSingleFunctions['helpers']['getBinaryStream']>>;

/** What n8n's HTTP client accepts as a binary body. */
export type Bytes = Buffer | StoredStream | StreamedBody;

export interface BinaryFile {
	/** The binary field it came in, or where it was fetched from, as far as that may be shown. */
	property: string;
	/** From a web address. */
	isFromWeb?: true;
	/** The server calls it a web page. */
	isWebPage?: true;
	/** Not fetched, because nothing may be sent; its size and bytes aren't known. */
	isUnseen?: true;
	fileName: string | undefined;
	sizeBytes: number;
	/** The same for identical content within a run. */
	key: string;
	/**
	 * The bytes from the start, each chunk valid until the next is requested. Ending early closes the store's stream.
	 */
	chunks(): AsyncIterable<Uint8Array>;
	/**
	 * Reads any piece directly if the bytes are in memory.
	 * @param start a multiple of 3
	 * @returns how many bytes were written
	 */
	readInto?(start: number, into: Buffer): number;
	/** The whole file, to be sent once. @throws InputError if n8n's store no longer has it */
	open(): Promise<Bytes>;
}

/** Twice n8n's own size: each chunk costs a turn of the event loop. */
const CHUNK_BYTES = 131_072;

type Host = Pick<IExecutePaginationFunctions, 'helpers' | 'getInputData'> & ItemHost;

/** @returns the names of the item's binary fields, in order; with n8n's files in the JSON, the paths to them */
export function binaryNames(host: Host): string[] {
	const { binary, json } = host.getInputData();
	const fields = Object.keys(binary ?? {});
	if (fields.length > 0) return fields;
	return Object.entries(json)
		.flatMap(([name, value]) =>
			Array.isArray(value)
				? value.map((entry: unknown, at) => ({ path: `${name}[${at}]`, entry }))
				: [{ path: name, entry: value as unknown }],
		)
		.filter(({ path, entry }) => mayBeFile(entry) && find(host, path) !== undefined)
		.map(({ path }) => path);
}

function mayBeFile(value: unknown): boolean {
	return typeof value === 'object' && value !== null && 'mimeType' in value;
}

/**
 * @param property name of the item's binary field
 * @param field label of the node's field, for the error
 * @throws InputError if the item doesn't have such a field, or n8n's store no longer has the file
 */
export async function openBinary(host: Host, property: string, field: string): Promise<BinaryFile> {
	const data = find(host, property);
	if (!data) throw missing(host, property, field);
	const { id, fileName } = data;
	if (!id) return await inItem(data.data, { property, fileName });
	const open = async () => (await fromStore(() => host.helpers.getBinaryStream(id))) ?? lost(property, field);
	const metadata = (await fromStore(() => host.helpers.getBinaryMetadata(id))) ?? lost(property, field);
	const chunks = async function* () {
		const stored = await fromStore(() => host.helpers.getBinaryStream(id, CHUNK_BYTES));
		for await (const chunk of (stored ?? lost(property, field)) as AsyncIterable<Uint8Array>) {
			yield chunk;
			giveBack(chunk);
		}
	};
	return { property, fileName, sizeBytes: metadata.fileSize, key: id, chunks, open };
}

/** Base64 has four characters for three bytes. */
const [GROUP_CHARACTERS, GROUP_BYTES] = [4, 3];
/** Whole groups of four, about as many bytes as a chunk from the store. */
const SLICE_CHARACTERS = 174_760;
/** Base64 with line breaks has them from the start. */
const LOOKED_AT_CHARACTERS = 4_096;

/**
 * A file whose bytes are in the item. Only the requested part is decoded, in slices: decoding or allocating 100 MB at
 * once would block n8n for half a second.
 */
async function inItem(
	data: string,
	{ property, fileName }: Pick<BinaryFile, 'property' | 'fileName'>,
): Promise<BinaryFile> {
	const base64 = /\s/.test(data.slice(0, LOOKED_AT_CHARACTERS)) ? data.replace(/\s/g, '') : data;
	const sizeBytes = Buffer.byteLength(base64, 'base64');
	const hash = createHash('sha256');
	for (let start = 0; start < base64.length; start += SLICE_CHARACTERS) {
		if (start > 0) await yieldToOthers();
		hash.update(base64.slice(start, start + SLICE_CHARACTERS));
	}
	const readInto = (start: number, into: Buffer) => {
		const from = (start / GROUP_BYTES) * GROUP_CHARACTERS;
		const groups = Math.ceil(into.length / GROUP_BYTES);
		return into.write(base64.slice(from, from + groups * GROUP_CHARACTERS), 'base64');
	};
	const chunks = async function* () {
		const chunk = Buffer.allocUnsafe((SLICE_CHARACTERS / GROUP_CHARACTERS) * GROUP_BYTES);
		for (let start = 0; start < base64.length; start += SLICE_CHARACTERS) {
			yield chunk.subarray(0, chunk.write(base64.slice(start, start + SLICE_CHARACTERS), 'base64'));
		}
	};
	const open = async () => {
		const bytes = Buffer.allocUnsafe(sizeBytes);
		let length = 0;
		for (let start = 0; start < base64.length; start += SLICE_CHARACTERS) {
			if (start > 0) await yieldToOthers();
			length += bytes.write(base64.slice(start, start + SLICE_CHARACTERS), length, 'base64');
		}
		return bytes.subarray(0, length);
	};
	return { property, fileName, sizeBytes, key: hash.digest('hex'), readInto, chunks, open };
}

/**
 * Frees the memory of a chunk immediately. Otherwise V8, which counts it as its own, goes through n8n's whole heap
 * every few megabytes of a large file, which takes as long as sending it. Only chunks that n8n's store has read from
 * disk for this stream are freed; chunks of other sizes may share their memory. Node has `transfer` since version 21.
 */
function giveBack({ byteLength, buffer }: Uint8Array): void {
	if (byteLength !== CHUNK_BYTES || buffer.byteLength !== CHUNK_BYTES) return;
	(buffer as { transfer?: (byteLength: number) => unknown }).transfer?.(0);
}

function find(host: Host, property: string): IBinaryData | undefined {
	try {
		// Not read from the item itself: n8n 2.x may store files elsewhere in it.
		return host.helpers.assertBinaryData(property);
	} catch {
		return undefined;
	}
}

async function fromStore<T>(read: () => Promise<T>): Promise<T | undefined> {
	try {
		return await read();
	} catch {
		return undefined;
	}
}

function lost(property: string, field: string): never {
	throw new InputError(
		field,
		`n8n no longer has the file of the binary field "${property}"`,
		'Run the workflow again from the step that creates the file.',
	);
}

function missing(host: Host, property: string, field: string): InputError {
	const present = binaryNames(host);
	const wayOut =
		present.length > 0
			? `It has ${present.map((name) => `"${name}"`).join(', ')}. Use one of these, or the URN of uploaded media.`
			: 'It has no files. Add a step that creates one, e.g. Read/Write Files from Disk, or use the URN of uploaded media.';
	return new InputError(
		field,
		`The item has no binary field "${property}"`,
		hasFilesBeside(host)
			? `${wayOut} If it's in another item, put the files into one item first (Aggregate).`
			: wayOut,
	);
}
