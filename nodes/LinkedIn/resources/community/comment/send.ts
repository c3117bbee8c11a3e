/**
 * Writing a comment or a reply.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/comments-api
 */
import type { LinkedIn, Recover, RestliRequest } from '../../../transport';
import type { LinkedInError } from '../../../transport/errors';
import { attemptCreate } from '../../../transport/creation';
import { elementsIn } from '../../../transport/paginate';
import { readComment as readCommentUrn } from '../../../transport/restli/comment';
import type { PlacedMention } from '../../../transport/text/attributes';
import type { Actor } from '../actor';
import { readComment, type CommentEntity } from './entity';
import { messageOf } from './mentions';
import { commentsPath } from './path';

export interface NewComment {
	/** URN of the post: share, ugcPost or activity. */
	post: string;
	actor: Actor;
	/** Plain: comments are not little text. */
	text: string;
	/** Where in the text somebody is mentioned. */
	mentions?: PlacedMention[];
	/** URN of a picture; LinkedIn takes it only on comments that answer none. */
	image?: string;
	/** URN of the comment that is answered; LinkedIn nests one level deep. */
	parent?: string;
}

export interface WrittenComment {
	/** Null where LinkedIn wrote it and did not say its id; the notice says so. */
	urn: string | null;
	notice?: string;
	entity: CommentEntity;
	deduplicated: boolean;
}

export type Written = { ok: true; comment: WrittenComment } | { ok: false; error: LinkedInError };

/** Writes it once: after a lost answer it is looked for before it is sent again. */
export async function sendComment(linkedin: LinkedIn, comment: NewComment): Promise<Written> {
	const path = commentsPath(linkedin, comment.actor.as);
	const { text, mentions = [], image } = comment;
	const request: RestliRequest = {
		restliMethod: 'CREATE',
		path,
		keys: { entity: comment.parent ?? comment.post },
		body: {
			actor: comment.actor.urn,
			object: comment.post,
			...(comment.parent && { parentComment: comment.parent }),
			message: messageOf({ text, mentions }, path),
			...(image && { content: [{ entity: { image } }] }),
		},
	};
	const recover = lookForComment(linkedin, comment, Date.now());
	const creation = await attemptCreate(linkedin, request, { idIn: nameIn, asId: nameOf }, recover);
	if (creation.kind === 'written') linkedin.claims.claim(claimOf(creation.id));
	else if (creation.kind !== 'refused') linkedin.claims.claimUnnamed(likeOf(comment));
	if ('error' in creation) return { ok: false, error: creation.error };
	const { id, notice, reply } = creation;
	const entity = readComment(reply.body);
	const urn = id === null ? null : urnOf(id, entity, comment.post);
	return { ok: true, comment: { urn, notice, entity, deduplicated: reply.deduplicated ?? false } };
}

/** The members of the answer that may hold the comment's name, the whole one first. */
function nameIn(body: unknown): unknown {
	const { commentUrn, $URN, id } = (body ?? {}) as Record<string, unknown>;
	return [commentUrn, $URN].find((name) => typeof name === 'string') ?? id;
}

/** A comment's URN in any form, or the number alone, which the header holds. */
function nameOf(id: string): string | undefined {
	return /^\d+$/.test(id) ? id : readCommentUrn(id)?.urn;
}

/** By its number: the thread in a comment's URN has several names. */
function claimOf(id: string): string {
	return `comment ${readCommentUrn(id)?.id ?? id}`;
}

/** What a look goes by. The post may have another name in another item, so it is left out. */
function likeOf({ actor, text }: NewComment): string[] {
	return ['comment', actor.urn, text];
}

/** LinkedIn names a comment by its thread, which may be another URN of the post than the one that was asked. */
function urnOf(id: string, { commentUrn, $URN, object }: CommentEntity, post: string): string {
	if (!/^\d+$/.test(id)) return id;
	const [own] = [commentUrn, $URN].flatMap((name) => readCommentUrn(name ?? '') ?? []);
	if (own?.id === id) return own.urn;
	return readCommentUrn(`urn:li:comment:(${object ?? post},${id})`)?.urn ?? `urn:li:comment:(${post},${id})`;
}

/** LinkedIn's clock and ours may differ by so much. */
const CLOCK_SKEW_MS = 60_000;
/** A comment that was just made may not be in the list yet. */
const LOOK_AFTER_MS = [500, 2_000];
const COMMENTS_A_PAGE = 100;
const MOST_COMMENTS = 1_000;

function lookForComment(linkedin: LinkedIn, comment: NewComment, startedAtMs: number): Recover<unknown> {
	return async () => {
		const scope = comment.actor.as === 'page' ? 'r_organization_social_feed' : 'r_member_social_feed';
		if (linkedin.may([scope, 'r_organization_social_feed']) === false) return undefined;
		for (const waitMs of LOOK_AFTER_MS) {
			await linkedin.pause(waitMs);
			const twin = await findTwin(linkedin, comment, startedAtMs - CLOCK_SKEW_MS);
			if (twin === 'unreadable') return undefined;
			// It may be the one of another item, which LinkedIn did not name.
			if (twin && linkedin.claims.hasUnnamed(likeOf(comment), startedAtMs - CLOCK_SKEW_MS)) return undefined;
			if (twin) return { status: 201, headers: { 'x-restli-id': twin.id ?? '' }, body: twin };
		}
		return 'absent';
	};
}

async function findTwin(
	linkedin: LinkedIn,
	comment: NewComment,
	sinceMs: number,
): Promise<CommentEntity | 'unreadable' | undefined> {
	for (let start = 0; start < MOST_COMMENTS; start += COMMENTS_A_PAGE) {
		const page = await linkedin.attempt<unknown>({
			restliMethod: 'GET_ALL',
			path: '/rest/socialActions/{entity}/comments',
			keys: { entity: comment.parent ?? comment.post },
			query: { start, count: COMMENTS_A_PAGE },
		});
		if (!page.ok) return page.error.details.status === 404 ? undefined : 'unreadable';
		const comments = elementsIn(page.reply.body).map(readComment);
		const twin = comments.find(
			(entity) =>
				entity.actor === comment.actor.urn &&
				entity.message?.text === comment.text &&
				(entity.created?.time ?? 0) >= sinceMs &&
				!linkedin.claims.has(claimOf(entity.id ?? '')),
		);
		if (twin) return twin;
		if (comments.length < COMMENTS_A_PAGE) return undefined;
	}
	return 'unreadable';
}
