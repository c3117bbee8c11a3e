import { z } from 'zod';
import {
	ApiError,
	apiError,
	badRequest,
	invalidValue,
	missingField,
	notFound,
	unpermittedFields,
} from '../errors';
import {
	FEED_READ,
	FEED_READ_ONE_REACTION,
	isOrganization,
	requireActor,
	requireFeedReader,
} from '../access';
import { listAnswer, PAGING, readIds } from '../paging';
import { findTarget } from '../threads';
import { reducedEncode } from '../restli';
import { readBody, readPatch, urn } from '../body';
import { REACTION_TYPES } from '../reactions';
import { requireText } from '../dispatch';
import type { Answer, Call, Resource } from '../resource';
import type { Reaction } from '../reactions';
import type { RestliValue } from '../restli';
import type { Target } from '../threads';

export const WRITE_SCOPES = { person: 'w_member_social_feed', organization: 'w_organization_social_feed' };
const WRITE = Object.values(WRITE_SCOPES);

const newReaction = z
	.object({ root: urn('share', 'ugcPost', 'activity', 'comment'), reactionType: z.enum(REACTION_TYPES) })
	.strict();
const changes = newReaction.omit({ root: true });

/** /rest/reactions (docs.reactions). Its finder is on a key: /rest/reactions/(entity:…)?q=entity. */
export const reactions: Resource = {
	path: '/rest/reactions',
	permission: 'partnerApiReactions',
	hasKeyedFinders: true,
	methods: {
		CREATE: { scopes: WRITE, params: ['actor'], handle: create },
		GET: {
			scopes: FEED_READ_ONE_REACTION,
			handle: (call) => ({ status: 200, body: entity(existing(call, call.key)) }),
		},
		BATCH_GET: { scopes: FEED_READ, handle: getBatch },
		PARTIAL_UPDATE: { scopes: WRITE, params: ['actor'], handle: update },
		DELETE: { scopes: WRITE, handle: remove },
	},
	finders: { entity: { scopes: FEED_READ, params: ['sort', ...PAGING], handle: find } },
};

/** The actor in the query, 201 with the entity. */
function create(call: Call): Answer {
	const actor = requireText(call.params, 'actor');
	const body = readBody(newReaction, call.body);
	checkActor(actor);
	const target = findTarget(call.state, call.clock.now(), body.root);
	requireActor(call, actor, WRITE_SCOPES, 'writeFeed');
	const saved = react(call, actor, target, body.reactionType);
	return { status: 201, body: entity(saved), headers: { 'x-restli-id': reducedEncode(urnOf(saved)) } };
}

/** @throws ApiError 409 if the actor has already reacted */
export function react(call: Call, actor: string, target: Target, type: Reaction['type']): Reaction {
	if (call.state.reactions.find(actor, target.entity)) {
		throw apiError(409, 'CONFLICT', `${actor} has already reacted to ${target.entity}`);
	}
	return call.state.reactions.set({
		actor,
		entity: target.entity,
		type,
		...(isOrganization(actor) ? { agent: call.member?.urn } : {}),
	});
}

function checkActor(actor: string): void {
	if (!/^urn:li:(person|organization):./.test(actor)) {
		throw apiError(400, 'INVALID_URN_TYPE', `actor value ${actor} must be a person or organization URN`);
	}
}

interface Key {
	actor: string;
	target: Target;
}

/** `(actor:…,entity:…)`; the entity by any of its URNs. @throws ApiError 400, 404 */
function readKey(call: Call, key: RestliValue | undefined): Key {
	const isRecord = typeof key === 'object' && !Array.isArray(key);
	if (!isRecord || Object.keys(key).sort().join() !== 'actor,entity') {
		throw badRequest('A key of this resource is (actor:…,entity:…)');
	}
	if (typeof key.actor !== 'string') throw invalidValue('actor', JSON.stringify(key.actor));
	checkActor(key.actor);
	return { actor: key.actor, target: findTarget(call.state, call.clock.now(), key.entity) };
}

