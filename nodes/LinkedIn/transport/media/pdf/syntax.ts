/**
 * The part of PDF's syntax that counting pages needs. Every function looks at each byte once, and returns undefined for
 * anything broken or cut off.
 * @see ISO 32000-1, 7.2, 7.3
 */

/** The requested entries of a dictionary, each as a copy of its bytes, without nested dictionaries. */
export type Dictionary = Map<string, Buffer>;

const WANTED: ReadonlySet<string> = new Set([
	'BitsPerComponent',
	'Colors',
	'Columns',
	'Count',
	'DecodeParms',
	'Encrypt',
	'Filter',
	'First',
	'Index',
	'Kids',
	'Length',
	'N',
	'Pages',
	'Predictor',
	'Prev',
	'Root',
	'Size',
	'Type',
	'W',
	'XRefStm',
]);
/** With each of its characters written as a code. */
const LONGEST_WANTED_BYTES = 64;
const MOST_INTEGERS = 20_000;

const isSpace = (byte: number) =>
	byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 12 || byte === 0;
export const isDigit = (byte: number) => byte >= 48 && byte <= 57;
const DELIMITERS: ReadonlySet<number> = new Set(
	[...'()<>[]{}/%'].map((character) => character.charCodeAt(0)),
);
const isRegular = (byte: number) => !isSpace(byte) && !DELIMITERS.has(byte);

const code = (character: string) => character.charCodeAt(0);
const [OPEN, CLOSE, LESS, GREATER, LEFT, RIGHT, SLASH, PERCENT, BACKSLASH] = [...'()<>[]/%\\'].map(code);

/** @returns where the next token begins */
export function skipSpace(bytes: Buffer, from: number): number {
	let at = from;
	for (; at < bytes.length; at += 1) {
		if (bytes[at] === PERCENT) {
			while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
		} else if (!isSpace(bytes[at])) break;
	}
	return at;
}

export function startsWith(bytes: Buffer, at: number, word: string): boolean {
	for (let index = 0; index < word.length; index += 1) {
		if (bytes[at + index] !== word.charCodeAt(index)) return false;
	}
	return true;
}

function skipRegular(bytes: Buffer, from: number): number {
	let at = from;
	while (at < bytes.length && isRegular(bytes[at])) at += 1;
	return at;
}

function skipString(bytes: Buffer, from: number): number | undefined {
	let depth = 0;
	for (let at = from; at < bytes.length; at += 1) {
		if (bytes[at] === BACKSLASH) at += 1;
		else if (bytes[at] === OPEN) depth += 1;
		else if (bytes[at] === CLOSE) {
			depth -= 1;
			if (depth === 0) return at + 1;
		}
	}
	return undefined;
}

/** One token: a string, a name, a number, a word, or a bracket. */
function skipToken(bytes: Buffer, at: number): number | undefined {
	switch (bytes[at]) {
		case undefined:
			return undefined;
		case OPEN:
			return skipString(bytes, at);
		case LEFT:
		case RIGHT:
			return at + 1;
		case GREATER:
			return bytes[at + 1] === GREATER ? at + 2 : undefined;
		case LESS: {
			if (bytes[at + 1] === LESS) return at + 2;
			const end = bytes.indexOf(GREATER, at);
			return end < 0 ? undefined : end + 1;
		}
		case SLASH:
			return skipRegular(bytes, at + 1);
		default: {
			const end = skipRegular(bytes, at);
			return end > at && end < bytes.length ? end : undefined;
		}
	}
}

/** A whole value: nesting is counted, and a reference is one value of three tokens. */
export function skipValue(bytes: Buffer, from: number): number | undefined {
	let depth = 0;
	let at = from;
	for (;;) {
		const end = skipToken(bytes, at);
		if (end === undefined) return undefined;
		const first = bytes[at];
		if (first === LEFT || (first === LESS && bytes[at + 1] === LESS)) depth += 1;
		else if (first === RIGHT || first === GREATER) depth -= 1;
		if (depth <= 0) return depth < 0 ? undefined : (skipReference(bytes, at) ?? end);
		at = skipSpace(bytes, end);
	}
}

const LETTER_R = code('R');
const MOST_DIGITS = 15;

