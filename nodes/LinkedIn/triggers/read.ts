/** Reading the comments of watched posts, one after another, and taking out what is new. */
import type { Purpose } from './budget';
import type { News } from './item';
import { readOn, startReading, type ReadReplies, type Reading } from './reading';
import { isRefusal, type Round } from './round';
import { select } from './select';
import type { Fault } from './sources';
import {
	CHOSEN,
	learnActivity,
	OVERLAP_MS,
	SWEEP_EVERY_MS,
	type WatchedPage,
	type WatchedPost,
} from './state';

const UNREADABLE_FOR_MS = 3_600_000;
/** So many posts refused in a row, or all there are, mean that the page itself is refused. */
const REFUSALS_OF_A_PAGE = 3;

export interface ReadPosts {
	news: News[];
	fault?: Fault;
}

/** Reads several posts; a page that refuses one post after another is left alone. */
export async function readSome(
	round: Round,
	page: string,
	watched: WatchedPage,
	keys: string[],
	purpose: Purpose,
	expectedReplies?: Map<string, number>,
	onRead?: (key: string, listed: number | undefined) => void,
): Promise<ReadPosts> {
	const news: News[] = [];
	const enough = Math.min(REFUSALS_OF_A_PAGE, Object.keys(watched.posts).length);
	let refusals = 0;
	for (const key of keys) {
		if (!watched.posts[key]) continue;
		const read = await readPost(round, page, watched, key, purpose, expectedReplies?.get(key));
		news.push(...read.news);
		if (!read.fault) {
			refusals = 0;
			if (!read.isGone) onRead?.(key, read.listed);
			continue;
		}
		refusals += 1;
		const isPageRefused = page !== CHOSEN && refusals >= enough;
		if (!isRefusal(read.fault) || isPageRefused) return { news, fault: read.fault };
		if (page === CHOSEN) round.tell(`Comments of ${key} cannot be read. ${read.fault.message}`);
	}
	return { news };
}

/**
 * Reads one post, whole in a sweep, else without the replies of comments whose number of replies has not moved.
 * Only a whole reading moves `until`.
 */
async function readPost(
	round: Round,
	page: string,
	watched: WatchedPage,
	key: string,
	purpose: Purpose,
	expectedReplies: number | undefined,
): Promise<ReadPosts & { listed?: number; isGone?: boolean }> {
	const { memory, sources } = round;
	const isSweep = watched.posts[key].wholeAt < watched.sweep;
	const reading = memory.readings.get(key) ?? startReading(key, round.now());
	memory.readings.set(key, reading);
	const wish = {
		replies: round.watch.includeReplies,
		known: isSweep ? new Map() : fresh(memory.replies, round.now()),
		expectedReplies,
	};
	const fault = await readOn(
		reading,
		wish,
		async (thread, start) => await round.ask(purpose, async () => await sources.comments(thread, start)),
	);
	const post = watched.posts[key];
	if (fault) {
		if (isRefusal(fault)) {
			memory.readings.delete(key);
			post.readAt = round.now();
			post.unreadableAt = round.now();
		}
		return { news: [], fault };
	}
	const comments = [...reading.comments.values()];
	const activity = comments[0]?.activity;
	const finalKey = activity ? learnActivity(watched, key, activity) : key;
	const selected = await select(round, page, watched, finalKey, comments, false);
	if (selected.fault) return selected;
	finish(round, watched.posts[finalKey], reading);
	memory.readings.delete(key);
	return {
		news: selected.news,
		listed: reading.isWhole ? comments.length + reading.unread : undefined,
		isGone: reading.isGone,
	};
}

function finish(round: Round, post: WatchedPost, reading: Reading): void {
	post.readAt = reading.startedAtMs;
	delete post.unreadableAt;
	if (reading.isGone) {
		post.wholeAt = reading.startedAtMs;
		post.unreadableAt = round.now();
		return;
	}
	for (const comment of reading.comments.values()) {
		if (comment.replies > 0) {
			round.memory.replies.set(comment.id, { replies: comment.replies, atMs: reading.startedAtMs });
		}
	}
	if (!reading.leftOut) post.wholeAt = reading.startedAtMs;
	if (reading.isWhole) post.until = Math.max(post.until, reading.startedAtMs - OVERLAP_MS);
}

function fresh(replies: ReadReplies, nowMs: number): ReadReplies {
	for (const [id, read] of replies) if (nowMs - read.atMs > SWEEP_EVERY_MS) replies.delete(id);
	return replies;
}

export function isUnreadable(round: Round, post: WatchedPost): boolean {
	return post.unreadableAt !== undefined && round.now() - post.unreadableAt < UNREADABLE_FOR_MS;
}
