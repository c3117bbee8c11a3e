/** When LinkedIn is asked again after an error. */
import { notAfterReset } from '../../../transport/limits/quota';
import type { Fault } from '../../polling/core/answer';
import { isRefusal } from '../../polling/core/asking';
import { whenAgain } from '../../polling/core/closed';
import type { PollContext } from './pollContext';
import type { WatchedPage } from './state/state';

const MINUTE_MS = 60_000;
const FIRST_RETRY_MS = MINUTE_MS;
const MOST_DOUBLINGS = 6;
/** A refused token may work again soon; a new connection is tried immediately. */
const SIGN_IN_RETRY_AT_MOST_MS = 15 * MINUTE_MS;

/** How long to wait after a number of errors in a row. */
export function retryAfterMs(faults: number): number {
	return FIRST_RETRY_MS * 2 ** Math.min(faults, MOST_DOUBLINGS);
}

/** When the page is checked again: soon after an error, then less and less often, down to its usual interval. */
export function schedule(
	poll: PollContext,
	urn: string,
	page: WatchedPage,
	fault: Fault | undefined,
	usualMs: number,
): void {
	const { faults } = poll.memory;
	if (!fault || isRefusal(fault)) {
		faults.delete(urn);
		page.dueAt = poll.now() + usualMs;
		return;
	}
	if (fault.kind === 'wait') {
		page.dueAt = poll.now();
		return;
	}
	const count = faults.get(urn) ?? 0;
	faults.set(urn, count + 1);
	page.dueAt = poll.now() + Math.min(usualMs, retryAfterMs(count));
	if (fault.kind === 'later')
		poll.say(`Comments of ${urn} could not be read; trying again ${whenAgain(fault)}. ${fault.message}`);
}

/** Pauses when no call can succeed, and says what to do. */
export function quiet(poll: PollContext, fault: Fault): void {
	const { state, memory, now } = poll;
	if (fault.kind === 'quota') {
		state.quietUntil = notAfterReset(fault.untilMs ?? now() + SIGN_IN_RETRY_AT_MOST_MS, now());
		poll.say(
			`Reading comments is paused until ${new Date(state.quietUntil).toISOString()}. ${fault.message}`,
		);
	} else if (fault.kind === 'signIn') {
		state.quietUntil = now() + Math.min(SIGN_IN_RETRY_AT_MOST_MS, retryAfterMs(memory.signIns));
		memory.signIns += 1;
		poll.say(
			`Comments can't be read: ${fault.message} Nothing is lost; reading will continue where it stopped.`,
			'sign in',
		);
	} else if (fault.kind === 'later') {
		poll.say(`Comments could not be read; trying again ${whenAgain(fault)}. ${fault.message}`);
	}
}
