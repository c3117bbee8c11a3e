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
		'Send a message to members, for apps that LinkedIn approved as messaging partners. LinkedIn allows 20 to 50 messages an hour. Write each person a text of their own and keep the number small: LinkedIn restricts accounts that send the same to many, and may do so for good.',
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
				'Who gets the message: one person an item for personal texts, or several separated by commas, who get the same text, each in a message of their own. LinkedIn looks nobody up by profile link.',
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
					description: "Up to the hour's allowance, then stop and say what was not sent and when to go on",
				},
				{
					name: 'Even Spread',
					value: 'evenSpread',
					description:
						'Spread what is left of the allowance over what is left of the hour. Max Wait in the options has to be long enough for it.',
				},
			],
		},
		{
			displayName: 'Priority',
			name: 'priority',
			type: 'number',
			default: 0,
			description:
				'Items with a higher number are sent first, which matters when the allowance does not reach for all. The same numbers keep their order.',
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
	throw new InputError('Text', 'Text is empty', 'Type the message, or check the expression.');
}

function checkPriority(given: unknown): void {
	if (priorityOf(given) !== undefined) return;
	throw new InputError('Priority', 'Priority is no number', 'Give a number, or 0 for no priority.');
}

/** Each person once: the same message twice to one person is never meant. */
function recipientsOf(call: Call): string[] {
	const entries = entriesOf(call.parameter<unknown>('recipients', ''), 'Recipients');
	if (entries.length === 0) {
		throw new InputError(
			'Recipients',
			'Recipients is empty',
			'Give the id or URN of a person, e.g. urn:li:person:yrZCpj2ZYQ.',
		);
	}
	return [...new Set(entries.map((entry) => parsePerson(entry, 'Recipients').urn))];
}

function pacingOf(call: Call): Pacing {
	const given = plainText(call.parameter<unknown>('pacing', 'atOnce'), 'Pacing');
	if (given === 'atOnce' || given === 'evenSpread') return given;
	throw new InputError('Pacing', `Pacing is "${given}"`, 'Give atOnce or evenSpread.');
}

/** @returns undefined for what is no number */
function priorityOf(given: unknown): number | undefined {
	if (given === undefined || given === null || given === '') return 0;
	const number = typeof given === 'string' || typeof given === 'number' ? Number(given) : Number.NaN;
	return Number.isFinite(number) ? number : undefined;
}
