/** A file that a field names: of the item, or at a web address. */
import type { BinaryFile } from '../../../transport/client/binary';
import { InputError } from '../../../transport/errors/inputError';
import { isWebAddress, readAddress, shownTyped } from '../../../transport/web/webAddress';
import type { Wanted } from '../../../transport/web/wanted';
import type { Call } from '../../operation';

/** How much of a web address's file is read, and how. */
export type Extent = Pick<Wanted, 'mostBytes' | 'streams'>;

/**
 * @param entry the name of a binary field, or a web address
 * @param field label of the field
 * @throws InputError for an unknown name and for an address that can't be used; LinkedInError if the file can't be
 * fetched, or the access policy doesn't allow to upload it
 */
export async function openFile(
	call: Call,
	entry: string,
	field: string,
	extent: Extent,
): Promise<BinaryFile> {
	if (!isWebAddress(entry)) return await call.binary(entry, field);
	const read = readAddress(entry);
	if (!read.ok) {
		const { what, way } = read.problem;
		throw new InputError(field, `The web address ${shownTyped(entry)} ${what}`, way);
	}
	// Nothing is fetched that couldn't be uploaded.
	call.linkedin.allow({ area: 'media', access: 'write' });
	return await call.linkedin.fetch({ address: read.url, field, ...extent });
}

/** How errors and notices name a file. */
export function nameOf({ fileName, isFromWeb, property }: BinaryFile): string {
	if (isFromWeb) return property;
	return fileName ? `"${fileName}" in ${property}` : `The file in "${property}"`;
}

/** Where a file is from, after its kind: `the image in "data"`. */
export function originOf({ isFromWeb, property }: BinaryFile): string {
	return isFromWeb ? `from ${property}` : `in "${property}"`;
}
