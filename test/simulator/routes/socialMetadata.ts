import { requireFeedReader } from '../access';
import { batchAnswer, readIds } from '../paging';
import { children, countAll, findTarget } from '../threads';
import type { Call, Resource } from '../resource';
import type { RestliValue } from '../restli';

const READ = ['r_organization_social_feed', 'r_member_social_feed'];

/** /rest/socialMetadata: counts, and the way from a share to its activity. Contract §7. */
export const socialMetadata: Resource = {
	path: '/rest/socialMetadata',
	permission: 'partnerApiSocialMetadata',
	methods: {
		GET: { scopes: READ, handle: (call) => ({ status: 200, body: metadata(call, call.key) }) },
		BATCH_GET: {
			scopes: READ,
			handle: (call) => batchAnswer(readIds(call.params), (id) => metadata(call, id)),
		},
	},
};

function metadata(call: Call, urn: RestliValue | undefined): Record<string, unknown> {
	const target = findTarget(call.state, call.clock.now(), urn);
	requireFeedReader(call, target.post.author);
	return {
		entity: target.entity,
		commentsState: target.post.commentsState,
		commentSummary: {
			count: countAll(call.state, target),
			topLevelCount: children(call.state, target).length,
		},
		reactionSummaries: {},
	};
}
