/**
 * What the lead trigger remembers between polls, as saved in n8n's static data.
 *
 * n8n saves static data only if a poll emits, so after a crash an older copy comes back. It's safe to start from: its
 * cursors are earlier, and it knows every lead that was emitted up to its time. Everything is text and lists, so that
 * names from LinkedIn can't collide with an object's properties, and a trigger with many owners stays small.
 */
import { randomBytes } from 'crypto';

import { notAfterReset } from '../../../transport/limits/quota';
import { bringBack, bringCursorsBack, type Moments } from '../../polling/core/ahead';
import { DAY_MS } from '../../polling/core/budget';
import type { CallsByDay } from './calls';
import { FEWER_BITS, HOUR_MS, KnownLeads } from './known';

/** Leads may show up to 15 minutes late; every reading goes back twice that. */
export const OVERLAP_MS = 30 * 60_000;
/** Some show later than that, so this much is read again once a day. */
export const LATE_MS = 3 * DAY_MS;
/** LinkedIn keeps leads for 365 days; older ones can't be requested. */
export const KEPT_MS = 364 * DAY_MS;
/** An owner that is no longer accessible may come back, so its cursor is kept this long. */
const GONE_FOR_MS = 30 * DAY_MS;
/** Characters for the hashes of known leads, so that the whole stays under 64 KB. */
const KNOWN_MOST = 44_000;

/** Who can own leads. */
export const OWNER_KINDS = ['sponsoredAccount', 'organization'] as const;
export type OwnerKind = (typeof OWNER_KINDS)[number];

/** The leads of one owner and type. All moments are epoch milliseconds. */
export interface Stream {
	/** Earlier leads aren't new: it has been watched from here on. */
	from: number;
	/**
	 * Every lead submitted up to here and shown in time has been emitted. It's LinkedIn's time of the newest lead of a
	 * list that was read completely, so a wrong clock on this host doesn't move it.
	 */
	until: number;
	/** The last days were read again when LinkedIn's own times had reached this time, or later. */
	againAt: number;
	/** Since when it's no longer watched. */
	goneAt?: number;
	known: KnownLeads;
}

/** What is known about the list of owners of one kind. */
export interface OwnerList {
	/** Owners that appear first in the next list are watched from here on. */
	from: number;
	/** When it was last requested; undefined if never. */
	at?: number;
}

export interface LeadState {
	/** Generated once for this trigger; turns ids into hashes. */
	secret: string;
	/** Counts polls, to recognize an older copy. */
	revision: number;
	/** By owner URN and lead type. */
	streams: Map<string, Stream>;
	lists: Map<OwnerKind, OwnerList>;
	calls: CallsByDay;
	/** Interval between polls, milliseconds. */
	everyMs: number;
	/** No leads are requested until then: LinkedIn's daily quota is used up. */
	quietUntil?: number;
}

/** The state as text and lists. */
export interface SavedLeadState {
	format: 2;
	secret: string;
	revision: number;
	lists: Array<[kind: OwnerKind, from: number, at?: number]>;
	calls: CallsByDay;
	everyMs: number;
	quietUntil?: number;
	/** For each stream: key, three times, since when it's gone, known leads; see `streamText`. */
	streams: string[];
}

/** What earlier versions saved. */
interface FirstFormat {
	format: 1;
	revision?: number;
	streams: Record<string, { from: number; until: number; seen: Record<string, number> }>;
	since?: number;
	reached?: { at: number; owners: string[] };
	calls: { day: number; used: number };
	quietUntil?: number;
}

