/**
 * People and pages that a comment mentions.
 * @see docs.comments
 */
import { InputError } from '../../../transport/errors/inputError';
import type { Mention } from '../../../transport/text/mentions/placeMentions';
import type { ProfileRef } from '../../../transport/restli/urns/actor';
import { attributedText, type AttributedText } from '../../../transport/text/mentions/attributes';
import { locatorContent, plainText } from '../../values/plainText';
import type { Call } from '../../operation';
import type { Actor } from '../../fields/actor';
import {
	checkNames,
	checkPlaced,
	mentionOf,
	mentionsOf,
	NOBODY_YET,
	profilesAmong,
	type KnownPeople,
} from '../mentions';
import { lookUpMentioned } from '../person/mentioned';

/** An entry of Additional Fields. */
export const commentMentionsField = mentionsOf({
	displayName: 'Person or Page',
	name: 'who',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description:
		'Whom to mention: a follower of the page that comments, or anyone whose URN or profile URL (as the admin of a page) you have',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: {
				searchListMethod: 'searchFollowers',
				searchable: true,
				searchFilterRequired: true,
			},
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. urn:li:person:yrZCpj2ZYQ or 2414183',
		},
	],
});

/**
 * The text of a comment and the places of its mentions.
 * @param text as typed
 * @param given the Mentions field, or what an expression returned
 * @param people those whom mentions name by profile URL; until they are known, their place is checked
 * @throws InputError for a mention without a place in the text, or of someone who can't be mentioned
 */
export function withMentions(text: string, given: unknown, people: KnownPeople = NOBODY_YET): AttributedText {
	const entries = entriesOf(given).flatMap((entry) => readMention(entry, people) ?? []);
	checkNames(entries, text);
	const { lost, ...attributed } = attributedText(text, entries);
	checkPlaced(lost);
	return attributed;
}

interface Entry {
	name?: unknown;
	who?: unknown;
}

function entriesOf(given: unknown): Entry[] {
	const mentions = (given as { mention?: unknown } | null | undefined)?.mention ?? [];
	const isList = Array.isArray(mentions) && mentions.every((one) => typeof one === 'object' && one !== null);
	if (isList) return mentions as Entry[];
	throw new InputError(
		'Mentions',
		'Mentions must be a list of mentions',
		'Give each mention a name and a URN, e.g. {"mention":[{"name":"Acme Corp","who":"urn:li:organization:2414183"}]}.',
	);
}

function readMention(entry: Entry, people: KnownPeople): Mention | undefined {
	return mentionOf(plainText(entry.name, 'Mentions').trim(), whoOf(entry), people);
}

function whoOf({ who }: Entry): string {
	return plainText(locatorContent(who), 'Mentions').trim();
}

/** The people whom the Mentions field names by profile URL. @throws InputError as withMentions */
export function profilesNamed(given: unknown): ProfileRef[] {
	return profilesAmong(entriesOf(given).map(whoOf));
}

/**
 * The text once those named by profile URL are looked up.
 * @param checked the text without them, as withMentions gave it
 * @param typed the text as typed
 * @throws InputError or LinkedInError as lookUpMentioned
 */
export async function withPeople(
	{ linkedin }: Call,
	checked: AttributedText,
	{ typed, given, actor }: { typed: string; given: unknown; actor: Actor },
): Promise<AttributedText> {
	const profiles = profilesNamed(given);
	if (profiles.length === 0) return checked;
	const page = actor.as === 'page' ? actor.urn : undefined;
	return withMentions(typed, given, await lookUpMentioned(linkedin, profiles, page));
}
