/** What the feed reports besides new comments: reactions, mentions and shares as they are, edits with their comment. */
import type { Fault } from '../../../polling/core/answer';
import { DAY_MS } from '../../../polling/core/budget';
import { hashOf } from '../../../polling/core/hashes';
import { eventOfAction } from '../../../events/core/event';
import { commentEventItem, notificationItem, type Actor } from '../../../events/core/item';
import type { CommentNotification, Notification } from '../../../events/core/notification';
import type { PollContext } from '../pollContext';
import { isGiven, rememberGiven, type FeedReading } from '../state/memory';
import { knownPost, postKey, type WatchedPage, type WatchedPost } from '../state/state';
import { beganEmpty } from './counted';
import { details, mayAskMany } from './feedDetails';
import { timeOfPost } from './list';

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
		if (account(watched, one)) continue;
		rememberGiven(poll.memory, one.key, poll.now());
		const postText = one.postText ?? textOf(poll, [one.post, one.activity]);
		const item = notificationItem({ ...one, postText }, { actor: actorOf(poll, page, one.owner), page });
		poll.give({ atMs: one.atMs, id: one.key, item });
	}
}

/**
 * Accounts for a reaction or share, so that the next count doesn't report it.
 * @returns whether a count has reported it already
 */
function account(watched: WatchedPage, { kind, action, post, activity, atMs }: Notification): boolean {
	if (kind !== 'reaction' && action !== 'SHARE') return false;
	const [event, count, countedAt, countedFrom] =
		kind === 'reaction'
			? (['newReaction', 'reacted', 'reactedAt', 'reactedFrom'] as const)
			: (['newShare', 'shared', 'sharedAt', 'sharedFrom'] as const);
	const known = countedPost(watched, event, [post, activity]);
	if (!known) return false;
	// The first count had it, and reported nothing.
	if (atMs <= (known[countedFrom] ?? -Infinity)) return false;
	if (atMs <= (known[countedAt] ?? -Infinity)) return true;
	const before = known[count] ?? (beganEmpty(watched, event, known) ? 0 : undefined);
	if (before !== undefined) known[count] = before + 1;
	return false;
}

/** A post that hasn't been listed yet is watched too: its first count would give again what was reported before. */
function countedPost(
	watched: WatchedPage,
	event: 'newReaction' | 'newShare',
	urns: Array<string | null>,
): WatchedPost | undefined {
	const known = knownPost(watched, urns);
	const [madeAt = known?.madeAt] = urns.flatMap((urn) => (urn === null ? [] : (timeOfPost(urn) ?? [])));
	if (!beganEmpty(watched, event, { madeAt })) return known;
	const post = known ?? watched.posts[postKey(watched, urns)];
	post.madeAt ??= madeAt;
	return post;
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
	account(watched, one);
	return false;
}

const toldHash = (poll: PollContext, { key }: Notification) => hashOf(poll.state.key, `told ${key}`);

function noteTold(poll: PollContext, watched: WatchedPage, one: Notification): void {
	(watched.told ??= new Map()).set(toldHash(poll, one), one.atMs);
}

/** @param agent who acted for a page */
function actorOf(poll: PollContext, page: string, urn: string | null, agent: string | null = null): Actor {
	const isMe = poll.me !== undefined && (urn === poll.me || agent === poll.me);
	return { urn, name: null, isMe, isPage: urn === page };
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
			const comment = read.get(edit.id);
			// Without it, nobody knows whether it's an unwanted reply; LinkedIn may show it later.
			if (!comment && poll.now() - edit.atMs < DAY_MS) {
				window.undecidedMs = Math.min(window.undecidedMs, edit.atMs);
				continue;
			}
			noteTold(poll, watched, edit);
			if (!comment || (comment.parent && !poll.watch.includeReplies)) continue;
			const actor = actorOf(poll, page, comment.actor ?? edit.owner, comment.agent);
			const isUnwanted = (actor.isPage || actor.isMe) && !poll.watch.includeOwn;
			if (isUnwanted || isGiven(poll.memory, edit.key)) continue;
			rememberGiven(poll.memory, edit.key, poll.now());
			const text = edit.text ?? comment.text;
			const createdAtMs = edit.createdAtMs ?? comment.createdAtMs;
			const post = { urn: key, text: edit.postText ?? textOf(poll, [key]) };
			const of = { ...comment, text, createdAtMs };
			const item = commentEventItem('commentEdited', of, post, { actor, page }, edit.atMs);
			poll.give({ atMs: edit.atMs, id: edit.key, item });
		}
	}
	return undefined;
}
