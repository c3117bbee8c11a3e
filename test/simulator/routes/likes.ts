import { z } from 'zod';
import { invalidValue, notFound } from '../errors';
import { FEED_READ, requireActor, requireFeedReader } from '../access';
import { listAnswer, PAGING } from '../paging';
import { findTarget } from '../threads';
import { react, WRITE_SCOPES } from './reactions';
import { readBody, urn } from '../body';
import type { Answer, Call, Method, Resource } from '../resource';
import type { Reaction } from '../reactions';

const WRITE = Object.values(WRITE_SCOPES);
const newLike = z
	.object({ actor: urn('person', 'organization'), object: urn('share', 'ugcPost', 'activity', 'comment') })
	.strict();

const createOne: Method = { scopes: WRITE, handle: create };
const removeOne: Method = { scopes: WRITE, params: ['actor'], handle: remove };
const listAll: Method = { scopes: FEED_READ, params: PAGING, handle: list };

/** /rest/socialActions/{urn}/likes: the older way to LIKE (docs.socialActions, docs/behaviour.md#likes). */
export const likes: Resource = {
	path: '/rest/socialActions/{urn}/likes',
	permission: 'partnerApiSocialActions',
	methods: { CREATE: createOne, DELETE: removeOne, GET_ALL: listAll },
};

/**
 * The unversioned resource, open to apps with only w_member_social, as for comments
 * (docs/behaviour.md#share-on-linkedin-alone).
 */
export const unversionedLikes: Resource = {
	path: '/v2/socialActions/{urn}/likes',
	permission: 'socialActions',
	methods: {
		CREATE: { ...createOne, scopes: ['w_member_social', ...WRITE] },
		DELETE: { ...removeOne, scopes: ['w_member_social', ...WRITE] },
		GET_ALL: { ...listAll, scopes: ['w_member_social', ...FEED_READ] },
	},
};

/** On /v2 a member can also write with w_member_social. */
function writeScopes(call: Call): typeof WRITE_SCOPES {
	const isSelfServe = call.version === undefined && call.token.scopes.has('w_member_social');
	return isSelfServe ? { ...WRITE_SCOPES, person: 'w_member_social' } : WRITE_SCOPES;
}

function create(call: Call): Answer {
	const body = readBody(newLike, call.body);
	const target = findTarget(call.state, call.clock.now(), call.keys.urn);
	requireActor(call, body.actor, writeScopes(call), 'writeFeed');
	const named = call.state.findPost(body.object)?.activity ?? body.object;
	if (named !== target.entity && named !== target.post.activity) throw invalidValue('object', body.object);
	return { status: 201, body: entity(react(call, body.actor, target, 'LIKE')) };
}

/** The key is the actor, and so is the parameter. 204. */
function remove(call: Call): Answer {
	const target = findTarget(call.state, call.clock.now(), call.keys.urn);
	const actor = String(call.key);
	if (call.params.actor !== undefined && call.params.actor !== actor) {
		throw invalidValue('actor', call.params.actor);
	}
	requireActor(call, actor, writeScopes(call), 'writeFeed');
	const found = call.state.reactions.find(actor, target.entity);
	if (!found) throw notFound();
	call.state.reactions.remove(found);
	return { status: 204 };
}

function list(call: Call): Answer {
	const target = findTarget(call.state, call.clock.now(), call.keys.urn);
	requireFeedReader(call, target.post.author);
	return listAnswer(call.state.reactions.of(target.entity).map(entity), call.params, { total: true });
}

const urnOf = (one: Reaction) => `urn:li:like:(${one.actor},${one.entity})`;

function entity(one: Reaction): Record<string, unknown> {
	const stamp = { actor: one.actor, ...(one.agent ? { impersonator: one.agent } : {}), time: one.createdAt };
	return { $URN: urnOf(one), actor: one.actor, object: one.entity, created: stamp, lastModified: stamp };
}

/** The summary in comments and socialActions: likes of all kinds (docs.comments, docs.socialActions). */
export function likesSummary(call: Call, target: string): Record<string, unknown> {
	const found = call.state.reactions.of(target);
	return {
		aggregatedTotalLikes: found.length,
		likedByCurrentUser: found.some((one) => one.actor === call.member?.urn),
		selectedLikes: found.slice(-2).map(urnOf),
		totalLikes: found.length,
	};
}
