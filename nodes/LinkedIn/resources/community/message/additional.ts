/** What a message can have beside its text: the conversation it belongs to, a type and attachments (docs.messages). */
import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../transport/errors/inputError';
import type { Call } from '../../operation';
import { entriesOf, plainText } from '../../values/plainText';

const THREAD = 'Thread';
const ATTACHMENTS = 'Attachments';

export const additionalFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		{
			displayName: ATTACHMENTS,
			name: 'attachments',
			type: 'string',
			default: '',
			placeholder: 'e.g. urn:li:digitalmediaAsset:C4E2DAQEyD8gUT5nVvA',
			description:
				'URNs of uploaded files, separated by commas. The member must be able to see and change them.',
		},
		{
			displayName: 'Message Type',
			name: 'messageType',
			type: 'string',
			default: '',
			placeholder: 'e.g. MEMBER_TO_MEMBER',
			description:
				"LinkedIn's name for the type, if your agreement with LinkedIn names one; not sent if empty",
		},
		{
			displayName: THREAD,
			name: 'thread',
			type: 'string',
			default: '',
			placeholder: 'e.g. urn:li:messagingThread:6446595445958545408',
			description: 'URN of a conversation to answer in, without Recipients and Subject',
		},
	],
};

const THREAD_URN = /^urn:li:messagingThread:[^\s:]+$/i;
/** LinkedIn spells it in two ways. */
const ASSET_URN = /^urn:li:digitalmediaAsset:[^\s:]+$/i;

/** What the fields add to the body of each message. */
export interface Additional {
	thread: string;
	messageType: string;
	attachments: string[];
}

/** @throws InputError */
export function additionalOf(call: Call): Additional {
	const given = recordOf(call.parameter<unknown>('additionalFields', {}));
	const attachments = entriesOf(given.attachments, ATTACHMENTS);
	for (const one of attachments)
		check(one, ASSET_URN, ATTACHMENTS, 'urn:li:digitalmediaAsset:C4E2DAQEyD8gUT5nVvA');
	const thread = plainText(given.thread, THREAD).trim();
	if (thread !== '') check(thread, THREAD_URN, THREAD, 'urn:li:messagingThread:6446595445958545408');
	return { attachments, thread, messageType: plainText(given.messageType, 'Message Type').trim() };
}

function recordOf(value: unknown): Record<string, unknown> {
	if (value === undefined || value === null || value === '') return {};
	if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
	throw new InputError(
		additionalFields.displayName,
		`${additionalFields.displayName} must be an object`,
		'Add the fields one by one, or enter an object.',
	);
}

function check(given: string, form: RegExp, field: string, example: string): void {
	if (form.test(given)) return;
	throw new InputError(field, `${field}: "${given}" can't be used`, `Enter a URN such as ${example}.`);
}
