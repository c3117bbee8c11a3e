import type { INodeParameters } from 'n8n-workflow';

import { connectTo, type ConnectionOptions } from '../../engine/connection';
import type { HarnessCredential } from '../../engine/credentials';
import { faults } from '../../simulator';
import {
	ACME,
	at,
	callers,
	here,
	inTurn,
	ME,
	runItems,
	simulateTwoForEachTest,
	there,
	tokenOfItem,
} from './itemConnections';

/** Memories belong to credential, host and member, and stay when n8n renews the token. */

simulateTwoForEachTest();

const LIST: INodeParameters = { resource: 'post', operation: 'getMany', author: ACME };
const CREATE: INodeParameters = {
	resource: 'post',
	operation: 'create',
	author: ACME,
	text: '={{ $json.text }}',
};
const LIST_ENDPOINT = 'FINDER /rest/posts';
const CREATE_ENDPOINT = 'CREATE /rest/posts';
let credentials = 0;

/** An OAuth2 credential with its own name. */
const oAuth = (options: ConnectionOptions = {}): HarnessCredential => ({
	...connectTo(here, options),
	name: `remembered ${(credentials += 1)}`,
});

/** The same credential, connected by somebody else. */
function connectAnew(credential: HarnessCredential, options: ConnectionOptions): void {
	credential.data.oauthTokenData = connectTo(here, options).data.oauthTokenData;
}

const run = async (parameters: INodeParameters, credential: HarnessCredential, count = 1) =>
	await runItems({ ...parameters, authentication: 'oAuth2' }, inTurn(count), {
		credentials: credential,
		onError: 'continueRegularOutput',
	});

const calls = (path: RegExp) => here.requests.filter(({ url }) => path.test(url));
const renewals = () => calls(/^\/oauth\/v2\/accessToken/);

describe('a quota that is spent', () => {
	test('of one member holds for that member alone', async () => {
		here.state.quotas.limit(CREATE_ENDPOINT, { member: 2 });
		const [ada, bob] = [at(here, 'ada'), at(here, 'bob')];
		const items = inTurn(6, [ada, ada, ada, ada, bob, bob]);
		const { outputs } = await runItems(CREATE, items, { onError: 'continueRegularOutput' });
		expect(callers(here)).toEqual(['ada 201', 'ada 201', 'ada 429', 'bob 201', 'bob 201']);
		expect(outputs[0].map(({ json }) => json.error !== undefined)).toEqual([
			false,
			false,
			true,
			true,
			false,
			false,
		]);
	});

	test('of one member is another matter when another one connects the credential', async () => {
		here.state.quotas.limit(LIST_ENDPOINT, { member: 1 });
		const credential = oAuth();
		await run(LIST, credential, 3);
		connectAnew(credential, { member: 'bob' });
		await run(LIST, credential);
		expect(callers(here).at(-1)).toBe('bob 200');
		expect(callers(here).filter((caller) => caller === 'bob 200')).toHaveLength(1);
	});

	test('of the application holds for all its members, at its host', async () => {
		const app = 'app of two members';
		for (const { state } of [here, there]) {
			state.addApp({
				clientId: app,
				clientSecret: 'secret',
				products: ['communityManagement'],
				redirectUris: [/./],
			});
		}
		here.state.quotas.limit(CREATE_ENDPOINT, { application: 1 });
		const credential = oAuth({ app });
		await run(CREATE, credential, 2);
		expect(callers(here)).toEqual(['ada 201', 'ada 429']);
		connectAnew(credential, { app, member: 'bob' });
		const { outputs } = await run(CREATE, credential);
		expect(outputs[0][0].json.error).toMatch(/daily quota/);
		expect(callers(here)).toHaveLength(2);

		credential.data = connectTo(there, { app }).data;
		await run(CREATE, credential);
		expect(callers(there)).toEqual(['ada 201']);
	});
});

