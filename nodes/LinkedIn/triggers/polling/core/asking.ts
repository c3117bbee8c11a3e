/** How a poll sends requests to LinkedIn: within its calls and its time. */
import type { Answer, Fault } from './answer';
import { maySpend, today, type Budget, type CallPurpose } from './budget';
import { closesSource } from './closed';

/** Sends a request if there are calls and time left; a spent quota or a bad token ends all requests of this poll. */
export type Ask = <T>(purpose: CallPurpose, call: () => Promise<Answer<T>>) => Promise<Answer<T>>;

export const WAIT: Fault = { kind: 'wait', message: 'No calls or no time left for now' };

/** Errors after which no other call can succeed either. */
export function endsAll(fault: Fault): boolean {
	return fault.kind === 'quota' || fault.kind === 'signIn' || fault.kind === 'wait';
}

/** Refused permanently, as far as is known: 403, or 404, which LinkedIn also uses for it. */
export function isRefusal(fault: Fault): boolean {
	return fault.kind === 'refused' || fault.kind === 'gone';
}

export interface PollAsker {
	ask: Ask;
	answered: () => number;
}

/**
 * @param budget counts every call
 * @param sent how many requests have been sent in this poll; one question may take several
 * @param endByMs no call begins after it
 * @param isVoid nothing more is requested because the poll had a wrong time
 * @param extra calls that may be used before the day releases them
 */
export function createAsker(
	budget: { value: Budget },
	now: () => number,
	sent: () => number,
	endByMs: number,
	isVoid: () => boolean,
	extra = 0,
): PollAsker {
	let ended: Fault | undefined;
	let answered = 0;
	return {
		answered: () => answered,
		ask: async (purpose, call) => {
			if (ended) return { ok: false, fault: ended };
			if (isVoid()) return { ok: false, fault: WAIT };
			budget.value = today(budget.value, now());
			const may = now() <= endByMs && maySpend(budget.value, purpose, now(), extra);
			if (!may) return { ok: false, fault: WAIT };
			const before = sent();
			const answer = await call();
			const isUnasked = !answer.ok && closesSource(answer.fault);
			budget.value.used += Math.max(isUnasked ? 0 : 1, sent() - before);
			if (answer.ok) answered += 1;
			else if (endsAll(answer.fault)) ended = answer.fault;
			return answer;
		},
	};
}
