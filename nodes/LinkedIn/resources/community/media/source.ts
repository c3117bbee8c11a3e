/** Where the media of a post comes from: files of the item or the web, and media that LinkedIn has already. */
import type { IDataObject } from 'n8n-workflow';

import type { BinaryFile } from '../../../transport/client/binary';
import { InputError } from '../../../transport/errors/inputError';
import { yieldToOthers } from '../../../transport/limits/sleep';
import { inspect, mediaTypeOf, type Inspected } from '../../../transport/media/inspect';
import {
	checkLimits,
	isOfKind,
	MAX_GIF_FRAMES,
	MOST_FETCHED_BYTES,
	wantedTypes,
	type MediaKind,
} from '../../../transport/media/limits';
import { isWebAddress } from '../../../transport/web/webAddress';
import type { Call } from '../../operation';
import { parseMediaUrn } from './entity';
import { mediaEntriesOf } from './entries';
import { nameOf, openFile } from './openFile';

/** A file that is within LinkedIn's limits. */
export interface CheckedFile {
	kind: MediaKind;
	file: BinaryFile;
	found: Inspected;
}

export type MediaSource = CheckedFile | { kind: MediaKind; urn: string };

/** The media a field stands for. */
export interface FieldMedia<S = MediaSource> {
	sources: S[];
	/** What was left out, and what may go wrong with the rest. */
	notice?: string;
}

/**
 * The media a field names; if it's empty, all files of the item with content of this kind, in order.
 * @param field its label
 * @param used binary fields used for something else, such as captions
 * @throws InputError as sourcesOf, and if there is no such file
 */
export async function fieldMediaOf(
	call: Call,
	value: unknown,
	field: string,
	kind: MediaKind,
	used: string[] = [],
): Promise<FieldMedia> {
	const entries = entriesIn(call, value, field);
	if (entries.length === 0) return await fittingFiles(call, field, kind, used);
	return withNotice(await mediaSourcesOf(call, entries, field, kind));
}

/** As many as the pages of a carousel; more would be a mistake, and each is fetched. */
const MOST_ADDRESSES = 300;

/** @throws InputError */
function entriesIn(call: Call, value: unknown, field: string): string[] {
	const entries = mediaEntriesOf(value, field, call.binaryNames());
	const addresses = entries.filter(isWebAddress).length;
	if (addresses <= MOST_ADDRESSES) return entries;
	throw new InputError(
		field,
		`There are ${addresses} web addresses; at most ${MOST_ADDRESSES} are fetched for an item`,
		'Divide them into several items.',
	);
}

/** An encrypted file can't be checked, and LinkedIn may not be able to read it. */
function withNotice<S extends MediaSource>(sources: S[], leftOut?: string): FieldMedia<S> {
	const encrypted = sources.flatMap((source) =>
		'file' in source && source.found.isEncrypted ? [nameOf(source.file)] : [],
	);
	const notices = [
		leftOut,
		encrypted.length > 0
			? `${listed(encrypted)} is encrypted: if LinkedIn can't show it, save it without a password.`
			: undefined,
	].filter((text) => text !== undefined);
	return { sources, ...(notices.length > 0 && { notice: notices.join(' ') }) };
}

/** As mediaOf, for a field that doesn't accept URNs. @throws InputError as mediaOf */
export async function filesOf(
	call: Call,
	value: unknown,
	field: string,
	kind: MediaKind,
	used: string[] = [],
): Promise<FieldMedia<CheckedFile>> {
	const entries = entriesIn(call, value, field);
	if (entries.length === 0) return await fittingFiles(call, field, kind, used);
	const sources: CheckedFile[] = [];
	for (const entry of entries) sources.push(...(await namedFiles(call, entry, field, kind)));
	return withNotice(sources);
}

/**
 * The entries of a field that accepts names of binary fields, web addresses and URNs, mixed, in order. Files are checked.
 * @param field its label
 * @throws InputError for an entry that can't be used, and for a file that LinkedIn would refuse
 */
export async function mediaSourcesOf(
	call: Call,
	value: unknown,
	field: string,
	kind: MediaKind,
): Promise<MediaSource[]> {
	const sources: MediaSource[] = [];
	for (const entry of entriesIn(call, value, field)) {
		if (isUrn(entry) && !isWebAddress(entry))
			sources.push({ kind, urn: parseMediaUrn(entry, field, [kind]) });
		else sources.push(...(await namedFiles(call, entry, field, kind)));
	}
	return sources;
}

/**
 * A form field with several files becomes `Pictures_0`, `Pictures_1` and so on; its own name stands for all of them.
 */
