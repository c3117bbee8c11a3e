/**
 * Sends a batch of events or members. LinkedIn rejects a whole batch for one bad entry, so it is halved
 * until the bad ones are isolated.
 * @see docs.conversionEvents
 */
import { z } from 'zod';

import { codeGiven } from '../../../transport/errors/codes';
import { LinkedInError } from '../../../transport/errors/errors';

/** The result of one call: an error for each bad event by its place, or one for the whole batch. */
export type Sent = { ok: true; refusals: Map<number, LinkedInError> } | { ok: false; error: LinkedInError };

/** The result for one event. */
export type Delivered = { error?: LinkedInError };

/** Finding one bad event among 5,000 takes about 26 calls; LinkedIn allows 600 a minute. */
export const MOST_CALLS = 100;

/** An entry is invalid, or there are too many. */
const HALVED_AFTER = [400, 413, 422];
/** The member has no access to what the entries are about, a rule or an audience. Entries about the same one share this. */
const REFUSED_SUBJECT = 403;

const entryAnswer = z.object({
	status: z.number(),
	error: z.object({ message: z.string(), code: z.string() }).partial().optional().catch(undefined),
});

/**
 * Sends all events in as few calls as possible.
 * @param send makes one call for these events
 * @param subjectOf what an event is about, as LinkedIn may reject all events about one
 * @returns one outcome per event in their order, and how many calls were made
 */
export async function bisectBatch<E>(
	events: E[],
	send: (events: E[]) => Promise<Sent>,
	subjectOf: (event: E) => unknown,
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
		const status = sent.error.details.status ?? 0;
		const isOfSubject = status === REFUSED_SUBJECT;
		const isOfEvents = isOfSubject || HALVED_AFTER.includes(status);
		const parts = isOfSubject ? new Set(events.slice(start, end).map(subjectOf)).size : end - start;
		if (isOfEvents && parts > 1) {
			const middle = start + Math.ceil((end - start) / 2);
			waiting.unshift({ start, end: middle }, { start: middle, end });
			continue;
		}
		outcomes.fill({ error: sent.error }, start, end);
		if (!isOfEvents) stop = sent.error;
	}
	return { outcomes, calls };
}

/**
 * The result of a BATCH_CREATE for each entry. An entry that the answer omits or doesn't state readably may not have
 * been accepted; if the answer has no result at all, all are unknown.
 * @param body of the answer
 * @param count of entries that were sent
 * @param what an entry is called
 */
export function readAnswers(body: unknown, count: number, what: string): Sent {
	const refusals = new Map<number, LinkedInError>();
	const given = (body as { elements?: unknown } | null | undefined)?.elements;
	// With more results than entries, it's unknown which belongs to which.
	const elements: unknown[] = Array.isArray(given) && given.length <= count ? given : [];
	for (let place = 0; place < count; place += 1) {
		// Nearly all of thousands were accepted, and a quick check is cheaper than a schema.
		const element = elements[place] as { status?: unknown; error?: unknown } | null | undefined;
		if (isTaken(element?.status) && !element?.error) continue;
		const answer = entryAnswer.safeParse(element).data;
		const isRefused = answer !== undefined && answer.status >= 400;
		refusals.set(place, isRefused ? refused(answer, what) : unanswered(what));
	}
	return { ok: true, refusals };
}

const MULTI_STATUS = 207;

/** A redirect or a multi-status says nothing about the entry. */
function isTaken(status: unknown): boolean {
	return typeof status === 'number' && status >= 200 && status < 300 && status !== MULTI_STATUS;
}

function refused({ status, error }: z.infer<typeof entryAnswer>, what: string): LinkedInError {
	const said = error?.message ? `: ${error.message}` : '';
	return new LinkedInError(`LinkedIn rejected this ${what} (status ${status})${said}`, {
		status,
		code: codeGiven(error?.code),
		advice: 'Fix what LinkedIn names in its response.',
	});
}

function unanswered(what: string): LinkedInError {
	return new LinkedInError(`The outcome is unknown: LinkedIn's response doesn't mention this ${what}`, {
		code: 'OUTCOME_UNKNOWN',
		advice: 'Check in LinkedIn before you send it again.',
	});
}

function tooManyCalls(calls: number): LinkedInError {
	return new LinkedInError(
		`LinkedIn rejected so many batches that ${calls} calls didn't find all bad events`,
		{
			code: 'TOO_MANY_BAD_EVENTS',
			advice: 'Fix the rejected events, then send those marked as not sent.',
		},
	);
}

function notSent(cause: LinkedInError): LinkedInError {
	if (cause.details.code === 'TOO_MANY_BAD_EVENTS') {
		return new LinkedInError(`Not sent: ${cause.message}`, { ...cause.details, code: 'NOT_SENT' });
	}
	return new LinkedInError(`Not sent because an earlier batch failed: ${cause.message}`, {
		...cause.details,
		code: 'NOT_SENT',
	});
}
