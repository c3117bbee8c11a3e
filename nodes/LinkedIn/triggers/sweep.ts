/**
 * The sweep reads every watched post once a day, whatever the plan: the feed covers public posts only, and a count
 * hides a comment deleted and another one added. Plan 3 does nothing else: it reads one post after another.
 */
import { DAY_MS } from './budget';
import { askCounts, mayBatch } from './counts';
import { listPosts } from './list';
import { isUnreadable, readSome, type ReadPosts } from './read';
import { isRefusal, type Round } from './round';
import type { Fault } from './sources';
import { lastMoved, OVERLAP_MS, SWEEP_EVERY_MS, type WatchedPage, type WatchedPost } from './state';

/** Posts that were made or commented lately come this much more often in the rotation. */
const LIVELY_WEIGHT = 4;
const LIVELY_FOR_MS = 7 * DAY_MS;

/**
 * Begins a sweep when one is due: from now on every watched post is to be read once more. Posts without any comment
 * are done at once, where counts may be asked in batches.
 */
export async function beginSweep(
	round: Round,
	page: string,
	watched: WatchedPage,
	isListed: boolean,
): Promise<Fault | undefined> {
	if (round.now() - watched.sweep < SWEEP_EVERY_MS) return undefined;
	if (!isListed) {
		const fault = await listPosts(round, page, watched, 'sweep');
		if (fault && !isRefusal(fault)) return fault;
	}
	const startedAtMs = round.now();
	if (mayBatch(round, watched)) {
		const counts = await askCounts(round, watched, Object.keys(watched.posts), 'sweep');
		if ('fault' in counts && !isRefusal(counts.fault)) return counts.fault;
		if ('fault' in counts) watched.refused.batch = round.now();
		for (const [key, count] of 'found' in counts ? counts.found : []) {
			if (count.all > 0) continue;
			const post = watched.posts[key];
			post.wholeAt = startedAtMs;
			post.until = Math.max(post.until, startedAtMs - OVERLAP_MS);
		}
	}
	watched.sweep = startedAtMs;
	return undefined;
}

/** Reads on in the sweep, the longest unread post first, as far as calls reach. */
export async function sweep(round: Round, page: string, watched: WatchedPage): Promise<ReadPosts> {
	const due = Object.entries(watched.posts)
		.filter(([, post]) => post.wholeAt < watched.sweep && !isUnreadable(round, post))
		.sort(([, a], [, b]) => a.wholeAt - b.wholeAt)
		.map(([key]) => key);
	return await readSome(round, page, watched, due, 'sweep');
}

/** Plan 3: reads the posts that have waited longest, counted four times where there is life. */
export async function rotate(
	round: Round,
	page: string,
	watched: WatchedPage,
	atLeastApartMs: number,
): Promise<ReadPosts> {
	const nowMs = round.now();
	const waited = (post: WatchedPost) =>
		(nowMs - (post.readAt ?? watched.from)) * (nowMs - lastMoved(post) < LIVELY_FOR_MS ? LIVELY_WEIGHT : 1);
	const due = Object.entries(watched.posts)
		.filter(([, post]) => nowMs - (post.readAt ?? 0) >= atLeastApartMs && !isUnreadable(round, post))
		.sort(([, a], [, b]) => waited(b) - waited(a))
		.map(([key]) => key);
	// The first post is what this poll is for, the others come out of what is left over.
	const first = await readSome(round, page, watched, due.slice(0, 1), 'poll');
	if (first.fault) return first;
	const others = await readSome(round, page, watched, due.slice(1), 'sweep');
	const fault = others.fault?.kind === 'wait' ? undefined : others.fault;
	return { news: [...first.news, ...others.news], fault };
}
