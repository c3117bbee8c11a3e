import { monotonic } from '../../../transport/limits/clock';
import { DOCS } from '../../docs';
import { actorOf } from '../../fields/actor';
import { operation } from '../../operation';
import { WRITE_ROLE, WRITE_SCOPES } from '../comment/path';
import { errorOf, mayBeDone, overEither } from '../selfServe';
import { reactionUrn } from './entity';
import { entityField, entityOf, reactorField } from './fields';
import { keysOf } from './keys';
import { unlikeRequest } from './like';

export const deleteReaction = operation({
	value: 'delete',
	name: 'Delete',
	action: 'Remove a reaction',
	description: "Remove your own or your page's reaction to a post or comment",
	docs: DOCS.reactions,
	access: 'full',
	scopes: WRITE_SCOPES,
	role: WRITE_ROLE,
	routing: { restliMethod: 'DELETE', path: '/rest/reactions/{reaction}' },
	fields: [entityField, reactorField],
	async execute(call) {
		const { urn: entity, url } = entityOf(call);
		const actor = await actorOf(call, 'reactor');
		const begunAtMs = monotonic.now();
		const result = await overEither(call.linkedin, actor.as, {
			write: async (isUnversioned) => {
				const versioned = { ...call.routing, keys: keysOf({ actor, entity }) };
				const request = isUnversioned ? unlikeRequest({ actor, entity }) : versioned;
				return await call.linkedin.attempt({ ...request, begunAtMs });
			},
			errorOf,
			mayBeDone,
		});
		if (!result.ok) throw result.error;
		return [{ urn: reactionUrn(actor.urn, entity), url, deleted: true }];
	},
});
