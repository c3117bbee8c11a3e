/** Code, links and addresses within a text. What fails at one position isn't tried again from there. */
import { runLength, type Keep } from './blocks';
import type { References } from './references';

/** Code between equal numbers of backticks stays unchanged; unmatched backticks are text. */
export function withoutCode(text: string, keep: Keep): string {
	const runs: Array<{ at: number; length: number }> = [];
	for (let at = text.indexOf('`'); at >= 0; at = text.indexOf('`', at)) {
		const length = runLength(text, at);
		runs.push({ at, length });
		at += length;
	}
	/** For each run, the next one of the same length. */
	const closing = new Array<number>(runs.length);
	const last = new Map<number, number>();
	for (let index = runs.length - 1; index >= 0; index -= 1) {
		closing[index] = last.get(runs[index].length) ?? -1;
		last.set(runs[index].length, index);
	}
	const out: string[] = [];
	let end = 0;
	for (let index = 0; index < runs.length; index += 1) {
		const close = runs[closing[index]];
		if (!close) continue;
		const { at, length } = runs[index];
		out.push(text.slice(end, at), keep(withoutPadding(text.slice(at + length, close.at))));
		end = close.at + length;
		index = closing[index];
	}
	out.push(text.slice(end));
	return out.join('');
}

/** One space on each side allows code to begin or end with a backtick. */
function withoutPadding(code: string): string {
	const isPadded = code.length > 2 && code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '';
	return isPadded ? code.slice(1, -1) : code;
}

export interface Link {
	label: string;
	target: string;
}

/** Links and pictures, `[label](target "title")` and `[label][name]`. @param write converts one */
export function withoutLinks(text: string, references: References, write: (link: Link) => string): string {
	const out: string[] = [];
	let end = 0;
	let open = -1;
	for (let at = 0; at < text.length; at += 1) {
		const character = text[at];
		if (character === '[') open = at;
		else if (character === '\n') open = -1;
		else if (character === ']' && open >= 0) {
			const label = text.slice(open + 1, at);
			const inParentheses = text[at + 1] === '(' ? targetAt(text, at + 2) : undefined;
			const target = inParentheses ?? referredAt(text, at + 1, label, references);
			if (target) {
				const start = open > end && text[open - 1] === '!' ? open - 1 : open;
				out.push(text.slice(end, start), write({ label, target: target.address }));
				end = target.end;
				at = end - 1;
			}
			open = -1;
		}
	}
	out.push(text.slice(end));
	return out.join('');
}

/** Names of references are shorter. */
const LONGEST_NAME_CHARACTERS = 1_000;

/** A name in brackets after the label; without one, the label is the name. */
function referredAt(text: string, from: number, label: string, references: References) {
	if (references.isEmpty || label.length > LONGEST_NAME_CHARACTERS) return undefined;
	let name = label;
	let end = from;
	if (text[from] === '[') {
		const length = text.slice(from + 1, from + 1 + LONGEST_NAME_CHARACTERS).indexOf(']');
		if (length >= 0) {
			name = text.slice(from + 1, from + 1 + length).trim() || label;
			end = from + length + 2;
		}
	}
	const address = references.use(name);
	return address === undefined ? undefined : { address, end };
}

/** Addresses are shorter, so the search ends here. */
const LONGEST_TARGET_CHARACTERS = 2_048;

/** An address, possibly in angle brackets, with balanced parentheses, possibly a title, and the `)`. */
function targetAt(text: string, from: number): { address: string; end: number } | undefined {
	const limit = Math.min(text.length, from + LONGEST_TARGET_CHARACTERS);
	let at = skipSpace(text, from, limit);
	if (text[at] === '<') at += 1;
	const start = at;
	let isInside = false;
	for (; at < limit; at += 1) {
		const character = text[at];
		if (character === '(' && !isInside && at > start) isInside = true;
		else if (character === ')' && isInside) isInside = false;
		else if (/[\s()<>]/.test(character)) break;
	}
	const address = text.slice(start, at);
	if (address === '' || isInside) return undefined;
	if (text[at] === '>') at += 1;
	const after = skipSpace(text, at, limit);
	const quote = after > at ? text[after] : undefined;
	at = after;
	if (quote === '"' || quote === "'") {
		const closing = text.slice(after + 1, limit).indexOf(quote);
		const title = text.slice(after + 1, after + 1 + closing);
		if (closing < 0 || title.includes('\n')) return undefined;
		at = skipSpace(text, after + closing + 2, limit);
	}
	return at < limit && text[at] === ')' ? { address, end: at + 1 } : undefined;
}

function skipSpace(text: string, from: number, limit: number): number {
	let at = from;
	while (at < limit && /\s/.test(text[at])) at += 1;
	return at;
}

/** A linked picture, `[![label](picture)](target)`, leads to the target: only its label is kept. */
export function withoutPicturesInLinks(text: string): string {
	const out: string[] = [];
	let end = 0;
	for (let open = text.indexOf('[![', end); open >= 0; open = text.indexOf('[![', open + 1)) {
		const from = open + '[!['.length;
		const label = /^[^\n[\]]*\]\(/.exec(text.slice(from, from + LONGEST_NAME_CHARACTERS))?.[0];
		const target = label === undefined ? undefined : targetAt(text, from + label.length);
		if (!label || !target || text[target.end] !== ']') continue;
		out.push(text.slice(end, open + 1), label.slice(0, -2));
		end = target.end;
	}
	out.push(text.slice(end));
	return out.join('');
}

const ADDRESS_START = /https?:\/\/|www\./g;
/** What an address may contain; a star only before a word. */
const IN_ADDRESS = /[^\s<>*]/;
const AT_END = /[^.,;:!?'"()~]/;

/** Bare addresses, without the punctuation after them. */
export function withoutAddresses(text: string, keep: Keep): string {
	const out: string[] = [];
	let end = 0;
	for (const { index: start, 0: scheme } of text.matchAll(ADDRESS_START)) {
		if (start < end) continue;
		let at = start + scheme.length;
		while (
			at < text.length &&
			(IN_ADDRESS.test(text[at]) || (text[at] === '*' && /\w/.test(text[at + 1] ?? '')))
		)
			at += 1;
		while (at > start + scheme.length && (text[at - 1] === '*' || !AT_END.test(text[at - 1]))) at -= 1;
		if (at === start + scheme.length) continue;
		out.push(text.slice(end, start), keep(text.slice(start, at)));
		end = at;
	}
	out.push(text.slice(end));
	return out.join('');
}
