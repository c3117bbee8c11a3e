/**
 * What the running process remembers for one trigger besides the saved state. Losing it costs calls, never a comment.
 */
import type { Fault } from '../../../polling/core/answer';
import type { CommentNotification } from '../../../events/core/notification';
import { released } from '../../../polling/core/budget';
import { ClosedSources } from '../../../polling/core/closed';
import type { Walk } from '../../../polling/core/furtherPages';
import type { News } from '../news';
import type { Reading } from '../reading/commentReader';
import { unpackThreads, type ReadReplies } from '../reading/readReplies';
import type { TriggerState } from './state';
import type { Process } from './unsaved';

const HOUR_MS = 3_600_000;
/** The same sentence is logged again after this time. */
const SAY_AGAIN_AFTER_MS = 24 * HOUR_MS;
const MOST_TEXTS = 500;
/** Ids of members' comments aren't kept longer (docs.dataStorage). */
const IDS_FOR_MS = 48 * HOUR_MS;
const MOST_IDS = 50_000;
/** LinkedIn doesn't document a maximum for a batch of comments. */
export const MOST_IN_BATCH = 50;

export interface PostFacts {
	text: string | null;
	author: string | null;
}

export interface Memory {
	/** The state's generation that half-read data belongs to. */
	generation: number | undefined;
	/** Half-read feeds by their key, lists and counts by page, half-read posts by their URN. */
	feeds: Map<string, FeedReading>;
	/** Up to when each feed was read completely, by LinkedIn's time, and how many pages that took. */
	feedsRead: Map<string, { toMs: number; pages: number }>;
	/** How much of a feed is read at once, milliseconds; without an entry, all of it. */
	feedSpans: Map<string, number>;
	listings: Map<string, PostListing>;
	countings: Map<string, Counting>;
	/** When the counts of a page's most active posts were last requested. */
	countsAskedAt: Map<string, number>;
	readings: Map<string, Reading>;
	/** A half-read list of the pages I manage. */
	managing: (Walk & { urns: string[] }) | undefined;
	/** When a post last had its turn, or was found to have changed. */
	turns: Map<string, number>;
	/** How many posts have had a turn. */
	turnsTaken: number;
	replies: ReadReplies;
	/** Up to when threads were marked to be read again. */
	letGoAt: number | undefined;
	/** Posts read completely, and the calls that took. */
	cost: { posts: number; calls: number };
	posts: Map<string, PostFacts>;
	/** Ids of emitted comments and keys of other events, and when: n8n may continue with a state that doesn't have them. */
	given: Map<string, number>;
	/** Names of people, null if hidden, and when they were looked up: for a day at most. */
	people: Map<string, { name: string | null; atMs: number }>;
	/** When LinkedIn refused to show people, and several at once. */
	peopleRefusedAt: number | undefined;
	peopleBatchRefusedAt: number | undefined;
	calls: { day: number; used: number } | undefined;
	/** Calls of polls with a wrong time. */
	uncounted: number;
	/** When the last poll was, and the interval before it. */
	polledAt: number | undefined;
	gapMs: number | undefined;
	process: Process | undefined;
	/** When polling began: the start of a trigger whose first state n8n didn't keep. */
	from: number | undefined;
	me: { urn: string | undefined; at: number; grantKey: string } | undefined;
	grantKey: string | undefined;
	said: Map<string, number>;
	/** Sentences that wait for the next item. */
	notices: Set<string>;
	/** Polls in a row with a fault, by page; and when its sweep continues after one. */
	faults: Map<string, number>;
	sweepAt: Map<string, number>;
	/** How often the remaining calls ran out, so that each page gets to be first. */
	sweptPages: number;
	/** Comments requested by id at a time. */
	batchSize: number;
	/** Polls in a row whose token LinkedIn refused. */
	signIns: number;
	/** What LinkedIn doesn't accept calls for at the moment. */
	closed: ClosedSources;
	/** Pages whose names LinkedIn refused to look up, and when. */
	refusedNames: Map<string, { at: number; fault: Fault }>;
}

export function newMemory(): Memory {
	return {
		generation: undefined,
		feeds: new Map(),
		feedsRead: new Map(),
		feedSpans: new Map(),
		listings: new Map(),
		countings: new Map(),
		countsAskedAt: new Map(),
		readings: new Map(),
		managing: undefined,
		turns: new Map(),
		turnsTaken: 0,
		replies: new Map(),
		letGoAt: undefined,
		cost: { posts: 0, calls: 0 },
		posts: new Map(),
		given: new Map(),
		people: new Map(),
		peopleRefusedAt: undefined,
		peopleBatchRefusedAt: undefined,
		calls: undefined,
		uncounted: 0,
		polledAt: undefined,
		gapMs: undefined,
		process: undefined,
		from: undefined,
		me: undefined,
		grantKey: undefined,
		said: new Map(),
		notices: new Set(),
		faults: new Map(),
		sweepAt: new Map(),
		sweptPages: 0,
		batchSize: MOST_IN_BATCH,
		signIns: 0,
		closed: new ClosedSources(),
		refusedNames: new Map(),
	};
}

/**
 * Reconciles memory and saved state at the start of a poll. If an older copy of the state has come back, half-read data
 * of a later one is dropped.
 */
