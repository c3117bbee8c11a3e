import type { IDataObject } from 'n8n-workflow';

import { operation, type Call } from '../../define';
import { DOCS } from '../../docs';
import type { LinkedIn } from '../../../transport';
import type { LinkedInError } from '../../../transport/errors';
import { deliver, readAnswers, type Sent } from '../deliver';
import { eventFields, eventOf } from './event';

/** LinkedIn's limit. */
const MOST_EVENTS_A_BATCH = 5000;

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
		'Tell LinkedIn that somebody converted. The events of all items go together, up to 5,000 in one call. Where LinkedIn refuses a batch, it is halved until the bad events stand alone, and each item says what became of its event. An event whose answer was lost is not sent again.',
	docs: DOCS.conversionEvents,
	access: 'write',
	scopes: { any: ['rw_conversions'] },
	accountRole: 'CREATIVE_MANAGER or higher, on the account of the rule',
	routing: { restliMethod: 'BATCH_CREATE', path: PATH },
	collects: true,
	fields: eventFields,
	async execute(call: Call) {
		const event = eventOf(call, Date.now());
		const { error, calls, events } = await call.linkedin.collect<IDataObject, Result>(event, {
			key: 'conversionEvents',
			most: MOST_EVENTS_A_BATCH,
			work: async (all) => await sendAll(call.linkedin, all),
		});
		if (error) throw error;
		return [
			{
				urn: event.conversion,
				url: null,
				sent: true,
				eventId: event.eventId ?? null,
				happenedAt: new Date(event.conversionHappenedAt as number).toISOString(),
				batch: { events, calls },
			},
		];
	},
});

async function sendAll(linkedin: LinkedIn, events: IDataObject[]): Promise<Result[]> {
	const { outcomes, calls } = await deliver(
		events,
		async (some) => await sendSome(linkedin, some),
		({ conversion }) => conversion,
	);
	return outcomes.map(({ error }) => ({ error, calls, events: events.length }));
}

async function sendSome(linkedin: LinkedIn, events: IDataObject[]): Promise<Sent> {
	const isOne = events.length === 1;
	const result = await linkedin.attempt<unknown>(
		isOne
			? { restliMethod: 'CREATE', path: PATH, body: events[0] }
			: { restliMethod: 'BATCH_CREATE', path: PATH, body: { elements: events } },
	);
	if (!result.ok) return { ok: false, error: result.error };
	return readAnswers(isOne ? undefined : result.reply.body, events.length, 'event');
}
