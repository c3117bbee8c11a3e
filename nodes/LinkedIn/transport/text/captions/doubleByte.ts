/** Encodings of two bytes a character, in which nearly any bytes are some characters, but not the common ones. */

type Bytes = readonly [from: number, to: number];

/** Where punctuation and the characters that most texts are made of begin, and with which bytes those go on. */
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

/** Names have rare ones. */
const COMMON_AT_LEAST = 0.75;

/**
 * @param bytes of a text
 * @param encoding as `TextDecoder` calls it
 * @returns whether the text looks written in it; false for an encoding that has no such characters
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
