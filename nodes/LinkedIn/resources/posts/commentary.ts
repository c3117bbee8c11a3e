/** The text of a post: its fields, its limit, and its form in a request. */
import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../transport/errors/inputError';
import { linkedProfile, type ProfileRef } from '../../transport/restli/urns/actor';
import { counted } from '../../transport/text/counted';
import {
	asLittleText,
	lostMention,
	MAX_COMMENTARY_CHARACTERS,
	shownText,
	splitAtMentions,
} from '../../transport/text/littleText';
import { cutLongText } from '../../transport/text/longText';
import type { AttributedText } from '../../transport/text/mentions/attributes';
import { shownName, type Mention, type TextPart } from '../../transport/text/mentions/placeMentions';
import {
	checkNames,
	checkPlaced,
	distinct,
	mentionOf,
	mentionsOf,
	NOBODY_YET,
	profileMention,
	profilesAmong,
	type KnownPeople,
} from '../community/mentions';
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
	description:
		'A URN, a page number, a page URL that contains its number, or the profile URL of a person (as the admin of a page)',
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
 * @param people those whom mentions name by profile URL; until they are known, their place is checked
 * @throws InputError for an empty or overlong text, and for an invalid mention
 */
export function commentaryOf(
	text: unknown,
	mentions: MentionsValue | undefined,
	mayBeEmpty = false,
	people: KnownPeople = NOBODY_YET,
): string {
	return continuedCommentaryOf(text, mentions, { mayBeEmpty, people }).commentary;
}

/** What LinkedIn's own form takes in a comment; its API documents no maximum (docs/behaviour.md#long-text). */
const MAX_COMMENT_CHARACTERS = 1250;

interface Writing {
	mayBeEmpty?: boolean;
	people?: KnownPeople;
	/** If the text is too long, the rest goes into comments. */
	mayContinue?: boolean;
}

/**
 * As commentaryOf.
 * @returns the commentary, and a comment for each further part of a text that is too long
 * @throws InputError as commentaryOf
 */
export function continuedCommentaryOf(
	text: unknown,
	mentions: MentionsValue | undefined,
	{ mayBeEmpty = false, people = NOBODY_YET, mayContinue = false }: Writing,
): { commentary: string; rest: AttributedText[] } {
	const parts = placedParts(text, mentions, mayBeEmpty, people);
	const { length } = shownText(parts);
	if (length <= MAX_COMMENTARY_CHARACTERS) return { commentary: asLittleText(parts), rest: [] };
	if (!mayContinue) throw tooLong(length);
	const { post, comments } = cutLongText(parts, {
		post: MAX_COMMENTARY_CHARACTERS,
		comment: MAX_COMMENT_CHARACTERS,
	});
	return { commentary: asLittleText(post), rest: comments };
}

/** The text with its mentions in their places. @throws InputError as commentaryOf, but not for the length */
function placedParts(
	text: unknown,
	mentions: MentionsValue | undefined,
	mayBeEmpty: boolean,
	people: KnownPeople,
): TextPart[] {
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
	const named = entries.flatMap((entry) => readMention(entry, people) ?? []);
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
	if (text.length <= MOST_TYPED_CHARACTERS) return;
	const most = MOST_TYPED_CHARACTERS.toLocaleString('en-US');
	throw new InputError(
		'Text',
		`Text has ${text.length} characters; the maximum is ${MAX_COMMENTARY_CHARACTERS} for a post, and ${most} with all its comments`,
		`Shorten it to ${most} characters, or publish it as several posts.`,
	);
}

function tooLong(length: number): InputError {
	return new InputError(
		'Text',
		`Text has ${length} characters; the maximum is ${MAX_COMMENTARY_CHARACTERS}`,
		`Shorten it by ${counted(length - MAX_COMMENTARY_CHARACTERS, 'character')}, or put the rest in comments, as Post: Create does with If Text Is Too Long.`,
	);
}

interface Entry {
	name?: string;
	urn?: string;
}

function readMention(entry: Entry, people: KnownPeople): Mention | undefined {
	return mentionOf(String(entry.name ?? '').trim(), whoOf(entry), people);
}

function whoOf({ urn }: Entry): string {
	return String(urn ?? '').trim();
}

/** `@[Name](profile URL)`, also without a name. */
const TYPED_PROFILE =
	/@\[((?:(?!@\[)[^\r\n])*?)\]\(((?:(?:https?:\/\/)?(?:[a-z]{1,3}\.|www\.)?linkedin\.com)?\/(?:comm\/)?in\/[^\s()]+)\)/giu;

/**
 * Turns what is typed as `@[Name](profile URL)` into `@[Name](urn)`.
 * @param text as typed
 * @throws InputError as plainText and checkTyped
 */
export function withTypedProfiles(text: unknown, people: KnownPeople): string {
	const typed = plainText(text, 'Text');
	checkTyped(typed);
	return typed.replace(TYPED_PROFILE, (whole, name: string, address: string) => {
		const profile = linkedProfile(address, 'Text');
		if (!profile) return whole;
		const mention = profileMention(name.trim() || nameBefore(profile, people), profile, people);
		return mention ? `@[${within(shownName(mention))}](${mention.urn})` : whole;
	});
}

/** People choose their names themselves; none of them ends the mention or begins another. */
function within(name: string): string {
	return name.replace(/[\r\n]+|\]\(|@\[/g, ' ');
}

/** Until the person is known, the name in the URL holds the place of theirs. */
function nameBefore({ vanityName }: ProfileRef, people: KnownPeople): string {
	return people.get(vanityName)?.name ?? vanityName;
}

/** The people whom a text and the field name by profile URL, each once. @throws InputError as commentaryOf */
export function profilesIn(text: unknown, mentions: MentionsValue | undefined): ProfileRef[] {
	const typed = [...plainText(text, 'Text').matchAll(TYPED_PROFILE)].flatMap(
		([, , address]) => linkedProfile(address, 'Text') ?? [],
	);
	return distinct([...typed, ...profilesAmong((mentions?.mention ?? []).map(whoOf))]);
}
