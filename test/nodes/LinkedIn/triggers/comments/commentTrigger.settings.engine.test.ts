/** The trigger's settings: what the editor offers for them, and the results of wrong ones. */
import { triggerFields } from '../../../../../nodes/LinkedIn/triggers/comments/fields';
import { triggerFields as leadTriggerFields } from '../../../../../nodes/LinkedIn/triggers/leads/fields';
import { loadOptions } from '../../../../engine/options';
import {
	comment,
	letPass,
	MINUTE_MS,
	nowMs,
	PAGE,
	PAGE_URN,
	SCOPES,
	simulateForEachTest,
	simulator,
	texts,
	trigger,
	WATCH_PAGE,
} from './watchedPost';

simulateForEachTest();

describe('wrong settings', () => {
	test.each([
		['no page', { watch: 'pages', pages: [] }, SCOPES, 'No page is chosen'],
		['no post', { watch: 'posts', posts: ' \n ' }, SCOPES, 'No post is chosen'],
		[
			'something that is not a post',
			{ watch: 'posts', posts: 'urn:li:person:abc' },
			SCOPES,
			'urn:li:person:abc',
		],
		[
			'a profile link as page',
			{ watch: 'pages', pages: 'https://www.linkedin.com/in/ada' },
			SCOPES,
			'profile link',
		],
		[
			'a page nobody knows',
			{ watch: 'pages', pages: 'https://www.linkedin.com/company/nobody' },
			SCOPES,
			'nobody',
		],
		['a scope that is missing', WATCH_PAGE, ['openid', 'w_member_social'], "can't read comments"],
	])('%s: one clear error', async (_, parameters, scopes, expected) => {
		const { poll } = trigger({ maxCallsADay: 100_000, ...parameters }, { scopes });
		await expect(poll()).rejects.toMatchObject({
			name: 'NodeApiError',
			message: expect.stringContaining(expected),
			description: expect.stringMatching(/./),
		});
	});

	test.each([
		['selfServe', /Make a second app and a second credential for Community Management API/],
		['communityManagement', /connect again/],
	])('a scope that is missing where the app has %s: what LinkedIn allows', async (appHas, way) => {
		const { poll } = trigger(WATCH_PAGE, { scopes: ['openid', 'w_member_social'], data: { appHas } });
		await expect(poll()).rejects.toMatchObject({ description: expect.stringMatching(way) });
	});

	test('a credential that is not connected: one clear error, no call', async () => {
		const { poll } = trigger(WATCH_PAGE, { data: { oauthTokenData: undefined } });
		await expect(poll()).rejects.toThrow('not connected');
		expect(simulator.requests).toEqual([]);
	});
});

test('with w_member_social_feed alone comments on my own post start the workflow', async () => {
	const mine = simulator.state.addPost({ author: 'ada', text: 'Mine', createdAt: nowMs - 60 * MINUTE_MS });
	const { poll } = trigger(
		{ watch: 'posts', posts: mine.urn, maxCallsADay: 100_000 },
		{ scopes: ['openid', 'w_member_social', 'w_member_social_feed'] },
	);
	await poll();
	comment('Read', { post: mine.urn });
	letPass(30 * MINUTE_MS);
	expect(texts(await poll())).toEqual(['Read']);
});

test.each([
	['empty', ''],
	['cleared in the editor', null],
	['0, as older workflows have it', 0],
])('Max Calls a Day %s polls at the pace of the tier', async (_how, maxCallsADay) => {
	const { poll } = trigger({ ...WATCH_PAGE, maxCallsADay });
	await poll();
	expect(simulator.requests.length).toBeGreaterThan(0);
	const asked = simulator.requests.length;
	await poll();
	expect(simulator.requests.length).toBe(asked);
});

test('Max Calls a Day is empty in a new trigger of either node', () => {
	const fields = [...triggerFields, ...leadTriggerFields].filter(({ name }) => name === 'maxCallsADay');
	expect(fields.map((field) => field.default)).toEqual(['', '']);
});

const pagesWith = async (scopes: string[]) => {
	const token = simulator.issueToken({ member: 'ada', scopes });
	return await loadOptions({
		node: 'linkedInCommunityTrigger',
		method: 'loadPages',
		parameters: { authentication: 'oAuth2' },
		credentials: {
			type: 'linkedInSuiteOAuth2Api',
			data: {
				clientId: 'suite-app',
				clientSecret: 'suite-secret',
				advanced: true,
				environment: 'custom',
				apiHost: simulator.url,
				oauthHost: simulator.url,
				oauthTokenData: { access_token: token.accessToken, scope: token.scope },
			},
		},
	});
};

test('Pages says without a call what is missing and what to do, in the one text that the editor shows', async () => {
	await expect(pagesWith(['openid', 'profile', 'w_member_social'])).rejects.toThrow(
		/^Pages could not be listed: This connection lacks the scope .*second credential/,
	);
	expect(simulator.requests).toEqual([]);
});

test('Pages lists the pages whose comments may be read, with the role', async () => {
	expect(await pagesWith(SCOPES)).toEqual([
		{
			name: 'Acme Corp (Administrator)',
			value: PAGE_URN,
			description: `https://www.linkedin.com/company/${PAGE}`,
		},
	]);
});
