import type { IDataObject } from 'n8n-workflow';

import { InputError } from '../../../transport/errors/inputError';
import { parsePerson } from '../../../transport/restli/urns/actor';
import { DOCS } from '../../docs';
import { plainTextField } from '../../fields/plainTextField';
import { operation, type Call } from '../../operation';
import { entriesOf, plainText } from '../../values/plainText';
import { readAll } from '../../values/problems';
import type { Pacing } from './allowance';
import { sendAll } from './sendAll';

export const send = operation({
	value: 'send',
	name: 'Send',
	action: 'Send a message',
	description:
		'Send messages to members, for apps LinkedIn has approved for messaging. LinkedIn allows 20 to 50 messages per hour. Write a personal text to each and keep the number small: LinkedIn can permanently restrict accounts that send the same text to many.',
	docs: DOCS.messages,
	access: 'write',
	scopes: { any: [] },
	routing: { restliMethod: 'CREATE', path: '/v2/messages' },
	priority: (parameter) => priorityOf(parameter<unknown>('priority', 0)) ?? 0,
	fields: [
		{
			displayName: 'Recipients',
			name: 'recipients',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. urn:li:person:yrZCpj2ZYQ',
			description:
				"Who gets the message: one person per item for personal texts, or several separated by commas, who each get the same text in a separate message. Profile links don't work.",
		},
		{
			displayName: 'Subject',
			name: 'subject',
			type: 'string',
			default: '',
			placeholder: 'e.g. Our talk in Berlin',
		},
		plainTextField,
		{
			displayName: 'Pacing',
			name: 'pacing',
			type: 'options',
			default: 'atOnce',
			options: [
				{
					name: 'At Once',
					value: 'atOnce',
					description:
						"Send up to the hourly limit, then stop and list what wasn't sent and when to continue",
				},
				{
					name: 'Even Spread',
					value: 'evenSpread',
					description:
						'Spread the remaining messages over the rest of the hour. Max Wait in Options must be long enough.',
				},
			],
		},
		{
			displayName: 'Priority',
			name: 'priority',
			type: 'number',
			default: 0,
			description:
				"Items with a higher number are sent first, in case the hourly limit doesn't cover all. Equal numbers keep their order.",
		},
	],
	async execute(call) {
		const { recipients, subject, text, pacing } = readAll({
			recipients: () => recipientsOf(call),
			subject: () => plainText(call.parameter<unknown>('subject', ''), 'Subject').trim(),
			text: () => textOf(call),
			pacing: () => pacingOf(call),
			priority: () => checkPriority(call.parameter<unknown>('priority', 0)),
		});
		const message: IDataObject = { ...(subject !== '' && { subject }), body: text };
		return await sendAll(call, recipients, message, pacing);
	},
});

function textOf(call: Call): string {
	const text = plainText(call.parameter<unknown>('text', ''), 'Text');
	if (text.trim() !== '') return text;
	throw new InputError('Text', 'Text is empty', 'Enter the message, or check its expression.');
}

function checkPriority(given: unknown): void {
	if (priorityOf(given) !== undefined) return;
	throw new InputError('Priority', 'Priority must be a number', 'Enter a number, or 0 for no priority.');
}

/** Each person once: the same message twice to one person is never meant. */
function recipientsOf(call: Call): string[] {
	const entries = entriesOf(call.parameter<unknown>('recipients', ''), 'Recipients');
	if (entries.length === 0) {
		throw new InputError(
			'Recipients',
			'Recipients is empty',
			'Enter the ID or URN of a person, e.g. urn:li:person:yrZCpj2ZYQ.',
		);
	}
	return [...new Set(entries.map((entry) => parsePerson(entry, 'Recipients').urn))];
}

function pacingOf(call: Call): Pacing {
	const given = plainText(call.parameter<unknown>('pacing', 'atOnce'), 'Pacing');
	if (given === 'atOnce' || given === 'evenSpread') return given;
	throw new InputError('Pacing', `Unknown pacing "${given}"`, 'Use atOnce or evenSpread.');
}

/** @returns undefined if it isn't a number */
function priorityOf(given: unknown): number | undefined {
	if (given === undefined || given === null || given === '') return 0;
	const number = typeof given === 'string' || typeof given === 'number' ? Number(given) : Number.NaN;
	return Number.isFinite(number) ? number : undefined;
}
