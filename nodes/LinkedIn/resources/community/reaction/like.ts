/**
 * Likes through the unversioned resource, for members with only the self-serve scope w_member_social. Its bodies are
 * no longer documented, so what is sent and read here is unconfirmed.
 * @see docs.socialActions
 */
import { LinkedInError } from '../../../transport/errors/errors';
import { wayTo } from '../../../transport/limits/access';
import type { LinkedInClient, RestliRequest } from '../../../transport/types';
import { readReaction } from './entity';
import type { Reacting } from './keys';
import type { NewReaction, Reacted } from './react';

const LIKES = '/v2/socialActions/{entity}/likes';

/**
 * @param begunAtMs when Max Wait starts, by the monotonic clock
 * @returns the refusal, without a call for any reaction but Like
 */
export async function like(
	linkedin: LinkedInClient,
	{ actor, entity, type }: NewReaction,
	begunAtMs: number,
): Promise<Reacted | LinkedInError> {
	if (type !== 'LIKE') {
		return new LinkedInError('With only the scope w_member_social, LinkedIn accepts only Like', {
			code: 'MISSING_SCOPE',
			field: 'Reaction',
			advice: `Choose Like. Other reactions need the scope w_member_social_feed. ${wayTo(['w_member_social_feed'], linkedin.connection)}`,
		});
	}
	const liked = await linkedin.attempt<unknown>({
		restliMethod: 'CREATE',
		path: LIKES,
		keys: { entity },
		body: { actor: actor.urn, object: entity },
		conflictMeansExists: true,
		begunAtMs,
	});
	if (!liked.ok && liked.error.details.status !== 409) return liked.error;
	return {
		entity: { ...(liked.ok ? readReaction(liked.reply.body) : {}), reactionType: 'LIKE' },
		outcome: liked.ok ? 'created' : 'unchanged',
		deduplicated: false,
	};
}

/** The request that removes a like. */
export function unlikeRequest({ actor, entity }: Reacting): RestliRequest {
	return {
		restliMethod: 'DELETE',
		path: `${LIKES}/{actor}`,
		keys: { entity, actor: actor.urn },
		query: { actor: actor.urn },
	};
}