function existing(call: Call, key: RestliValue | undefined): Reaction {
	const { actor, target } = readKey(call, key);
	requireFeedReader(call, target.post.author);
	const found = call.state.reactions.find(actor, target.entity);
	if (!found) throw notFound();
	return found;
}

/** Missing ones are left out; the members of the keys are always in the same order, whatever was requested. */
function getBatch(call: Call): Answer {
	const results: Record<string, unknown> = {};
	const statuses: Record<string, number> = {};
	const errors: Record<string, unknown> = {};
	for (const id of readIds(call.params)) {
		const { actor, entity: asked } = Object(id) as Record<string, RestliValue>;
		const key = reducedEncode(actor === undefined || asked === undefined ? id : { actor, entity: asked });
		try {
			results[key] = entity(existing(call, id));
			statuses[key] = 200;
		} catch (error) {
			if (!(error instanceof ApiError)) throw error;
			if (error.status === 404) continue;
			errors[key] = { message: (error.body as { message: string }).message, status: error.status };
			statuses[key] = error.status;
		}
	}
	return { status: 200, body: { results, statuses, errors } };
}

/** Its body has the same form as for posts (docs/behaviour.md#a-second-reaction). 204. */
function update(call: Call): Answer {
	const { set, remove: removed } = readPatch(call.body);
	if (removed.length > 0) throw unpermittedFields(removed.map((field) => `/${field}`));
	const { reactionType } = readBody(changes, set);
	const found = own(call);
	const { actor } = call.params;
	if (actor !== undefined && actor !== found.actor) throw invalidValue('actor', actor);
	call.state.reactions.change(found, reactionType);
	return { status: 204 };
}

function remove(call: Call): Answer {
	call.state.reactions.remove(own(call));
	return { status: 204 };
}

function own(call: Call): Reaction {
	const { actor, target } = readKey(call, call.key);
	requireActor(call, actor, WRITE_SCOPES, 'writeFeed');
	const found = call.state.reactions.find(actor, target.entity);
	if (!found) throw notFound();
	return found;
}

function find(call: Call): Answer {
	const { key } = call;
	const isRecord = typeof key === 'object' && !Array.isArray(key) && Object.keys(key).join() === 'entity';
	if (!isRecord) throw badRequest('This finder stands on the key (entity:…)');
	const target = findTarget(call.state, call.clock.now(), key.entity);
	requireFeedReader(call, target.post.author);
	const found = call.state.reactions.of(target.entity);
	if (readSort(call.params.sort) !== 'CHRONOLOGICAL') found.reverse();
	return listAnswer(found.map(entity), call.params, { total: true });
}

/** The record `(value:X)`. @throws ApiError 400 */
function readSort(sort: RestliValue | undefined): string {
	if (sort === undefined) return 'REVERSE_CHRONOLOGICAL';
	if (typeof sort !== 'object' || Array.isArray(sort)) throw badRequest('The parameter "sort" is (value:…)');
	if (sort.value === undefined) throw missingField('sort/value');
	const sorts: RestliValue[] = ['REVERSE_CHRONOLOGICAL', 'CHRONOLOGICAL', 'RELEVANCE'];
	if (!sorts.includes(sort.value)) throw invalidValue('sort/value', JSON.stringify(sort.value));
	return String(sort.value);
}

const urnOf = (reaction: Reaction) => `urn:li:reaction:(${reaction.actor},${reaction.entity})`;

function entity(reaction: Reaction): Record<string, unknown> {
	const stamp = (time: number) => ({
		actor: reaction.actor,
		...(reaction.agent ? { impersonator: reaction.agent } : {}),
		time,
	});
	return {
		id: urnOf(reaction),
		reactionType: reaction.type,
		root: reaction.entity,
		created: stamp(reaction.createdAt),
		lastModified: stamp(reaction.lastModifiedAt),
	};
}
