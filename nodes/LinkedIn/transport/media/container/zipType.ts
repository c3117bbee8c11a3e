/**
 * The type of a ZIP file, by the names of its entries.
 * @see APPNOTE.TXT, 4.3.12 (central directory), 4.3.16 (its end); ECMA-376 part 2 (Office)
 */
import type { ByteRanges } from '../byteRanges';
import type { FileType } from '../fileType';
import type { Slices } from '../slices';

/** The end of the directory, and a comment after it. */
const TAIL_BYTES = 65_557;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
/** Documents for LinkedIn have far fewer parts. */
const LONGEST_DIRECTORY_BYTES = 1_048_576;
const LONGEST_NAME_BYTES = 128;
/** Larger than any document that LinkedIn accepts, and its end may take long to reach. */
const LARGEST_FILE_BYTES = 104_857_600;

/** The first that contains a name decides. Office files may contain others, so they come first. */
const HOLDING: Array<[FileType, RegExp]> = [
	['officeXml', /^(?:word|ppt)\//],
	['excel', /^xl\//],
	['visio', /^visio\//],
	['iWork', /^index(?:\.zip$|\.apxl|\/.*\.iwa$)/],
	['epub', /^meta-inf\/container\.xml$/],
	['openDocument', /^meta-inf\/manifest\.xml$/],
];
/** Every Office file has it. */
const OFFICE_PART = '[content_types].xml';

/** @returns undefined if it isn't certain */
export async function zipTypeOf(ranges: ByteRanges, slices: Slices): Promise<FileType | undefined> {
	if (ranges.sizeBytes > LARGEST_FILE_BYTES) return undefined;
	const tail = await ranges.read(Math.max(0, ranges.sizeBytes - TAIL_BYTES), TAIL_BYTES);
	const end = tail?.lastIndexOf('PK\x05\x06', undefined, 'latin1') ?? -1;
	if (!tail || end < 0 || end + END_BYTES > tail.length) return undefined;
	const count = tail.readUInt16LE(end + 10);
	const size = tail.readUInt32LE(end + 12);
	const start = tail.readUInt32LE(end + 16);
	if (count === 0 || size > LONGEST_DIRECTORY_BYTES) return undefined;
	const directory = await ranges.read(start, size);
	await slices.did(size);
	const names = directory && namesIn(directory, count);
	if (!names) return undefined;
	const [type] = HOLDING.find(([, holds]) => names.some((name) => holds.test(name))) ?? [];
	return type ?? (names.includes(OFFICE_PART) ? undefined : 'zip');
}

/** @returns undefined if the directory doesn't have as many entries as it says */
function namesIn(directory: Buffer, count: number): string[] | undefined {
	const names: string[] = [];
	let at = 0;
	while (names.length < count) {
		if (directory.toString('latin1', at, at + 4) !== 'PK\x01\x02' || at + ENTRY_BYTES > directory.length) {
			return undefined;
		}
		const length = directory.readUInt16LE(at + 28);
		const name = directory.toString(
			'latin1',
			at + ENTRY_BYTES,
			at + ENTRY_BYTES + Math.min(length, LONGEST_NAME_BYTES),
		);
		names.push(name.replaceAll('\\', '/').toLowerCase());
		at += ENTRY_BYTES + length + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
	}
	return names;
}
