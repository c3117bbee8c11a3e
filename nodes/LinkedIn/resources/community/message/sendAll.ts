/**
 * Messages to several people, one after another, up to LinkedIn's allowance.
 * @see docs.messages
 */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { LinkedInError } from '../../../transport/errors/errors';
import { monotonic } from '../../../transport/limits/clock';
import { DEFAULT_MAX_WAIT_MS } from '../../../transport/limits/retry';
import { decodeId } from '../../../transport/restli/decode';
import { counted } from '../../../transport/text/counted';
import type { Call } from '../../operation';
import { allowanceAfter, leftOfWindow, nextSendAt, sendable, type Pacing } from './allowance';

/** Failures of one recipient; any other failure would affect the rest too. */
const OF_ONE_PERSON = [400, 403, 404, 422];

const created = z.object({ id: z.string().optional() }).catch({});

/** Who gets a message: a person, or those of a conversation. */
type Target = { recipient: string; thread?: undefined } | { thread: string; recipient?: undefined };

type Ending = { ok: true; id: string | null } | { ok: false; error: LinkedInError };

/**
 * @param targets URNs, each once
 * @param message the body without its recipients or thread
 * @returns one item per target, in the order given: `sent` is true, false (with reason and, where waiting helps,
 * `retryAt`), or null if the answer was lost
 * @throws LinkedInError when nothing was or may have been sent
 */
export async function sendAll(
	call: Call,
	targets: Target[],
	message: IDataObject,
	pacing: Pacing,
): Promise<IDataObject[]> {
	const deadlineMs = monotonic.now() + maxWaitMs(call);
	const items: IDataObject[] = [];
	let stopped: LinkedInError | undefined;
	for (const target of targets) {
		const ending: Ending = stopped
			? { ok: false, error: notSent(stopped) }
			: await sendOne(call, target, message, pacing, deadlineMs);
		if (ending.ok) {
			items.push(itemOf(target, ending));
			continue;
		}
		if (items.length === 0 && endsAll(ending.error, targets.length)) throw ending.error;
		items.push(itemOf(target, ending));
		if (!isOfOnePerson(ending.error)) stopped ??= ending.error;
	}
	return items;
}

/** Whether the failure of the first message is the failure of the item: nothing was or may have been sent. */
function endsAll({ details }: LinkedInError, recipients: number): boolean {
	if (recipients === 1 || details.status === 403) return true;
	return details.code !== 'OUTCOME_UNKNOWN' && !OF_ONE_PERSON.includes(details.status ?? 0);
}

function isOfOnePerson({ details }: LinkedInError): boolean {
	return details.status !== null && OF_ONE_PERSON.includes(details.status);
}

/**
 * What Validate Only says of the hourly limit. Makes no call, and waits for nothing.
 * @returns `notice` and `retryAt` if not all of the messages could be sent now; otherwise nothing
 */
export function allowanceDetails(
	call: Call,
	count: number,
	pacing: Pacing,
): { notice?: string; retryAt?: string } {
	const nowMs = monotonic.now();
	const { allowance } = call.linkedin.memory.connection;
	const { sent, nextAtMs } = sendable(allowance, pacing, count, nowMs, nowMs + maxWaitMs(call));
	if (sent >= count) return {};
	const retryAt = new Date(Date.now() + nextAtMs - nowMs).toISOString();
	const [what, why] =
		pacing === 'atOnce'
			? [`LinkedIn's hourly message limit leaves ${sent} of ${counted(count, 'message')} now`, '']
			: [
					`${sent} of ${counted(count, 'message')} can be sent within Max Wait`,
					', or increase Max Wait in Options',
				];
	return { notice: `${what}. Send the others after ${retryAt}${why}.`, retryAt };
}

function maxWaitMs(call: Call): number {
	const { maxWait } = call.parameter<{ maxWait?: number }>('options', {});
	return maxWait === undefined ? DEFAULT_MAX_WAIT_MS : maxWait * 1000;
}