async function namedFiles(call: Call, entry: string, field: string, kind: MediaKind): Promise<CheckedFile[]> {
	const names = call.binaryNames();
	const numbered = names.includes(entry)
		? []
		: names.filter((name) => name.startsWith(`${entry}_`) && /^\d+$/.test(name.slice(entry.length + 1)));
	const files: CheckedFile[] = [];
	for (const property of numbered.length > 0 ? numbered : [entry]) {
		files.push(await checkedFile(call, property, field, kind));
	}
	return files;
}

/** A single file is checked against the limits whatever its type, because that gives the clearest error. */
async function fittingFiles(
	call: Call,
	field: string,
	kind: MediaKind,
	used: string[],
): Promise<FieldMedia<CheckedFile>> {
	const names = call.binaryNames().filter((name) => !used.includes(name));
	if (names.length === 0) throw noFile(field);
	if (names.length === 1) return withNotice([await checkedFile(call, names[0], field, kind)]);
	const sources: CheckedFile[] = [];
	const others: string[] = [];
	for (const name of names) {
		const file = await call.binary(name, field);
		const told = await mediaTypeOf(file, yieldToOthers);
		// An empty file may belong to the post, and the files of a post can't be changed later.
		if (file.sizeBytes === 0) await checked(file, field, kind);
		if (isOfKind(kind, { ...told, fileName: file.fileName })) sources.push(await checked(file, field, kind));
		else others.push(`"${name}" (${told.type?.toUpperCase() ?? 'unknown type'})`);
	}
	const types = wantedTypes(kind);
	if (sources.length === 0) {
		throw new InputError(
			field,
			`The item has no ${types}, only ${listed(others)}`,
			`LinkedIn takes ${types} here. Convert a file, or choose the type that fits the files.`,
		);
	}
	if (others.length === 0) return withNotice(sources);
	return withNotice(sources, `Files of the item that aren't ${types} were left out: ${listed(others)}.`);
}

const MOST_LISTED = 10;

function listed(names: string[]): string {
	const more = names.length - MOST_LISTED;
	return names.slice(0, MOST_LISTED).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function noFile(field: string): InputError {
	return new InputError(
		field,
		`${field} is empty, and the item has no file`,
		'Connect a node that outputs a file, e.g. n8n Form or Read/Write Files from Disk, or check why it output none.',
	);
}

/** Names of binary fields contain neither of these, and none starts like an encoded URN. */
export function isUrn(entry: string): boolean {
	return /[:/]|^urn%/i.test(entry);
}

/** The pages of a document are counted all over the file, so it's read whole. */
const STREAMS = { image: 'ifTold', video: 'always', document: undefined } as const;

/**
 * A file of the item or the web, checked against LinkedIn's limits before any call to LinkedIn.
 * @param entry name of the binary field, or the web address
 * @throws InputError, and as openFile
 */
export async function checkedFile(
	call: Call,
	entry: string,
	field: string,
	kind: MediaKind,
): Promise<CheckedFile> {
	const extent = { mostBytes: MOST_FETCHED_BYTES[kind], streams: STREAMS[kind] };
	return await checked(await openFile(call, entry, field, extent), field, kind);
}

async function checked(file: BinaryFile, field: string, kind: MediaKind): Promise<CheckedFile> {
	if (file.isUnseen) return { kind, file, found: { type: undefined } };
	const found = await inspect(file, MAX_GIF_FRAMES, yieldToOthers);
	if (file.isWebPage && !found.type) throw webPage(file, field, kind);
	checkLimits(kind, { ...found, sizeBytes: file.sizeBytes, fileName: file.fileName }, field, nameOf(file));
	return { kind, file, found };
}

/** Often the page that shows the file, or one that asks to sign in. */
function webPage(file: BinaryFile, field: string, kind: MediaKind): InputError {
	return new InputError(
		field,
		`${nameOf(file)} is a web page, not ${kind === 'image' ? 'an' : 'a'} ${kind}`,
		`Enter the address of the ${kind} itself, which opens without signing in.`,
	);
}

/** What is known about a source before it's sent, for Validate Only. */
export function describeSource(source: MediaSource): IDataObject {
	if ('urn' in source) return { kind: source.kind, urn: source.urn };
	const { file, kind } = source;
	const found: IDataObject = { ...source.found };
	// Only for the limits.
	delete found.isTypeSure;
	return {
		kind,
		...(file.isFromWeb ? { address: file.property } : { binaryField: file.property }),
		fileName: file.fileName ?? null,
		bytes: file.isUnseen ? null : file.sizeBytes,
		...found,
	};
}
