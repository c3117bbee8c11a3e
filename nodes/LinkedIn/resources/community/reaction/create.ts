import { LinkedInError } from '../../../transport/errors/errors';
import { monotonic } from '../../../transport/limits/clock';
import { DOCS } from '../../docs';
import { actorOf } from '../../fields/actor';
import { operation } from '../../operation';
import { WRITE_ROLE, WRITE_SCOPES } from '../comment/path';
import { overEither } from '../selfServe';
import { presentReaction } from './entity';
import { entityField, entityOf, reactorField } from './fields';
import { like } from './like';
import { react, type Reacted } from './react';
import { REACTION_NAMES, reactionTypeOf } from './types';

export const create = operation({
	value: 'create',
	name: 'Create',
	action: 'React to a post or comment',
	description:
		'React to a post or comment as yourself or a Company Page. If the same reaction exists, nothing changes; a different one is replaced.',
	docs: DOCS.reactions,
	access: 'write',
	scopes: WRITE_SCOPES,
	role: WRITE_ROLE,
	routing: { restliMethod: 'CREATE', path: '/rest/reactions' },
	fields: [
		entityField,
		{
			displayName: 'Reaction',
			name: 'reactionType',
			type: 'options',
			default: 'LIKE',
			description: 'The reaction to set. With only the scope w_member_social, LinkedIn accepts only Like.',
			options: Object.entries(REACTION_NAMES)
				.map(([value, name]) => ({ name, value }))
				.sort((a, b) => a.name.localeCompare(b.name)),
		},
		reactorField,
	],
	async execute(call) {
		const { urn: entity, url } = entityOf(call);
		const type = reactionTypeOf(call.parameter<unknown>('reactionType', 'LIKE'));
		const actor = await actorOf(call, 'reactor');
		const begunAtMs = monotonic.now();
		const reacted = await overEither<Reacted | LinkedInError>(call.linkedin, actor.as, {
			write: async (isUnversioned) => {
				const set = isUnversioned ? like : react;
				return await set(call.linkedin, { actor, entity, type }, begunAtMs);
			},
			errorOf: (outcome) => (outcome instanceof LinkedInError ? outcome : undefined),
		});
		if (reacted instanceof LinkedInError) throw reacted;
		const { entity: found, outcome, deduplicated } = reacted;
		const sent = { root: entity, reactionType: type, ...found };
		const presented = presentReaction(sent, { actor: actor.urn, entity, url }, true);
		return [{ ...presented, outcome, deduplicated }];
	},
});
