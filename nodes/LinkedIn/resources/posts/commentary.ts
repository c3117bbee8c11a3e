/** The text of a post: its fields, its limit, and its form in a request. */
import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../transport/errors/inputError';
import { parseActor } from '../../transport/restli/urns/actor';
import { counted } from '../../transport/text/counted';
import {
	asLittleText,
	lostMention,
	MAX_COMMENTARY_CHARACTERS,
	shownText,
	splitAtMentions,
} from '../../transport/text/littleText';
import { cutLongText, type CommentPart } from '../../transport/text/longText';
import type { Mention, TextPart } from '../../transport/text/mentions/placeMentions';
import { checkNames, checkPlaced, mentionsOf } from '../community/mentions';
import { plainText } from '../values/plainText';

export const textField: INodeProperties = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 6 },
	default: '',
	placeholder: 'e.g. We are hiring (remotely)! #jobs',
	hint: 'Up to 3,000 characters. Type #hashtags as usual; mention with @[Name](urn:li:organization:2414183).',
	description: 'Published exactly as typed',
};

/** An entry of Additional Fields. */
export const postMentionsField = mentionsOf({
	displayName: 'Person or Page',
	name: 'urn',
	type: 'string',
	default: '',
	placeholder: 'e.g. urn:li:organization:2414183',
	description: 'A URN, a page number, or a page URL that contains its number',
});

/** The value of the Mentions field. */
export interface MentionsValue {
	mention?: Array<{ name?: string; urn?: string }>;
}

/**
 * The commentary as sent.
 * @param text as typed
 * @param mentions the Mentions field
 * @param mayBeEmpty a reshare doesn't need a text
 * @throws InputError for an empty or overlong text, and for an invalid mention
 */
export function commentaryOf(text: unknown, mentions: MentionsValue | undefined, mayBeEmpty = false): string {
	const parts = placedParts(text, mentions, mayBeEmpty);
	const { length } = shownText(parts);
	if (length > MAX_COMMENTARY_CHARACTERS) throw tooLong(length);
	return asLittleText(parts);
}

/** What LinkedIn's own form takes in a comment; its API documents no maximum (docs/behaviour.md#long-text). */
export const MAX_COMMENT_CHARACTERS = 1250;

/**
 * As commentaryOf, for a text whose rest goes into comments if it's too long.
 * @returns the commentary, and a comment for each further part
 * @throws InputError as commentaryOf, but not for the length
 */
export function continuedCommentaryOf(
	text: unknown,
	mentions: MentionsValue | undefined,
	mayBeEmpty = false,
): { commentary: string; rest: CommentPart[] } {
	const parts = placedParts(text, mentions, mayBeEmpty);
	const { length } = shownText(parts);
	if (length <= MAX_COMMENTARY_CHARACTERS) return { commentary: asLittleText(parts), rest: [] };
	const { post, comments } = cutLongText(parts, {
		post: MAX_COMMENTARY_CHARACTERS,
		comment: MAX_COMMENT_CHARACTERS,
	});
	return { commentary: asLittleText(post), rest: comments };
}

/** The text with its mentions in their places. @throws InputError as commentaryOf, but not for the length */
function placedParts(text: unknown, mentions: MentionsValue | undefined, mayBeEmpty: boolean): TextPart[] {
	const typed = plainText(text, 'Text');
	if (typed.trim() === '' && !mayBeEmpty) {
		throw new InputError('Text', 'Text is empty', 'Enter the text of the post, or check its expression.');
	}
	checkTyped(typed);
	const entries = mentions?.mention ?? [];
	checkNames(
		entries.map(({ name }) => ({ name: String(name ?? '') })),
		typed,
	);
	const named = entries.map(readMention);
	checkPlaced(lostMention(typed, named));
	return splitAtMentions(typed, named);
}

/** Mentions and Markdown are longer than what is shown of them, but not by this much. */
const MOST_TYPED_CHARACTERS = 10 * MAX_COMMENTARY_CHARACTERS;

/**
 * To be called before a text is parsed.
 * @param text as typed, with its markup
 * @throws InputError if it is far too long, however much of it is markup
 */
export function checkTyped(text: string): void {
	if (text.length > MOST_TYPED_CHARACTERS) throw tooLong(text.length);
}

function tooLong(length: number): InputError {
	return new InputError(
		'Text',
		`Text has ${length} characters; the maximum is ${MAX_COMMENTARY_CHARACTERS}`,
		`Shorten it by ${counted(length - MAX_COMMENTARY_CHARACTERS, 'character')}, or put the rest in comments, as Post: Create does with If Text Is Too Long.`,
	);
}

function readMention(entry: { name?: string; urn?: string }): Mention {
	const name = String(entry.name ?? '').trim();
	if (!name) {
		throw new InputError('Mentions', 'A mention has no name', 'Enter the name exactly as in the text.');
	}
	const urn = String(entry.urn ?? '').trim();
	return { name, urn: /^\d+$/.test(urn) ? `urn:li:organization:${urn}` : parseActor(urn, 'Mentions').urn };
}
