/** Where the media of a post comes from: files of the item, and media that LinkedIn has already. */
import type { IDataObject } from 'n8n-workflow';

import type { Call } from '../../define';
import { entriesOf } from '../../fields';
import type { BinaryFile } from '../../../transport/binary';
import { InputError } from '../../../transport/inputError';
import { inspect, type Inspected } from '../../../transport/media/inspect';
import { checkLimits, MAX_GIF_FRAMES, type MediaKind } from '../../../transport/media/limits';
import { yieldToOthers } from '../../../transport/pause';
import { parseMediaUrn } from './entity';

/** A file that is within LinkedIn's limits. */
export interface CheckedFile {
	kind: MediaKind;
	file: BinaryFile;
	found: Inspected;
}

export type Source = CheckedFile | { kind: MediaKind; urn: string };

/**
 * The entries of a field that takes names of binary fields and URNs, mixed, in their order. Files are checked.
 * @param field as it is called above the field
 * @throws InputError for an entry that is neither, and for a file that LinkedIn would not take
 */
export async function sourcesOf(
	call: Call,
	value: unknown,
	field: string,
	kind: MediaKind,
): Promise<Source[]> {
	const sources: Source[] = [];
	for (const entry of entriesOf(value, field)) {
		sources.push(
			isUrn(entry)
				? { kind, urn: parseMediaUrn(entry, field, [kind]) }
				: await checkedFile(call, entry, field, kind),
		);
	}
	if (sources.length > 0) return sources;
	throw new InputError(
		field,
		`${field} is empty`,
		'Give the name of the binary field that holds the file, e.g. data.',
	);
}

/** Names of binary fields have neither of these. */
export function isUrn(entry: string): boolean {
	return /[:/]/.test(entry);
}

/**
 * A file of the item, held against LinkedIn's limits before any call.
 * @throws InputError
 */
export async function checkedFile(
	call: Call,
	property: string,
	field: string,
	kind: MediaKind,
): Promise<CheckedFile> {
	const file = await call.binary(property, field);
	const found = await inspect(file, MAX_GIF_FRAMES, yieldToOthers);
	const name = file.fileName ? `"${file.fileName}" in ${property}` : `The file in "${property}"`;
	checkLimits(kind, { ...found, sizeBytes: file.sizeBytes, fileName: file.fileName }, field, name);
	return { kind, file, found };
}

/** What is known of a source before it is sent, for Validate Only. */
export function describeSource(source: Source): IDataObject {
	if ('urn' in source) return { kind: source.kind, urn: source.urn };
	const { file, found, kind } = source;
	return {
		kind,
		binaryField: file.property,
		fileName: file.fileName ?? null,
		bytes: file.sizeBytes,
		...found,
	};
}
