/** What came of one attempt, in the words that the decision to send again needs. */
import { isStandingLimit, twinOf, type ErrorResponse } from '../errors/errorResponse';
import type { Attempt, RestliRequest } from '../types';
import { isDaily, nextReset } from './quota';
import { EXISTS_ALREADY, isAmbiguous, type Outcome } from './retry';
import { retryMoment } from './serverTiming';

/** What the decision needs of a request. */
type Asked = Pick<RestliRequest, 'conflictMeansExists' | 'partsMayLag'>;

/** @param refusal what the answer says, when there is one */
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

/** LinkedIn may have done it: also where a web page or a redirect stands in place of its answer. */
export function mayBeDoneAfter(outcome: Outcome): boolean {
	return isAmbiguous(outcome) || (outcome.kind === 'reply' && outcome.status < 400);
}

/** LinkedIn's own words for two changes at a time, where nothing was done and the next try may succeed. */
const WRITE_CONFLICT = /write conflict/i;

function existsAlready(request: Asked, refusal: ErrorResponse): boolean {
	if (twinOf(refusal) !== undefined) return true;
	const isConflict = refusal.status === 409 && !WRITE_CONFLICT.test(refusal.message ?? '');
	return request.conflictMeansExists === true && isConflict;
}
