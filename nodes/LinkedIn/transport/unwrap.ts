/**
 * Reads a text without what may stand between its characters or in their place: white space, and the escapes of JSON,
 * addresses, web pages and little text. Whoever says back a secret wraps and escapes it as it likes.
 */

/** Characters as they are compared, each with its place in the text. */
export interface Unwrapped {
	codes: Uint16Array;
	/** Where each begins in the text, its escape included. */
	starts: Uint32Array;
	length: number;
}

export function roomFor(characters: number): Unwrapped {
	return { codes: new Uint16Array(characters), starts: new Uint32Array(characters), length: 0 };
}

const PLAIN = 0;
const BLANK = 1;
const ESCAPES = 2;

const BACKSLASH = 0x5c;
const PERCENT = 0x25;
const AMPERSAND = 0x26;

/** By code, for what is of ASCII. */
const KINDS = new Uint8Array(128);
KINDS.fill(BLANK, 0, 0x21);
for (const code of [BACKSLASH, PERCENT, AMPERSAND]) KINDS[code] = ESCAPES;
KINDS[0x7f] = BLANK;

/** Base64 is written with either of two alphabets, so the characters in which they differ count as the same. */
const SAME = new Uint8Array(128).map((_, code) => code);
SAME['-'.charCodeAt(0)] = '+'.charCodeAt(0);
SAME['_'.charCodeAt(0)] = '/'.charCodeAt(0);

const BLANK_OR_UNSEEN = /[\s\p{Cc}\p{Cf}]/u;

/** White space, and what takes no room. */
function isUnseen(code: number): boolean {
	return BLANK_OR_UNSEEN.test(String.fromCharCode(code));
}

/**
 * Fills the room with characters from a place on.
 * @returns where it stopped: at the end of the text, or where the room ended
 */
export function unwrap(text: string, from: number, into: Unwrapped): number {
	const { codes, starts } = into;
	const room = codes.length;
	const size = text.length;
	let length = 0;
	let at = from;
	while (at < size && length < room) {
		let code = text.charCodeAt(at);
		starts[length] = at;
		at += 1;
		if (code >= 128) {
			if (isUnseen(code)) continue;
		} else if (KINDS[code] === PLAIN) {
			code = SAME[code];
		} else if (KINDS[code] === BLANK) {
			continue;
		} else {
			const escaped = readEscape(text, at - 1, code);
			at = escaped.end;
			code = escaped.code;
			if (code === BACKSLASH || (code < 128 ? KINDS[code] === BLANK : isUnseen(code))) continue;
			if (code < 128) code = SAME[code];
		}
		codes[length] = code;
		length += 1;
	}
	into.length = length;
	return at;
}

/** Where the character that begins at a place ends, its escape included. */
export function endOf(text: string, at: number): number {
	const code = text.charCodeAt(at);
	return code < 128 && KINDS[code] === ESCAPES ? readEscape(text, at, code).end : at + 1;
}

interface Escape {
	/** Of the character that it stands for; a backslash for one that stands for nothing. */
	code: number;
	end: number;
}

function readEscape(text: string, at: number, code: number): Escape {
	const found =
		code === PERCENT ? ofAddress(text, at) : code === AMPERSAND ? ofWebPage(text, at) : ofJson(text, at);
	return found ?? { code, end: at + 1 };
}

/** `%3D`, and encoded once more or often, `%253D`. */
function ofAddress(text: string, at: number): Escape | undefined {
	let digits = at + 1;
	while (text.startsWith('25', digits)) digits += 2;
	return hexAt(text, digits, 2);
}

/** `\u003d`, `\x3d` and the white space of JSON; any other backslash stands before a character that is meant. */
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

/** @returns -1 for what is none */
function hexDigit(code: number): number {
	if (code >= 0x30 && code <= 0x39) return code - 0x30;
	const lower = code | 0x20;
	return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
