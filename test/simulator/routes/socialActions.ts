import { requireFeedReader } from '../access';
import { batchAnswer, readIds } from '../paging';
import { likesSummary } from './likes';
import { children, countAll, findTarget } from '../threads';
import type { Call, Resource } from '../resource';
import type { RestliValue } from '../restli';

const READ = ['r_organization_social_feed', 'r_member_social_feed'];

/** /rest/socialActions/{urn}: the older summary of a post or comment (docs.socialActions). */
export const socialActions: Resource = {
	path: '/rest/socialActions',
	permission: 'partnerApiSocialActions',
	methods: {
		GET: { scopes: READ, handle: (call) => ({ status: 200, body: summary(call, call.key) }) },
		BATCH_GET: {
			scopes: READ,
			handle: (call) => batchAnswer(readIds(call.params), (id) => summary(call, id)),
		},
	},
};

function summary(call: Call, urn: RestliValue | undefined): Record<string, unknown> {
	const target = findTarget(call.state, call.clock.now(), urn);
	requireFeedReader(call, target.post.author);
	const below = children(call.state, target);
	return {
		target: urn,
		$URN: target.entity,
		likesSummary: likesSummary(call, target.entity),
		commentsSummary: {
			selectedComments: below.slice(-2).map((one) => one.urn),
			totalFirstLevelComments: below.length,
			aggregatedTotalComments: countAll(call.state, target),
			commentsState: target.post.commentsState,
		},
	};
}