describe('a version that ended', () => {
	const versions = ({ requests }: typeof here) => requests.map(({ version }) => version);
	const pinned = (version: string) => tokenOfItem({ version: 'custom', customVersion: version });

	test('is left behind for one host in the same run, and remembered', async () => {
		here.state.versions.end('202602');
		const credential = pinned('202602');
		const ways = [at(here, 'ada'), at(there, 'ada')];
		const { outputs } = await runItems(CREATE, inTurn(6, ways), { credentials: credential });
		const said = outputs[0].map(({ json }) => json.notice);
		expect(said[0]).toMatch(/switched to 202609/);
		expect(said.slice(2)).toEqual([undefined, undefined, undefined, undefined]);
		expect(versions(here)).toEqual(['202602', '202609', '202609', '202609']);
		expect(versions(there)).toEqual(['202602', '202602', '202602']);
		await runItems(CREATE, [{ ...ways[0], text: 'Later' }], { credentials: credential });
		expect(versions(here).at(-1)).toBe('202609');
	});

	test('is told on the first item of each connection', async () => {
		for (const { state } of [here, there]) state.versions.end('202602');
		const ways = [at(here, 'ada'), at(there, 'ada')];
		const { outputs } = await runItems(CREATE, inTurn(4, ways), { credentials: pinned('202602') });
		const movedOn = expect.stringMatching(/switched to 202609/);
		expect(outputs[0].map(({ json }) => json.notice)).toEqual([movedOn, movedOn, undefined, undefined]);
	});

	test('and its successor that one host does not know are tried at another one', async () => {
		for (const { state } of [here, there]) state.versions.end('202602');
		here.state.versions.end('202609');
		const credential = pinned('202602');
		await runItems(LIST, inTurn(1, [at(here, 'ada')]), { credentials: credential });
		const { error } = await runItems(LIST, inTurn(1, [at(there, 'ada')]), { credentials: credential });
		expect(error).toBeUndefined();
		expect(versions(there)).toEqual(['202602', '202609']);
	});

	test('says nothing of the pin that the user chooses after it', async () => {
		here.state.versions.end('202602');
		const credential = pinned('202602');
		const ada = at(here, 'ada');
		await runItems(LIST, [ada], { credentials: credential });
		credential.data.customVersion = '202608';
		await runItems(LIST, [ada], { credentials: credential });
		expect(versions(here)).toEqual(['202602', '202609', '202608']);
	});
});

describe('a token that n8n renews', () => {
	const renew = async (credential: HarnessCredential) => {
		const { access_token: token } = credential.data.oauthTokenData as unknown as { access_token: string };
		here.state.tokens.revoke(token);
		const before = renewals().length;
		await run({ ...LIST, author: { ...ACME, value: '5583111' } }, credential);
		expect(renewals()).toHaveLength(before + 1);
	};

	test.each([
		['with an id_token', { scopes: ['openid', 'profile', 'w_member_social', 'r_organization_social'] }, 0],
		['without one', { scopes: ['r_basicprofile', 'w_member_social', 'r_organization_social'] }, 1],
	])('%s leaves Me known', async (_what, options, expected) => {
		const credential = oAuth(options);
		const post = { ...CREATE, author: ME };
		await run(post, credential);
		await renew(credential);
		const { outputs } = await run({ ...post, text: 'Once more' }, credential);
		expect(outputs[0][0].json.error).toBeUndefined();
		expect(calls(/^\/v2\/(me|userinfo)/)).toHaveLength(expected);
	});

	test('leaves a quota spent', async () => {
		here.state.quotas.limit(CREATE_ENDPOINT, { member: 1 });
		const credential = oAuth();
		await run(CREATE, credential, 2);
		await renew(credential);
		const before = here.requests.length;
		const { outputs } = await run(CREATE, credential);
		expect(outputs[0][0].json.error).toMatch(/daily quota/);
		expect(here.requests).toHaveLength(before);
	});

	test('leaves the lanes as they are: reads with the old and the new one are four at once together', async () => {
		here.faults.add(faults.slow(80, { times: Infinity }));
		const credential = oAuth();
		let most = 0;
		const watch = setInterval(() => {
			most = Math.max(most, here.requests.filter(({ status }) => status === 0).length);
		}, 2);
		const first = run(LIST, credential, 12);
		await new Promise((resolve) => setTimeout(resolve, 150));
		const stored = credential.data.oauthTokenData as unknown as Record<string, string>;
		const app = here.state.apps.get('suite-app');
		const renewed = app && here.state.tokens.renew(stored.refresh_token, app);
		Object.assign(stored, { access_token: renewed?.accessToken });
		await Promise.all([first, run(LIST, credential, 12)]);
		clearInterval(watch);
		expect(callers(here)).toEqual(Array.from({ length: 24 }, () => 'ada 200'));
		expect(most).toBe(4);
	});
});
