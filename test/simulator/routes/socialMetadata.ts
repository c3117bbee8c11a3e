import { z } from 'zod';
import { denied, invalidValue, unpermittedFields } from '../errors';
import { FEED_READ, requireActor, requireFeedReader } from '../access';
import { batchAnswer, readIds } from '../paging';
import { children, countAll, findTarget } from '../threads';
import { readBody, readPatch } from '../body';
import { requireText } from '../dispatch';
import type { Answer, Call, Resource } from '../resource';
import type { RestliValue } from '../restli';

const WRITE_SCOPES = { person: 'w_member_social_feed', organization: 'w_organization_social_feed' };
const WRITE = Object.values(WRITE_SCOPES);
const newState = z.object({ commentsState: z.enum(['OPEN', 'CLOSED']) }).strict();

/** /rest/socialMetadata: counts, and the way from a share to its activity (docs.socialMetadata). */
export const socialMetadata: Resource = {
	path: '/rest/socialMetadata',
	permission: 'partnerApiSocialMetadata',
	methods: {
		GET: { scopes: FEED_READ, handle: (call) => ({ status: 200, body: metadata(call, call.key) }) },
		PARTIAL_UPDATE: { scopes: WRITE, params: ['actor'], handle: update },
		BATCH_GET: {
			scopes: FEED_READ,
			handle: (call) => batchAnswer(readIds(call.params), (id) => metadata(call, id)),
		},
	},
};

function metadata(call: Call, urn: RestliValue | undefined): Record<string, unknown> {
	const target = findTarget(call.state, call.clock.now(), urn);
	requireFeedReader(call, target.post.author);
	const countedUntil = call.clock.now() - call.state.countLagMs;
	return {
		entity: target.entity,
		commentsState: target.post.commentsState,
		commentSummary: {
			count: countAll(call.state, target),
			topLevelCount: children(call.state, target).length,
		},
		reactionSummaries: Object.fromEntries(
			Object.entries(call.state.reactions.counts(target.entity, countedUntil)).map(
				([reactionType, count]) => [reactionType, { reactionType, count }],
			),
		),
	};
}

/** 202. CLOSED permanently deletes every comment. */
function update(call: Call): Answer {
	const { set, remove } = readPatch(call.body);
	if (remove.length > 0) throw unpermittedFields(remove.map((field) => `/${field}`));
	const { commentsState } = readBody(newState, set);
	const actor = requireText(call.params, 'actor');
	const { post, comment } = findTarget(call.state, call.clock.now(), call.key);
	if (comment) throw invalidValue('entity', `${comment.urn}, which is no post`);
	if (actor !== post.author) throw denied(`${actor} is not the author of ${post.activity}`);
	requireActor(call, actor, WRITE_SCOPES, 'writeFeed');
	post.commentsState = commentsState;
	if (commentsState === 'CLOSED') {
		for (const one of call.state.comments(post.urn)) call.state.deleteComment(one.urn);
	}
	return { status: 202 };
}
