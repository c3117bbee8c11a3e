/** E-mail addresses in a text. */
import { isHebrewPrefix, Words } from './mentions/words';

export interface MailAddress {
	at: number;
	/** Of the @. */
	sign: number;
	end: number;
	/** It may also be a name with an @ before it, in a text without spaces. */
	isWeak: boolean;
}

/** What the local part of an address may contain besides letters and digits. */
const SIGNS = "_.%+-!#$&'*/=?^`{|}~";
/** Of these, characters that are rare in the local part and often separate words in a text. */
const SELDOM = "!#$&'*/=?^`{|}~";
const LAST_SIGNS = '_%+-';

/**
 * @param text as typed
 * @returns the addresses in it, from the start; each character is looked at twice at most, because an address contains
 * only one @
 */
export function mailAddressesIn(text: string): MailAddress[] {
	const found: MailAddress[] = [];
	if (!text.includes('@')) return found;
	const words = new Words(text);
	let done = 0;
	for (let sign = text.indexOf('@'); sign >= 0; sign = text.indexOf('@', sign + 1)) {
		const at = startOf(text, words, done, sign);
		if (at === undefined) continue;
		const end = endOf(text, words, sign + 1);
		if (!/\.\p{L}/u.test(text.slice(sign + 1, end))) continue;
		const isUnspaced = words.isUnspaced(sign - 1);
		if (isUnspaced && words.isUnspaced(end - 1)) continue;
		found.push({ at, sign, end, isWeak: isUnspaced || isHebrewPrefix(text.slice(at, sign)) });
		done = end;
	}
	return found;
}

/** @returns undefined if what is before the @ isn't a local part */
function startOf(text: string, words: Words, done: number, sign: number): number | undefined {
	if (sign === done) return undefined;
	const last = sign - 1;
	if (words.isUnspaced(last)) {
		let start = last;
		while (start > done && words.isUnspaced(start - 1)) start -= 1;
		return start;
	}
	if (!words.isWord(last) && !LAST_SIGNS.includes(text[last])) return undefined;
	let start = sign;
	let behindSeldom: number | undefined;
	while (start > done) {
		const before = start - 1;
		if (words.isUnspaced(before) || (!words.isWord(before) && !SIGNS.includes(text[before]))) break;
		if (SELDOM.includes(text[before])) behindSeldom ??= start;
		start = before;
	}
	// "@Ada@Acme" are two names, each with an @ before it.
	if (start > 0 && text[start - 1] === '@') return behindSeldom === sign ? undefined : behindSeldom;
	for (let place = start; place < sign; place += 1) if (words.isWord(place)) return start;
	return undefined;
}

function endOf(text: string, words: Words, from: number): number {
	let end = from;
	let isUnspaced: boolean | undefined;
	for (; end < text.length; end += 1) {
		if (text[end] === '.' || text[end] === '-') {
			isUnspaced = undefined;
			continue;
		}
		if (!words.isWord(end)) break;
		if (isUnspaced !== undefined && isUnspaced !== words.isUnspaced(end)) break;
		isUnspaced = words.isUnspaced(end);
	}
	while (end > from && (text[end - 1] === '.' || text[end - 1] === '-')) end -= 1;
	return end;
}