/** Waits outside the credential's write slot. Another run may send meanwhile, so it checks again after each wait. */
async function sendOne(
	call: Call,
	target: Target,
	message: IDataObject,
	pacing: Pacing,
	deadlineMs: number,
): Promise<Ending> {
	// Nothing is sent then, so there is nothing to wait for.
	while (!call.linkedin.isValidating) {
		const nowMs = monotonic.now();
		const atMs = nextSendAt(call.linkedin.memory.connection.allowance, pacing, nowMs);
		if (atMs <= nowMs) break;
		if (pacing === 'atOnce' || atMs > deadlineMs) {
			return { ok: false, error: heldBack(atMs - nowMs, pacing) };
		}
		await call.linkedin.sleep(atMs - nowMs);
	}
	const { recipient, thread } = target;
	const body = { ...(thread === undefined ? { recipients: [recipient] } : { thread }), ...message };
	const result = await call.linkedin.attempt<unknown>({ ...call.routing, body });
	if (!result.ok) {
		const { retryAt, status } = result.error.details;
		if (status === 429 && retryAt !== null) {
			const nowMs = monotonic.now();
			const resetAtMs = nowMs + leftOfWindow(Date.parse(retryAt), Date.now());
			call.linkedin.memory.connection.allowance = { remaining: 0, resetAtMs, answeredAtMs: nowMs };
		}
		return { ok: false, error: status === 403 ? partnersOnly(result.error) : result.error };
	}
	const { headers, body: reply } = result.reply;
	const { connection } = call.linkedin.memory;
	connection.allowance = allowanceAfter(connection.allowance, headers, monotonic.now(), Date.now());
	const id = headers['x-restli-id'] ? decodeId(headers['x-restli-id']) : created.parse(reply).id;
	return { ok: true, id: id ?? null };
}

function heldBack(waitMs: number, pacing: Pacing): LinkedInError {
	const retryAt = new Date(Date.now() + waitMs).toISOString();
	const [message, advice] =
		pacing === 'atOnce'
			? ["Not sent: LinkedIn's hourly message limit is used up", '']
			: [
					'Not sent: the next message is due later than Max Wait allows',
					' Or increase Max Wait in Options: an even spread can take up to an hour.',
				];
	return new LinkedInError(message, {
		status: 429,
		code: 'ALLOWANCE_USED',
		retryAt,
		field: pacing === 'atOnce' ? 'Pacing' : 'Max Wait',
		advice: `Send the remaining messages after ${retryAt}.${advice}`,
	});
}

/** For the recipients after the failure that ended the run. */
function notSent(cause: LinkedInError): LinkedInError {
	const isHeldBack = cause.details.code === 'ALLOWANCE_USED';
	return new LinkedInError(
		isHeldBack ? cause.message : `Not sent because an earlier message failed: ${cause.message}`,
		{ ...cause.details, code: isHeldBack ? 'ALLOWANCE_USED' : 'NOT_SENT' },
	);
}

function partnersOnly(error: LinkedInError): LinkedInError {
	return new LinkedInError(error.message, {
		...error.details,
		advice:
			'Only partners approved by LinkedIn can send messages, and only to members it permits. This needs an agreement with LinkedIn; no product in the developer portal includes it.',
	});
}

function itemOf({ recipient, thread }: Target, ending: Ending): IDataObject {
	const to = { recipient: recipient ?? null, ...(thread !== undefined && { thread }) };
	if (ending.ok) {
		return {
			urn: ending.id?.startsWith('urn:li:') ? ending.id : null,
			id: ending.id,
			...to,
			sent: true,
			sentAt: new Date().toISOString(),
			status: null,
			reason: null,
			retryAt: null,
		};
	}
	const { code, status, retryAt } = ending.error.details;
	return {
		urn: null,
		id: null,
		...to,
		sent: code === 'OUTCOME_UNKNOWN' ? null : false,
		sentAt: null,
		status,
		reason: ending.error.message,
		retryAt,
	};
}
