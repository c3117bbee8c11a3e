/**
 * Getting a batch of events or members through. LinkedIn refuses a whole batch for one bad entry, so it is halved
 * until the bad ones stand alone.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/integrations/ads-reporting/conversions-api
 */
import { LinkedInError } from '../../transport/errors';

/** What became of one call: a refusal for each bad event by its place, or one of the whole batch. */
export type Sent = { ok: true; refusals: Map<number, LinkedInError> } | { ok: false; error: LinkedInError };

/** What became of one event. */
export type Delivered = { error?: LinkedInError };

/** Finding one bad event among 5,000 takes about 26 calls; LinkedIn allows 600 a minute. */
export const MOST_CALLS = 100;

/** Something is wrong with an event, or there are too many of them. A rule that is not the member's is a 403. */
const HALVED_AFTER = [400, 403, 413, 422];

/**
 * Sends all events, in as few calls as it takes.
 * @param send makes one call for these events
 * @returns an outcome an event in their order, and how many calls were made
 */
export async function deliver<E>(
	events: E[],
	send: (events: E[]) => Promise<Sent>,
	mostCalls = MOST_CALLS,
): Promise<{ outcomes: Delivered[]; calls: number }> {
	const outcomes: Delivered[] = events.map(() => ({}));
	const waiting = [{ start: 0, end: events.length }];
	let calls = 0;
	let stop: LinkedInError | undefined;
	for (let part = waiting.shift(); part; part = waiting.shift()) {
		const { start, end } = part;
		if (!stop && calls >= mostCalls) stop = tooManyCalls(mostCalls);
		if (stop) {
			outcomes.fill({ error: notSent(stop) }, start, end);
			continue;
		}
		calls += 1;
		const sent = await send(events.slice(start, end));
		if (sent.ok) {
			for (const [place, error] of sent.refusals) outcomes[start + place] = { error };
			continue;
		}
		const isOfEvents = HALVED_AFTER.includes(sent.error.details.status ?? 0);
		if (isOfEvents && end - start > 1) {
			const middle = start + Math.ceil((end - start) / 2);
			waiting.unshift({ start, end: middle }, { start: middle, end });
			continue;
		}
		outcomes.fill({ error: sent.error }, start, end);
		if (!isOfEvents) stop = sent.error;
	}
	return { outcomes, calls };
}

function tooManyCalls(calls: number): LinkedInError {
	return new LinkedInError(
		`LinkedIn refused so many batches that ${calls} calls did not find all bad events`,
		{
			code: 'TOO_MANY_BAD_EVENTS',
			advice: 'Mend the events that were refused, then send the ones that were not sent again.',
		},
	);
}

function notSent(cause: LinkedInError): LinkedInError {
	if (cause.details.code === 'TOO_MANY_BAD_EVENTS') {
		return new LinkedInError(`Not sent: ${cause.message}`, { ...cause.details, code: 'NOT_SENT' });
	}
	return new LinkedInError(`Not sent, because a batch before it failed: ${cause.message}`, {
		...cause.details,
		code: 'NOT_SENT',
	});
}
