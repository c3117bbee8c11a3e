/**
 * People and pages that a comment mentions.
 * @see docs.comments
 */
import { InputError } from '../../../transport/errors/inputError';
import { parseActor } from '../../../transport/restli/urns/actor';
import { attributedText, type PlacedMention } from '../../../transport/text/mentions/attributes';
import { plainText } from '../../values/plainText';
import { checkNames, checkPlaced, mentionsOf } from '../mentions';

/** An entry of Additional Fields. */
export const commentMentionsField = mentionsOf({
	displayName: 'Person or Page',
	name: 'who',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description: 'Whom to mention: a follower of the page that comments, or anyone whose URN you have',
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

/** A text to send: plain, with its mentions. */
export interface CommentText {
	text: string;
	mentions: PlacedMention[];
}

/**
 * The text of a comment and the places of its mentions.
 * @param text as typed
 * @param given the Mentions field, or what an expression returned
 * @throws InputError for a mention without a place in the text, or of someone who can't be mentioned
 */
export function withMentions(text: string, given: unknown): CommentText {
	const entries = entriesOf(given).map(readMention);
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

function readMention({ name, who }: Entry): { name: string; urn: string } {
	const called = plainText(name, 'Mentions').trim();
	if (!called) {
		throw new InputError('Mentions', 'A mention has no name', 'Enter the name exactly as in the text.');
	}
	const isLocator = typeof who === 'object' && who !== null && 'value' in who;
	return {
		name: called,
		urn: parseActor(plainText(isLocator ? who.value : who, 'Mentions'), 'Mentions').urn,
	};
}
