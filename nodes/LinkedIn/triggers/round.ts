/** One poll under way: what it may use, and the one door through which it asks LinkedIn. */
import { closesSource } from './closed';
import { maySpend, today, type Budget, type Purpose } from './budget';
import type { Memory } from './memory';
import type { Answer, Fault, Sources } from './sources';
import type { TriggerState } from './state';

/** What the user wants to hear of. */
export interface Watch {
	/** Page URNs or the names in their addresses; `managed` for all pages I manage. Empty for chosen posts. */
	pages: Array<{ urn: string } | { vanityName: string }> | 'managed';
	/** URNs of chosen posts. */
	posts: string[];
	includeReplies: boolean;
	includeOwn: boolean;
}

/** What the credential may do, told without a call; true where nobody knows. */
export interface Reach {
	/** Read the notification feed of a page. */
	feed: boolean;
	/** Read comments and their counts. */
	comments: boolean;
	/** Ask for many things in one call: not on the Development tier, where the feed was seen to fail too. */
	batch: boolean;
}

/** Asks, if there are calls and time left; a spent quota or a bad token ends all asking for this poll. */
export type Ask = <T>(purpose: Purpose, call: () => Promise<Answer<T>>) => Promise<Answer<T>>;

export interface Round {
	state: TriggerState;
	memory: Memory;
	watch: Watch;
	reach: Reach;
	sources: Sources;
	ask: Ask;
	/** Calls of this poll that LinkedIn answered with what was asked for. */
	answered: () => number;
	/** Calls a day. */
	perDay: number;
	/** URN of the person behind the connection, where LinkedIn tells. */
	me: string | undefined;
	now: () => number;
	/** Logs a sentence, at most once a day. @param about what is said once a day, where its words vary */
	say: (sentence: string, about?: string) => void;
	/** Puts a sentence on the first item out, too. */
	tell: (sentence: string, about?: string) => void;
}

export const WAIT: Fault = { kind: 'wait', message: 'No calls or no time are left for now' };

/** Faults after which no other call can succeed either. */
export function endsAll(fault: Fault): boolean {
	return fault.kind === 'quota' || fault.kind === 'signIn' || fault.kind === 'wait';
}

/** Refused for good, as far as one can tell: 403, or 404 which LinkedIn also uses for it. */
export function isRefusal(fault: Fault): boolean {
	return fault.kind === 'refused' || fault.kind === 'gone';
}

export interface Asker {
	ask: Ask;
	answered: () => number;
}

/**
 * @param budget counted up with every call
 * @param sent how many requests have been sent so far in this poll; one question may take several
 * @param endByMs no call begins after it
 * @param isVoid nothing more is asked, because the poll went by a wrong time
 * @param extra calls that may be taken before the day releases them
 */
export function asker(
	budget: { value: Budget },
	now: () => number,
	sent: () => number,
	endByMs: number,
	isVoid: () => boolean,
	extra = 0,
): Asker {
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
