/** Cuts a text that is too long for a post into numbered parts: the post, and the comments that continue it. */
import { asAttributed, type AttributedText } from './mentions/attributes';
import { shownName, type TextPart } from './mentions/placeMentions';
import { addressesIn, type TextSpan } from './prose';

/** Maximum for one part, in UTF-16 units of the shown text, with its number. */
export interface Room {
	post: number;
	comment: number;
}

export interface CutText {
	/** The first part, as typed. */
	post: TextPart[];
	/** The other parts, as comments. */
	comments: AttributedText[];
}

/** A post of 30,000 characters has fewer than a hundred parts. */
const NUMBER_LENGTH = ' (99/99)'.length;

/** A part ends with a paragraph if that fills so much of its room, otherwise with a sentence, otherwise with a word. */
const FILLED_BY = { paragraph: 0.6, sentence: 0.25, word: 0.25 } as const;

/** Ends a sentence without a space behind it. */
const FULL_WIDTH_STOP = /[。！？｡]/;
/** A sentence doesn't end with "Dr." or "e.g.". */
const ABBREVIATION = /(?:^|[^\p{L}])(?:\p{L}|\p{Lu}\p{Ll}{1,2}|vs|etc|bzw)\.\s*$/u;
const LONGEST_ABBREVIATION = 8;
/** More abbreviations than this in a row are unlikely, and looking costs time. */
const MOST_SENTENCES = 50;

/**
 * Cuts a text where a sentence ends, never within a word, a web address or a mention as long as they fit. Blanks at the
 * cuts are left out, and each part has its number: "… (1/3)", then "(2/3) …".
 *
 * @param parts the text with its mentions in their places, longer than a post
 * @param room characters a part can have; a name or a word that is longer is cut
 */
export function cutLongText(parts: TextPart[], room: Room): CutText {
	const { text: shown, mentions } = asAttributed(parts);
	const ends = endsOf(shown);
	const names = mentions.map(({ start, length }) => ({ at: start, end: start + length }));
	const wholes = [...names, ...addressesIn(shown)];
	const pieces: Array<{ from: number; to: number }> = [];
	for (let from = 0; from < shown.length;) {
		const most = (pieces.length === 0 ? room.post : room.comment) - NUMBER_LENGTH;
		const to = shown.length - from <= most ? shown.length : cutAt(shown, from, from + most, ends, wholes);
		pieces.push({ from, to });
		from = to + (/^\s*/.exec(shown.slice(to))?.[0].length ?? 0);
	}
	const [post, ...rest] = pieces;
	const numberOf = (index: number) => `(${index + 1}/${pieces.length})`;
	return {
		post: [...partsWithin(parts, post.from, endOfText(shown, post)), ` ${numberOf(0)}`],
		comments: rest.map((piece, index) => {
			const before = `${numberOf(index + 1)} `;
			const text = before + shown.slice(piece.from, endOfText(shown, piece));
			const within = mentions.filter(
				({ start, length }) => start >= piece.from && start + length <= piece.to,
			);
			return {
				text,
				mentions: within.map((one) => ({ ...one, start: one.start - piece.from + before.length })),
			};
		}),
	};
}

/** Without the blanks before the cut. */
function endOfText(shown: string, { from, to }: { from: number; to: number }): number {
	return from + shown.slice(from, to).trimEnd().length;
}

/** The parts of a stretch of the shown text; a mention that doesn't lie in it whole becomes text. */
function partsWithin(parts: TextPart[], from: number, to: number): TextPart[] {
	const within: TextPart[] = [];
	let start = 0;
	for (const part of parts) {
		const text = typeof part === 'string' ? part : shownName(part);
		const [first, last] = [Math.max(from - start, 0), Math.min(to - start, text.length)];
		if (first < last) within.push(first === 0 && last === text.length ? part : text.slice(first, last));
		start += text.length;
	}
	return within;
}

/** Positions in the shown text, ascending; sentences are only found where they are looked for, which takes longer. */
interface Ends {
	paragraphs: number[];
	sentences: Intl.Segments;
	words: number[];
}

function endsOf(shown: string): Ends {
	const sentences = new Intl.Segmenter('und', { granularity: 'sentence' }).segment(shown);
	const ends: Ends = { paragraphs: [], sentences, words: [] };
	for (const { index } of shown.matchAll(/\S(?=\s)/g)) ends.words.push(index + 1);
	for (const { index } of shown.matchAll(/[^\n](?=\n)/g)) ends.paragraphs.push(index + 1);
	return ends;
}

/** A question mark within a web address doesn't end one. */
function endsSentence(shown: string, at: number): boolean {
	const before = shown.slice(Math.max(0, at - LONGEST_ABBREVIATION), at);
	if (FULL_WIDTH_STOP.test(before.slice(-1))) return true;
	return /\s$/.test(before) && !ABBREVIATION.test(before);
}

/**
 * @param wholes mentions and web addresses
 * @returns where a part from `from` ends, at most `last`
 */
function cutAt(shown: string, from: number, last: number, ends: Ends, wholes: TextSpan[]): number {
	const least = (kind: keyof typeof FILLED_BY) => from + (last - from) * FILLED_BY[kind];
	const end =
		lastOf(ends.paragraphs, least('paragraph'), last, wholes) ??
		lastSentence(shown, ends.sentences, least('sentence'), last, wholes) ??
		lastOf(ends.words, least('word'), last, wholes);
	if (end !== undefined) return end;
	const over = wholes.find(({ at, end }) => at > from && at < last && end > last);
	if (over) return over.at;
	const letter = new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(shown).containing(last);
	return letter !== undefined && letter.index > from ? letter.index : last;
}

/** The last position of a stretch that isn't within a mention or web address. */
function lastOf(positions: number[], least: number, last: number, wholes: TextSpan[]): number | undefined {
	for (let index = firstAfter(positions, last) - 1; index >= 0 && positions[index] > least; index -= 1) {
		if (!isWithin(wholes, positions[index])) return positions[index];
	}
	return undefined;
}

/** As lastOf, of the ends of sentences. */
function lastSentence(
	shown: string,
	sentences: Intl.Segments,
	least: number,
	last: number,
	wholes: TextSpan[],
): number | undefined {
	let inNext = last;
	while (inNext < shown.length - 1 && isBlank(shown, inNext)) inNext += 1;
	for (let looks = 0; looks < MOST_SENTENCES; looks += 1) {
		const next = sentences.containing(inNext)?.index ?? 0;
		let at = next;
		while (isBlank(shown, at - 1)) at -= 1;
		if (at <= least) return undefined;
		if (at <= last && endsSentence(shown, next) && !isWithin(wholes, at)) return at;
		inNext = at - 1;
	}
	return undefined;
}

const isBlank = (shown: string, at: number) => /\s/.test(shown.charAt(at));

const isWithin = (wholes: TextSpan[], at: number) => wholes.some((whole) => whole.at < at && whole.end > at);

/** The index of the first position behind `at`, by halving. */
function firstAfter(positions: number[], at: number): number {
	let [low, high] = [0, positions.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (positions[middle] <= at) low = middle + 1;
		else high = middle;
	}
	return low;
}
