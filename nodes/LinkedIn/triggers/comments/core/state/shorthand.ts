/** Numbers, times and URNs as short text that reads back as exactly the same. */

const RADIX = 36;
/** A number with up to this many digits is exact. */
const SAFE_DIGITS = 10;
const SECOND_MS = 1000;

/** A whole number; empty if there is none. LinkedIn's times have no parts of milliseconds, so those decide nothing. */
export const short = (value: number | undefined): string =>
	value === undefined ? '' : Math.floor(value).toString(RADIX);

export const long = (text: string | undefined): number | undefined =>
	text ? parseInt(text, RADIX) : undefined;

/** A time in seconds, rounded up. */
export const inSeconds = (ms: number | undefined): string =>
	ms === undefined ? '' : short(Math.ceil(ms / SECOND_MS));

/** A time in seconds, rounded down. */
export const inFullSeconds = (ms: number | undefined): string =>
	ms === undefined ? '' : short(ms / SECOND_MS);

export function inMs(text: string | undefined): number | undefined {
	const seconds = long(text);
	return seconds === undefined ? undefined : seconds * SECOND_MS;
}

const KINDS: Array<[letter: string, kind: string]> = [
	['s', 'urn:li:share:'],
	['u', 'urn:li:ugcPost:'],
	['a', 'urn:li:activity:'],
	['o', 'urn:li:organization:'],
];
/** Before a key of another kind. */
const AS_IT_IS = '=';

/** A URN as a letter and its number. Any other key stays readable, without the characters that separate. */
export function shortUrn(urn: string): string {
	const known = KINDS.find(([, kind]) => urn.startsWith(kind));
	const id = known ? urn.slice(known[1].length) : '';
	// A number that begins with 0 would come back without it.
	return known && /^[1-9]\d{0,29}$/.test(id)
		? known[0] + BigInt(id).toString(RADIX)
		: AS_IT_IS + urn.replace(/[%|; ]/g, encodeURIComponent);
}

export function longUrn(text: string): string {
	const known = KINDS.find(([letter]) => text.startsWith(letter));
	if (!known) return text.slice(AS_IT_IS.length).replace(/%(25|7C|3B|20)/g, decodeURIComponent);
	let id = BigInt(0);
	for (let at = 1; at < text.length; at += SAFE_DIGITS) {
		const digits = text.slice(at, at + SAFE_DIGITS);
		id = id * BigInt(RADIX ** digits.length) + BigInt(parseInt(digits, RADIX));
	}
	return known[1] + id.toString();
}

/** Values after capital letters, which no number contains; those that are missing are left out. */
export const marked = (values: Array<[letter: string, text: string | undefined]>): string =>
	values.map(([letter, text]) => (text === undefined ? '' : letter + text)).join('');

export const readMarked = (text = ''): Map<string, string> =>
	new Map([...text.matchAll(/([A-Z])([^A-Z]*)/g)].map(([, letter, value]) => [letter, value]));

/** Joins the pieces without the empty ones at the end. */
export function joined(pieces: string[], separator: string): string {
	let { length } = pieces;
	while (length > 0 && pieces[length - 1] === '') length -= 1;
	return pieces.slice(0, length).join(separator);
}

/** The record without the members that are undefined. */
export function withoutGaps<T extends object>(record: T): T {
	return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as never;
}
