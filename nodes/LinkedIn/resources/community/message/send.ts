import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../transport/errors/inputError';
import { parsePerson } from '../../../transport/restli/urns/actor';
import { DOCS } from '../../docs';
import { plainTextField } from '../../fields/plainTextField';
import { operation, type Call } from '../../operation';
import { entriesOf, plainText } from '../../values/plainText';
import { readAll } from '../../values/problems';
import { additionalFields, additionalOf, type Additional } from './additional';
import type { Pacing } from './allowance';
import { allowanceDetails, sendAll } from './sendAll';

const conditions: INodeProperties = {
	displayName:
		"LinkedIn's conditions: each message follows an action of the member who sends it, and goes out at about that time, so no automation and no schedule. Recipients are first-degree connections. The member sees the message, and can change it, before it is sent. Nobody is rewarded for sending or receiving it.",
	name: 'messageConditions',
	type: 'notice',
	default: '',
};

export const send = operation({
	value: 'send',
	name: 'Send',
	action: 'Send a message',
	description:
		"Send messages to members, for apps LinkedIn has approved for messaging. LinkedIn's conditions: an action of the member for each message, first-degree connections only, and no automation. It allows 20 to 50 messages per hour. Write a personal text to each and keep the number small: LinkedIn can permanently restrict accounts that send the same text to many.",
	docs: DOCS.messages,
	access: 'write',
	scopes: { any: [] },
	routing: { restliMethod: 'CREATE', path: '/v2/messages' },
	priority: (parameter) => priorityOf(parameter<unknown>('priority', 0)) ?? 0,
	fields: [
		conditions,
		{
			displayName: 'Recipients',
			name: 'recipients',
			type: 'string',
			default: '',
			placeholder: 'e.g. urn:li:person:yrZCpj2ZYQ',
			description:
				"Who gets the message: one person per item for personal texts, or several separated by commas, who each get the same text in a separate message. Profile links don't work. Required without a Thread.",
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
		additionalFields,
	],
	async execute(call) {
		const { recipients, subject, text, pacing, additional } = readAll<Read>(
			{
				recipients: () => recipientsOf(call),
				subject: () => plainText(call.parameter<unknown>('subject', ''), 'Subject').trim(),
				text: () => textOf(call),
				pacing: () => pacingOf(call),
				priority: () => checkPriority(call.parameter<unknown>('priority', 0)),
				additional: () => additionalOf(call),
			},
			addressProblems,
		);
		const { thread, messageType, attachments } = additional;
		const message: IDataObject = {
			...(subject !== '' && { subject }),
			body: text,
			...(messageType !== '' && { messageType }),
			...(attachments.length > 0 && { attachments }),
		};
		const to = thread === '' ? recipients.map((recipient) => ({ recipient })) : [{ thread }];
		const count = to.length;
		const [only] = count === 1 ? to : [];
		call.plan(() => ({
			steps: [
				only
					? `Send a message to ${'thread' in only ? only.thread : only.recipient}`
					: `Send ${count} messages, one per recipient`,
			],
			calls: count,
			details: allowanceDetails(call, count, pacing),
		}));
		return await sendAll(call, to, message, pacing);
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

interface Read {
	recipients: string[];
	subject: string;
	text: string;
	pacing: Pacing;
	priority: void;
	additional: Additional;
}

/** LinkedIn takes either recipients or a thread, and a subject only for a new conversation. */
function addressProblems({ recipients, subject, additional }: Partial<Read>): InputError[] {
	if (recipients === undefined || additional === undefined) return [];
	if (additional.thread === '') return recipients.length > 0 ? [] : [nobody()];
	const refuse = (field: string, why: string) =>
		new InputError(
			field,
			`${field} can't be used together with Thread: ${why}`,
			`Empty ${field}, or remove Thread.`,
		);
	return [
		...(recipients.length > 0 ? [refuse('Recipients', 'the thread says who gets the message')] : []),
		...(subject ? [refuse('Subject', 'the conversation has one already, or none')] : []),
	];
}

const nobody = () =>
	new InputError(
		'Recipients',
		'Recipients is empty',
		'Enter the ID or URN of a person, e.g. urn:li:person:yrZCpj2ZYQ, or add a Thread under Additional Fields.',
	);

/** Each person once: the same message twice to one person is never meant. */
function recipientsOf(call: Call): string[] {
	const entries = entriesOf(call.parameter<unknown>('recipients', ''), 'Recipients');
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
