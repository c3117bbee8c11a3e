import {
	ApiError,
	apiError,
	denied,
	invalidValue,
	missingField,
	notFound,
	unpermittedFields,
} from '../errors';
import {
	FEED_READ,
	isOrganization,
	requireActor,
	requireFeedReader,
	requireRole,
	requireScope,
} from '../access';
import { batchAnswer, listAnswer, PAGING, readIds } from '../paging';
import { readBody, readPatch } from '../body';
import { checkMentionForm, checkMentions, newComment, newMessage } from './commentSchema';
import { likesSummary } from './likes';
import { checkAsset } from './newPost';
import { children, findTarget } from '../threads';
import type { Answer, Call, Method, Resource } from '../resource';
import type { Comment } from '../model';
import type { RestliValue } from '../restli';
import type { Target } from '../threads';

const WRITE_SCOPES = { person: 'w_member_social_feed', organization: 'w_organization_social_feed' };
const WRITE = Object.values(WRITE_SCOPES);
const THROTTLE_WINDOW_MS = 60 * 1000;

const listAll: Method = { scopes: FEED_READ, params: PAGING, handle: list };
const getOne: Method = {
	scopes: FEED_READ,
	handle: (call) => {
		const target = readableTarget(call);
		return { status: 200, body: readEntity(call, commentOf(call, target, call.key)) };
	},
};
const createOne: Method = { scopes: WRITE, handle: create };

/** /rest/socialActions/{urn}/comments (docs.comments). */
export const comments: Resource = {
	path: '/rest/socialActions/{urn}/comments',
	permission: 'partnerApiSocialActions',
	methods: {
		CREATE: createOne,
		GET_ALL: listAll,
		GET: getOne,
		BATCH_GET: { scopes: FEED_READ, handle: getBatch },
		PARTIAL_UPDATE: { scopes: WRITE, params: ['actor'], handle: update },
		DELETE: { scopes: WRITE, params: ['actor'], handle: remove },
	},
};

/** The unversioned resource, open to apps with only w_member_social (docs/behaviour.md#share-on-linkedin-alone). */
export const unversionedComments: Resource = {
	path: '/v2/socialActions/{urn}/comments',
	permission: 'socialActions',
	methods: {
		CREATE: { ...createOne, scopes: ['w_member_social', ...WRITE] },
		GET_ALL: { ...listAll, scopes: ['w_member_social', ...FEED_READ] },
		GET: { ...getOne, scopes: ['w_member_social', ...FEED_READ] },
	},
};

/** 201, only the numeric id in x-restli-id, the entity without likesSummary as body. */
function create(call: Call): Answer {
	const body = readBody(newComment, call.body);
	const target = findTarget(call.state, call.clock.now(), call.keys.urn);
	const { post, comment: parent } = target;
	requireActor(call, body.actor, writeScopes(call), 'writeFeed');
	if (call.state.findPost(body.object) !== post) throw invalidValue('object', body.object);
	if (body.content && call.version === undefined) throw unpermittedFields(['/content']);
	if (parent) {
		if (body.content) throw unpermittedFields(['/content']);
		if (parent.parent) throw invalidValue('parentComment', `${parent.urn}, which is a reply itself`);
		if (body.parentComment === undefined) throw missingField('parentComment');
	}
	if (body.parentComment !== parent?.urn) throw invalidValue('parentComment', body.parentComment);
	if (post.commentsState === 'CLOSED') throw denied(`Comments are closed on ${post.activity}`);
	checkMentions(body.message);
	if (call.version !== undefined) checkMentionForm(body.message, call.state.mentionForm);
	for (const { entity: one } of body.content ?? []) {
		checkAsset(call.state, body.actor, 'content/0/entity/image', one.image);
	}
	throttle(call);
	const saved = call.state.saveComment({
		activity: post.activity,
		actor: body.actor,
		text: body.message.text,
		attributes: body.message.attributes ?? [],
		...(parent ? { parent: parent.urn } : {}),
		...(isOrganization(body.actor) ? { agent: call.member?.urn } : {}),
		...(body.content ? { content: body.content } : {}),
	});
	return { status: 201, body: entity(saved), headers: { 'x-restli-id': saved.id } };
}

/** On /v2 a member can also write with w_member_social. */
function writeScopes(call: Call): typeof WRITE_SCOPES {
	const isSelfServe = call.version === undefined && call.token.scopes.has('w_member_social');
	return isSelfServe ? { ...WRITE_SCOPES, person: 'w_member_social' } : WRITE_SCOPES;
}

function throttle(call: Call): void {
	const max = call.state.commentsPerMinute;
	if (max === undefined || !call.member) return;
	const since = call.clock.now() - THROTTLE_WINDOW_MS;
	const { urn: me } = call.member;
	const recent = call.state
		.comments()
		.filter((one) => (one.agent ?? one.actor) === me && one.createdAt > since);
	if (recent.length >= max) {
		throw new ApiError(429, {
			status: 429,
			message: 'Comment create throttled: creation rate limit exceeded for member',
		});
	}
}

/**
 * Comments of a post, or replies to a comment; their order is a setting of the state (docs/behaviour.md#comment-lists).
 */
