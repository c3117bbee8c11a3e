/** What the running process remembers of a lead trigger beside what n8n saved. Losing it costs calls, never a lead. */
import { DAY_MS } from '../../polling/core/budget';
import type { CallsByDay } from './calls';
import type { OwnerListing } from './owners';
import { Pace } from './pace';
import type { StreamMemory } from './reading';
import { readLeadState, type LeadState, type OwnerKind, type SavedLeadState } from './state';

export interface LeadMemory {
	/** What the last poll left, and the same as it was given to n8n. */
	state?: LeadState;
	saved?: SavedLeadState;
	/** Revision of the last poll that gave out leads, and the state that it began with. */
	emittedAt: number;
	beforeEmission?: SavedLeadState;
	calls?: CallsByDay;
	/** Calls of polls that went by a wrong time. */
	uncounted: number;
	/** Of the connection that the last poll was made with. */
	grantKey?: string;
	/** Half-read streams, by their keys. */
	streams: Map<string, StreamMemory>;
	/** Half-read lists of owners. */
	listings: Map<OwnerKind, OwnerListing>;
	pace: Pace;
	/** Steps since the last one that read the last days again. */
	stepsSinceLate: number;
	/** Steps that a piece of work took in its turn. */
	stepsInARow: Map<string, number>;
	said: Map<string, number>;
	polledAtMs?: number;
	/** Between the last polls, milliseconds, the latest first. */
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

/** Whether the polls before were made with another credential, host or member, or before connecting anew. */
export function isOtherGrant({ grantKey }: LeadMemory, now: string): boolean {
	return grantKey !== undefined && grantKey !== now;
}

/**
 * The state to go on with. n8n hands an older copy to a workflow that is published or switched on again, while this
 * process knows what has come since; it goes on with that unless leads may have been thrown away meanwhile.
 * @param saved what n8n holds
 * @param isDiscarded n8n throws away what a poll gives out when its workflow was published anew meanwhile
 * @returns undefined for a trigger's first poll ever
 */
export function recall(memory: LeadMemory, saved: unknown, isDiscarded: boolean): LeadState | undefined {
	const { saved: own, state } = memory;
	// Until this poll is over nobody can tell what will have come of it.
	delete memory.state;
	if (!own) return readLeadState(saved);
	const given = saved as Partial<SavedLeadState> | undefined;
	const isOurs = given?.secret === undefined || given.secret === own.secret;
	const givenAt = isOurs ? (given?.revision ?? 0) : Infinity;
	const isKnown = givenAt >= own.revision || memory.emittedAt <= givenAt || !isDiscarded;
	if (isOurs && isKnown && state) return state;
	// What was taken from half-read lists may not have been emitted.
	memory.streams.clear();
	if (isOurs && isKnown) return readLeadState(own);
	const before = memory.beforeEmission;
	return readLeadState(isOurs && before && before.revision > givenAt ? before : saved);
}

/**
 * Forgets a poll that went by a wrong time, but for its calls.
 * @param before what was remembered when it began
 */
export function takeBack(
	memory: LeadMemory,
	before: LeadMemory,
	{ calls, isTimeKnown }: { calls: number; isTimeKnown: boolean },
): void {
	const { polledAtMs, pausesMs } = before;
	forgetHalfRead(memory);
	// By a wrong clock nobody knows of which day the calls are that it counted.
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

/** Another connection may be allowed more, or less, or lead to another host, and so it is tried at once. */
export function forgetOldGrant(memory: LeadMemory, state: LeadState): void {
	delete state.quietUntil;
	for (const list of state.lists.values()) delete list.at;
	forgetHalfRead(memory);
}

/** How long it is from poll to poll, of the last two pauses the shorter one: a host that slept polls no less often. */
export function pollsEvery(memory: LeadMemory, state: LeadState, nowMs: number): number {
	const { polledAtMs } = memory;
	memory.polledAtMs = nowMs;
	if (polledAtMs === undefined) return state.everyMs;
	const pauseMs = Math.min(Math.max(0, nowMs - polledAtMs), DAY_MS);
	memory.pausesMs = [pauseMs, ...memory.pausesMs].slice(0, 2);
	return Math.min(...memory.pausesMs);
}
