import type { IDataObject } from 'n8n-workflow';

import { isoTime } from '../../transport/answers/isoTime';
import { InputError } from '../../transport/errors/inputError';
import { sentenceOf } from '../../transport/ledger/callLog';
import { DOCS } from '../docs';
import { limitOf, listFields } from '../fields/listFields';
import { operation, type Call } from '../operation';
import { plainText } from '../values/plainText';
import { summaryOf } from './summary';

const VIEWS: Record<string, (call: Call) => IDataObject[]> = {
	summary: ({ linkedin }) => [summaryOf(linkedin, Date.now())],
	byAction: (call) => byAction(call),
	calls: (call) => lines(call),
};

const viewField = {
	displayName: 'Show',
	name: 'usageView',
	type: 'options' as const,
	default: 'summary',
	description: 'What the items are',
	options: [
		{
			name: 'Summary',
			value: 'summary',
			description: "One item: today's calls, known limits, forecast and when counting starts again",
		},
		{
			name: 'By Action',
			value: 'byAction',
			description: 'One item per action and day, to write to a table',
		},
		{ name: 'Calls', value: 'calls', description: 'One item per call, the latest first' },
	],
};

export const get = operation({
	value: 'get',
	name: 'Get',
	action: 'Get my usage',
	description:
		"Get the calls that this n8n process made to LinkedIn with this connection: today's summary with limits and forecast, a row per action and day, or the last calls in words. Makes no call itself.",
	docs: DOCS.rateLimits,
	access: 'read',
	scopes: { any: [] },
	routing: { restliMethod: 'GET', path: '/' },
	whenEmpty: 'This n8n process has made no calls with this connection yet.',
	fields: [
		viewField,
		...listFields.map((field) => ({
			...field,
			displayOptions: { show: { ...field.displayOptions?.show, usageView: ['byAction', 'calls'] } },
		})),
	],
	async execute(call) {
		const view = plainText(call.parameter<unknown>('usageView', 'summary'), viewField.displayName);
		if (Object.hasOwn(VIEWS, view)) return VIEWS[view](call);
		throw new InputError(
			viewField.displayName,
			`"${view}" is not an option of ${viewField.displayName}`,
			`Use one of ${Object.keys(VIEWS).join(', ')}.`,
		);
	},
});

/** The member's calls; days are UTC. */
function byAction(call: Call): IDataObject[] {
	const rows = call.linkedin.memory.member.ledger.byAction();
	return rows.slice(0, limitOf(call)).map((row) => ({ ...row }));
}

/** Of this credential. */
function lines(call: Call): IDataObject[] {
	return call.linkedin.memory.connection.callLog.latest(limitOf(call)).map((line) => {
		const { atMs, ...rest } = line;
		return { at: isoTime(atMs), summary: sentenceOf(line), ...rest };
	});
}
