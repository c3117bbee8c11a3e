import { UNSPACED_LETTERS } from './words';

/** Full-width punctuation, behind which a text without spaces goes on. */
const FULL_WIDTH_MARKS = '\\u3000-\\u303F\\uFF01-\\uFF0F\\uFF1A-\\uFF20\\uFF3B-\\uFF40\\uFF5B-\\uFF65';

/** Its `#` never starts a hashtag. */
export const ADDRESS = `(?:https?:\\/\\/|www\\.)[^\\s${FULL_WIDTH_MARKS}]+`;

/**
 * Begins after anything but a letter or digit, unless that is of a script without spaces, and ends where LinkedIn ends
 * it: before an underscore (§4.2).
 */
export const HASHTAG = `(?<!(?![${UNSPACED_LETTERS}])[\\p{L}\\p{M}\\p{N}])#[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*`;

const ADDRESS_OR_HASHTAG = new RegExp(`${ADDRESS}|${HASHTAG}`, 'giu');

/** Addresses and hashtags blanked out at the same length: a name inside them is no mention. */
export function proseOnly(text: string): string {
	return withoutMailAddresses(text).replace(ADDRESS_OR_HASHTAG, (found) => '\0'.repeat(found.length));
}

const IN_MAIL_ADDRESS = /[\w.%+-]/;

/** Each character is looked at twice at most: none of an address is an @. */
function withoutMailAddresses(text: string): string {
	const out: string[] = [];
	let done = 0;
	for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
		let start = at;
		while (start > done && IN_MAIL_ADDRESS.test(text[start - 1])) start -= 1;
		// "@Ada@Acme" are two names, each with an @ before it.
		if (start === at || text[start - 1] === '@') continue;
		let end = at + 1;
		while (end < text.length && IN_MAIL_ADDRESS.test(text[end])) end += 1;
		if (!/\.[a-z]/i.test(text.slice(at + 1, end))) continue;
		out.push(text.slice(done, start), '\0'.repeat(end - start));
		done = end;
	}
	out.push(text.slice(done));
	return out.join('');
}
