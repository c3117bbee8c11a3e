import { proseOf, type Prose } from '../prose';
import { occurrencesOf } from './occurrences';
import { Words } from './words';

/** A page or person to link in a post. LinkedIn only links it if `name` is exactly theirs (docs.littleText). */
export interface Mention {
	name: string;
	urn: string;
	/** Written in the place of `name`, if that isn't exactly theirs. */
	shown?: string;
}

/** What a reader sees of a mention. */
export function shownName({ name, shown = name }: Mention): string {
	return shown;
}

/** Text as typed, or a mention in its place. */
export type TextPart = string | Mention;

/** Only these two can be mentioned (docs.littleText); any other URN in the form of a mention is text. */
export const MENTION_URN = 'urn:li:(?:organization:\\d+|person:[\\w-]+)';

const WHOLE_MENTION_URN = new RegExp(`^${MENTION_URN}$`);

/** Stands for a mention and for everything else that can't contain a name. */
const OUT_OF_BOUNDS = '\0';

/** A name without a place in a text. */
export interface LostMention {
	name: string;
	/** The text has more places for it than there are mentions of that name; otherwise it has fewer. */
	isAmbiguous: boolean;
}

export interface PlacedParts {
	parts: TextPart[];
	/** The first one without a place. */
	lost?: LostMention;
}

interface Place {
	at: number;
	/** In the text, with an @ before the name. */
	length: number;
	mention: Mention;
}

/**
 * Puts each mention where its name is a whole word of the text: at "@Name" if there are as many of them as mentions of
 * that name, otherwise at every "Name". "Adam" and "bob@Ada" don't mention "Ada". Longest names first, so that "Acme"
 * doesn't take the place of "Acme Corp".
 */
export function placeMentions(parts: TextPart[], mentions: Mention[]): PlacedParts {
	const wanted = mentions
		.filter(({ name, urn }) => name !== '' && !name.includes(OUT_OF_BOUNDS) && WHOLE_MENTION_URN.test(urn))
		.sort((a, b) => b.name.length - a.name.length);
	if (wanted.length === 0) return { parts };
	const byName = new Map<string, Mention[]>();
	for (const mention of wanted) {
		const same = byName.get(mention.name);
		if (same) same.push(mention);
		else byName.set(mention.name, [mention]);
	}
	const finder = new PlaceFinder(
		parts.map((part) => (typeof part === 'string' ? proseOf(part) : { text: OUT_OF_BOUNDS, hosts: [] })),
		[...byName.keys()],
	);
	const places: Place[] = [];
	let lost: LostMention[] = [];
	// In "@Bob@Ada", a name gets its place once the other one is placed.
	for (const names of [() => [...byName.keys()], () => lost.map(({ name }) => name)]) {
		const left: LostMention[] = [];
		for (const name of names()) {
			const same = byName.get(name) ?? [];
			const found = finder.places(name, same.length);
			if (found.length === same.length) {
				places.push(...found.map((place, index) => ({ ...place, mention: same[index] })));
				finder.take(found);
			} else {
				left.push({ name, isAmbiguous: found.length > same.length });
			}
		}
		lost = left;
	}
	return { parts: cut(parts, places), lost: lost.at(0) };
}

type FreePlace = Omit<Place, 'mention'>;

/** Finds free places of names in one text. No place of a name is checked repeatedly. */
class PlaceFinder {
	private readonly prose: string;
	private readonly words: Words;
	private readonly occurrences: Map<string, number[]>;
	/** For each taken character, where its place ends. */
	private readonly takenUntil: Uint32Array;

	/** Places within a host name, where a name can't begin or end. */
	private readonly isWithinHost: Uint8Array;

	constructor(pieces: Prose[], names: string[]) {
		this.prose = pieces.map(({ text }) => text).join('');
		this.words = new Words(this.prose);
		this.occurrences = occurrencesOf(names, this.prose);
		this.takenUntil = new Uint32Array(this.prose.length);
		this.isWithinHost = new Uint8Array(this.prose.length + 1);
		let start = 0;
		for (const { text, hosts } of pieces) {
			for (const { at, end } of hosts) this.isWithinHost.fill(1, start + at + 1, start + end);
			start += text.length;
		}
	}

	/** @returns as many as requested, fewer if there are fewer, one more if it's ambiguous */
	places(name: string, count: number): FreePlace[] {
		const marked = this.free(name, '@', count + 1);
		if (marked.length >= count) return marked;
		return [...marked, ...this.free(name, '', count + 1 - marked.length)];
	}

	take(places: FreePlace[]): void {
		for (const { at, length } of places) this.takenUntil.fill(at + length, at, at + length);
	}

	private free(name: string, mark: '@' | '', most: number): FreePlace[] {
		const found: FreePlace[] = [];
		const written = mark + name;
		const { length } = written;
		let end = -1;
		for (const nameAt of this.occurrences.get(name) ?? []) {
			const at = nameAt - mark.length;
			if (at < Math.max(end, 0) || (mark && this.prose[at] !== mark)) continue;
			if (!this.isFree(at, written, end)) continue;
			found.push({ at, length });
			end = at + length;
			if (found.length === most) break;
		}
		return found;
	}

	/** @param justEnded if a place ended directly before this one, a word begins here */
	private isFree(at: number, written: string, justEnded: number): boolean {
		const end = at + written.length;
		if (this.takenUntil[at] || this.takenUntil[end - 1]) return false;
		if (this.isWithinHost[at] || this.isWithinHost[end]) return false;
		const begins = at === justEnded || this.mayBegin(at, written);
		return begins && (this.takenUntil[end] > 0 || this.words.mayEnd(end));
	}

	/** A mention that was just placed also ends a word, as in "@Ada@Bob". */
	private mayBegin(at: number, written: string): boolean {
		if (at === 0 || this.takenUntil[at - 1]) return true;
		return this.words.mayBegin(at) && (this.prose[at - 1] !== '@' || written.startsWith('@'));
	}
}

/** The parts with the mentions in their places; a part that is a mention is one character long. */
function cut(parts: TextPart[], places: Place[]): TextPart[] {
	const inOrder = places.sort((a, b) => a.at - b.at);
	const result: TextPart[] = [];
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
