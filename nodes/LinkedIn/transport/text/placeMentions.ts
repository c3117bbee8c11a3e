import { proseOnly } from './prose';

/** A page or person to link in a post. LinkedIn links only where `name` is exactly theirs (contract §4.3). */
export interface Mention {
	name: string;
	urn: string;
}

/** Text as typed, or a mention in its place. */
export type Part = string | Mention;

/** Only these two may be mentioned (contract §4.3); any other URN in the form of a mention is text. */
export const MENTION_URN = 'urn:li:(?:organization:\\d+|person:[\\w-]+)';

const WHOLE_MENTION_URN = new RegExp(`^${MENTION_URN}$`);

/** Stands for a mention, and for whatever else a name may not lie in. */
const OUT_OF_BOUNDS = '\0';

const WORD = /[\p{L}\p{M}\p{N}]/u;

interface Place {
	at: number;
	/** In the text as it stands, with an @ before the name. */
	length: number;
	mention: Mention;
}

/**
 * Puts each mention in the place of the first "@Name", else the first "Name", in the parts that are text, where it
 * stands as a word of its own: "Ada" is not mentioned by "Adam", nor by "bob@Ada". Longest names first, so that "Acme"
 * does not take the place of "Acme Corp".
 */
export function placeMentions(parts: Part[], mentions: Mention[]): Part[] {
	const wanted = mentions
		.filter(({ name, urn }) => name !== '' && !name.includes(OUT_OF_BOUNDS) && WHOLE_MENTION_URN.test(urn))
		.sort((a, b) => b.name.length - a.name.length);
	if (wanted.length === 0) return parts;
	const finder = new PlaceFinder(
		parts.map((part) => (typeof part === 'string' ? proseOnly(part) : OUT_OF_BOUNDS)),
	);
	const places = wanted.flatMap((mention) => {
		const { name } = mention;
		const marked = finder.next(`@${name}`);
		const at = marked < 0 ? finder.next(name) : marked;
		return at < 0 ? [] : [{ at, length: name.length + (marked < 0 ? 0 : 1), mention }];
	});
	return cut(parts, places);
}

/**
 * Finds places of names in one text, each of them free and used once. No place is looked at again and again: what
 * cannot begin a name, and what is taken, is passed in one step.
 */
class PlaceFinder {
	private readonly prose: string;
	private readonly isWord: Uint8Array;
	/** Of each taken character where its place ends. */
	private readonly takenUntil: Uint32Array;
	/** Where to look on for a name; below 0 where there is no more of it. */
	private readonly onwards = new Map<string, number>();

	constructor(pieces: string[]) {
		this.prose = pieces.join('');
		this.takenUntil = new Uint32Array(this.prose.length);
		this.isWord = new Uint8Array(this.prose.length + 1);
		let at = 0;
		for (const character of this.prose) {
			if (WORD.test(character)) this.isWord.fill(1, at, at + character.length);
			at += character.length;
		}
	}

	/** @returns below 0 where the text has no more of it */
	next(name: string): number {
		let at = this.onwards.get(name) ?? 0;
		for (let from = at; from >= 0; from = this.after(at, name)) {
			at = this.prose.indexOf(name, from);
			if (at < 0 || this.isFree(at, name)) break;
		}
		this.onwards.set(name, at < 0 ? at : at + name.length);
		if (at >= 0) this.takenUntil.fill(at + name.length, at, at + name.length);
		return at;
	}

	private isFree(at: number, name: string): boolean {
		const end = at + name.length;
		if (this.takenUntil[at] || this.takenUntil[end - 1]) return false;
		return this.mayBegin(at, name) && !(this.isWord[end - 1] && this.isWord[end] && !this.takenUntil[end]);
	}

	/** Where to look on after a place that is not free. */
	private after(at: number, name: string): number {
		// What is taken is at least as long as what is looked for, so that it covers one of its ends.
		const until = this.takenUntil[at] || this.takenUntil[at + name.length - 1] || at + 1;
		let next = until;
		while (next < this.prose.length && !this.mayBegin(next, name)) next += 1;
		return next;
	}

	/** A mention that was placed just before ends a word too, as in "@Ada@Bob". */
	private mayBegin(at: number, name: string): boolean {
		if (at === 0 || this.takenUntil[at - 1]) return true;
		return !this.isWord[at - 1] && (this.prose[at - 1] !== '@' || name.startsWith('@'));
	}
}

/** The parts with the mentions in their places; a part that is a mention is one character long. */
function cut(parts: Part[], places: Place[]): Part[] {
	const inOrder = places.sort((a, b) => a.at - b.at);
	const result: Part[] = [];
	let next = 0;
	let start = 0;
	for (const part of parts) {
		if (typeof part !== 'string') {
			result.push(part);
			start += OUT_OF_BOUNDS.length;
			continue;
		}
		let from = 0;
		for (; next < inOrder.length && inOrder[next].at < start + part.length; next += 1) {
			const { at, length, mention } = inOrder[next];
			result.push(part.slice(from, at - start), mention);
			from = at - start + length;
		}
		result.push(part.slice(from));
		start += part.length;
	}
	return result;
}
