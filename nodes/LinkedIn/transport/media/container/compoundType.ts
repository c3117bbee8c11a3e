/**
 * The type of an older Office file, by its streams.
 * @see MS-CFB, 2.2 (header), 2.3 (FAT), 2.6 (directory)
 */
import type { ByteRanges } from '../byteRanges';
import type { FileType } from '../fileType';

const HEADER_BYTES = 512;
const FAT_SECTORS_AT = 0x4c;
const FAT_SECTORS_IN_HEADER = 109;
const LAST_SECTOR = 0xffff_fffa;
const ENTRY_BYTES = 128;
const MOST_DIRECTORY_SECTORS = 64;

/** Word and PowerPoint files may contain sheets and drawings, so they're checked first. */
const HOLDING: Array<[FileType, string[]]> = [
	['office', ['WordDocument', 'PowerPoint Document']],
	['excel', ['Workbook', 'Book']],
	['visio', ['VisioDocument']],
];

/** @returns undefined if it isn't certain */
export async function compoundTypeOf(ranges: ByteRanges): Promise<FileType | undefined> {
	const header = Buffer.from((await ranges.read(0, HEADER_BYTES)) ?? []);
	if (header.length < HEADER_BYTES) return undefined;
	const shift = header.readUInt16LE(0x1e);
	if (shift !== 9 && shift !== 12) return undefined;
	const sectorBytes = 2 ** shift;
	const names = new Set<string>();
	let sector = header.readUInt32LE(0x30);
	for (let left = MOST_DIRECTORY_SECTORS; sector < LAST_SECTOR; left -= 1) {
		const entries = left > 0 ? await ranges.read((sector + 1) * sectorBytes, sectorBytes) : undefined;
		if (!entries || entries.length < sectorBytes) return undefined;
		for (let at = 0; at < sectorBytes; at += ENTRY_BYTES) names.add(nameAt(entries, at));
		const next = await nextSector(ranges, header, sectorBytes, sector);
		if (next === undefined) return undefined;
		sector = next;
	}
	const [type] = HOLDING.find(([, streams]) => streams.some((name) => names.has(name))) ?? [];
	return type;
}

function nameAt(entries: Buffer, at: number): string {
	const length = Math.min(entries.readUInt16LE(at + 64), 64);
	return entries.toString('utf16le', at, at + Math.max(0, length - 2));
}

async function nextSector(
	ranges: ByteRanges,
	header: Buffer,
	sectorBytes: number,
	sector: number,
): Promise<number | undefined> {
	const perSector = sectorBytes / 4;
	const index = Math.floor(sector / perSector);
	if (index >= FAT_SECTORS_IN_HEADER) return undefined;
	const fat = header.readUInt32LE(FAT_SECTORS_AT + index * 4);
	if (fat >= LAST_SECTOR) return undefined;
	const entry = await ranges.read((fat + 1) * sectorBytes + (sector % perSector) * 4, 4);
	return entry?.length === 4 ? entry.readUInt32LE() : undefined;
}