export function join(memory: Memory, state: TriggerState): void {
	if (memory.generation === state.generation) return;
	const { replies } = memory;
	forgetHalfRead(memory);
	// What this process read it has emitted, whichever state came back.
	memory.replies = replies.size > 0 ? replies : unpackThreads(state.replies);
}

/** The running process, compared with earlier ones. */
export const processOf = (memory: Memory, nowMs: number): Process =>
	memory.process ?? { number: 1, beganAtMs: nowMs };

/** Under which a page's reactions are half-read, while they're read apart. */
export const reactionsKey = (page: string): string => `${page} reactions`;

/** A page's feed is another list now. */
export function forgetFeed({ feeds, feedsRead }: Memory, page: string): void {
	for (const key of [page, reactionsKey(page)]) {
		feeds.delete(key);
		feedsRead.delete(key);
	}
}

export function forgetHalfRead(memory: Memory): void {
	memory.feeds.clear();
	memory.feedsRead.clear();
	memory.listings.clear();
	memory.countings.clear();
	memory.readings.clear();
	memory.managing = undefined;
	memory.turns.clear();
	memory.replies = new Map();
}

/**
 * How long it is until the next poll, by the shorter of the last two intervals, so that a pause of n8n doesn't count as
 * its rhythm.
 */
export function pollGap(memory: Memory, saved: number | undefined, nowMs: number): number | undefined {
	const gapMs = memory.polledAt === undefined ? undefined : Math.max(0, nowMs - memory.polledAt);
	const known = [gapMs, memory.gapMs].filter((ms): ms is number => ms !== undefined);
	memory.polledAt = nowMs;
	memory.gapMs = gapMs;
	return known.length > 0 ? Math.min(...known) : saved;
}

/**
 * Calls made today. A new process can't know what its predecessor used after the last save, so everything released so
 * far counts as used.
 */
export function callsToday(
	memory: Memory,
	state: TriggerState,
	isFirstEver: boolean,
	perDay: number,
	nowMs: number,
	aheadMs: number,
): { day: number; used: number } {
	const day = Math.floor(nowMs / (24 * HOUR_MS));
	const saved = state.calls.day === day ? state.calls.used : 0;
	if (memory.calls)
		return memory.calls.day === day ? { day, used: Math.max(saved, memory.calls.used) } : memory.calls;
	return { day, used: isFirstEver ? 0 : Math.max(saved, released(perDay, nowMs, aheadMs)) };
}

/** Forgets a poll with a wrong time, except its calls. */
export function takeBack(memory: Memory, news: News[], calls: number): void {
	forgetHalfRead(memory);
	for (const { id } of news) memory.given.delete(id);
	memory.said.clear();
	memory.uncounted = calls;
}

export function rememberPost(memory: Memory, urn: string, facts: PostFacts): void {
	memory.posts.delete(urn);
	memory.posts.set(urn, facts);
	if (memory.posts.size <= MOST_TEXTS) return;
	const [oldest] = memory.posts.keys();
	memory.posts.delete(oldest);
}

export const isGiven = (memory: Memory, id: string): boolean => memory.given.has(id);

export function rememberGiven(memory: Memory, id: string, nowMs: number): void {
	memory.given.set(id, nowMs);
	forgetGiven(memory, nowMs);
}

/** Ids aren't kept longer than they may be, whether or not others come. */
export function forgetGiven(memory: Memory, nowMs: number): void {
	for (const [old, at] of memory.given) {
		if (memory.given.size <= MOST_IDS && Math.abs(nowMs - at) < IDS_FOR_MS) break;
		memory.given.delete(old);
	}
}

/** True if a sentence wasn't logged within the last day. */
export function isNewToSay(memory: Memory, sentence: string, nowMs: number): boolean {
	for (const [old, at] of memory.said) {
		if (Math.abs(nowMs - at) >= SAY_AGAIN_AFTER_MS) memory.said.delete(old);
	}
	if (memory.said.has(sentence)) return false;
	memory.said.set(sentence, nowMs);
	return true;
}

/** A window of the feed that is being read; later polls continue where a fault or the budget stopped it. */
export interface FeedReading {
	/** All that is chosen, or, while reactions are read apart, those or the others. */
	reads: 'all' | 'reactions' | 'others';
	fromMs: number;
	toMs: number;
	/** From when on the others are needed, if reactions that were read apart are read with them again. */
	othersFromMs?: number;
	/** When its first page was asked for. */
	begunAtMs: number;
	/** Undefined once the window is read completely. */
	start: number | undefined;
	/** Events of the pages read so far that may be new. */
	pending: CommentNotification[];
	/** Edits whose comments must still be read. */
	edits: CommentNotification[];
	/** What was found, how much of it are reactions, and which LinkedIn deleted. */
	met: Set<string>;
	reactions: number;
	deleted: Set<string>;
	/** Posts whose comments were listed instead. */
	listed: Set<string>;
	emptyPages: number;
	pages: number;
	/** It ends before the present, which is read later. */
	isPart: boolean;
	/** The latest event, and the first one that is left for later. */
	newestMs: number;
	undecidedMs: number;
}

/** A list of a page's posts that is being fetched. */
export interface PostListing {
	start: number;
	emptyPages: number;
	/** Keys in `posts`. */
	newest: Set<string>;
	pages: number;
}

/** All watched posts are being counted, batch by batch. */
export interface Counting {
	left: string[];
}
