/**
 * Plan 1: a page's notification feed. One call reports what happened on all public posts of the page.
 *
 * A notification has the comment's URN and text but doesn't say whether it's a reply, so each new comment is read once:
 * those of one post in batches, or singly if LinkedIn refuses batches (docs.comments, docs.notifications).
 */
import type { CommentNotification } from '../../../events/core/notification';
import type { Answer, Fault } from '../../../polling/core/answer';
import { isRefusal } from '../../../polling/core/asking';
import { furtherStart, leadsNowhere } from '../../../polling/core/furtherPages';
import { hashOf } from '../../../polling/core/hashes';
import { wants } from '../chosenEvents';
import { filterNew, type Selected } from '../filterNew';
import type { News } from '../news';
import { type PollContext } from '../pollContext';
import { readByTurns, type ReadPosts } from '../reading/readPosts';
import type { FeedPage } from '../sources';
import { rememberPost, type FeedReading } from '../state/memory';
import { isDealtWith, noteSeen, noteTold, OVERLAP_MS, postKey, type WatchedPage } from '../state/state';
import { dealWithEdits, takeOthers } from './feedEvents';
import {
	actionsIn,
	mainList,
	noteUnlisted,
	reactionList,
	setReactionsApart,
	unite,
	type FeedList,
} from './feedList';
import { isTooLong, lengthen, noteComplete, notePlace, shorten, splitIfLong } from './feedSpan';
import { windowOf } from './feedWindow';
import { details, isClosed, mayAskMany, timeOf } from './feedDetails';

const EDIT = 'COMMENT_EDIT';
/** From this number of comments on one post, listing takes fewer calls than reading them one by one. */
const LISTED_FROM = 4;

/**
 * Reads what the feed has reported since its cursor, and moves the cursor when everything is handled.
 * @returns the new comments, and the error that left the rest for the next poll
 */
export async function readFeed(poll: PollContext, page: string, watched: WatchedPage): Promise<ReadPosts> {
	return await readList(poll, watched, () => mainList(page, watched));
}

/** The same for reactions that are read apart. @param pages how many pages are watched */
export async function readReactions(
	poll: PollContext,
	page: string,
	watched: WatchedPage,
	pages: number,
): Promise<ReadPosts> {
	return await readList(poll, watched, () => reactionList(poll, page, watched, pages));
}

/** @param next the list, if something of it is to be read now */
async function readList(
	poll: PollContext,
	watched: WatchedPage,
	next: () => FeedList | undefined,
): Promise<ReadPosts> {
	const list = next();
	if (!list) return { news: [] };
	const { page, key, cursor } = list;
	const window = windowOf(poll, list, watched);
	const news: News[] = [];
	for (;;) {
		const dealt = await dealWith(poll, page, watched, window);
		news.push(...dealt.news);
		if (dealt.fault) return { news, fault: dealt.fault };
		notePlace(cursor, window);
		if (window.start === undefined) break;
		const answer = await ask(poll, page, window, window.start);
		if (!answer.ok) return { news, fault: answer.fault };
		// However long the rest takes, it isn't failing.
		delete watched.health.feed;
		takePage(poll, page, watched, window, answer.value);
		if (setReactionsApart(poll, watched, window)) continue;
		if (isTooLong(window)) {
			delete cursor.feedPlace;
			shorten(poll.memory, key, window);
			poll.memory.feeds.delete(key);
			return { news };
		}
		if (poll.isTimeKnown) splitIfLong(window, poll.now());
	}
	noteRead(poll, watched, list, window);
	if (window.isPart && window.undecidedMs === Infinity) {
		const rest = await readList(poll, watched, next);
		return { news: [...news, ...rest.news], fault: rest.fault };
	}
	return { news };
}

async function ask(
	poll: PollContext,
	page: string,
	window: FeedReading,
	start: number,
): Promise<Answer<FeedPage>> {
	const { reads, fromMs, toMs } = window;
	const purpose = reads === 'reactions' ? 'sweep' : start === 0 ? 'poll' : 'detail';
	return await poll.ask(purpose, async () =>
		poll.sources.notifications(page, actionsIn(poll, window), fromMs, toMs, start),
	);
}

