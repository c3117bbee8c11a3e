/** Files that contain others, as small as their formats allow. */

/** A ZIP file with empty entries of these names. */
export function zip(...names: string[]): Buffer {
	const entries: Buffer[] = [];
	const directory: Buffer[] = [];
	let at = 0;
	for (const name of names.map((text) => Buffer.from(text, 'latin1'))) {
		const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(26), name]);
		local.writeUInt16LE(name.length, 26);
		const central = Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.alloc(42), name]);
		central.writeUInt16LE(name.length, 28);
		central.writeUInt32LE(at, 42);
		at += local.length;
		entries.push(local);
		directory.push(central);
	}
	const end = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18)]);
	end.writeUInt16LE(names.length, 8);
	end.writeUInt16LE(names.length, 10);
	end.writeUInt32LE(Buffer.concat(directory).length, 12);
	end.writeUInt32LE(at, 16);
	return Buffer.concat([...entries, ...directory, end]);
}

const SECTOR_BYTES = 512;
const END_OF_CHAIN = 0xffff_fffe;

/** A compound file with streams of these names: header, the table of sectors, and directory sectors in a chain. */
export function compound(...streams: string[]): Buffer {
	const entries = ['Root Entry', ...streams].map((name) => {
		const entry = Buffer.alloc(128);
		entry.write(name, 'utf16le');
		entry.writeUInt16LE((name.length + 1) * 2, 64);
		return entry;
	});
	const sectors = Math.ceil(entries.length / 4);
	const header = Buffer.alloc(SECTOR_BYTES);
	header.write('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1');
	header.writeUInt16LE(9, 0x1e);
	header.writeUInt32LE(1, 0x30);
	header.fill(0xff, 0x4c);
	header.writeUInt32LE(0, 0x4c);
	const table = Buffer.alloc(SECTOR_BYTES, 0xff);
	for (let sector = 1; sector <= sectors; sector += 1) {
		table.writeUInt32LE(sector < sectors ? sector + 1 : END_OF_CHAIN, sector * 4);
	}
	const directory = Buffer.alloc(sectors * SECTOR_BYTES);
	Buffer.concat(entries).copy(directory);
	return Buffer.concat([header, table, directory]);
}

/** A box of an MP4. */
export function box(type: string, data: Buffer): Buffer {
	const head = Buffer.alloc(8);
	head.writeUInt32BE(data.length + 8);
	head.write(type, 4, 'latin1');
	return Buffer.concat([head, data]);
}
