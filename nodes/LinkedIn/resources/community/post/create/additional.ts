/** What a post of any kind can have besides its content. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../../transport/errors/inputError';
import { fromMarkdown } from '../../../../transport/text/markdown/markdown';
import { callToActionField, landingPageField, type CallToActionValue } from '../../../posts/callToAction';
import { checkTyped, postMentionsField, type MentionsValue } from '../../../posts/commentary';
import { plainText } from '../../../values/plainText';
import { readyFields } from '../../media/ready';
import { longTextField, type LongText } from '../continuation';
import { postTargetingField, type TargetingValue } from '../targeting';

export interface AdditionalFields extends CallToActionValue {
	boldLetters?: boolean;
	disableReshare?: boolean;
	firstComment?: unknown;
	longText?: LongText;
	mentions?: MentionsValue;
	onDuplicate?: 'return' | 'fail';
	targeting?: TargetingValue;
	textIs?: 'plain' | 'markdown';
	visibility?: 'PUBLIC' | 'CONNECTIONS' | 'LOGGED_IN';
}

const [readyWithinField, waitUntilReadyField] = readyFields;

export const additionalFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		callToActionField,
		{
			displayName: 'Disable Reshare',
			name: 'disableReshare',
			type: 'boolean',
			default: false,
			description: 'Whether to prevent others from resharing the post',
		},
		{
			displayName: 'First Comment',
			name: 'firstComment',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			placeholder: 'e.g. The link: https://example.com',
			description: 'Plain-text comment that the same author adds right after publishing',
		},
		{
			displayName: 'If Already Posted',
			name: 'onDuplicate',
			type: 'options',
			default: 'return',
			description:
				'What to do if LinkedIn rejects the post because its author published the same text minutes ago',
			options: [
				{ name: 'Fail', value: 'fail', description: 'Fail with the URN of the existing post' },
				{
					name: 'Return the Existing Post',
					value: 'return',
					description: 'Succeed with the existing post, marked as deduplicated',
				},
			],
		},
		longTextField,
		landingPageField,
		readyWithinField,
		postMentionsField,
		postTargetingField,
		{
			displayName: 'Text Format',
			name: 'textIs',
			type: 'options',
			default: 'plain',
			description: 'How the text is written',
			options: [
				{
					name: 'Markdown',
					value: 'markdown',
					description: 'Removes asterisks, makes bullets of list markers and "text (address)" of links',
				},
				{ name: 'Plain', value: 'plain', description: 'Published exactly as typed' },
			],
		},
		{
			displayName: 'Use Unicode Bold',
			name: 'boldLetters',
			type: 'boolean',
			default: true,
			description:
				'Whether to write Markdown bold text and headings in Unicode bold letters. Each letter counts as two characters, and screen readers may skip it.',
		},
		{
			displayName: 'Visibility',
			name: 'visibility',
			type: 'options',
			default: 'PUBLIC',
			description: 'Who can see the post',
			options: [
				{ name: 'Anyone', value: 'PUBLIC' },
				{ name: 'Anyone Signed In', value: 'LOGGED_IN' },
				{
					name: 'Connections Only',
					value: 'CONNECTIONS',
					description: "Pages can't post to Connections Only",
				},
			],
		},
		waitUntilReadyField,
	],
};

/** The text to publish, as plain text. @throws InputError as plainText and checkTyped */
export function typedText(value: unknown, { textIs, boldLetters }: AdditionalFields): string {
	const text = plainText(value, 'Text');
	checkTyped(text);
	return textIs === 'markdown' ? fromMarkdown(text, { boldLetters }) : text;
}

/** Settings that LinkedIn offers only to members or only to pages. */
export function audienceProblems(
	author: string,
	extra: AdditionalFields,
	targetEntities: IDataObject[],
): InputError[] {
	const problems: InputError[] = [];
	const isMember = author.toLowerCase() === 'me' || author.startsWith('urn:li:person:');
	if (isMember && targetEntities.length > 0) {
		problems.push(
			new InputError(
				'Targeting',
				'Only posts of a page can have Targeting',
				'Remove Targeting, or choose a page as Author.',
			),
		);
	}
	if (!isMember && extra.visibility === 'CONNECTIONS') {
		problems.push(
			new InputError(
				'Visibility',
				"Pages can't post to Connections Only",
				'Choose Anyone, or post as a member.',
			),
		);
	}
	return problems;
}