/** Moves the cursor: the window was read. */
function noteRead(
	poll: PollContext,
	watched: WatchedPage,
	{ key, cursor, isAside }: FeedList,
	window: FeedReading,
): void {
	const newestMs = window.isPart ? window.toMs : window.newestMs;
	cursor.feed = Math.max(cursor.feed, Math.min(newestMs, window.undecidedMs - 1, window.toMs));
	if (poll.isTimeKnown) noteComplete(cursor, window);
	// The feed is the only source of comments, so what it has reported is all there is.
	const isAll = !poll.reach.comments || !wants(poll, 'newComment');
	if (isAll && !isAside) moveAllTo(watched, watched.feed - 2 * OVERLAP_MS);
	unite(watched, window);
	poll.memory.feeds.delete(key);
	lengthen(poll.memory, key, window);
	// What is undecided must be asked for again, however old it is.
	if (window.undecidedMs !== Infinity) poll.memory.feedsRead.delete(key);
	else if (poll.isTimeKnown && !window.isPart)
		poll.memory.feedsRead.set(key, { toMs: window.toMs, pages: window.pages });
}

/** For a manual run: the newest comments in a window of the feed. */
export async function newestInFeed(
	poll: PollContext,
	page: string,
	watched: WatchedPage,
	most: number,
): Promise<ReadPosts> {
	const window = windowOf(poll, mainList(page, watched), watched);
	while (window.start !== undefined) {
		const answer = await ask(poll, page, window, window.start);
		if (!answer.ok) return { news: [], fault: answer.fault };
		takePage(poll, page, watched, window, answer.value);
	}
	window.pending.sort((a, b) => timeOf(a) - timeOf(b)).splice(0, Math.max(0, window.pending.length - most));
	window.edits.splice(0, Math.max(0, window.edits.length - most));
	return await dealWith(poll, page, watched, window);
}

/** Stores the events of a page of the feed, and where the window continues. */
function takePage(
	poll: PollContext,
	page: string,
	watched: WatchedPage,
	window: FeedReading,
	{ told: all, next, isGuess, leadsBack }: FeedPage,
): void {
	noteUnlisted(watched, all);
	const { othersFromMs = -Infinity } = window;
	const told = all.filter(({ kind, atMs }) => kind === 'reaction' || atMs >= othersFromMs);
	const events = told.filter(
		(one): one is CommentNotification =>
			one.kind === 'comment' && one.action !== EDIT && wants(poll, 'newComment'),
	);
	// All of them first: a later event can show that two URNs are the same post.
	for (const event of events) postKey(watched, [event.post, event.activity]);
	const isUnmet = all.some(({ key }) => !window.met.has(key));
	for (const { key, atMs, kind } of all) {
		if (kind === 'reaction' && !window.met.has(key)) window.reactions += 1;
		window.met.add(key);
		window.newestMs = Math.max(window.newestMs, atMs);
	}
	for (const event of events) {
		if (event.action === 'COMMENT_DELETE') noteDeleted(poll, watched, window, event);
	}
	const fresh = freshEvents(poll, page, watched, window, events);
	window.pending.push(...fresh);
	takeOthers(
		poll,
		page,
		watched,
		window,
		told.filter((one) => one.kind !== 'comment' || one.action === EDIT),
	);
	const walk = { start: window.start ?? 0, emptyPages: window.emptyPages };
	const found = {
		isEmpty: all.length === 0,
		isUnmet,
		isNews: (isUnmet && told.some(({ kind }) => kind !== 'comment')) || fresh.length > 0,
	};
	const further = furtherStart(walk, { next, isGuess, leadsBack }, found);
	window.emptyPages = walk.emptyPages;
	window.pages += 1;
	if (further === 'nowhere') {
		poll.say(leadsNowhere(`notification feed of ${page}`));
	}
	window.start = further === 'nowhere' ? undefined : further;
}

