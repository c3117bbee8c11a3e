/**
 * People and pages that a comment mentions.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/comments-api
 */
import type { IDataObject } from 'n8n-workflow';

import { plainText } from '../../fields';
import { checkNames, checkPlaced, mentionsOf } from '../mentions';
import type { LinkedInError } from '../../../transport/errors';
import { InputError } from '../../../transport/inputError';
import { parseActor } from '../../../transport/restli/urn';
import { attributedText, type PlacedMention } from '../../../transport/text/attributes';

/** An entry of Additional Fields. */
export const mentionsField = mentionsOf({
	displayName: 'Person or Page',
	name: 'who',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	description: 'Who is mentioned: a follower of the page that comments, or anybody whose URN you have',
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

/** A text for the wire: plain, with the mentions in it. */
export interface CommentText {
	text: string;
	mentions: PlacedMention[];
}

/**
 * The text of a comment and where its mentions stand.
 * @param text as typed
 * @param given the Mentions field, or what an expression put there
 * @throws InputError for a mention without a place in the text, or of somebody who cannot be mentioned
 */
export function withMentions(text: string, given: unknown): CommentText {
	const entries = entriesOf(given).map(readMention);
	checkNames(entries, text);
	const { lost, ...attributed } = attributedText(text, entries);
	checkPlaced(lost);
	return attributed;
}

/** Names the kinds of mentioned people and pages: short as in newer answers of LinkedIn, long as on /v2. */
type MentionForm = 'short' | 'long';

/** The form that LinkedIn took last on its versioned resource, which no page of LinkedIn settles. */
let taken: MentionForm = 'short';

/**
 * Writes a text with its mentions, on the versioned resource in LinkedIn's other form where the first is refused.
 * @param path where the comment goes
 * @param write sends one form of the text
 * @param refusalOf what LinkedIn answered to it; undefined where the comment was, or may have been, written
 * @returns what came of the form that was taken, else of the first
 */
export async function writeMessage<T>(
	comment: CommentText,
	path: string,
	write: (message: IDataObject) => Promise<T>,
	refusalOf: (outcome: T) => LinkedInError | undefined,
): Promise<T> {
	const isVersioned = path.startsWith('/rest/');
	const form = isVersioned ? taken : 'long';
	const first = await write(messageOf(comment, form));
	const refusal = refusalOf(first);
	if (!isVersioned || comment.mentions.length === 0 || !refusal || !mayBeOfForm(refusal)) return first;
	const other = form === 'short' ? 'long' : 'short';
	const second = await write(messageOf(comment, other));
	if (refusalOf(second)) return first;
	taken = other;
	return second;
}

/** What LinkedIn says where a scope or a role is missing, which no other form changes. */
const LACKS_RIGHTS = /permission|unauthori[sz]ed|not authori[sz]ed|VisibilityReduction|ADMIN_ONLY/i;

function mayBeOfForm({ details: { status }, message }: LinkedInError): boolean {
	if (status === 400) return true;
	return status === 403 && (/Unpermitted fields/i.test(message) || !LACKS_RIGHTS.test(message));
}

function messageOf({ text, mentions }: CommentText, form: MentionForm): IDataObject {
	if (mentions.length === 0) return { text };
	const attributes = mentions.map(({ start, length, urn }) => ({
		start,
		length,
		value: mentionValue(urn, form),
	}));
	return { text, attributes };
}

function mentionValue(urn: string, form: MentionForm): IDataObject {
	const isPerson = urn.startsWith('urn:li:person:');
	if (form === 'short')
		return isPerson ? { person: { person: urn } } : { organization: { organization: urn } };
	return isPerson
		? { 'com.linkedin.common.MemberAttributedEntity': { member: urn } }
		: { 'com.linkedin.common.CompanyAttributedEntity': { company: urn } };
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
		'Mentions holds no list of mentions',
		'Give each mention a name and a URN, e.g. {"mention":[{"name":"Acme Corp","who":"urn:li:organization:2414183"}]}.',
	);
}

function readMention({ name, who }: Entry): { name: string; urn: string } {
	const called = plainText(name, 'Mentions').trim();
	if (!called) {
		throw new InputError(
			'Mentions',
			'A mention has no name',
			'Write the name into the text exactly as in the mention.',
		);
	}
	const isLocator = typeof who === 'object' && who !== null && 'value' in who;
	return {
		name: called,
		urn: parseActor(plainText(isLocator ? who.value : who, 'Mentions'), 'Mentions').urn,
	};
}
