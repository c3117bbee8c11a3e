/**
 * What the push trigger remembers, as saved in n8n's static data.
 *
 * n8n loads a copy of its own for each request and saves it when the request has been handled, so two that run at once
 * would each save without the other, and an older copy may come back. That's why the process keeps the state too, and
 * merges every copy it gets into it: what is known only grows.
 */
import { bringBack } from '../../polling/core/ahead';
import {
	ENTRY_CHARACTERS,
	hashOf,
	newKey,
	packHashes,
	unpackHashes,
	type Hashes,
} from '../../polling/core/hashes';

const HOUR_MS = 3_600_000;
/** LinkedIn's feeds show an event up to 15 minutes late; each pull goes back twice that. */
export const OVERLAP_MS = 30 * 60_000;
/** LinkedIn shows leads up to three days late. */
export const LEADS_OVERLAP_MS = 73 * HOUR_MS;
/** From when it was handed over; what is pushed about older events can't be told from a replay. */
export const KEPT_MS = 96 * HOUR_MS;
/** Of the saved state. */
const MOST_CHARACTERS = 64_000;
/** Fewer if many pages leave less room. */
const MOST_SAVED = 4_000;
const LEAST_SAVED = 500;
/** The process keeps more. */
const MOST_SEEN = 50_000;

/** A subscription at LinkedIn. */
export interface Subscription {
	/** Where LinkedIn sends what happens. */
	address: string;
	/** LinkedIn's id, which those to leads have. */
	id?: string;
	/** URN of the LinkedIn app and of the member, which those to page activity have. */
	application?: string;
	user?: string;
	/** Epoch milliseconds, if LinkedIn said. */
	expiresAtMs?: number;
}

export interface Cursor {
	/** Since when it's followed: what a list shows from before isn't new. */
	fromMs: number;
	/** Everything that LinkedIn showed up to here has been handled. */
	untilMs: number;
}

/** A span of a list that is being read, from page to page. */
export interface Window {
	/** Up to where all was handled when it began: once that has moved, it's out of date. */
	untilMs: number;
	/** Epoch milliseconds, both. */
	fromMs: number;
	toMs: number;
	/** Where the next page begins. */
	start: number;
	/** How many pages before it were empty. */
	emptyPages: number;
}

/** What the settings choose. */
export interface Chosen {
	/** URNs of pages, or owners and types of leads. */
	sources: readonly string[];
	/** What of theirs the settings can leave out, by any name. */
	kinds: readonly string[];
}

/** By source: the URN of a page, or owner and type of leads. Moments are epoch milliseconds. */
export interface PushState {
	/** Generated once for this trigger; turns ids into hashes. */
	key: string;
	/** Its production address when it was last published. */
	address?: string;
	/** URN of the member whose subscriptions they are. */
	me?: string;
	subscriptions: Map<string, Subscription>;
	/** When the subscriptions were last compared with LinkedIn's. */
	checkedAtMs: number;
	cursors: Map<string, Cursor>;
	windows: Map<string, Window>;
	/** Since when each kind of event is chosen. */
	since: Map<string, number>;
	/** Hashes of the ids of handled events, and when they were handled. */
	seen: Hashes;
	/** Some of what was handled up to here is forgotten, so a list isn't read again from before. */
	forgottenToMs: number;
}

export interface SavedPushState {
	format: 1;
	key: string;
	address?: string;
	me?: string;
	subscriptions: Array<[string, Subscription]>;
	checkedAtMs: number;
	cursors: Array<[string, Cursor]>;
	windows: Array<[string, Window]>;
	since: Array<[string, number]>;
	seen: string;
	forgottenToMs: number;
}

export function newPushState(): PushState {
	return {
		key: newKey(),
		subscriptions: new Map(),
		checkedAtMs: 0,
		cursors: new Map(),
		windows: new Map(),
		since: new Map(),
		seen: new Map(),
		forgottenToMs: 0,
	};
}

/** @returns undefined if it isn't ours */
export function readPushState(saved: unknown): PushState | undefined {
	if ((Object(saved) as SavedPushState).format !== 1) return undefined;
	const { subscriptions, cursors, windows, since, seen, ...others } = saved as SavedPushState;
	const { key, address, me, checkedAtMs, forgottenToMs } = others;
	return {
		key,
		address,
		me,
		subscriptions: new Map(subscriptions.map(([source, one]) => [source, { ...one }])),
		checkedAtMs,
		cursors: new Map(cursors.map(([source, one]) => [source, { ...one }])),
		windows: new Map(windows.map(([source, one]) => [source, { ...one }])),
		since: new Map(since),
		seen: unpackHashes(seen),
		forgottenToMs,
	};
}

/**
 * Drops what no later request needs, and the oldest entries beyond the maximum.
 * @param nowMs undefined if LinkedIn's time isn't known: nothing is dropped for its age then, because a clock that is
 * ahead would make all of it old
 */