/** @returns where the digits end; `at` if there are none or too many */
function skipDigits(bytes: Buffer, at: number): number {
	let end = at;
	while (end - at <= MOST_DIGITS && isDigit(bytes[end])) end += 1;
	return end - at > MOST_DIGITS ? at : end;
}

function skipReference(bytes: Buffer, at: number): number | undefined {
	const number = skipDigits(bytes, at);
	if (number === at) return undefined;
	const generationAt = skipSpace(bytes, number);
	const generation = skipDigits(bytes, generationAt);
	if (generationAt === number || generation === generationAt) return undefined;
	const end = skipSpace(bytes, generation);
	return bytes[end] === LETTER_R && !isRegular(bytes[end + 1] ?? SLASH) ? end + 1 : undefined;
}

/**
 * @param at position of its `<<`
 * @returns the requested entries and where the dictionary ends
 */
export function readDictionary(bytes: Buffer, at: number): { entries: Dictionary; end: number } | undefined {
	if (!startsWith(bytes, at, '<<')) return undefined;
	const entries: Dictionary = new Map();
	let next = skipSpace(bytes, at + 2);
	while (!startsWith(bytes, next, '>>')) {
		if (bytes[next] !== SLASH) return undefined;
		const nameEnd = skipRegular(bytes, next + 1);
		const start = skipSpace(bytes, nameEnd);
		const end = skipValue(bytes, start);
		if (end === undefined) return undefined;
		if (nameEnd - next <= LONGEST_WANTED_BYTES) {
			const name = plainName(bytes.toString('latin1', next + 1, nameEnd));
			if (WANTED.has(name)) entries.set(name, Buffer.from(bytes.subarray(start, end)));
		}
		next = skipSpace(bytes, end);
	}
	return { entries, end: next + 2 };
}

/** @returns undefined for anything but a whole number */
export function integerOf(value: Buffer | undefined): number | undefined {
	if (!value) return undefined;
	const end = skipDigits(value, 0);
	return end > 0 && end === value.length ? Number(value.toString('latin1')) : undefined;
}

/** @returns the number of the referenced object */
export function referenceOf(value: Buffer | undefined): number | undefined {
	if (!value || skipReference(value, 0) !== value.length) return undefined;
	return Number(value.toString('latin1', 0, skipDigits(value, 0)));
}

/** @returns the dictionary, or the only one of a list */
export function dictionaryOf(value: Buffer | undefined): Dictionary | undefined {
	if (!value) return undefined;
	return readDictionary(value, value[0] === LEFT ? skipSpace(value, 1) : 0)?.entries;
}

/** @returns the name without its slash; of a list of one name, that name */
export function pdfNameOf(value: Buffer | undefined): string | undefined {
	if (!value) return undefined;
	const isList = value[0] === LEFT;
	const start = isList ? skipSpace(value, 1) : 0;
	const end = skipRegular(value, start + 1);
	if (value[start] !== SLASH || (isList && value[skipSpace(value, end)] !== RIGHT)) return undefined;
	return plainName(value.toString('latin1', start + 1, end));
}

/** Any character of a name may be written as two digits after `#`. */
function plainName(written: string): string {
	if (!written.includes('#')) return written;
	return written.replace(/#([\da-f]{2})/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
}

/**
 * The numbers of the objects in a list of references.
 * @param most maximum number to read; the rest is ignored
 * @returns undefined if it's another list
 */
export function referencesOf(value: Buffer | undefined, most: number): number[] | undefined {
	if (value?.[0] !== LEFT) return undefined;
	const numbers: number[] = [];
	let at = skipSpace(value, 1);
	while (value[at] !== RIGHT && numbers.length < most) {
		const end = skipReference(value, at);
		if (end === undefined) return undefined;
		numbers.push(Number(value.toString('latin1', at, skipDigits(value, at))));
		at = skipSpace(value, end);
	}
	return numbers;
}

/** The numbers of a list of whole numbers. */
export function integersOf(value: Buffer | undefined): number[] | undefined {
	if (value?.[0] !== LEFT) return undefined;
	const numbers: number[] = [];
	let at = skipSpace(value, 1);
	while (value[at] !== RIGHT) {
		const end = skipDigits(value, at);
		if (end === at || numbers.length >= MOST_INTEGERS) return undefined;
		numbers.push(Number(value.toString('latin1', at, end)));
		at = skipSpace(value, end);
	}
	return numbers;
}
