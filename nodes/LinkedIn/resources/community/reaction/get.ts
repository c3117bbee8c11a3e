import { parsePostOrComment } from '../../../transport/restli/urns/entity';
import { oneOrMany, requiredEntries } from '../../batchGet';
import { DOCS } from '../../docs';
import { resolveActor } from '../../fields/actor';
import { operation } from '../../operation';
import { READ_ROLE, READ_SCOPES } from '../comment/path';
import { presentReaction, reactionUrn } from './entity';
import { ENTITY, entityField, reactorField } from './fields';
import { keysOf, REACTIONS } from './keys';
import { fetchReaction } from './readOne';

export const get = operation({
	value: 'get',
	name: 'Get',
	action: 'Get the reaction of a person or page',
	description: 'Get the reaction of a person or page to one or more posts or comments',
	docs: DOCS.reactions,
	access: 'read',
	scopes: READ_SCOPES,
	role: READ_ROLE,
	routing: { restliMethod: 'GET', path: '/rest/reactions/{reaction}' },
	fields: [entityField, reactorField],
	async execute(call) {
		const given = call.parameter<unknown>('entity', '');
		const entries = requiredEntries(given, ENTITY, 'urn:li:activity:7094637247890620418', 'comment');
		const entities = entries.map((entry) => parsePostOrComment(entry, ENTITY));
		const actor = await resolveActor(call, 'reactor');
		const asked = entities.map(({ urn: entity, url }) => ({
			id: keysOf({ actor, entity }).reaction,
			urn: reactionUrn(actor.urn, entity),
			url,
			entity,
			actor: actor.urn,
		}));
		if (asked.length === 1) {
			const [{ entity }] = asked;
			const body = await fetchReaction(call.linkedin, { actor, entity });
			return [presentReaction(body, asked[0], call.simplify)];
		}
		return await oneOrMany(
			call,
			asked,
			{
				batch: { path: REACTIONS },
				single: (reaction) => ({ ...call.routing, keys: { reaction } }),
			},
			(body, asked) => presentReaction(body, asked, call.simplify),
		);
	},
});