function list(call: Call): Answer {
	const target = readableTarget(call);
	const found = children(call.state, target);
	if (call.state.commentOrder === 'newestFirst') found.reverse();
	return listAnswer(found, call.params, {
		total: call.state.commentTotals,
		read: (one) => readEntity(call, one),
	});
}

function getBatch(call: Call): Answer {
	const target = readableTarget(call);
	return batchAnswer(readIds(call.params), (id) => readEntity(call, commentOf(call, target, id)));
}

/** `actor` for a page's own comments; 200 with the entity. */
function update(call: Call): Answer {
	const { set, remove: removed } = readPatch(call.body, 'message');
	if (removed.length > 0) throw unpermittedFields(removed.map((field) => `/message/${field}`));
	const message = readBody(newMessage, set);
	checkMentions(message);
	if (call.version !== undefined) checkMentionForm(message, call.state.mentionForm);
	const target = findTarget(call.state, call.clock.now(), call.keys.urn);
	const comment = commentOf(call, target, call.key);
	const actor = actingAs(call, comment);
	if (actor !== comment.actor) throw denied(`${actor} may not edit a comment of ${comment.actor}`);
	const edited = call.state.editComment(comment.urn, message.text, message.attributes ?? []);
	return { status: 200, body: entity(edited), headers: { 'x-resourceidentity-urn': edited.urn } };
}

/** 204; a page's administrator can also remove other people's comments on the page's posts. */
function remove(call: Call): Answer {
	const target = findTarget(call.state, call.clock.now(), call.keys.urn);
	const comment = commentOf(call, target, call.key);
	const actor = actingAs(call, comment);
	if (actor !== comment.actor) {
		if (actor !== target.post.author || !isOrganization(actor)) {
			throw denied(`${actor} may not delete a comment of ${comment.actor}`);
		}
		requireRole(call, actor, 'administer');
	}
	call.state.deleteComment(comment.urn);
	return { status: 204 };
}

/** The `actor` parameter; it may only be left out if the comment is the caller's own. */
function actingAs(call: Call, comment: Comment): string {
	const { actor } = call.params;
	if (actor === undefined) {
		if (isOrganization(comment.actor)) throw missingField('actor');
		requireScope(call, WRITE_SCOPES.person, comment.actor);
		return call.member?.urn ?? '';
	}
	if (typeof actor !== 'string' || !/^urn:li:(person|organization):./.test(actor)) {
		throw apiError(
			400,
			'INVALID_URN_TYPE',
			`actor value ${String(actor)} must be a person or organization URN`,
		);
	}
	requireActor(call, actor, WRITE_SCOPES, 'writeFeed');
	return actor;
}

function readableTarget(call: Call): Target {
	const target = findTarget(call.state, call.clock.now(), call.keys.urn);
	requireFeedReader(call, target.post.author);
	return target;
}

/**
 * Ids are numeric; URNs are wrong here. Under a post any comment of its thread is found, also replies.
 * @throws ApiError 400, 404
 */
function commentOf(call: Call, target: Target, id: RestliValue | undefined): Comment {
	if (typeof id !== 'string' || !/^\d+$/.test(id)) throw invalidValue('commentId', JSON.stringify(id));
	const under = target.comment ? children(call.state, target) : call.state.shownComments(target.post.urn);
	const found = under.find((one) => one.id === id);
	if (!found) throw notFound();
	return found;
}

/** A comment as it is read, without the likes. */
export function entity(comment: Comment): Record<string, unknown> {
	const stamp = (time: number) => ({
		actor: comment.actor,
		...(comment.agent ? { impersonator: comment.agent } : {}),
		time,
	});
	return {
		actor: comment.actor,
		...(comment.agent ? { agent: comment.agent } : {}),
		commentUrn: comment.urn,
		id: comment.id,
		object: comment.activity,
		...(comment.parent ? { parentComment: comment.parent } : {}),
		created: stamp(comment.createdAt),
		lastModified: stamp(comment.lastModifiedAt),
		message: { attributes: comment.attributes, text: comment.text },
		...(comment.content ? { content: comment.content } : {}),
	};
}

/** Reads also have the summaries; commentsSummary only if there are replies. */
function readEntity(call: Call, comment: Comment): Record<string, unknown> {
	const replies = call.state.shownComments(comment.activity).filter((one) => one.parent === comment.urn);
	return {
		...entity(comment),
		...(comment.content ? { content: comment.content.map((one) => shownImage(call, one)) } : {}),
		likesSummary: likesSummary(call, comment.urn),
		...(replies.length > 0
			? {
					commentsSummary: {
						aggregatedTotalComments: replies.length,
						selectedComments: replies.slice(-2).map((one) => one.urn),
						totalFirstLevelComments: replies.length,
					},
				}
			: {}),
	};
}

/** When read, an image has its type and an address. */
function shownImage(call: Call, one: { entity: { image: string } }): Record<string, unknown> {
	const media = call.state.media.find(one.entity.image);
	const isReady = media && call.state.media.status(media) === 'AVAILABLE';
	return {
		type: 'IMAGE',
		entity: one.entity,
		...(isReady ? { url: call.state.media.downloadUrl(media).downloadUrl } : {}),
	};
}
