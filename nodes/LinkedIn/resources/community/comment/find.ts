/** Looks for a comment that may have been written although LinkedIn did not confirm it. */
import { NEW_TRAIL, nextStep, type NextStep } from '../../../transport/answers/nextPage';
import { pageReply, type Position } from '../../../transport/answers/pageReply';
import { isNotOffered } from '../../../transport/errors/errors';
import type { Beginning } from '../../../transport/limits/serverClock';
import { readCommentUrn } from '../../../transport/restli/urns/comment';
import { canonicalUrn, idTime } from '../../../transport/restli/urns/urn';
import { asCompared, isSameText } from '../../../transport/text/sameText';
import type { LinkedInClient, Recover, Reply } from '../../../transport/types';
import { readComment, type CommentEntity, type NewComment } from './entity';
import { ANY_READ_SCOPE } from './path';

/** A new comment can take some seconds to appear in the list. */
const LOOK_AFTER_MS = [500, 2_000, 6_000];
const LOOK_AFTER_REFUSAL_MS = [2_000];
/**
 * Statuses that mean that comments can't be read at all, which a second look doesn't change. A 404 means that there are
 * none, or that LinkedIn doesn't show them.
 */
const MAY_NOT_READ: ReadonlySet<number> = new Set([401, 403, 404]);
const COMMENTS_A_PAGE = 100;
const MOST_COMMENTS = 1_000;

const PATH = '/rest/socialActions/{entity}/comments';

/** By its number: the post in a comment's URN has several URNs. */
export function claimOf(id: string): string {
	return `comment ${readCommentUrn(id)?.id ?? id}`;
}

/** What identifies the comment in the search. Another item may use another URN of the post, so it is left out. */
export function commentLikeOf({ actor, text }: NewComment): string[] {
	return ['comment', actor.urn, asCompared(text)];
}

/** @param begun when writing the comment started */
export function lookForComment(
	linkedin: LinkedInClient,
	comment: NewComment,
	begun: Beginning,
): Recover<unknown> {
	return async (after) => {
		if (linkedin.may(ANY_READ_SCOPE) === false) return undefined;
		// After a refusal the comment is not expected to exist.
		for (const waitMs of after === 'lost' ? LOOK_AFTER_MS : LOOK_AFTER_REFUSAL_MS) {
			await linkedin.sleep(waitMs);
			const found = await find(linkedin, comment, begun);
			if (found === undefined || found === 'unclear') return found;
			if (found === 'absent') continue;
			// It may be the comment of another item, for which LinkedIn returned no id.
			if (linkedin.claims.hasUnnamed(commentLikeOf(comment), begun.earliestMs)) return 'unclear';
			return { status: 201, headers: { 'x-restli-id': found.id ?? '' }, body: found };
		}
		return 'absent';
	};
}

/** @returns undefined if comments can't be read, `unclear` also if the list could not be read to its end */
async function find(
	linkedin: LinkedInClient,
	comment: NewComment,
	begun: Beginning,
): Promise<CommentEntity | 'absent' | 'unclear' | undefined> {
	let isUnclear = false;
	let found: CommentEntity | undefined;
	const end = await walkComments(linkedin, comment.parent ?? comment.post, (entity, reply) => {
		const likeness = likenessOf(linkedin, comment, begun, entity, reply);
		if (likeness === 'since') found = entity;
		isUnclear ||= likeness === 'perhaps';
		return found !== undefined;
	});
	if (found) return found;
	return end === 'whole' ? (isUnclear ? 'unclear' : 'absent') : end;
}

/**
 * Reads the comments of a post, or the replies to a comment, until one is the last that is wanted.
 * @param entity URN of the post or comment
 * @param visit is handed each comment; true ends the reading
 * @returns `whole` if it was read to its end or as far as wanted, undefined if comments can't be read
 */
export async function walkComments(
	linkedin: LinkedInClient,
	entity: string,
	visit: (comment: CommentEntity, reply: Reply<unknown>) => boolean,
): Promise<'whole' | 'unclear' | undefined> {
	let position: Position = { start: 0, count: COMMENTS_A_PAGE };
	let trail = NEW_TRAIL;
	let endsWith: readonly number[] = [];
	for (let seen = 0; seen < MOST_COMMENTS;) {
		const page = await linkedin.attempt<unknown>({
			restliMethod: 'GET_ALL',
			path: PATH,
			keys: { entity },
			query: { ...position },
		});
		if (!page.ok) {
			const status = page.error.details.status ?? 0;
			if (endsWith.includes(status) && !isNotOffered(page.error)) return 'whole';
			return MAY_NOT_READ.has(status) ? undefined : 'unclear';
		}
		const reply = pageReply<unknown>(page.reply.body, `GET_ALL ${PATH}`);
		for (const element of reply.elements) if (visit(readComment(element), page.reply)) return 'whole';
		seen += reply.elements.length;
		const step: NextStep = nextStep(reply, position, trail, { pageSize: COMMENTS_A_PAGE });
		if (step.kind !== 'more') {
			const isWhole = step.kind === 'end' || (step.kind === 'samePage' && step.isWhole);
			return isWhole ? 'whole' : 'unclear';
		}
		({ position, trail } = step);
		if (!step.isTold) endsWith = step.isShort ? [400, 404] : [404];
		else endsWith = [];
	}
	return 'unclear';
}

/** Whether it is the comment. A field that LinkedIn leaves out counts neither for nor against it. */
function likenessOf(
	{ claims }: LinkedInClient,
	comment: NewComment,
	begun: Beginning,
	entity: CommentEntity,
	{ headers }: Reply<unknown>,
): 'since' | 'perhaps' | 'another' {
	const { created, message } = entity;
	const actor = entity.actor ?? created?.actor;
	const id = entity.id ?? readCommentUrn(entity.commentUrn ?? entity.$URN ?? '')?.id ?? '';
	if (actor !== undefined && canonicalUrn(actor) !== canonicalUrn(comment.actor.urn)) return 'another';
	if (message?.text !== undefined && !isSameText(message.text, comment.text)) return 'another';
	if (claims.has(claimOf(id))) return 'another';
	const made = begun.made(created?.time ?? idTime(id), headers);
	if (made === 'before') return 'another';
	return actor === undefined || message?.text === undefined ? 'perhaps' : made;
}
