/** What the feed reports besides new comments: reactions, mentions and shares as they are, edits with their comment. */
import type { Fault } from '../../../polling/core/answer';
import { hashOf } from '../../../polling/core/hashes';
import { eventOfAction } from '../../../events/core/event';
import { commentEventItem, notificationItem, type Actor } from '../../../events/core/item';
import type { CommentNotification, Notification } from '../../../events/core/notification';
import type { PollContext } from '../pollContext';
import { isGiven, rememberGiven, type FeedReading } from '../state/memory';
import { knownPost, postKey, type WatchedPage } from '../state/state';
import { details, mayAskMany } from './feedDetails';

/** Emits reactions, mentions and shares, and keeps edits until their comments are read. */
export function takeOthers(
	poll: PollContext,
	page: string,
	watched: WatchedPage,
	window: FeedReading,
	told: Notification[],
): void {
	for (const one of told) {
		if (!isUnmet(poll, page, watched, one)) continue;
		if (one.kind === 'comment') {
			const isWaiting = window.edits.some(({ key }) => key === one.key);
			if (!isWaiting) window.edits.push(one);
			continue;
		}
		noteTold(poll, watched, one);
		if (isGiven(poll.memory, one.key)) continue;
		if (one.kind === 'reaction') {
			const post = knownPost(watched, [one.post, one.activity]);
			// A count has reported it already.
			if (post?.reactedAt !== undefined && one.atMs <= post.reactedAt) continue;
			if (post?.reacted !== undefined) post.reacted += 1;
		}
		if (one.action === 'SHARE') {
			const post = knownPost(watched, [one.post, one.activity]);
			if (post?.sharedAt !== undefined && one.atMs <= post.sharedAt) continue;
			if (post?.shared !== undefined) post.shared += 1;
		}
		rememberGiven(poll.memory, one.key, poll.now());
		const postText = one.postText ?? textOf(poll, [one.post, one.activity]);
		const item = notificationItem({ ...one, postText }, { actor: actorOf(poll, page, one.owner), page });
		poll.give({ atMs: one.atMs, id: one.key, item });
	}
}

/** Whether it's wanted and wasn't handled yet; what the user did is marked as handled. */
function isUnmet(poll: PollContext, page: string, watched: WatchedPage, one: Notification): boolean {
	const event = eventOfAction(one.action);
	const sinceMs = event && watched.since?.[event];
	if (event === undefined || sinceMs === undefined || one.atMs <= sinceMs) return false;
	if (watched.told?.has(toldHash(poll, one))) return false;
	const { isMe, isPage } = actorOf(poll, page, one.owner);
	if (!(isMe || isPage) || poll.watch.includeOwn) return true;
	noteTold(poll, watched, one);
	return false;
}

const toldHash = (poll: PollContext, { key }: Notification) => hashOf(poll.state.key, `told ${key}`);

function noteTold(poll: PollContext, watched: WatchedPage, one: Notification): void {
	(watched.told ??= new Map()).set(toldHash(poll, one), one.atMs);
}

function actorOf(poll: PollContext, page: string, urn: string | null): Actor {
	return { urn, name: null, isMe: urn !== null && urn === poll.me, isPage: urn === page };
}

function textOf(poll: PollContext, urns: Array<string | null>): string | null {
	return urns.map((urn) => urn && poll.memory.posts.get(urn)?.text).find(Boolean) || null;
}

/** Reads the comments behind the waiting edits, a few of one post at a time, and emits them. */
export async function dealWithEdits(
	poll: PollContext,
	page: string,
	watched: WatchedPage,
	window: FeedReading,
): Promise<Fault | undefined> {
	const keyOf = ({ post, activity }: CommentNotification) => postKey(watched, [post, activity]);
	while (window.edits.length > 0) {
		const key = keyOf(window.edits[0]);
		const most = mayAskMany(poll, watched) ? poll.memory.batchSize : 1;
		const some = window.edits.filter((event) => keyOf(event) === key).slice(0, most);
		const found = await details(poll, watched, some);
		if (found.fault) return found.fault;
		const read = new Map(found.comments.map((comment) => [comment.id, comment]));
		for (const edit of some) {
			if (!found.dealtWith.includes(edit.id)) continue;
			window.edits.splice(window.edits.indexOf(edit), 1);
			noteTold(poll, watched, edit);
			const comment = read.get(edit.id);
			if (!comment || (comment.parent && !poll.watch.includeReplies)) continue;
			const actor = actorOf(poll, page, comment.actor ?? edit.owner);
			const isOwn = actor.isPage || actor.isMe || (poll.me !== undefined && comment.agent === poll.me);
			if ((isOwn && !poll.watch.includeOwn) || isGiven(poll.memory, edit.key)) continue;
			rememberGiven(poll.memory, edit.key, poll.now());
			const text = edit.text ?? comment.text;
			const createdAtMs = edit.createdAtMs ?? comment.createdAtMs;
			const post = { urn: key, text: edit.postText ?? textOf(poll, [key]) };
			const by = { actor: { ...actor, isMe: isOwn && !actor.isPage ? true : actor.isMe }, page };
			const item = commentEventItem('commentEdited', { ...comment, text, createdAtMs }, post, by, edit.atMs);
			poll.give({ atMs: edit.atMs, id: edit.key, item });
		}
	}
	return undefined;
}
