/**
 * Plan 1: a page's notification feed. One call tells of new comments on all public posts of the page.
 *
 * A notification names the comment and its text but not whether it is a reply, so each new comment is read once:
 * all of one post in one batch, singly where LinkedIn refuses batches (contract §5.4, §5.5, §10.6).
 */
import { idTime } from '../transport/restli/urn';
import type { News } from './item';
import { rememberPost } from './memory';
import { isRefusal, type Round } from './round';
import { select } from './select';
import type { Answer, Comment, FeedEvent, Fault } from './sources';
import { FEED_KEPT_MS, isDealtWith, OVERLAP_MS, postKey, type WatchedPage } from './state';

/** A window of the feed that is being read; later polls go on where a fault or the budget stopped. */
export interface FeedReading {
	fromMs: number;
	toMs: number;
	start: number;
	events: FeedEvent[];
}

/** A refused kind of call is tried again after this time. */
export const REFUSED_FOR_MS = 6 * 3_600_000;

/**
 * Reads what the feed has told since its cursor and moves the cursor when all of it is dealt with.
 * @param newest for a manual run: only so many of the newest
 * @returns the news, and the fault that left the rest for the next poll
 */
export async function readFeed(
	round: Round,
	page: string,
	watched: WatchedPage,
	newest = Number.POSITIVE_INFINITY,
): Promise<{ news: News[]; fault?: Fault }> {
	const window = windowOf(round, page, watched);
	const unread = await readWindow(round, page, window);
	if (unread) return { news: [], fault: unread };

	const fresh = freshEvents(round, page, watched, window.events).slice(-newest);
	const news: News[] = [];
	for (const [key, events] of byPost(watched, fresh)) {
		const found = await details(round, watched, events);
		const selected = await select(round, page, watched, key, found.comments, true);
		news.push(...selected.news);
		const fault = found.fault ?? selected.fault;
		if (fault) return { news, fault };
	}
	watched.feed = window.toMs;
	round.memory.feeds.delete(page);
	return { news };
}

function windowOf(round: Round, page: string, watched: WatchedPage): FeedReading {
	const cursorMs = Math.max(watched.from, watched.feed - OVERLAP_MS, round.now() - FEED_KEPT_MS);
	const fromMs = Math.min(cursorMs, round.now() - OVERLAP_MS);
	const begun = round.memory.feeds.get(page);
	if (begun && begun.start !== 0 && begun.fromMs <= fromMs) return begun;
	const window = { fromMs, toMs: round.now(), start: 0, events: [] };
	round.memory.feeds.set(page, window);
	return window;
}

/** `start` is -1 once the window is read to its end. */
async function readWindow(round: Round, page: string, window: FeedReading): Promise<Fault | undefined> {
	while (window.start >= 0) {
		const { fromMs, toMs, start } = window;
		const answer = await round.ask(start === 0 ? 'poll' : 'detail', async () =>
			round.sources.notifications(page, fromMs, toMs, start),
		);
		if (!answer.ok) return answer.fault;
		window.events.push(...answer.value.events);
		window.start = answer.value.next ?? -1;
	}
	return undefined;
}

/** The events that may be news, oldest first. Deleted comments and, where the feed tells the author, own ones are not. */
function freshEvents(round: Round, page: string, watched: WatchedPage, events: FeedEvent[]): FeedEvent[] {
	// First all of them: a later event may tell that two URNs are one post.
	for (const event of events) postKey(watched, [event.post, event.activity]);
	const own = [page, round.me];
	const deleted = new Set(
		events.filter((event) => event.action === 'COMMENT_DELETE').map((event) => event.id),
	);
	const fresh = new Map<string, FeedEvent>();
	for (const event of events) {
		const isNew = event.action === 'COMMENT' || event.action === 'ADMIN_COMMENT';
		if (!isNew || deleted.has(event.id)) continue;
		const isOwn = event.action === 'ADMIN_COMMENT' || (event.owner !== null && own.includes(event.owner));
		if (isOwn && !round.watch.includeOwn) continue;
		const key = postKey(watched, [event.post, event.activity]);
		if (event.postText !== null) {
			const author = round.memory.posts.get(key)?.author ?? null;
			rememberPost(round.memory, key, { text: event.postText, author });
		}
		if (!isDealtWith(watched.posts[key], event.id, timeOf(event))) fresh.set(event.id, event);
	}
	return [...fresh.values()].sort((a, b) => timeOf(a) - timeOf(b));
}

function byPost(watched: WatchedPage, events: FeedEvent[]): Map<string, FeedEvent[]> {
	const groups = new Map<string, FeedEvent[]>();
	for (const event of events) {
		const key = postKey(watched, [event.post, event.activity]);
		groups.set(key, [...(groups.get(key) ?? []), event]);
	}
	return groups;
}

/** An event may be written later than the comment it tells of; the comment's number holds its time. */
function timeOf(event: FeedEvent): number {
	return Math.min(event.atMs, idTime(event.id) ?? event.atMs);
}

/** The comments behind some events of one post. What LinkedIn does not show is made of the event. */
async function details(
	round: Round,
	watched: WatchedPage,
	events: FeedEvent[],
): Promise<{ comments: Comment[]; fault?: Fault }> {
	const { sources, ask, reach } = round;
	const isClosed = () => !reach.comments || isRefused(watched.refused.comments, round.now());
	const activity = events[0].activity;
	if (events.length > 1 && reach.batch && !isClosed() && !isRefused(watched.refused.batch, round.now())) {
		const ids = events.map((event) => event.id);
		const answer = await ask('detail', async () => await sources.commentsById(activity, ids));
		if (answer.ok) return { comments: events.map((event) => answer.value.get(event.id) ?? fromEvent(event)) };
		if (!isRefusal(answer.fault)) return { comments: [], fault: answer.fault };
		watched.refused.batch = round.now();
	}
	const comments: Comment[] = [];
	for (const event of events) {
		if (isClosed()) {
			comments.push(fromEvent(event));
			continue;
		}
		const answer: Answer<Comment> = await ask(
			'detail',
			async () => await sources.comment(activity, event.id),
		);
		if (!answer.ok && !isRefusal(answer.fault)) return { comments, fault: answer.fault };
		if (!answer.ok && answer.fault.kind === 'refused') {
			watched.refused.comments = round.now();
			round.tell(
				`Comments come without their parent: LinkedIn shows only notifications. ${answer.fault.message}`,
			);
		}
		comments.push(answer.ok ? answer.value : fromEvent(event));
	}
	return { comments };
}

function fromEvent(event: FeedEvent): Comment {
	return {
		urn: event.commentUrn,
		id: event.id,
		activity: event.activity,
		text: event.text,
		createdAtMs: timeOf(event),
		actor: event.owner,
		agent: null,
		parent: undefined,
		replies: 0,
	};
}

/** Whether a refusal is still too fresh to ask again. */
export function isRefused(at: number | undefined, nowMs: number): boolean {
	return at !== undefined && nowMs - at < REFUSED_FOR_MS;
}
