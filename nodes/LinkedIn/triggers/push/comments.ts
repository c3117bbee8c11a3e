/**
 * The comments behind notifications, so that what is pushed says of a comment what polling says: notifications don't
 * tell which comment it answers.
 */
import type { IDataObject } from 'n8n-workflow';

import { chunks } from '../../transport/flow/chunks';
import type { LinkedInClient } from '../../transport/types';
import { commentSourcesOf } from '../comments/commentSources';
import { isRefused } from '../comments/core/plans/feedDetails';
import type { Comment } from '../comments/core/sources';
import { MOST_IN_BATCH } from '../comments/core/state/memory';
import { commentEventItem } from '../events/core/item';
import { eventOfAction } from '../events/core/event';
import type { CommentNotification } from '../events/core/notification';
import { isRefusal } from '../polling/core/asking';
import { ClosedSources } from '../polling/core/closed';
import { actorOf, type FoundItem, type Member } from './activity';
import type { PageSettings } from './settings';

/** What the process remembers about asking for comments. Moments are epoch milliseconds. */
export interface CommentMemory {
	/** When LinkedIn refused to show any comment, or several in one call. */
	refusedAtMs?: number;
	manyRefusedAtMs?: number;
	closed: ClosedSources;
}

export const newCommentMemory = (): CommentMemory => ({ closed: new ClosedSources() });

/** How comments are asked for. */
export interface Reading {
	linkedin: LinkedInClient;
	memory: CommentMemory;
	/** Epoch milliseconds. */
	now: () => number;
	/** Called before each call. */
	mayAsk: () => boolean;
	/** For the log. */
	say: (sentence: string) => void;
}

/**
 * Adds to items what their comments say; those that turn out to be the user's own get null, unless that's wanted.
 * @param inTime waits for the work as long as the items can
 */
export async function addComments(
	reading: Reading,
	items: readonly FoundItem[],
	settings: PageSettings,
	me: Member,
	inTime: (work: Promise<void>) => Promise<unknown> = async (work) => await work,
): Promise<void> {
	const read = new Map<string, Comment>();
	await inTime(readComments(reading, items, read));
	for (const item of items) {
		const comment = item.told.kind === 'comment' ? read.get(item.told.id) : undefined;
		item.value = withComment(item, comment, settings, me);
	}
}

/**
 * Reads the comments that items are about, with one call per post, until LinkedIn refuses or there's no more time.
 * @param read gets each comment by its id as soon as it's read
 */
async function readComments(
	reading: Reading,
	items: readonly FoundItem[],
	read: Map<string, Comment>,
): Promise<void> {
	const byPost = new Map<string, Set<string>>();
	for (const { told } of items) {
		if (told.kind !== 'comment') continue;
		byPost.set(told.activity, (byPost.get(told.activity) ?? new Set()).add(told.id));
	}
	for (const [activity, ids] of byPost) {
		for (const some of chunks([...ids], MOST_IN_BATCH)) {
			const isGoingOn = await readSome(reading, activity, some, read);
			if (!isGoingOn) return;
		}
	}
}

/** @returns whether asking for more makes sense */
async function readSome(
	{ linkedin, memory, now, mayAsk, say }: Reading,
	activity: string,
	ids: string[],
	read: Map<string, Comment>,
): Promise<boolean> {
	const sources = commentSourcesOf(linkedin, now, memory.closed);
	const isOpen = () => mayAsk() && !isRefused(memory.refusedAtMs, now());
	if (ids.length > 1 && isOpen() && !isRefused(memory.manyRefusedAtMs, now())) {
		const answer = await sources.commentsById(activity, ids);
		if (answer.ok) for (const [id, comment] of answer.value) read.set(id, comment);
		if (answer.ok || !isRefusal(answer.fault)) return answer.ok;
		memory.manyRefusedAtMs = now();
	}
	for (const id of ids) {
		if (!isOpen()) return false;
		const answer = await sources.comment(activity, id);
		if (answer.ok) read.set(id, answer.value);
		// Deleted, or not shown yet.
		else if (answer.fault.kind === 'refused') {
			memory.refusedAtMs = now();
			say(`Comments have no parent because LinkedIn shows only notifications. ${answer.fault.message}`);
		}
		if (!answer.ok && answer.fault.kind !== 'gone') return false;
	}
	return true;
}

/**
 * The item with what its comment says.
 * @param comment undefined if LinkedIn doesn't show it
 * @returns null if it turns out to be the user's own, which isn't wanted
 */
function withComment(
	{ value, told, page }: FoundItem,
	comment: Comment | undefined,
	settings: PageSettings,
	me: Member,
): IDataObject | null {
	if (!comment || told.kind !== 'comment') return value;
	const actor = actorOf(told, { urn: comment.actor ?? told.owner, agent: comment.agent }, page, settings, me);
	if ((actor.isMe || actor.isPage) && !settings.includeOwn) return null;
	const post = { urn: told.post ?? told.activity, text: told.postText };
	if (eventOfAction(told.action) === 'newComment') {
		const text = comment.text ?? told.text;
		return { ...commentEventItem('newComment', { ...comment, text }, post, { actor, page }) };
	}
	const edited = editedFrom(comment, told);
	return { ...commentEventItem('commentEdited', edited, post, { actor, page }, told.atMs) };
}

/** A later edit may have changed the comment again. */
const editedFrom = (comment: Comment, { text, createdAtMs }: CommentNotification): Comment => ({
	...comment,
	text: text ?? comment.text,
	createdAtMs: createdAtMs ?? comment.createdAtMs,
});
