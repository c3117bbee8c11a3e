/** Unicode's bold letters, except where they would break something. */

const HASHTAG = /#[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const WITHIN_ADDRESS = /[\p{L}\p{M}\p{N}._%+@-]+/gu;
const LABEL = /^[\p{L}\p{M}\p{N}-]+$/u;
/** Of a country, or a common one. A word after a dot without a space isn't a domain. */
const TOP_LABEL: ReadonlySet<string> = new Set(
	(
		'com org net edu gov mil int info biz pro app dev shop store online site tech cloud blog news jobs careers ' +
		'agency studio design digital media events academy consulting solutions software systems group company global ' +
		'world life live link page space website xyz club email network team work finance capital ventures health ' +
		'africa asia berlin london paris nyc tokyo'
	).split(' '),
);

/**
 * @param text without other Markdown
 * @returns it in mathematical sans-serif bold; letters without a bold form stay unchanged, and so do hashtags, e-mail
 * addresses and domains, which would break
 */
export function inBoldLetters(text: string): string {
	const kept = [...spansOf(text, HASHTAG), ...addressesIn(text)].sort((a, b) => a.start - b.start);
	const out: string[] = [];
	let done = 0;
	for (const { start, end } of kept) {
		if (end <= done) continue;
		const from = Math.max(start, done);
		out.push(bold(text.slice(done, from)), text.slice(from, end));
		done = end;
	}
	out.push(bold(text.slice(done)));
	return out.join('');
}

function bold(text: string): string {
	return text.replace(/[A-Za-z0-9]/g, (character) => {
		const code = character.charCodeAt(0);
		if (code >= 0x61) return String.fromCodePoint(0x1d5ee + code - 0x61);
		return String.fromCodePoint(code >= 0x41 ? 0x1d5d4 + code - 0x41 : 0x1d7ec + code - 0x30);
	});
}

interface Span {
	start: number;
	end: number;
}

function spansOf(text: string, pattern: RegExp): Span[] {
	return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
		start: index,
		end: index + found.length,
	}));
}

function addressesIn(text: string): Span[] {
	const found: Span[] = [];
	let done = 0;
	for (const word of spansOf(text, WITHIN_ADDRESS)) {
		if (word.start < done) continue;
		const start = skip(text, word.start, word.end, 1);
		const end = skip(text, word.end - 1, start - 1, -1) + 1;
		if (!isAddress(text.slice(start, end))) continue;
		done = end === word.end ? endOfPath(text, end) : end;
		found.push({ start, end: done });
	}
	return found;
}

/** Characters that an address neither begins nor ends with. */
function skip(text: string, from: number, to: number, step: number): number {
	let at = from;
	while (at !== to && '._%+@-'.includes(text[at])) at += step;
	return at;
}

/** What follows a domain, without the sentence's punctuation. */
function endOfPath(text: string, from: number): number {
	if (!/^(?:[/?#]|:\d)/.test(text.slice(from, from + 2))) return from;
	let end = from;
	while (end < text.length && /[^\s<>*]/.test(text[end])) end += 1;
	while (end > from && '.,;:!?\'"()~_'.includes(text[end - 1])) end -= 1;
	return end;
}

function isAddress(text: string): boolean {
	const [first, second, ...more] = text.split('@');
	const labels = (second ?? first).split('.');
	const top = labels.at(-1) ?? '';
	const isTop = /^[a-z]{2}$/.test(top) || TOP_LABEL.has(/[a-z]/.test(top) ? top : top.toLowerCase());
	return more.length === 0 && labels.length > 1 && isTop && labels.every((label) => LABEL.test(label));
}
