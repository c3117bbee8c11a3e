/** Answers and errors of LinkedIn in the terms of the triggers. */
import { LinkedInError } from '../../../transport/errors/errors';
import { settledSync } from '../../../transport/flow/settled';
import type { Answer, Fault } from './answer';

/** Possible statuses for a request that is too large. */
const TOO_MUCH = [400, 413, 414, 431];

/** What is read from a reply; a reply that can't be read is a fault. */
export function readAnswer<T>(read: () => T): Answer<T> {
	const result = settledSync(read);
	return result.ok ? result : { ok: false, fault: faultOf(result.failure) };
}

/** How an error affects a trigger, which can wait. */
export function faultOf(error: unknown): Fault {
	if (!(error instanceof LinkedInError)) {
		// The message of an internal error doesn't help a user.
		return { kind: 'later', message: 'Something unexpected happened in this node.', cause: error };
	}
	const message = `${error.message}. ${error.details.advice}`;
	const { status, code, retryAt, field } = error.details;
	const fault = { message, cause: error };
	if (status === 401 || status === 426 || ['NONEXISTENT_VERSION', 'NOT_CONNECTED'].includes(code ?? '')) {
		return { ...fault, kind: 'signIn' };
	}
	if (status === 429 && retryAt !== null) {
		return { ...fault, kind: error.isDaily ? 'quota' : 'later', untilMs: Date.parse(retryAt) };
	}
	const isGateway = field === 'API Host';
	if (isGateway || status === 429 || status === 408 || status === 409 || (status ?? 0) >= 500) {
		return { ...fault, kind: 'later' };
	}
	if (status === 404) return { ...fault, kind: 'gone' };
	if (TOO_MUCH.includes(status ?? 0)) return { ...fault, kind: 'refused', isTooMuch: true };
	return { ...fault, kind: status === null && code !== 'MISSING_SCOPE' ? 'later' : 'refused' };
}
