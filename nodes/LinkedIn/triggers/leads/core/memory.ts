/**
 * What the running process remembers about a lead trigger besides what n8n saved. Losing it costs calls, never a lead.
 */
import { DAY_MS } from '../../polling/core/budget';
import type { CallsByDay } from './calls';
import type { OwnerListing } from './owners';
import { Pace } from './pace';
import type { StreamMemory } from './reading';
import { readLeadState, type LeadState, type OwnerKind, type SavedLeadState } from './state';

export interface LeadMemory {
	/** What the last poll left, and the same in n8n's form. */
	state?: LeadState;
	saved?: SavedLeadState;
	/** Revision of the last poll that emitted leads, and the state that it began with. */
	emittedAt: number;
	beforeEmission?: SavedLeadState;
	calls?: CallsByDay;
	/** Calls of polls with a wrong time. */
	uncounted: number;
	/** Of the last poll's connection. */
	grantKey?: string;
	/** Half-read streams, by their keys. */
	streams: Map<string, StreamMemory>;
	/** Half-read lists of owners. */
	listings: Map<OwnerKind, OwnerListing>;
	pace: Pace;
	/** Steps since the last one that read the last days again. */
	stepsSinceLate: number;
	/** Steps of a piece of work in its turn. */
	stepsInARow: Map<string, number>;
	said: Map<string, number>;
	polledAtMs?: number;
	/** Intervals between the last polls, milliseconds, the latest first. */
	pausesMs: number[];
}

export const newLeadMemory = (): LeadMemory => ({
	emittedAt: 0,
	uncounted: 0,
	streams: new Map(),
	listings: new Map(),
	pace: new Pace(),
	stepsSinceLate: 0,
	stepsInARow: new Map(),
	said: new Map(),
	pausesMs: [],
});

/** Whether earlier polls used another credential, host or member, or an earlier connection. */
export function isOtherGrant({ grantKey }: LeadMemory, now: string): boolean {
	return grantKey !== undefined && grantKey !== now;
}

/**
 * The state to continue with. n8n passes an older copy to a workflow that is published or activated again, while this
 * process knows what has come since. It continues with its own state unless leads may have been discarded meanwhile.
 * @param saved n8n's copy
 * @param isDiscarded n8n discards what a poll emits if its workflow was published again meanwhile
 * @returns undefined for a trigger's very first poll
 */
export function recall(memory: LeadMemory, saved: unknown, isDiscarded: boolean): LeadState | undefined {
	const { saved: own, state } = memory;
	// Until this poll is over, its outcome is unknown.
	delete memory.state;
	if (!own) return readLeadState(saved);
	const given = saved as Partial<SavedLeadState> | undefined;
	const isOurs = given?.secret === undefined || given.secret === own.secret;
	const givenAt = isOurs ? (given?.revision ?? 0) : Infinity;
	const isKnown = givenAt >= own.revision || memory.emittedAt <= givenAt || !isDiscarded;
	if (isOurs && isKnown && state) return state;
	// What came from half-read lists may not have been emitted.
	memory.streams.clear();
	if (isOurs && isKnown) return readLeadState(own);
	const before = memory.beforeEmission;
	return readLeadState(isOurs && before && before.revision > givenAt ? before : saved);
}

/**
 * Forgets a poll with a wrong time, except its calls.
 * @param before what was remembered when it began
 */
export function takeBack(
	memory: LeadMemory,
	before: LeadMemory,
	{ calls, isTimeKnown }: { calls: number; isTimeKnown: boolean },
): void {
	const { polledAtMs, pausesMs } = before;
	forgetHalfRead(memory);
	// With a wrong clock, it's unknown to which day the counted calls belong.
	Object.assign(memory, {
		polledAtMs,
		pausesMs,
		uncounted: calls,
		calls: isTimeKnown ? before.calls : undefined,
	});
}

function forgetHalfRead({ listings, pace, said, streams }: LeadMemory): void {
	streams.clear();
	listings.clear();
	said.clear();
	pace.forget();
}

/** Another connection may be allowed more or less, or use another host, so it's tried at once. */
export function forgetOldGrant(memory: LeadMemory, state: LeadState): void {
	delete state.quietUntil;
	for (const list of state.lists.values()) delete list.at;
	forgetHalfRead(memory);
}

/** The time between polls, the shorter of the last two intervals: a host that slept doesn't poll less often. */
export function pollsEvery(memory: LeadMemory, state: LeadState, nowMs: number): number {
	const { polledAtMs } = memory;
	memory.polledAtMs = nowMs;
	if (polledAtMs === undefined) return state.everyMs;
	const pauseMs = Math.min(Math.max(0, nowMs - polledAtMs), DAY_MS);
	memory.pausesMs = [pauseMs, ...memory.pausesMs].slice(0, 2);
	return Math.min(...memory.pausesMs);
}
