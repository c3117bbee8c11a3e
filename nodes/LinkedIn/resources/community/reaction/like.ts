/**
 * Likes over the unversioned resource, which members use who only have the self-serve scope w_member_social. Its bodies
 * are not described any more: what is sent and read here is unconfirmed.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/network-update-social-actions
 */
import type { LinkedIn } from '../../../transport';
import { wayTo } from '../../../transport/access';
import { LinkedInError } from '../../../transport/errors';
import type { Actor } from '../actor';
import { readReaction } from './entity';
import type { NewReaction, Reacted } from './react';

const LIKES = '/v2/socialActions/{entity}/likes';

/**
 * @throws LinkedInError, without a call for any reaction but Like
 */
export async function like(linkedin: LinkedIn, { actor, entity, type }: NewReaction): Promise<Reacted> {
	if (type !== 'LIKE') {
		throw new LinkedInError('With the scope w_member_social alone, LinkedIn takes no reaction but Like', {
			code: 'MISSING_SCOPE',
			field: 'Reaction',
			advice: `Choose Like. The other reactions need the scope w_member_social_feed. ${wayTo(['w_member_social_feed'], linkedin.connection)}`,
		});
	}
	const liked = await linkedin.attempt<unknown>({
		restliMethod: 'CREATE',
		path: LIKES,
		keys: { entity },
		body: { actor: actor.urn, object: entity },
		conflictMeansExists: true,
	});
	if (!liked.ok && liked.error.details.status !== 409) throw liked.error;
	return {
		entity: { ...(liked.ok ? readReaction(liked.reply.body) : {}), reactionType: 'LIKE' },
		outcome: liked.ok ? 'created' : 'unchanged',
		deduplicated: false,
	};
}

/** Takes a like back. */
export async function unlike(linkedin: LinkedIn, actor: Actor, entity: string): Promise<void> {
	await linkedin.request({
		restliMethod: 'DELETE',
		path: `${LIKES}/{actor}`,
		keys: { entity, actor: actor.urn },
		query: { actor: actor.urn },
	});
}
