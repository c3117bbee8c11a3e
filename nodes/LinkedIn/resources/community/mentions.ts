import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../transport/errors/inputError';
import { linkedProfile, parseActor, type ProfileRef } from '../../transport/restli/urns/actor';
import type { LostMention, Mention } from '../../transport/text/mentions/placeMentions';

/**
 * The Mentions field of posts and of comments.
 * @param who the field that identifies the person or page
 */
export function mentionsOf(who: INodeProperties): INodeProperties {
	return {
		displayName: 'Mentions',
		name: 'mentions',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Mention',
		default: {},
		description: 'People and pages to mention; the text must contain their names',
		options: [
			{
				displayName: 'Mention',
				name: 'mention',
				values: [
					{
						displayName: 'Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. Acme Corp',
						description:
							'Exactly as in the text and on LinkedIn: the full name of a page, or the first, last or full name of a person. With a profile URL any name in the text will do; it becomes the one on LinkedIn.',
					},
					who,
				],
			},
		],
	};
}

/** Whom a profile URL names, once LinkedIn has said so. */
export interface MentionedPerson {
	urn: string;
	name: string;
	/** All that LinkedIn takes as their name. */
	names: Array<string | null>;
}

/** By the name in the profile URL. */
export type KnownPeople = ReadonlyMap<string, MentionedPerson>;

/** Before they are looked up. */
export const NOBODY_YET: KnownPeople = new Map();

/** Holds the place of someone who isn't looked up yet. */
const UNKNOWN = 'urn:li:person:unknown';

/**
 * A mention as typed.
 * @param name as in the text; may be missing with a profile URL, which then means the person's full name
 * @param who URN, number, page link or profile URL
 * @returns undefined if its name isn't known yet
 * @throws InputError for a mention without a name, or of someone who can't be mentioned
 */
export function mentionOf(name: string, who: string, people: KnownPeople): Mention | undefined {
	const profile = who === '' ? undefined : linkedProfile(who, 'Mentions');
	if (profile) return profileMention(name, profile, people);
	if (name !== '') return { name, urn: parseActor(who, 'Mentions').urn };
	throw new InputError('Mentions', 'A mention has no name', 'Enter the name exactly as in the text.');
}

/** As mentionOf, of a profile. A name that isn't theirs is replaced: LinkedIn would publish it as plain text. */
export function profileMention(name: string, profile: ProfileRef, people: KnownPeople): Mention | undefined {
	const person = people.get(profile.vanityName);
	if (!person) return name === '' ? undefined : { name, urn: UNKNOWN };
	if (name === '' || person.names.includes(name)) return { name: name || person.name, urn: person.urn };
	return { name, shown: person.name, urn: person.urn };
}

/** The profiles among what mentions name, each once. @throws InputError as mentionOf */
export function profilesAmong(whos: string[]): ProfileRef[] {
	return distinct(whos.flatMap((who) => (who === '' ? [] : (linkedProfile(who, 'Mentions') ?? []))));
}

export function distinct(profiles: ProfileRef[]): ProfileRef[] {
	return [...new Map(profiles.map((profile) => [profile.vanityName, profile])).values()];
}

/** @throws InputError if the text is too short to contain each name once per mention */
export function checkNames(mentions: Array<{ name: string }>, text: string): void {
	let length = 0;
	for (const { name } of mentions) length += name.length;
	if (length <= text.length) return;
	throw new InputError(
		'Mentions',
		`The text is shorter than the names in Mentions`,
		'Write each name in the text exactly as in the mention, once per mention.',
	);
}

/** @throws InputError for a mention whose name is not in the text */
export function checkPlaced(lost: LostMention | undefined): void {
	if (!lost) return;
	const { name, isAmbiguous } = lost;
	if (isAmbiguous) {
		throw new InputError(
			'Mentions',
			`The text contains "${name}" more often than Mentions does`,
			`Write @${name} where the mention goes, or add one mention per occurrence.`,
		);
	}
	throw new InputError(
		'Mentions',
		`The text doesn't contain "${name}" as separate words`,
		'Write the name in the text exactly as in the mention, once per mention, outside hashtags and web addresses.',
	);
}
