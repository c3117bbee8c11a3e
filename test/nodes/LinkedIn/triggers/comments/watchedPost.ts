/** The comment trigger in n8n's real poll context, on a page of the simulator with one post. */
import type { INodeParameters } from 'n8n-workflow';

import { LinkedInCommunityTrigger } from '../../../../../nodes/LinkedIn/LinkedInCommunityTrigger.node';
import { createCommentPoll } from '../../../../../nodes/LinkedIn/triggers/comments/commentTrigger';
import { newTriggers } from '../../../../../nodes/LinkedIn/transport/memory/triggers';
import { pollHarness, type PollOptions } from '../../../../engine/poll';
import { startSimulator, type Post, type Simulator } from '../../../../simulator';

export const PAGE = '2414183';
export const PAGE_URN = `urn:li:organization:${PAGE}`;
export const MINUTE_MS = 60_000;
export const SCOPES = [
	'openid',
	'r_organization_social',
	'r_organization_social_feed',
	'w_organization_social_feed',
	'rw_organization_admin',
];
export const WATCH_PAGE = { watch: 'pages', pages: [PAGE_URN], maxCallsADay: 100_000 };

export let simulator: Simulator;
let clock: jest.SpyInstance;
/** Epoch milliseconds; `Date.now` is the same. */
export let nowMs: number;
export let post: Post;
/** By its scopes: a workflow that is published again has the same connection. */
let tokens: Map<string[], ReturnType<Simulator['issueToken']>>;

/** Starts a simulator with such a post, and a separate clock, for each test of the calling file. */
export function simulateForEachTest(): void {
	beforeEach(async () => {
		nowMs = Date.UTC(2026, 9, 5, 12);
		tokens = new Map();
		clock = jest.spyOn(Date, 'now').mockImplementation(() => nowMs);
		simulator = await startSimulator({ now: nowMs });
		post = simulator.state.addPost({
			author: PAGE,
			text: 'A post (with brackets)',
			createdAt: nowMs - 60 * MINUTE_MS,
		});
	});
	afterEach(async () => {
		clock.mockRestore();
		await simulator.close();
	});
}

/** @param ms milliseconds that pass on both sides */
export function letPass(ms: number): void {
	nowMs += ms;
}

/** The trigger in one process; another one stands for another process. */
export const newProcess = () =>
	Object.assign(new LinkedInCommunityTrigger(), { poll: createCommentPoll(newTriggers()) });

export function trigger(
	parameters: INodeParameters = WATCH_PAGE,
	{ scopes = SCOPES, data = {}, ...more }: Partial<PollOptions> & { scopes?: string[]; data?: object } = {},
) {
	const token =
		tokens.get(scopes) ?? simulator.issueToken({ member: 'ada', scopes, expiresInSeconds: 60 * 86_400 });
	tokens.set(scopes, token);
	return pollHarness({
		node: 'linkedInCommunityTrigger',
		nodeType: newProcess(),
		credentials: {
			type: 'linkedInSuiteOAuth2Api',
			data: {
				clientId: 'suite-app',
				clientSecret: 'suite-secret',
				tier: 'standard',
				advanced: true,
				environment: 'custom',
				apiHost: simulator.url,
				oauthHost: simulator.url,
				oauthTokenData: {
					access_token: token.accessToken,
					scope: token.scope,
					expires_in: token.expiresIn,
					...(token.idToken ? { id_token: token.idToken } : {}),
				},
				...data,
			},
		},
		parameters: { authentication: 'oAuth2', ...parameters },
		...more,
	});
}

export const texts = (outputs: Awaited<ReturnType<ReturnType<typeof trigger>['poll']>>) =>
	outputs?.[0].map(({ json }) => (json as { comment: { text: string } }).comment.text) ?? null;

/** Somebody comments, by default on the post, a second after the previous event. */
export function comment(text: string, more: { actor?: string; parent?: string; post?: string } = {}) {
	letPass(1000);
	return simulator.state.addComment({ post: post.urn, actor: 'cleo', text, ...more });
}
