/**
 * What the running process remembers for one trigger beside the saved state. Losing it costs calls, never a comment.
 */
import { released } from './budget';
import type { FeedReading } from './feed';
import type { Reading, ReadReplies } from './reading';
import type { Fault } from './sources';
import type { TriggerState } from './state';

/** The same sentence is logged again after this time. */
const SAY_AGAIN_AFTER_MS = 86_400_000;
const MOST_TEXTS = 500;

export interface PostFacts {
	text: string | null;
	author: string | null;
}

export interface Memory {
	/** The state's generation that `feeds`, `readings` and `replies` belong to. */
	generation: number | undefined;
	/** Half-read feeds by page, half-read posts by their URN. */
	feeds: Map<string, FeedReading>;
	readings: Map<string, Reading>;
	replies: ReadReplies;
	posts: Map<string, PostFacts>;
	calls: { day: number; used: number } | undefined;
	/** When polling began: the start of a trigger whose first state n8n did not keep. */
	from: number | undefined;
	me: { urn: string | undefined; at: number; grantKey: string } | undefined;
	grantKey: string | undefined;
	said: Map<string, number>;
	/** Sentences that wait for the next item. */
	notices: Set<string>;
	/** Polls in a row that met a fault, by page. */
	faults: Map<string, number>;
	/** Pages whose names LinkedIn refused to look up, and when. */
	refusedNames: Map<string, { at: number; fault: Fault }>;
}

export function newMemory(): Memory {
	return {
		generation: undefined,
		feeds: new Map(),
		readings: new Map(),
		replies: new Map(),
		posts: new Map(),
		calls: undefined,
		from: undefined,
		me: undefined,
		grantKey: undefined,
		said: new Map(),
		notices: new Set(),
		faults: new Map(),
		refusedNames: new Map(),
	};
}

/**
 * Brings memory and saved state together at the start of a poll. When an older copy of the state has come back, what
 * was half read for a later one is dropped: its emission may have been lost.
 */
export function join(memory: Memory, state: TriggerState): void {
	if (memory.generation === state.generation) return;
	memory.feeds.clear();
	memory.readings.clear();
	memory.replies.clear();
}

/**
 * Calls made today. A process that has just started cannot know what its predecessor spent after the last save, so it
 * counts as spent all that was released so far.
 */
export function callsToday(
	memory: Memory,
	state: TriggerState,
	isFirstEver: boolean,
	perDay: number,
	nowMs: number,
): number {
	const day = Math.floor(nowMs / 86_400_000);
	const saved = state.calls.day === day ? state.calls.used : 0;
	if (memory.calls) return Math.max(saved, memory.calls.day === day ? memory.calls.used : 0);
	return isFirstEver ? 0 : Math.max(saved, released(perDay, nowMs));
}

export function rememberPost(memory: Memory, urn: string, facts: PostFacts): void {
	memory.posts.delete(urn);
	memory.posts.set(urn, facts);
	if (memory.posts.size <= MOST_TEXTS) return;
	const [oldest] = memory.posts.keys();
	memory.posts.delete(oldest);
}

/** True when a sentence was not said within the last day. */
export function isNewToSay(memory: Memory, sentence: string, nowMs: number): boolean {
	for (const [old, at] of memory.said) {
		if (Math.abs(nowMs - at) >= SAY_AGAIN_AFTER_MS) memory.said.delete(old);
	}
	if (memory.said.has(sentence)) return false;
	memory.said.set(sentence, nowMs);
	return true;
}
