import { hostNamesIn } from './hosts';
import { mailAddressesIn } from './mailAddresses';
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

const HASHTAGS = new RegExp(HASHTAG, 'gu');

/** What addresses stand in. */
const UNBROKEN = new RegExp(`[^\\s${FULL_WIDTH_MARKS}]+`, 'gu');

/** A text without what no name may lie in. */
export interface Prose {
	/** With addresses and hashtags blanked out at the same length. */
	text: string;
	/** Host names such as "acme.com", where a name may stand that holds the whole of one. */
	hosts: Array<{ at: number; end: number }>;
}

/** Where a name may be a mention: not within an address or a hashtag. */
export function proseOf(text: string): Prose {
	const plain = text.replace(UNBROKEN, withoutLink);
	const hosts: Prose['hosts'] = [];
	const out: string[] = [];
	let done = 0;
	for (const { at, sign, end, isWeak } of mailAddressesIn(plain)) {
		out.push(plain.slice(done, at), blank(isWeak ? sign - at : end - at));
		done = isWeak ? sign : end;
		if (isWeak) hosts.push({ at: sign + 1, end });
	}
	out.push(plain.slice(done));
	const prose = out.join('').replace(HASHTAGS, (found) => blank(found.length));
	hosts.push(...hostNamesIn(prose));
	return { text: prose, hosts };
}

const blank = (length: number): string => '\0'.repeat(length);

const SCHEME_OR_WWW = /:\/\/|www\./giu;
const IN_SCHEME = /[a-z\d+.-]/i;
const LONGEST_SCHEME = 20;

/** @param text without spaces: a link in it goes to its end */
function withoutLink(text: string): string {
	const host = hostNamesIn(text).find(({ at, hasPath }) => hasPath && text[at - 1] !== '@');
	const start = Math.min(host?.at ?? text.length, linkStart(text));
	return text.slice(0, start) + blank(text.length - start);
}

function linkStart(text: string): number {
	for (const { 0: found, index } of text.matchAll(SCHEME_OR_WWW)) {
		if (found !== '://') return index;
		let start = index;
		while (start > 0 && index - start < LONGEST_SCHEME && IN_SCHEME.test(text[start - 1])) start -= 1;
		if (start < index) return start;
	}
	return text.length;
}