export function savePushState(state: PushState, nowMs: number | undefined): SavedPushState {
	const neededFrom = nowMs === undefined ? -Infinity : neededSince(state, nowMs);
	const kept = [...state.seen].filter(([, atMs]) => atMs >= neededFrom).sort(([, a], [, b]) => a - b);
	state.forgottenToMs = forgottenTo(state, kept, MOST_SEEN);
	state.seen = new Map(kept.slice(-MOST_SEEN));
	for (const [source, window] of state.windows) {
		if (window.untilMs !== state.cursors.get(source)?.untilMs) state.windows.delete(source);
	}
	const { key, address, me, checkedAtMs } = state;
	const saved = {
		format: 1 as const,
		key,
		...(address !== undefined && { address }),
		...(me !== undefined && { me }),
		subscriptions: [...state.subscriptions],
		checkedAtMs,
		cursors: [...state.cursors],
		windows: [...state.windows],
		since: [...state.since],
		seen: '',
		// As long as it can get.
		forgottenToMs: Number.MAX_SAFE_INTEGER,
	};
	const room = Math.floor((MOST_CHARACTERS - JSON.stringify(saved).length) / ENTRY_CHARACTERS);
	const most = Math.max(LEAST_SAVED, Math.min(MOST_SAVED, room));
	const seen = packHashes(new Map(kept.slice(-most)));
	return { ...saved, seen, forgottenToMs: forgottenTo(state, kept, most) };
}

/** @param kept oldest first, of which the latest `most` are remembered */
function forgottenTo({ forgottenToMs }: PushState, kept: Array<[string, number]>, most: number): number {
	const [, handledAtMs] = kept.at(-most - 1) ?? ['', 0];
	return Math.max(forgottenToMs, handledAtMs);
}

/** A list is read again from before its cursor, at the next pull, which may be long after. */
function neededSince({ cursors }: PushState, nowMs: number): number {
	const rereadFrom = [...cursors.values()].map(({ untilMs }) => untilMs - LEADS_OVERLAP_MS);
	return Math.min(nowMs - KEPT_MS, ...rereadFrom) - OVERLAP_MS;
}

/** Adds to the state of the process what another copy knows. @param other of the same trigger */
export function mergeInto(state: PushState, other: PushState): void {
	if (other.checkedAtMs > state.checkedAtMs) {
		const { address, me, subscriptions, checkedAtMs } = other;
		Object.assign(state, { address, me, subscriptions, checkedAtMs });
	}
	for (const [source, cursor] of other.cursors) {
		const known = state.cursors.get(source);
		if (known && known.untilMs >= cursor.untilMs) continue;
		state.cursors.set(source, { ...cursor });
		const window = other.windows.get(source);
		if (window) state.windows.set(source, { ...window });
	}
	// One that was chosen again meanwhile is chosen since then.
	for (const [kind, sinceMs] of other.since) {
		state.since.set(kind, Math.max(sinceMs, state.since.get(kind) ?? sinceMs));
	}
	if (other.key !== state.key) return;
	for (const [hash, atMs] of other.seen) if (!state.seen.has(hash)) state.seen.set(hash, atMs);
}

/**
 * Follows what hasn't been followed, and forgets what no longer is. A cursor in the future, from a clock that was ahead,
 * is brought back.
 * @param nowMs undefined if LinkedIn's time isn't known: no cursor is set or moved then
 * @param sinceMs since when they're chosen
 */
export function follow(
	state: PushState,
	{ sources, kinds }: Chosen,
	nowMs: number | undefined,
	sinceMs = nowMs ?? 0,
): void {
	for (const source of [...state.cursors.keys()]) {
		if (sources.includes(source)) continue;
		state.cursors.delete(source);
		state.windows.delete(source);
	}
	for (const kind of [...state.since.keys()]) if (!kinds.includes(kind)) state.since.delete(kind);
	if (nowMs === undefined) return;
	// Other events are another list, in which the next page begins elsewhere.
	if (kinds.some((kind) => !state.since.has(kind))) state.windows.clear();
	for (const kind of kinds) {
		const chosen = { sinceMs: state.since.get(kind) ?? sinceMs };
		bringBack(chosen, ['sinceMs'], nowMs);
		state.since.set(kind, chosen.sinceMs);
	}
	for (const source of sources) {
		const cursor = state.cursors.get(source) ?? { fromMs: sinceMs, untilMs: sinceMs };
		bringBack(cursor, ['fromMs', 'untilMs'], nowMs);
		state.cursors.set(source, cursor);
	}
}

/** Whether something happened since all of this was chosen, so that a list that shows it now may start the workflow. */
export function isSinceChosen({ since }: PushState, kinds: readonly string[], atMs: number): boolean {
	return kinds.every((kind) => atMs >= (since.get(kind) ?? -Infinity));
}

/** A moment that is surely past, whatever this machine's clock says: up to where something was read. */
export function leastNow({ cursors }: PushState): number {
	return Math.max(-Infinity, ...[...cursors.values()].map(({ untilMs }) => untilMs));
}

export function isHandled(state: PushState, id: string): boolean {
	return state.seen.has(hashOf(state.key, id));
}

/** @param nowMs when it's handed over; if LinkedIn's time isn't known, the latest that is surely past */
export function noteHandled(state: PushState, id: string, nowMs: number): void {
	state.seen.set(hashOf(state.key, id), nowMs);
}