/** @returns undefined if it isn't ours */
export function readLeadState(saved: unknown): LeadState | undefined {
	const { format } = (saved ?? {}) as { format?: number };
	if (format === 1) return fromFirst(saved as FirstFormat);
	if (format !== 2) return undefined;
	const { secret, revision, lists, calls, everyMs, quietUntil, streams } = saved as SavedLeadState;
	return {
		secret,
		revision,
		everyMs,
		...(quietUntil !== undefined && { quietUntil }),
		lists: new Map(lists.map(([kind, from, at]) => [kind, { from, ...(at !== undefined && { at }) }])),
		calls: calls.map(([day, used]) => [day, used]),
		streams: new Map(streams.map((text) => readStreamText(text, secret))),
	};
}

export function saveLeadState(state: LeadState): SavedLeadState {
	fit(state);
	const { secret, revision, everyMs, quietUntil } = state;
	return {
		format: 2,
		secret,
		revision,
		everyMs,
		...(quietUntil !== undefined && { quietUntil }),
		lists: [...state.lists].map(([kind, { from, at }]) =>
			at === undefined ? [kind, from] : [kind, from, at],
		),
		calls: state.calls,
		streams: [...state.streams].map(([key, stream]) => streamText(key, stream)),
	};
}

export function newLeadState(): LeadState {
	return {
		secret: newSecret(),
		revision: 0,
		streams: new Map(),
		lists: new Map(),
		calls: [],
		everyMs: 0,
	};
}

const newSecret = () => randomBytes(16).toString('hex');

/** A stream that is watched from this time on. */
export function newStream(fromMs: number, secret: string): Stream {
	return { from: fromMs, until: fromMs, againAt: fromMs, known: new KnownLeads(secret) };
}

/**
 * Moves back times in the future, which a clock that was ahead wrote: to a time from which everything since is read,
 * and everything before is still known.
 * @param isTimeKnown if false, the clock may be wrong, and the cursors stay where they are
 * @returns whether cursors in the future were left there
 */
export function putRight(state: LeadState, nowMs: number, isTimeKnown: boolean): boolean {
	if (state.quietUntil !== undefined) state.quietUntil = notAfterReset(state.quietUntil, nowMs);
	for (const list of state.lists.values()) bringBack(list, ['at'], nowMs, nowMs - DAY_MS);
	for (const stream of state.streams.values()) bringBack(stream, ['goneAt'], nowMs, nowMs - DAY_MS);
	const lists = [...state.lists.values()].map((list): Moments => [list as never, ['from']]);
	const streams = [...state.streams.values()].map((stream): Moments => [
		stream as never,
		['from', 'until', 'againAt'],
	]);
	const areListsLeft = bringCursorsBack(lists, nowMs, { backToMs: nowMs - DAY_MS, isTimeKnown });
	return bringCursorsBack(streams, nowMs, { backToMs: nowMs - OVERLAP_MS, isTimeKnown }) || areListsLeft;
}

/** Where a reading must start so that no lead is missed that shows late or lies on a bound. */
export function readFrom({ from, until }: Stream, nowMs: number): number {
	return Math.max(from - 1, until - OVERLAP_MS, nowMs - KEPT_MS);
}

/** From where the last days are read again: what wasn't shown last time can't be older. */
export function readAgainFrom({ from, until, againAt }: Stream, nowMs: number): number {
	return Math.max(from - 1, Math.min(until - OVERLAP_MS, againAt - LATE_MS), nowMs - KEPT_MS);
}

/** Forgets what no reading can find again, and streams that have long been gone. */
export function forgetOld(state: LeadState, nowMs: number): void {
	for (const [key, stream] of state.streams) {
		if (stream.goneAt !== undefined && nowMs - stream.goneAt > GONE_FOR_MS) state.streams.delete(key);
		else stream.known.forgetBefore(neededFrom(stream) - HOUR_MS);
	}
}

const neededFrom = ({ until, againAt }: Stream) => Math.min(until - OVERLAP_MS, againAt - LATE_MS);

/**
 * Keeps the known leads within their space: first with fewer bits for older ones, then by reading less far back for
 * late ones. What the next reading of a stream needs is never forgotten.
 */
