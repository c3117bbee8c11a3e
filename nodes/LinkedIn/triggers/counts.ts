/** Plan 2: the comment counts of all watched posts in one call, then the comments of those whose count moved. */
import type { Purpose } from './budget';
import { REFUSED_FOR_MS } from './feed';
import { isUnreadable, readSome, type ReadPosts } from './read';
import type { Round } from './round';
import type { Counts, Fault } from './sources';
import { lastMoved, learnActivity, OVERLAP_MS, type WatchedPage, type WatchedPost } from './state';

/** Posts in one batch of counts. */
export const COUNTS_AT_ONCE = 100;

/**
 * Asks for the counts of all watched posts, and reads those that moved. What an earlier poll could not read comes
 * first, so that asking never uses up the calls that reading needs.
 */
export async function readChanged(round: Round, page: string, watched: WatchedPage): Promise<ReadPosts> {
	const earlier = await readMoved(round, page, watched);
	if (earlier.fault) return earlier;
	const counts = await askCounts(round, watched, Object.keys(watched.posts), 'poll');
	if ('fault' in counts) return { news: earlier.news, fault: counts.fault };
	for (const [key, { all, topLevel }] of counts.found) {
		const post = watched.posts[key];
		// A post that was there before we came starts with what it has; the sweep finds what came in between.
		post.counted ??= (post.madeAt ?? 0) > watched.from ? [0, 0] : [all, topLevel];
		if (post.counted[0] !== all || post.counted[1] !== topLevel) post.moved = [all, topLevel];
		else delete post.moved;
	}
	const now = await readMoved(round, page, watched);
	return { news: [...earlier.news, ...now.news], fault: now.fault };
}

/** Reads the posts whose count moved, the liveliest first. */
async function readMoved(round: Round, page: string, watched: WatchedPage): Promise<ReadPosts> {
	const moved = Object.entries(watched.posts)
		.filter(([, post]) => post.moved && !isUnreadable(round, post))
		.sort(([, a], [, b]) => lastMoved(b) - lastMoved(a));
	const expected = new Map(moved.map(([key, { moved: [all, topLevel] = [0, 0] }]) => [key, all - topLevel]));
	const onRead = (key: string, listed: number | undefined) => {
		const post = watched.posts[key];
		if (post) noteCount(post, listed, round.watch.includeReplies, round.now());
	};
	return await readSome(round, page, watched, [...expected.keys()], 'detail', expected, onRead);
}

/** A list shorter than its count may lag behind it: the post is read again for a while. */
function noteCount(post: WatchedPost, listed: number | undefined, withReplies: boolean, nowMs: number): void {
	const { moved } = post;
	if (!moved) return;
	delete post.moved;
	const isShort = listed !== undefined && listed < (withReplies ? moved[0] : moved[1]);
	if (isShort) post.shortSince ??= nowMs;
	if (isShort && nowMs - (post.shortSince ?? nowMs) < OVERLAP_MS) return;
	delete post.shortSince;
	post.counted = moved;
}

/** Counts by the key of the post; posts that LinkedIn does not show are left out. */
export async function askCounts(
	round: Round,
	watched: WatchedPage,
	keys: string[],
	purpose: Purpose,
): Promise<{ found: Map<string, Counts> } | { fault: Fault }> {
	const found = new Map<string, Counts>();
	const wanted = [...keys].sort((a, b) => lastMoved(watched.posts[b]) - lastMoved(watched.posts[a]));
	for (let at = 0; at < wanted.length; at += COUNTS_AT_ONCE) {
		const some = wanted.slice(at, at + COUNTS_AT_ONCE);
		const answer = await round.ask(purpose, async () => await round.sources.counts(some));
		if (!answer.ok) return { fault: answer.fault };
		for (const [asked, count] of answer.value) {
			if (!watched.posts[asked]) continue;
			found.set(count.activity ? learnActivity(watched, asked, count.activity) : asked, count);
		}
	}
	for (const key of found.keys()) if (!watched.posts[key]) found.delete(key);
	return { found };
}

/** Whether batch calls are open, as far as is known. */
export function mayBatch(round: Round, watched: WatchedPage): boolean {
	const { batch } = watched.refused;
	return round.reach.batch && (batch === undefined || round.now() - batch >= REFUSED_FOR_MS);
}
