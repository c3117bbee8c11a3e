/**
 * What was missed is read from LinkedIn's lists: while n8n was down for longer than LinkedIn repeats a delivery, or
 * when it ended after its answer and before the workflow began.
 */
import type { Answer, Fault, Further } from '../../polling/core/answer';
import { furtherStart } from '../../polling/core/furtherPages';
import type { PushState, Window } from './state';

/** LinkedIn keeps notifications for 60 days. */
const FEED_KEPT_MS = 59 * 86_400_000;
/** Reading a span that was begun may continue for most of the last day. */
const LONGEST_KEPT_MS = 59.8 * 86_400_000;
/** Deliveries tell at once; a pull beside them only looks for what got lost. */
const AFTER_DELIVERY_MS = 30 * 60_000;
/** LinkedIn's challenges come every two hours, but anyone may send one. */
const AFTER_CHALLENGE_MS = 15 * 60_000;
const TRY_AGAIN_MS = 60_000;

/** By which a list that is continued is read once more: what was removed since has moved the rest ahead. */
const REREAD = 100;

/** One event of a list. */
export interface Found<T> {
	/** The same however LinkedIn tells it. */
	id: string;
	/** Epoch milliseconds. */
	atMs: number;
	value: T;
}

export interface FoundPage<T> {
	/** Those that are wanted. */
	found: Array<Found<T>>;
	/** The same for pages with the same elements, wanted or not. */
	print: string;
	/** LinkedIn sent no elements. */
	isEmpty: boolean;
	further: Further;
}

export interface WindowRead<T> {
	found: Array<Found<T>>;
	fault?: Fault;
}

/** What a pull found, and what to note once it's handed over. */
export interface Pulled<T> {
	found: Array<Found<T>>;
	/** Whether LinkedIn answered for all sources; a round over many takes several pulls. */
	outcome: 'whole' | 'faulty' | 'unfinished';
	commit: () => void;
}

/** When this process last pulled, epoch milliseconds; undefined if it never did. */
export interface LastPull {
	triedAtMs?: number;
	/** Everything was read. */
	doneAtMs?: number;
	/** How many times in a row LinkedIn didn't answer for all sources. */
	faults?: number;
	/** Sources asked for in a round that takes several pulls, and whether LinkedIn answered for all of them. */
	round?: { asked: Set<string>; isWhole: boolean };
}

/** @param isUnfinished an earlier pull stopped within a list */
export function isPullDue(
	{ triedAtMs, doneAtMs, faults = 0 }: LastPull,
	{ isChallenge, isUnfinished }: { isChallenge: boolean; isUnfinished: boolean },
	nowMs: number,
): boolean {
	const isPast = (atMs: number | undefined, ms: number) => atMs === undefined || Math.abs(nowMs - atMs) >= ms;
	// Anyone can send a challenge, and a refused list would be asked for with each.
	const tryAgainMs = Math.min(AFTER_DELIVERY_MS, TRY_AGAIN_MS * 4 ** Math.max(0, faults - 1));
	if (!isPast(triedAtMs, tryAgainMs)) return false;
	return isUnfinished || isPast(doneAtMs, isChallenge ? AFTER_CHALLENGE_MS : AFTER_DELIVERY_MS);
}

/**
 * The span to read next: one that wasn't finished, or all since the cursor.
 * @param overlapMs how late LinkedIn may show something
 */
export function windowOf(
	{ cursors, windows, forgottenToMs }: PushState,
	source: string,
	nowMs: number,
	overlapMs: number,
): Window {
	const { fromMs: sinceMs, untilMs } = cursors.get(source) ?? { fromMs: nowMs, untilMs: nowMs };
	const begun = windows.get(source);
	if (begun?.untilMs === untilMs && begun.fromMs >= nowMs - LONGEST_KEPT_MS) return begun;
	const rereadFromMs = Math.min(untilMs, Math.max(untilMs - overlapMs, forgottenToMs));
	const fromMs = Math.max(sinceMs, rereadFromMs, nowMs - FEED_KEPT_MS);
	return { untilMs, fromMs, toMs: Math.max(nowMs, untilMs), start: 0, emptyPages: 0 };
}

/**
 * Reads a window from where it stopped.
 * @param window moved on in place
 * @param mayAsk called before each call
 * @param isNew whether an event hasn't been handled: further pages of a list without an end are read only for those
 * @returns what it found; with a fault or without calls left, the rest is for the next time
 */
export async function readWindow<T>(
	window: Window,
	ask: (window: Window) => Promise<Answer<FoundPage<T>>>,
	mayAsk: () => boolean,
	isNew: (found: Found<T>) => boolean,
): Promise<WindowRead<T> & { isDone: boolean }> {
	const found: Array<Found<T>> = [];
	const [met, prints] = [new Set<string>(), new Set<string>()];
	const take = (page: FoundPage<T>) => {
		prints.add(page.print);
		for (const one of page.found) {
			// LinkedIn may show more than was asked for.
			if (!met.has(one.id) && one.atMs >= window.fromMs) found.push(one);
			met.add(one.id);
		}
	};
	// After a page, so that each pull gets further.
	let rereadAt = window.start > 0 ? Math.max(0, window.start - REREAD) : undefined;
	while (mayAsk()) {
		const answer = await ask(window);
		if (!answer.ok) return { found, isDone: false, fault: answer.fault };
		const page = answer.value;
		const next = furtherStart(window, page.further, {
			isEmpty: page.isEmpty,
			isUnmet: !prints.has(page.print),
			isNews: page.found.some(isNew),
		});
		take(page);
		if (rereadAt !== undefined && mayAsk()) {
			const again = await ask({ ...window, start: rereadAt });
			if (!again.ok) return { found, isDone: false, fault: again.fault };
			take(again.value);
			rereadAt = undefined;
		}
		if (next === undefined || next === 'nowhere') return { found, isDone: true };
		window.start = next;
	}
	return { found, isDone: false };
}

/**
 * Keeps how far the window was read. If it's done, the cursor moves to its end, but not past LinkedIn's present: this
 * machine's clock may have been ahead when the window began.
 */
export function noteRead(
	state: PushState,
	source: string,
	window: Window,
	isDone: boolean,
	nowMs: number,
): void {
	const cursor = state.cursors.get(source);
	if (cursor?.untilMs !== window.untilMs) return;
	if (!isDone) {
		state.windows.set(source, window);
		return;
	}
	state.windows.delete(source);
	cursor.untilMs = Math.max(window.untilMs, Math.min(window.toMs, nowMs));
}
