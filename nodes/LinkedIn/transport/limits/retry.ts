/**
 * Decides from the result of a request whether to send it again.
 *
 * By Rest.li method, never by HTTP verb: a PARTIAL_UPDATE is a POST and may be repeated, a CREATE may not.
 * @see docs.errors
 */
import { isStandingLimit, twinOf, type ErrorResponse } from '../errors/errorResponse';
import type { RestliMethod } from '../restli/method';
import type { Attempt, RestliRequest } from '../types';
import { isDaily, nextReset } from './quota';
import { retryMoment } from './serverTiming';

/** The result of one attempt: an answer with a status, or no answer (timeout, reset, unreachable host). */
export type Outcome =
	| {
			kind: 'reply';
			status: number;
			code?: string;
			/** LinkedIn's own wait, in milliseconds, and when it ends, in epoch milliseconds. */
			retryAfterMs?: number;
			retryAtMs?: number;
			daily?: boolean;
			/** A limit that waiting doesn't lift. */
			isStandingLimit?: boolean;
			/** It refers to something just created that LinkedIn doesn't find yet. */
			isNotYetThere?: boolean;
	  }
	| { kind: 'silence'; neverSent: boolean };

export type Decision =
	| { again: true; waitMs: number; closesGate: boolean }
	| { again: false; because: 'final' | 'daily' | 'ambiguous' | 'outOfTime' };

/** The code of a result that says that it exists already, which trying again can't change. */
export const EXISTS_ALREADY = 'EXISTS_ALREADY';

/** Maximum total time for retries and waiting of one request, if the user doesn't set it. */
export const DEFAULT_MAX_WAIT_MS = 60_000;
export const BASE_WAIT_MS = 500;
export const LONGEST_WAIT_MS = 20_000;

/** Throttled, in conflict or too slow: the next request would get the same answer. */
const CLOSING = [408, 409, 429];

/** Rest.li methods that can be repeated without changing the result. */
const REPEATABLE: ReadonlySet<RestliMethod> = new Set<RestliMethod>([
	'GET',
	'BATCH_GET',
	'GET_ALL',
	'FINDER',
	'BATCH_FINDER',
	'PARTIAL_UPDATE',
	'BATCH_PARTIAL_UPDATE',
	'UPDATE',
	'BATCH_UPDATE',
	'DELETE',
	'BATCH_DELETE',
]);

/** True if sending again can't create a duplicate. */
export function isRepeatable(method: RestliMethod): boolean {
	return REPEATABLE.has(method);
}

/** Refused before anything was done, so even a CREATE may be sent again. */
function isRefused(outcome: Outcome): boolean {
	if (outcome.kind === 'silence') return outcome.neverSent;
	if (outcome.isNotYetThere) return true;
	return outcome.status === 429 || (outcome.status === 409 && !isStanding(outcome));
}

/** LinkedIn may or may not have acted. */
export function isAmbiguous(outcome: Outcome): boolean {
	return outcome.kind === 'silence' ? !outcome.neverSent : outcome.status === 408 || outcome.status >= 500;
}

/** LinkedIn refused because it exists already. */
export function isStanding(outcome: Outcome): boolean {
	return outcome.kind === 'reply' && outcome.code === EXISTS_ALREADY;
}

/** What the decision needs of a request. */
type Asked = Pick<RestliRequest, 'conflictMeansExists' | 'partsMayLag'>;

/** @param refusal what the answer says, if there is one */
export function outcomeOf(request: Asked, answer: Attempt, refusal: ErrorResponse | undefined): Outcome {
	if (answer.kind !== 'reply' || !refusal) {
		return { kind: 'silence', neverSent: answer.kind === 'silence' && answer.neverSent };
	}
	const nowMs = Date.now();
	const daily = isDaily(refusal);
	const retryAtMs = daily ? nextReset(nowMs) : retryMoment(answer, nowMs);
	return {
		kind: 'reply',
		status: refusal.status,
		code: existsAlready(request, refusal) ? EXISTS_ALREADY : refusal.code,
		daily,
		isStandingLimit: isStandingLimit(refusal),
		isNotYetThere: refusal.status === 404 && request.partsMayLag?.test(refusal.message ?? '') === true,
		retryAfterMs: retryAtMs === undefined ? undefined : retryAtMs - nowMs,
		retryAtMs,
	};
}

/** LinkedIn may have done it, also if a web page or a redirect came instead of its answer. */
export function mayBeDoneAfter(outcome: Outcome): boolean {
	return isAmbiguous(outcome) || (outcome.kind === 'reply' && outcome.status < 400);
}

/** LinkedIn's words for concurrent changes: nothing was done, and the next attempt may succeed. */
const WRITE_CONFLICT = /write conflict/i;

function existsAlready(request: Asked, refusal: ErrorResponse): boolean {
	if (twinOf(refusal) !== undefined) return true;
	const isConflict = refusal.status === 409 && !WRITE_CONFLICT.test(refusal.message ?? '');
	return request.conflictMeansExists === true && isConflict;
}

/**
 * @param method the Rest.li method
 * @param outcome result of the last attempt
 * @param attempt 1 after the first one
 * @param leftMs rest of Max Wait, in milliseconds
 * @param random a number in [0, 1), for the jitter
 */
export function decide(
	method: RestliMethod,
	outcome: Outcome,
	attempt: number,
	leftMs: number,
	random: number,
): Decision {
	if (outcome.kind === 'reply' && outcome.daily) return { again: false, because: 'daily' };
	if (outcome.kind === 'reply' && outcome.isStandingLimit) return { again: false, because: 'final' };
	const refused = isRefused(outcome);
	if (!refused && !isAmbiguous(outcome)) return { again: false, because: 'final' };
	if (!refused && !isRepeatable(method)) return { again: false, because: 'ambiguous' };
	const waitMs = waitBefore(outcome, attempt, random);
	if (waitMs > leftMs) return { again: false, because: 'outOfTime' };
	return { again: true, waitMs, closesGate: outcome.kind === 'reply' && CLOSING.includes(outcome.status) };
}

/**
 * LinkedIn's own timing is used without jitter. Otherwise the wait doubles, with jitter between half and the whole
 * step.
 */
function waitBefore(outcome: Outcome, attempt: number, random: number): number {
	if (outcome.kind === 'reply' && outcome.retryAfterMs) return outcome.retryAfterMs;
	const step = Math.min(LONGEST_WAIT_MS, BASE_WAIT_MS * 2 ** (attempt - 1));
	return Math.round(step / 2 + (step / 2) * random);
}
