/**
 * Reads a text without what may be inserted between its characters or replace them: white space, and the escapes of
 * JSON, URLs, HTML and little text. A server that repeats a secret may wrap and escape it.
 */

/** Characters as they're compared, each with its position in the text. */
export interface Unwrapped {
	codes: Uint16Array;
	/** Where each begins in the text, including its escape. */
	starts: Uint32Array;
	length: number;
}

export function roomFor(characters: number): Unwrapped {
	return { codes: new Uint16Array(characters), starts: new Uint32Array(characters), length: 0 };
}

const PLAIN = 1;
const BLANK = 2;
const ESCAPES = 3;
/** Base64 has two alphabets, so the characters in which they differ count as the same. */
const OTHER_ALPHABET = 4;

const BACKSLASH = 0x5c;
const PERCENT = 0x25;
const AMPERSAND = 0x26;
const [DASH, PLUS, UNDERSCORE, SLASH] = [0x2d, 0x2b, 0x5f, 0x2f];

/** White space and invisible characters. */
const BLANK_OR_UNSEEN = /[\s\p{Cc}\p{Cf}]/gu;

/** By code. */
const KINDS = new Uint8Array(0x1_0000).fill(PLAIN);
const all = Buffer.from(Uint16Array.from(KINDS.keys()).buffer).toString('utf16le');
for (const { index } of all.matchAll(BLANK_OR_UNSEEN)) KINDS[index] = BLANK;
for (const code of [BACKSLASH, PERCENT, AMPERSAND]) KINDS[code] = ESCAPES;
for (const code of [DASH, UNDERSCORE]) KINDS[code] = OTHER_ALPHABET;

/**
 * Fills the buffer with characters from a position on.
 * @returns where it stopped: at the end of the text, or when the buffer was full
 */
export function unwrap(text: string, from: number, into: Unwrapped): number {
	const { codes, starts } = into;
	const room = codes.length;
	const size = text.length;
	let length = 0;
	let at = from;
	while (at < size && length < room) {
		let code = text.charCodeAt(at);
		let kind = KINDS[code];
		starts[length] = at;
		at += 1;
		if (kind === ESCAPES) {
			({ code, end: at } = readEscape(text, at - 1, code));
			kind = code === BACKSLASH ? BLANK : KINDS[code];
		}
		if (kind === BLANK) continue;
		if (kind === OTHER_ALPHABET) code = code === DASH ? PLUS : SLASH;
		codes[length] = code;
		length += 1;
	}
	into.length = length;
	return at;
}

/** Where the character that begins at a position ends, including its escape. */
export function endOfEscape(text: string, at: number): number {
	const code = text.charCodeAt(at);
	return KINDS[code] === ESCAPES ? readEscape(text, at, code).end : at + 1;
}

interface Escape {
	/** The character it stands for; a backslash for an unknown escape. */
	code: number;
	end: number;
}

function readEscape(text: string, at: number, code: number): Escape {
	const found =
		code === PERCENT ? ofAddress(text, at) : code === AMPERSAND ? ofWebPage(text, at) : ofJson(text, at);
	return found ?? { code, end: at + 1 };
}

/** `%3D`, also encoded repeatedly, `%253D`. */
function ofAddress(text: string, at: number): Escape | undefined {
	let digits = at + 1;
	while (text.startsWith('25', digits)) digits += 2;
	return hexAt(text, digits, 2);
}

/** `\u003d`, `\x3d` and JSON's white space; any other backslash is followed by the character itself. */
function ofJson(text: string, at: number): Escape {
	let end = at + 1;
	while (text.charCodeAt(end) === BACKSLASH) end += 1;
	const letter = text[end];
	if (letter === 'u') return hexAt(text, end + 1, 4) ?? { code: BACKSLASH, end };
	if (letter === 'x') return hexAt(text, end + 1, 2) ?? { code: BACKSLASH, end };
	return { code: BACKSLASH, end: 'nrtfv'.includes(letter ?? ' ') ? end + 1 : end };
}

const ENTITY = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/iy;

/** `&#61;`, `&#x3D;` and the escaped ampersand itself. */
function ofWebPage(text: string, at: number): Escape | undefined {
	if (text.startsWith('&amp;', at)) return { code: AMPERSAND, end: at + 5 };
	ENTITY.lastIndex = at;
	const [whole, hex, decimal] = ENTITY.exec(text) ?? [];
	if (whole === undefined) return undefined;
	const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
	return code < 0x1_0000 ? { code, end: at + whole.length } : undefined;
}

function hexAt(text: string, at: number, digits: number): Escape | undefined {
	let code = 0;
	for (let end = at; end < at + digits; end += 1) {
		const digit = hexDigit(text.charCodeAt(end));
		if (digit < 0) return undefined;
		code = code * 16 + digit;
	}
	return { code, end: at + digits };
}

/** @returns -1 if it isn't one */
function hexDigit(code: number): number {
	if (code >= 0x30 && code <= 0x39) return code - 0x30;
	const lower = code | 0x20;
	return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
