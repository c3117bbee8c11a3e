import { LinkedInCommunityTrigger } from '../../../nodes/LinkedIn/LinkedInCommunityTrigger.node';
import { createCommentPoll } from '../../../nodes/LinkedIn/triggers/comments/commentTrigger';
import { newTriggers } from '../../../nodes/LinkedIn/transport/memory/triggers';
import { letPass } from '../../conformance/time';
import { connectTo } from '../../engine/connection';
import { pollHarness } from '../../engine/poll';
import type { Simulator } from '../../simulator';

const PAGE = '2414183';
const MINUTE_MS = 60_000;
const SCOPES = [
	'openid',
	'r_organization_social',
	'r_organization_social_feed',
	'w_organization_social_feed',
	'rw_organization_admin',
];
let runs = 0;

/** The comment trigger on a page with one post, polled every minute of both sides' clocks. */
export function commentPolls(simulator: Simulator) {
	const post = simulator.state.addPost({
		author: PAGE,
		text: 'A post',
		createdAt: Date.now() - 60 * MINUTE_MS,
	});
	const harness = pollHarness({
		node: 'linkedInCommunityTrigger',
		nodeType: Object.assign(new LinkedInCommunityTrigger(), { poll: createCommentPoll(newTriggers()) }),
		parameters: {
			authentication: 'oAuth2',
			watch: 'pages',
			pages: [`urn:li:organization:${PAGE}`],
			maxCallsADay: 100_000,
		},
		credentials: { ...connectTo(simulator, { scopes: SCOPES }), name: `quirk polls ${(runs += 1)}` },
	});
	const said: string[] = [];
	return {
		comment: (text: string) => simulator.state.addComment({ post: post.urn, actor: 'cleo', text }),
		/** @returns the texts of all comments that came */
		polls: async (count: number): Promise<string[]> => {
			const texts: string[] = [];
			for (let poll = 0; poll < count; poll += 1) {
				letPass(MINUTE_MS);
				for (const { json } of (await harness.poll())?.[0] ?? []) {
					texts.push((json as { comment: { text: string } }).comment.text);
					if (typeof json.notice === 'string') said.push(json.notice);
				}
			}
			return texts;
		},
		notices: () => said,
	};
}
