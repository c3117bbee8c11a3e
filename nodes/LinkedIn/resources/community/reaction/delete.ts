import { operation } from '../../define';
import { DOCS } from '../../docs';
import { actorOf } from '../actor';
import { isSelfServe, WRITE_ROLE, WRITE_SCOPES } from '../comment/path';
import { reactionUrn } from './entity';
import { entityField, entityOf, reactorField } from './fields';
import { unlike } from './like';
import { keysOf } from './keys';

export const deleteReaction = operation({
	value: 'delete',
	name: 'Delete',
	action: 'Take a reaction back',
	description: 'Take back the reaction of the member or of a company page to a post or comment',
	docs: DOCS.reactions,
	access: 'full',
	scopes: WRITE_SCOPES,
	role: WRITE_ROLE,
	routing: { restliMethod: 'DELETE', path: '/rest/reactions/{reaction}' },
	fields: [entityField, reactorField],
	async execute(call) {
		const { urn: entity, url } = entityOf(call);
		const actor = await actorOf(call, 'reactor');
		if (isSelfServe(call.linkedin, actor.as)) await unlike(call.linkedin, actor, entity);
		else await call.linkedin.request({ ...call.routing, keys: keysOf({ actor, entity }) });
		return [{ urn: reactionUrn(actor.urn, entity), url, deleted: true }];
	},
});