/** A deletion is counted once, and only if the comment was. */
function noteDeleted(
	poll: PollContext,
	watched: WatchedPage,
	window: FeedReading,
	event: CommentNotification,
): void {
	window.deleted.add(event.id);
	const post = watched.posts[postKey(watched, [event.post, event.activity])];
	const hash = hashOf(poll.state.key, `deleted ${event.id}`);
	if (isDealtWith(post, hash, event.atMs)) return;
	if (isKnown(poll, watched, event)) noteTold(post, -1);
	noteSeen(post, hash, event.atMs);
}

/**
 * The events that may be new, oldest first, without deleted comments and, if the feed has the author, the user's own.
 */
function freshEvents(
	poll: PollContext,
	page: string,
	watched: WatchedPage,
	window: FeedReading,
	events: CommentNotification[],
): CommentNotification[] {
	const own = [page, poll.me];
	const waiting = new Set(window.pending.map(({ id }) => id));
	const fresh = new Map<string, CommentNotification>();
	for (const event of events) {
		const isNew = event.action === 'COMMENT' || event.action === 'ADMIN_COMMENT';
		if (!isNew || window.deleted.has(event.id) || waiting.has(event.id)) continue;
		const isOwn = event.action === 'ADMIN_COMMENT' || (event.owner !== null && own.includes(event.owner));
		const key = postKey(watched, [event.post, event.activity]);
		if (isOwn && !poll.watch.includeOwn) {
			if (!isKnown(poll, watched, event)) {
				noteSeen(watched.posts[key], hashOf(poll.state.key, event.id), timeOf(event));
				noteTold(watched.posts[key], 1);
			}
			continue;
		}
		if (event.postText !== null) {
			const author = poll.memory.posts.get(key)?.author ?? null;
			rememberPost(poll.memory, key, { text: event.postText, author });
		}
		if (!isKnown(poll, watched, event)) fresh.set(event.id, event);
	}
	return [...fresh.values()].sort((a, b) => timeOf(a) - timeOf(b));
}

function isKnown(poll: PollContext, watched: WatchedPage, event: CommentNotification): boolean {
	const key = postKey(watched, [event.post, event.activity]);
	return isDealtWith(watched.posts[key], hashOf(poll.state.key, event.id), timeOf(event));
}

/** Reads and filters the comments of the waiting events, a few of one post at a time. */
async function dealWith(
	poll: PollContext,
	page: string,
	watched: WatchedPage,
	window: FeedReading,
): Promise<{ news: News[]; fault?: Fault }> {
	const news: News[] = [];
	while (window.pending.length > 0) {
		const [first] = window.pending;
		const key = postKey(watched, [first.post, first.activity]);
		const ofPost = window.pending.filter((event) => postKey(watched, [event.post, event.activity]) === key);
		const mayMany = mayAskMany(poll, watched);
		if (!mayMany && ofPost.length >= LISTED_FROM && !isClosed(poll, watched) && !window.listed.has(key)) {
			const read = await readByTurns(poll, page, watched, [key], { purpose: 'detail', since: () => 0 });
			news.push(...read.news);
			if (read.fault && !isRefusal(read.fault)) return { news, fault: read.fault };
			window.listed.add(key);
			window.pending = window.pending.filter((event) => !isKnown(poll, watched, event));
			continue;
		}
		const some = ofPost.slice(0, mayMany ? poll.memory.batchSize : 1);
		const found = await details(poll, watched, some);
		if (found.fault) return { news, fault: found.fault };
		const selected: Selected = await filterNew(poll, page, watched, key, found.comments, true);
		news.push(...selected.news);
		for (const { parent } of selected.noted) {
			noteTold(watched.posts[key], 1, parent === undefined ? undefined : parent === null);
		}
		if (selected.fault) return { news, fault: selected.fault };
		for (const { atMs } of found.undecided) window.undecidedMs = Math.min(window.undecidedMs, atMs);
		const done = new Set(found.dealtWith);
		window.pending = window.pending.filter(({ id }) => !done.has(id));
	}
	const fault = await dealWithEdits(poll, page, watched, window);
	return { news, fault };
}

function moveAllTo(watched: WatchedPage, untilMs: number): void {
	for (const post of Object.values(watched.posts)) post.until = Math.max(post.until, untilMs);
}
