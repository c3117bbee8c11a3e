/** When LinkedIn is asked again after a fault. */
import { notAfterReset } from '../transport/quota';
import type { Round } from './round';
import { isRefusal } from './round';
import type { Fault } from './sources';
import type { WatchedPage } from './state';

const FIRST_RETRY_MS = 60_000;
const MOST_DOUBLINGS = 6;
const SIGN_IN_RETRY_MS = 15 * 60_000;

/** When the page is asked again: after a fault soon, then less and less often, up to its usual pace. */
export function schedule(
	round: Round,
	urn: string,
	page: WatchedPage,
	fault: Fault | undefined,
	usualMs: number,
): void {
	const { faults } = round.memory;
	if (!fault || isRefusal(fault)) {
		faults.delete(urn);
		page.dueAt = round.now() + usualMs;
		return;
	}
	if (fault.kind === 'wait') {
		page.dueAt = round.now();
		return;
	}
	const count = faults.get(urn) ?? 0;
	faults.set(urn, count + 1);
	page.dueAt = round.now() + Math.min(usualMs, FIRST_RETRY_MS * 2 ** Math.min(count, MOST_DOUBLINGS));
	if (fault.kind === 'later')
		round.say(`Comments of ${urn} could not be read; they are asked for again soon. ${fault.message}`);
}

/** Stops asking for a while where nothing can succeed, and says what to do. */
export function quiet(round: Round, fault: Fault): void {
	const { state, now } = round;
	if (fault.kind === 'quota') {
		state.quietUntil = notAfterReset(fault.untilMs ?? now() + SIGN_IN_RETRY_MS, now());
		round.say(`No comments are read until ${new Date(state.quietUntil).toISOString()}. ${fault.message}`);
	} else if (fault.kind === 'signIn') {
		state.quietUntil = now() + SIGN_IN_RETRY_MS;
		round.say(`No comments can be read: ${fault.message} Nothing is lost; reading goes on where it stopped.`);
	} else if (fault.kind === 'later') {
		round.say(`Comments could not be read; they are asked for again soon. ${fault.message}`);
	}
}
