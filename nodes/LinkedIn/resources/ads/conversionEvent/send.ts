import type { IDataObject } from 'n8n-workflow';

import type { LinkedInError } from '../../../transport/errors/errors';
import { counted } from '../../../transport/text/counted';
import type { LinkedInClient } from '../../../transport/types';
import { DOCS } from '../../docs';
import { locatorValue } from '../../fields/locator';
import { operation, type Call, type Plan } from '../../operation';
import { isList, readList, sendList } from '../fields/listInput';
import { bisectBatch, readAnswers, type Sent } from '../requests/bisectBatch';
import { eventOf, ruleOf, type ConversionEvent } from './event';
import { CONVERSION, eventFields, EVENTS, eventValues, ownValues } from './fields';

/** LinkedIn's limit. */
const MOST_EVENTS_A_BATCH = 5000;

const CREATED = 201;

const PATH = '/rest/conversionEvents';

interface Result {
	error?: LinkedInError;
	/** Calls that the batch of this event took. */
	calls: number;
	/** Events in that batch. */
	events: number;
}

export const send = operation({
	value: 'send',
	name: 'Send',
	action: 'Send a conversion event',
	description:
		"Send conversion events: one per item, or a list in one item. Events of all items are sent together, up to 5,000 per call, with the result for each as an item. If LinkedIn rejects a batch, it's halved until the bad events are isolated. An event whose response was lost isn't sent again.",
	builderHint:
		'conversion is a rule from Conversion: Create or Get Many. Give email, or an ID of the person.',
	docs: DOCS.conversionEvents,
	access: 'write',
	scopes: { any: ['rw_conversions'] },
	accountRole: 'CREATIVE_MANAGER or higher, on the account of the rule',
	routing: { restliMethod: 'BATCH_CREATE', path: PATH },
	collects: true,
	fields: eventFields,
	async execute(call: Call) {
		const rule = ruleOf(locatorValue(call, 'conversion', CONVERSION));
		const version = call.linkedin.version;
		const frame = { rule, timezone: call.timezone, nowMs: Date.now(), version };
		if (isList(call)) {
			const currencyCode = call.parameter<unknown>('currencyCode', '');
			const events = readList(call.parameter<unknown>('events', '[]'), EVENTS, eventValues, (row) =>
				eventOf({ currencyCode, ...row }, frame),
			);
			const sending = events.filter(({ ok }) => ok).length;
			const left = events.length - sending;
			const without = left === 0 ? '' : `, without ${counted(left, 'invalid entry', 'invalid entries')}`;
			call.plan(() => planOf(sending, without));
			return await sendList(events, async (some) => await sendTogether(call, some), itemOf);
		}
		const given = ownValues.map(({ name }) => [name, call.parameter<unknown>(name, '')]);
		const event = eventOf(Object.fromEntries(given), frame);
		call.plan(() => planOf(1, ', in one call with those of other items'));
		const [result] = await sendTogether(call, [event]);
		if (result.error) throw result.error;
		return [itemOf(event, result)];
	},
});

function planOf(count: number, more: string): Plan {
	const steps = [`Send ${counted(count, 'conversion event')}${more}`];
	return { steps, calls: Math.ceil(count / MOST_EVENTS_A_BATCH) };
}

async function sendTogether({ linkedin }: Call, events: ConversionEvent[]): Promise<Result[]> {
	return await linkedin.coalesce<ConversionEvent, Result>(events, {
		key: 'conversionEvents',
		most: MOST_EVENTS_A_BATCH,
		work: async (all) => await sendAll(linkedin, all),
	});
}

function itemOf(event: ConversionEvent | undefined, result: Result | undefined): IDataObject {
	return {
		urn: event?.conversion ?? null,
		sent: true,
		eventId: event?.eventId ?? null,
		happenedAt: event ? new Date(event.conversionHappenedAt).toISOString() : null,
		batch: result ? { events: result.events, calls: result.calls } : null,
	};
}

async function sendAll(linkedin: LinkedInClient, events: ConversionEvent[]): Promise<Result[]> {
	const { outcomes, calls } = await bisectBatch(
		events,
		async (some) => await sendSome(linkedin, some),
		({ conversion }) => conversion,
	);
	return outcomes.map(({ error }) => ({ error, calls, events: events.length }));
}

async function sendSome(linkedin: LinkedInClient, events: ConversionEvent[]): Promise<Sent> {
	const isOne = events.length === 1;
	const result = await linkedin.attempt<unknown>(
		isOne
			? { restliMethod: 'CREATE', path: PATH, body: events[0] }
			: { restliMethod: 'BATCH_CREATE', path: PATH, body: { elements: events } },
	);
	if (!result.ok) return { ok: false, error: result.error };
	// For a single event, the response is only the status.
	const { status, body } = result.reply;
	const answer = isOne ? { elements: status === CREATED ? [{ status }] : [] } : body;
	return readAnswers(answer, events.length, 'event');
}
