import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { operation, type Call } from '../../define';
import { DOCS } from '../../docs';
import type { LinkedIn } from '../../../transport';
import { LinkedInError } from '../../../transport/errors';
import { deliver, type Sent } from '../deliver';
import { eventFields, eventOf } from './event';

/** LinkedIn's limit. */
const MOST_EVENTS_A_BATCH = 5000;

const PATH = '/rest/conversionEvents';

/** An answer may carry a status for each event. */
const answer = z.object({
	elements: z
		.array(
			z.object({
				status: z.number().optional(),
				error: z.object({ message: z.string(), code: z.string() }).partial().optional().catch(undefined),
			}),
		)
		.optional()
		.catch(undefined),
});

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
	const { outcomes, calls } = await deliver(events, async (some) => await sendSome(linkedin, some));
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
	const { elements = [] } = answer.catch({}).parse(result.reply.body ?? {});
	const refusals = new Map<number, LinkedInError>();
	elements.slice(0, events.length).forEach(({ status = 201, error }, place) => {
		if (status >= 400) refusals.set(place, refused(status, error));
	});
	return { ok: true, refusals };
}

function refused(status: number, error: { message?: string; code?: string } | undefined): LinkedInError {
	return new LinkedInError(
		`LinkedIn does not accept this event (status ${status})${error?.message ? `: ${error.message}` : ''}`,
		{ status, code: error?.code ?? null, advice: 'Change what LinkedIn names in its answer.' },
	);
}
