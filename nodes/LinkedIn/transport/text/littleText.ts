import {
	MENTION_URN,
	placeMentions,
	shownName,
	type LostMention,
	type Mention,
	type TextPart,
} from './mentions/placeMentions';
import { addressesIn, HASHTAG } from './prose';

/** LinkedIn's limit for the commentary of a post (docs.posts), in UTF-16 units of the shown text. */
export const MAX_COMMENTARY_CHARACTERS = 3000;

/** Escaped by a backslash if they're meant literally (docs.littleText). */
const RESERVED = /[\\|{}@[\]()<>#*_~]/g;

const TYPED_MENTION = new RegExp(`@\\[((?:(?!@\\[)[^\\r\\n])+?)\\]\\((${MENTION_URN})\\)`, 'gu');

const HASHTAG_OR_RESERVED = new RegExp(`(${HASHTAG})|${RESERVED.source}`, 'gu');

/** What LinkedIn sends back. */
const ESCAPE = `\\\\(${RESERVED.source})`;
const HASHTAG_TEMPLATE = '\\{hashtag\\|\\\\?#\\|((?:\\\\.|[^\\\\{}|])+)\\}';
const MENTION = '@\\[((?:\\\\.|[^\\\\[\\]])+)\\]\\((urn:li:[^()\\s]+)\\)';
const LITTLE_ELEMENT = new RegExp(`${ESCAPE}|${HASHTAG_TEMPLATE}|${MENTION}`, 'gsu');

function escapeAll(text: string): string {
	return text.replace(RESERVED, '\\$&');
}

function unescapeAll(little: string): string {
	return little.replace(new RegExp(ESCAPE, 'g'), '$1');
}

function escapeText(text: string): string {
	const addresses = addressesIn(text);
	let next = 0;
	return text.replace(HASHTAG_OR_RESERVED, (found, hashtag: string | undefined, at: number) => {
		while (next < addresses.length && addresses[next].end <= at) next += 1;
		const isInAddress = next < addresses.length && addresses[next].at <= at;
		return hashtag === undefined || isInAddress ? escapeAll(found) : found;
	});
}

function splitAtTypedMentions(text: string): TextPart[] {
	const parts: TextPart[] = [];
	let end = 0;
	for (const match of text.matchAll(TYPED_MENTION)) {
		parts.push(text.slice(end, match.index), { name: match[1], urn: match[2] });
		end = match.index + match[0].length;
	}
	return [...parts, text.slice(end)];
}

/**
 * @param text as typed
 * @param mentions as for toLittleText
 * @returns the text with typed and other mentions in their places
 */
export function splitAtMentions(text: string, mentions: Mention[] = []): TextPart[] {
	return placeMentions(splitAtTypedMentions(text), mentions).parts;
}

/**
 * @param text as typed
 * @param mentions as for toLittleText
 * @returns the first of them that has no place in the text, or more places than mentions
 */
export function lostMention(text: string, mentions: Mention[]): LostMention | undefined {
	return placeMentions(splitAtTypedMentions(text), mentions).lost;
}

/**
 * Writes what a user typed as the commentary of a post (docs.littleText), so that it's shown exactly as typed.
 *
 * `#word` stays a hashtag, except inside an address; `@[Name](urn:li:organization:1)` and the same with a person stay
 * mentions, with the name typed without escapes. Everything else is text and is escaped. Not for comments, titles or
 * alt text, which are plain.
 *
 * @param text as typed
 * @param mentions each turns "@Name" in the text, otherwise "Name", into a mention; one that lostMention returns, or
 * whose URN is neither organization nor person, changes nothing
 */
export function toLittleText(text: string, mentions: Mention[] = []): string {
	return asLittleText(splitAtMentions(text, mentions));
}

/** As toLittleText, for a text with its mentions in their places. */
export function asLittleText(parts: TextPart[]): string {
	return parts
		.map((part) =>
			typeof part === 'string' ? escapeText(part) : `@[${escapeAll(shownName(part))}](${part.urn})`,
		)
		.join('');
}

/**
 * Reads commentary from LinkedIn as a user would type it: without escapes, `{hashtag|\#|tag}` as `#tag`, mentions as
 * `@[Name](urn)`. The reverse of toLittleText.
 *
 * @param little any text; what breaks the grammar stays unchanged
 */
export function fromLittleText(little: string): string {
	return little.replace(
		LITTLE_ELEMENT,
		(_element, escaped?: string, tag?: string, name?: string, urn?: string) => {
			if (escaped !== undefined) return escaped;
			if (tag !== undefined) return `#${unescapeAll(tag)}`;
			return `@[${unescapeAll(name ?? '')}](${urn})`;
		},
	);
}

/**
 * The length of a post as it counts towards MAX_COMMENTARY_CHARACTERS: the visible UTF-16 units. A mention counts its
 * name, escapes don't count.
 *
 * @param text as typed, not little text
 * @param mentions as for toLittleText
 */
export function commentaryLength(text: string, mentions: Mention[] = []): number {
	return shownText(splitAtMentions(text, mentions)).length;
}

/** A text as LinkedIn shows it: of a mention, the name. */
export function shownText(parts: TextPart[]): string {
	return parts.map((part) => (typeof part === 'string' ? part : shownName(part))).join('');
}
