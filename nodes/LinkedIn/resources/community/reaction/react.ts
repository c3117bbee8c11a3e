/**
 * Sets a reaction. An actor has at most one on a post or comment, so an existing one is kept or changed.
 * @see docs.reactions
 */
import { isNotOffered, type LinkedInError } from '../../../transport/errors/errors';
import { patch } from '../../../transport/restli/patch';
import type { LinkedInClient, Recover, Reply, RestliRequest } from '../../../transport/types';
import { ANY_READ_SCOPE } from '../comment/path';
import { readReaction, type ReactionEntity } from './entity';
import { keysOf, REACTION, REACTIONS, type Reacting } from './keys';
import { attemptReaction } from './readOne';
import type { ReactionType } from './types';

export interface NewReaction extends Reacting {
	type: ReactionType;
}

export interface Reacted {
	entity: ReactionEntity;
	outcome: 'created' | 'changed' | 'unchanged';
	/** The answer to the create was lost, and the reaction was found. */
	deduplicated: boolean;
}

/** A new reaction may not be readable yet. */
const LOOK_AFTER_MS = [500, 2_000];

/** LinkedIn lists the update in its portal but does not document it: what an app without it may get. */
const UPDATE_REFUSED = [400, 403, 404, 405];

/**
 * Sets it, whether or not there is one. After a lost answer it is looked for before it is sent again.
 * @param begunAtMs when Max Wait starts, by the monotonic clock
 * @returns the refusal if the first call was refused, so that nothing has changed
 * @throws LinkedInError
 */
export async function react(
	linkedin: LinkedInClient,
	reaction: NewReaction,
	begunAtMs: number,
): Promise<Reacted | LinkedInError> {
	const recover = lookFor(linkedin, reaction);
	const create = { ...createRequest(reaction), conflictMeansExists: true as const, begunAtMs };
	const created = await linkedin.attempt<unknown>(create, recover);
	if (created.ok) {
		const { deduplicated } = created.reply;
		const stoodBefore = deduplicated && linkedin.claims.has(nameOf(reaction));
		linkedin.claims.claim(nameOf(reaction));
		if (!stoodBefore) return reacted(created.reply, 'created');
		return { entity: readReaction(created.reply.body), outcome: 'unchanged', deduplicated: false };
	}
	if (created.error.details.status !== 409) return created.error;
	const standing = await read(linkedin, reaction);
	if (standing === 'absent') {
		const again = await linkedin.attempt<unknown>(create, recover);
		if (again.ok) return reacted(again.reply, 'created');
		if (again.error.details.status !== 409) throw again.error;
		// It exists, but LinkedIn does not show it: a 404 may mean that it is hidden.
		return await change(linkedin, reaction, undefined, begunAtMs);
	}
	if (standing?.reactionType === reaction.type) {
		return { entity: standing, outcome: 'unchanged', deduplicated: false };
	}
	return await change(linkedin, reaction, standing, begunAtMs);
}

/** @param standing undefined if this connection can't read it */
async function change(
	linkedin: LinkedInClient,
	reaction: NewReaction,
	standing: ReactionEntity | undefined,
	begunAtMs: number,
): Promise<Reacted> {
	// Only LinkedIn knows the time of the change.
	const { created } = standing ?? {};
	const changed = { ...(created && { created }), reactionType: reaction.type };
	const patched = await linkedin.attempt({
		restliMethod: 'PARTIAL_UPDATE',
		path: REACTION,
		keys: keysOf(reaction),
		body: patch({ reactionType: reaction.type }),
		begunAtMs,
	});
	if (patched.ok) return { entity: changed, outcome: 'changed', deduplicated: false };
	if (!UPDATE_REFUSED.includes(patched.error.details.status ?? 0)) throw patched.error;
	const deleted = await linkedin.attempt({
		restliMethod: 'DELETE',
		path: REACTION,
		keys: keysOf(reaction),
		begunAtMs,
	});
	if (!deleted.ok && deleted.error.details.status !== 404) throw deleted.error;
	const create = { ...createRequest(reaction), begunAtMs };
	const reply = await linkedin.request<unknown>(create, lookFor(linkedin, reaction));
	return reacted(reply, 'changed');
}

/** Identifies a reaction by type, actor and entity. */
function nameOf({ actor, entity, type }: NewReaction): string {
	return `reaction ${type} ${actor.urn} ${entity}`;
}

function createRequest({ actor, entity, type }: NewReaction): RestliRequest {
	return {
		restliMethod: 'CREATE',
		path: REACTIONS,
		query: { actor: actor.urn },
		body: { root: entity, reactionType: type },
	};
}

function reacted(reply: Reply<unknown>, outcome: 'created' | 'changed'): Reacted {
	return { entity: readReaction(reply.body), outcome, deduplicated: reply.deduplicated ?? false };
}

/** @returns undefined if it can't be found out */
async function read(
	linkedin: LinkedInClient,
	reaction: NewReaction,
): Promise<ReactionEntity | 'absent' | undefined> {
	if (linkedin.may(ANY_READ_SCOPE) === false) return undefined;
	const result = await attemptReaction(linkedin, reaction);
	if (result.ok) return readReaction(result.body);
	return result.error.details.status === 404 && !isNotOffered(result.error) ? 'absent' : undefined;
}

function lookFor(linkedin: LinkedInClient, reaction: NewReaction): Recover<unknown> {
	return async () => {
		for (const waitMs of LOOK_AFTER_MS) {
			await linkedin.sleep(waitMs);
			const standing = await read(linkedin, reaction);
			if (standing === undefined) return undefined;
			if (standing === 'absent') continue;
			if (standing.reactionType === reaction.type) return { status: 201, headers: {}, body: standing };
			// An older reaction of another kind: LinkedIn answers the create with 409, which is safe.
			return 'absent';
		}
		return 'absent';
	};
}
