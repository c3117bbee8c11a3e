/**
 * Writing a comment or a reply.
 * @see docs.comments
 */
import type { IDataObject } from 'n8n-workflow';

import { attemptCreate, type Creation } from '../../../transport/answers/creation';
import type { LinkedInError } from '../../../transport/errors/errors';
import { monotonic } from '../../../transport/limits/clock';
import { Beginning } from '../../../transport/limits/serverClock';
import { readCommentUrn } from '../../../transport/restli/urns/comment';
import type { LinkedInClient, RestliRequest } from '../../../transport/types';
import { overEither } from '../selfServe';
import { readComment, type CommentEntity, type NewComment } from './entity';
import { claimOf, commentLikeOf, lookForComment } from './find';
import { writeMessage } from './mentionForm';
import { commentsPath } from './path';

export interface WrittenComment {
	/** Null if LinkedIn wrote it without returning its id; the notice says so. */
	urn: string | null;
	notice?: string;
	entity: CommentEntity;
	deduplicated: boolean;
}

export type SentComment = { ok: true; comment: WrittenComment } | { ok: false; error: LinkedInError };

/** Statuses that a gateway may return although the comment was written. */
const NOT_BELIEVED: ReadonlySet<number> = new Set([409, 429]);

/**
 * Writes it once: it's looked up before it's sent again, whatever the answer was.
 * @param begunAtMs when Max Wait starts, by the monotonic clock
 */
export async function sendComment(
	linkedin: LinkedInClient,
	comment: NewComment,
	begunAtMs = monotonic.now(),
): Promise<SentComment> {
	const { text, mentions = [], image } = comment;
	const request: Omit<RestliRequest, 'path'> & { body: object } = {
		restliMethod: 'CREATE',
		begunAtMs,
		keys: { entity: comment.parent ?? comment.post },
		body: {
			actor: comment.actor.urn,
			object: comment.post,
			...(comment.parent && { parentComment: comment.parent }),
			...(image && { content: [{ entity: { image } }] }),
		},
		looksAfterRefusal: true,
	};
	const like = [...commentLikeOf(comment), comment.parent ?? comment.post];
	const refusedAt = linkedin.claims.sinceRefused<Beginning>(like);
	request.looksFirst = refusedAt !== undefined;
	const begun = refusedAt ?? new Beginning();
	const recover = lookForComment(linkedin, comment, begun);
	const write = async (path: string, message: IDataObject) => {
		const named = { idIn: nameIn, asId: nameOf };
		const creation = await attemptCreate(
			linkedin,
			{ ...request, path, body: { ...request.body, message } },
			named,
			recover,
		);
		if (creation.kind === 'written') linkedin.claims.claim(claimOf(creation.id));
		else if (creation.kind !== 'refused') linkedin.claims.claimUnnamed(commentLikeOf(comment));
		else if (NOT_BELIEVED.has(creation.error.details.status ?? 0)) linkedin.claims.noteRefused(like, begun);
		return creation;
	};
	const creation = await overEither(linkedin, comment.actor.as, {
		write: async (isUnversioned) => {
			const path = commentsPath(isUnversioned);
			return await writeMessage(
				linkedin,
				{ text, mentions },
				path,
				async (message) => await write(path, message),
				errorOf,
			);
		},
		errorOf,
	});
	if ('error' in creation) return { ok: false, error: creation.error };
	const { id, notice, reply } = creation;
	const entity = readComment(reply.body);
	const urn = id === null ? null : urnOf(id, entity, comment.post);
	return { ok: true, comment: { urn, notice, entity, deduplicated: reply.deduplicated ?? false } };
}

function errorOf(creation: Creation): LinkedInError | undefined {
	return 'error' in creation ? creation.error : undefined;
}

/** The members of the answer that may contain the comment's URN or number, the URN first. */
function nameIn(body: unknown): unknown {
	const { commentUrn, $URN, id } = (body ?? {}) as Record<string, unknown>;
	return [commentUrn, $URN].find((name) => typeof name === 'string') ?? id;
}

/** A comment's URN in any form, or only the number, as in the header. */
function nameOf(id: string): string | undefined {
	return /^\d+$/.test(id) ? id : readCommentUrn(id)?.urn;
}

/** LinkedIn names a comment by its thread, which may be another URN of the requested post. */
function urnOf(id: string, { commentUrn, $URN, object }: CommentEntity, post: string): string {
	if (!/^\d+$/.test(id)) return id;
	const [own] = [commentUrn, $URN].flatMap((name) => readCommentUrn(name ?? '') ?? []);
	if (own?.id === id) return own.urn;
	return readCommentUrn(`urn:li:comment:(${object ?? post},${id})`)?.urn ?? `urn:li:comment:(${post},${id})`;
}
