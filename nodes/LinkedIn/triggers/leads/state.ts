/**
 * What the lead trigger remembers between polls, as it stands in n8n's static data.
 *
 * n8n saves static data only when a poll emits, so after a crash an older copy comes back. It is safe to start from: its
 * cursors lie further back, and it knows the id of every lead that was emitted up to its time.
 */
import { notAfterReset } from '../../transport/quota';
import { bringBack } from '../ahead';
import { DAY_MS } from '../budget';

/** Leads may show up to 15 minutes late; whatever is read again reaches back twice that. */
export const OVERLAP_MS = 30 * 60_000;
/** LinkedIn keeps leads for 365 days; what lies further back cannot be asked for. */
export const KEPT_MS = 364 * DAY_MS;

/** The leads of one owner and type. */
export interface Stream {
	/** Leads submitted before are no news: it has been watched from here on. */
	from: number;
	/** Every lead submitted up to here and shown in time has been emitted. */
	until: number;
	/** Submission times by id, of leads that a later reading meets again. */
	seen: Record<string, number>;
	/** Not to be asked before. */
	dueAt: number;
	/** Polls in a row that met a fault. */
	faults: number;
}

export interface LeadState {
	format: 1;
	/** Counts polls, so that an older copy is known. */
	revision?: number;
	/** By owner URN and lead type. */
	streams: Record<string, Stream>;
	/** When the trigger began. */
	since?: number;
	/** Owners that the credential reaches were listed whole once, or were chosen. */
	listed?: true;
	/** Owners that the credential reaches, and when they were listed. */
	reached?: { at: number; owners: string[] };
	calls: { day: number; used: number };
	/** All is quiet until then. */
	quietUntil?: number;
}

/** @returns a copy, so that nothing changes in static data before the poll is over; undefined when it is not ours */
export function readLeadState(saved: unknown): LeadState | undefined {
	const state = saved as LeadState | undefined;
	return state?.format === 1 ? (JSON.parse(JSON.stringify(state)) as LeadState) : undefined;
}

/** As putRight of the comment trigger. */
export function putRight(state: LeadState, nowMs: number): void {
	const cursorMs = nowMs - OVERLAP_MS;
	if (state.quietUntil !== undefined) state.quietUntil = notAfterReset(state.quietUntil, nowMs);
	bringBack(state, ['since'], nowMs, cursorMs);
	if (state.reached) bringBack(state.reached, ['at'], nowMs);
	for (const stream of Object.values(state.streams)) bringBack(stream, ['from', 'until'], nowMs, cursorMs);
}

export function newLeadState(nowMs: number): LeadState {
	return { format: 1, since: nowMs, streams: {}, calls: { day: Math.floor(nowMs / DAY_MS), used: 0 } };
}

/** A stream that is watched from this moment on. */
export function newStream(nowMs: number): Stream {
	return { from: nowMs, until: nowMs, seen: {}, dueAt: 0, faults: 0 };
}

/** From where a reading has to start, so that no lead that shows late is missed, nor one on a bound left out. */
export function readFrom({ from, until }: Stream, nowMs: number): number {
	return Math.max(from - 1, until - OVERLAP_MS, nowMs - KEPT_MS);
}

/** Moves the cursor after a whole reading, and forgets ids that no later reading can meet. */
export function noteWhole(stream: Stream, readAtMs: number): void {
	stream.until = Math.max(stream.until, readAtMs);
	const neededFrom = stream.until - 2 * OVERLAP_MS;
	for (const [id, submittedAt] of Object.entries(stream.seen)) {
		if (submittedAt < neededFrom) delete stream.seen[id];
	}
}