function fit({ streams }: LeadState): void {
	const isTooMuch = () => {
		let size = 0;
		for (const { known } of streams.values()) size += known.size;
		return size > KNOWN_MOST;
	};
	for (const bits of FEWER_BITS) {
		if (!isTooMuch()) return;
		for (const { known } of streams.values()) known.shorten(bits);
	}
	while (isTooMuch()) {
		let oldest: Stream | undefined;
		for (const stream of streams.values()) {
			const endMs = stream.known.oldestEndMs;
			if (endMs === undefined || endMs > stream.until - OVERLAP_MS - HOUR_MS) continue;
			if (!oldest || endMs < (oldest.known.oldestEndMs ?? 0)) oldest = stream;
		}
		const endMs = oldest?.known.oldestEndMs;
		if (!oldest || endMs === undefined) return;
		oldest.known.forgetBefore(endMs);
		oldest.from = Math.max(oldest.from, endMs);
	}
}

/** Many streams have the same words in their keys. */
const SHORT: Array<[long: string, short: string]> = [
	['urn:li:sponsoredAccount:', 'a:'],
	['urn:li:organization:', 'o:'],
	[' SPONSORED', ' S'],
	[' COMPANY', ' C'],
	[' EVENT', ' E'],
	[' ORGANIZATION_PRODUCT', ' P'],
];

/** Times in base 36; one that equals `from` is left out. */
function streamText(key: string, { from, until, againAt, goneAt, known }: Stream): string {
	const moment = (ms: number | undefined) => (ms === undefined || ms === from ? '' : ms.toString(36));
	const short = SHORT.reduce((text, [long, brief]) => replaced(text, long, brief), key);
	return [short, from.toString(36), moment(until), moment(againAt), moment(goneAt), ...known.save()].join(
		'|',
	);
}

function readStreamText(text: string, secret: string): [string, Stream] {
	const [short, from36, until, againAt, goneAt, ...known] = text.split('|');
	const key = SHORT.reduce((shorter, [long, brief]) => replaced(shorter, brief, long), short);
	const from = parseInt(from36, 36);
	const moment = (text36: string) => (text36 ? parseInt(text36, 36) : from);
	return [
		key,
		{
			from,
			until: moment(until),
			againAt: moment(againAt),
			...(goneAt && { goneAt: parseInt(goneAt, 36) }),
			known: KnownLeads.read(secret, known),
		},
	];
}

/** At its beginning or, if it begins with a space, at its end. */
function replaced(text: string, one: string, other: string): string {
	if (one.startsWith(' ')) return text.endsWith(one) ? text.slice(0, -one.length) + other : text;
	return text.startsWith(one) ? other + text.slice(one.length) : text;
}

/** It knew the leads of the last hour, so late ones are looked for from there on. */
function fromFirst(saved: FirstFormat): LeadState {
	const secret = newSecret();
	const streams = new Map<string, Stream>();
	for (const [key, { from, until, seen }] of Object.entries(saved.streams)) {
		const stream = newStream(Math.max(from, until - OVERLAP_MS), secret);
		Object.assign(stream, { until, againAt: until });
		for (const [id, at] of Object.entries(seen)) stream.known.add(id, at);
		streams.set(key, stream);
	}
	const { reached, since, calls, quietUntil } = saved;
	const listed = reached
		? { from: reached.at, at: reached.at }
		: since !== undefined
			? { from: since }
			: undefined;
	return {
		secret,
		revision: saved.revision ?? 0,
		streams,
		lists: new Map(listed === undefined ? [] : OWNER_KINDS.map((kind) => [kind, listed])),
		calls: [[calls.day, calls.used]],
		everyMs: 0,
		...(quietUntil !== undefined && { quietUntil }),
	};
}

/** e.g. `sponsoredAccount`, from the key of a stream or the URN of an owner. */
export function ownerKindOf(key: string): string {
	return key.split(':')[2] ?? '';
}
