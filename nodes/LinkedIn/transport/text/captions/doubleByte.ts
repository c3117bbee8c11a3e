/** Double-byte encodings, in which nearly any bytes are characters, but rarely common ones. */

type Bytes = readonly [from: number, to: number];

/** Where punctuation and the most frequent characters begin, and which bytes follow. */
const COMMON: Record<string, { first: readonly Bytes[]; second: Bytes; single?: Bytes }> = {
	shift_jis: {
		first: [
			[0x81, 0x83],
			[0x88, 0x97],
		],
		second: [0x40, 0xfc],
		single: [0xa0, 0xdf],
	},
	'euc-kr': {
		first: [
			[0xa1, 0xa3],
			[0xb0, 0xc8],
		],
		second: [0xa1, 0xfe],
	},
	gb18030: {
		first: [
			[0xa1, 0xa3],
			[0xb0, 0xd7],
		],
		second: [0xa1, 0xfe],
	},
	big5: { first: [[0xa1, 0xc6]], second: [0x40, 0xfe] },
};

const isIn = (byte: number, [from, to]: Bytes) => byte >= from && byte <= to;

/** Names may have rare characters. */
const COMMON_AT_LEAST = 0.75;

/**
 * @param bytes of a text
 * @param encoding its name in `TextDecoder`
 * @returns whether the text seems to be written in it; false for encodings that aren't double-byte
 */
export function isMostlyCommon(bytes: Uint8Array, encoding: string): boolean {
	const table = COMMON[encoding];
	if (!table) return false;
	let common = 0;
	let all = 0;
	for (let at = 0; at < bytes.length; at += 1) {
		if (bytes[at] < 0x80) continue;
		all += 1;
		if (table.single && isIn(bytes[at], table.single)) continue;
		if (table.first.some((range) => isIn(bytes[at], range)) && isIn(bytes[at + 1], table.second)) common += 1;
		at += 1;
	}
	return common >= all * COMMON_AT_LEAST;
}
