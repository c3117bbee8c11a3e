import { hostNamesIn } from './hosts';
import { mailAddressesIn, type MailAddress } from './mailAddresses';
import { UNSPACED_LETTERS } from './mentions/words';

/** Full-width punctuation, after which a text without spaces continues. */
const FULL_WIDTH_MARKS = '\\u3000-\\u303F\\uFF01-\\uFF0F\\uFF1A-\\uFF20\\uFF3B-\\uFF40\\uFF5B-\\uFF65';

/**
 * Begins after anything but a letter or digit, except those of scripts without spaces, and ends before an underscore,
 * as on LinkedIn (docs.littleText).
 */
export const HASHTAG = `(?<!(?![${UNSPACED_LETTERS}])[\\p{L}\\p{M}\\p{N}])#[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*`;

const HASHTAGS = new RegExp(HASHTAG, 'gu');

/** What addresses are enclosed in. */
const UNBROKEN = new RegExp(`[^\\s${FULL_WIDTH_MARKS}]+`, 'gu');

/** A text without the parts that can't contain a name. */
export interface Prose {
	/** With addresses and hashtags replaced by spaces of the same length. */
	text: string;
	/** Host names such as "acme.com"; a name may only contain the whole of one. */
	hosts: TextSpan[];
}

/** Part of a text. */
export interface TextSpan {
	at: number;
	end: number;
}

/**
 * Links and e-mail addresses, with or without a scheme.
 * @param text as typed
 * @returns their positions, from the start: a `#` in them doesn't start a hashtag, and a name in them isn't a mention
 */
export function addressesIn(text: string): TextSpan[] {
	const links = linksIn(text);
	const mails = mailAddressesIn(blanked(text, links)).map(spanOf);
	return [...links, ...mails].sort((a, b) => a.at - b.at);
}

/** Where a name may be a mention: not within an address or a hashtag. */
export function proseOf(text: string): Prose {
	const plain = blanked(text, linksIn(text));
	const mails = mailAddressesIn(plain);
	const hosts = mails.filter(({ isWeak }) => isWeak).map(({ sign, end }) => ({ at: sign + 1, end }));
	const prose = blanked(plain, mails.map(spanOf)).replace(HASHTAGS, (found) => blank(found.length));
	return { text: prose, hosts: [...hosts, ...hostNamesIn(prose)] };
}

/** If an address may also be a name with an @ before it, the part before the @. */
function spanOf({ at, sign, end, isWeak }: MailAddress): TextSpan {
	return { at, end: isWeak ? sign : end };
}

function blanked(text: string, spans: TextSpan[]): string {
	const out: string[] = [];
	let done = 0;
	for (const { at, end } of spans) {
		out.push(text.slice(done, at), blank(end - at));
		done = end;
	}
	return out.join('') + text.slice(done);
}

const blank = (length: number): string => '\0'.repeat(length);

const SCHEME_OR_WWW = /:\/\/|www\.|mailto:(?=.)/giu;
const IN_SCHEME = /[a-z\d+.-]/i;
const LONGEST_SCHEME = 20;

/** A link extends to the next space. */
function linksIn(text: string): TextSpan[] {
	return [...text.matchAll(UNBROKEN)].flatMap(({ 0: piece, index }) => {
		const host = hostNamesIn(piece).find(({ at, hasPath }) => hasPath && piece[at - 1] !== '@');
		const start = Math.min(host?.at ?? piece.length, linkStart(piece));
		return start < piece.length ? [{ at: index + start, end: index + piece.length }] : [];
	});
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
