import type { INodeParameters } from 'n8n-workflow';

import { runNode } from '../../engine/run';
import { api, connect, run, simulateForEachTest } from './connectedRun';
import { ACCOUNT, adsApp } from './resources/ads/connection';

/** What becomes part of a path stays in its segment: no input leads to another resource. */

simulateForEachTest();

test.each(['a/b', 'a?b=c', 'a#b', 'a\\b', 'a b', 'ä', '%2F', '..a', 'a..', '...', 'a,b', '(a:b)', "''"])(
	'the key %s of an API call arrives as one segment',
	async (key) => {
		await run(
			{
				resource: 'api',
				operation: 'call',
				method: 'GET',
				path: '/rest/posts/{post}',
				keys: JSON.stringify({ post: key }),
			},
			connect(),
		);
		const [{ url }] = api();
		const segments = url.split('/');
		expect(segments.slice(0, 3)).toEqual(['', 'rest', 'posts']);
		expect(segments).toHaveLength(4);
		expect(decodeURIComponent(segments[3])).toBe(key);
	},
);

test.each(['/rest/posts/urn%3Ali%3Ashare%3A1', '/rest/x/%C3%A4%20b', '/rest/x/100%25', '/rest/x/(a:b),c;d'])(
	'the path %s of an API call arrives as it is',
	async (path) => {
		await run({ resource: 'api', operation: 'call', method: 'GET', path }, connect());
		expect(api().map(({ url }) => url)).toEqual([path]);
	},
);

const TYPED = [
	'..',
	'../../oauth/v2/introspectToken',
	'%2e%2e/x',
	'a/../../b',
	'a?b#c',
	'..;/x',
	'{a}',
	'__proto__',
];
const id = (value: string) => ({ __rl: true, mode: 'id', value });

const COMMUNITY: Array<(typed: string) => INodeParameters> = [
	(typed) => ({ resource: 'organization', operation: 'get', page: id(typed) }),
	(typed) => ({ resource: 'media', operation: 'get', media: typed }),
	(typed) => ({ resource: 'post', operation: 'get', post: typed }),
	(typed) => ({ resource: 'post', operation: 'delete', post: typed }),
	(typed) => ({ resource: 'comment', operation: 'get', comment: typed }),
	(typed) => ({ resource: 'comment', operation: 'create', targetPost: typed, actor: 'me', text: 'Hi' }),
	(typed) => ({ resource: 'reaction', operation: 'getMany', entity: typed }),
	(typed) => ({ resource: 'engagement', operation: 'get', entities: typed }),
];
const ADS: Array<(typed: string) => INodeParameters> = [
	(typed) => ({ resource: 'adAccount', operation: 'get', account: id(typed) }),
	(typed) => ({ resource: 'campaign', operation: 'get', account: ACCOUNT, campaign: id(typed) }),
	(typed) => ({ resource: 'creative', operation: 'get', account: ACCOUNT, creative: id(typed) }),
	(typed) => ({ resource: 'conversion', operation: 'get', account: ACCOUNT, conversion: id(typed) }),
	(typed) => ({ resource: 'leadForm', operation: 'get', leadForms: typed }),
	(typed) => ({ resource: 'leadResponse', operation: 'get', leads: typed }),
];

const rows = [
	...COMMUNITY.map((parameters) => ({ node: 'linkedInCommunity', parameters })),
	...ADS.map((parameters) => ({ node: 'linkedInAds', parameters })),
].map((row) => ({ ...row, name: JSON.stringify(row.parameters('…')) }));

test.each(rows)('$name stays at its resource', async ({ node, parameters }) => {
	for (const typed of TYPED) {
		const credentials = node === 'linkedInAds' ? connect(adsApp) : connect();
		const { error, outputs } = await runNode({
			node,
			parameters: { authentication: 'oAuth2', ...parameters(typed) },
			credentials,
			onError: 'continueErrorOutput',
		});
		const said = JSON.stringify([outputs, error?.message]);
		expect(said).not.toMatch(/did not expect|Cannot read|is not a function|undefined/);
	}
	for (const { url } of api()) {
		const path = new URL(url, 'http://127.0.0.1').pathname;
		expect(path).toMatch(/^\/(rest|v2)\/\w+/);
		expect(decodeURIComponent(path)).not.toMatch(/(^|\/)\.\.?($|[/;])/);
	}
});
