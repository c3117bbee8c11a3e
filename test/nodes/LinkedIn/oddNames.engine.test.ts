import type { INodeParameters } from 'n8n-workflow';

import { runNode } from '../../engine/run';
import { connect, run, simulateForEachTest, simulator } from './connectedRun';
import { ACCOUNT, adsApp } from './resources/ads/connection';

/** Names that every JavaScript object has are ordinary text, wherever they come from. */

simulateForEachTest();

const ODD = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype'];
const ACME = { __rl: true, mode: 'id', value: '2414183' };
const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** JavaScript's own messages. */
const OF_CODE =
	/native code|\[object |Cannot (read|convert|set)|is not (a function|iterable|a constructor)|did not expect|undefined|NaN/;

const COMMUNITY: Array<[string, (odd: string) => INodeParameters]> = [
	[
		'Call to Action',
		(odd) => post({ additionalFields: { callToAction: odd, landingPage: 'https://a.example' } }),
	],
	[
		'a facet of Targeting',
		(odd) => post({ additionalFields: { targeting: { facet: [{ name: odd, values: '1' }] } } }),
	],
	[
		'a value of Targeting',
		(odd) => post({ additionalFields: { targeting: { facet: [{ name: 'industries', values: odd }] } } }),
	],
	['Author', (odd) => ({ resource: 'post', operation: 'create', author: byId(odd), text: 'Hi' })],
	['Post', (odd) => ({ resource: 'post', operation: 'get', post: odd })],
	['Comment', (odd) => ({ resource: 'comment', operation: 'get', comment: odd })],
	['Entities', (odd) => ({ resource: 'engagement', operation: 'get', entities: odd })],
	['Media', (odd) => ({ resource: 'media', operation: 'get', media: odd })],
	['Page', (odd) => ({ resource: 'organization', operation: 'get', page: byId(odd) })],
	['a link', (odd) => ({ resource: 'post', operation: 'get', post: `https://www.linkedin.com/${odd}` })],
	[
		'Reaction',
		(odd) => ({
			resource: 'reaction',
			operation: 'create',
			entity: 'urn:li:share:1',
			reactor: 'me',
			reactionType: `={{ "${odd}" }}`,
		}),
	],
	['Recipients', (odd) => ({ resource: 'message', operation: 'send', recipients: odd, text: 'Hi' })],
	['members of a query', (odd) => call({ query: `{"q":"author","${odd}":"x"}` })],
	['members of a body', (odd) => call({ method: 'CREATE', body: `{"${odd}":{"x":1}}` })],
	['Method', (odd) => call({ method: `={{ "${odd}" }}` })],
];
const ADS: Array<[string, (odd: string) => INodeParameters]> = [
	['Further Metrics', (odd) => report({ additionalFields: { furtherMetrics: odd }, furtherMetrics: odd })],
	['Metrics', (odd) => report({ metrics: `={{ ["${odd}"] }}` })],
	['Metric Sets', (odd) => report({ metricSets: `={{ ["${odd}"] }}` })],
	['Pivots', (odd) => report({ pivots: `={{ ["${odd}"] }}` })],
	['Period', (odd) => report({ period: `={{ "${odd}" }}` })],
	['Account', (odd) => ({ resource: 'adAccount', operation: 'get', account: byId(odd) })],
	['Leads', (odd) => ({ resource: 'leadResponse', operation: 'get', leads: odd })],
	['Lead Forms', (odd) => ({ resource: 'leadForm', operation: 'get', leadForms: odd })],
	[
		'members of Content',
		(odd) => ({
			resource: 'creative',
			operation: 'create',
			account: ACCOUNT,
			campaign: byId('1'),
			contentType: 'json',
			content: `{"${odd}":{}}`,
		}),
	],
];

function post(more: INodeParameters): INodeParameters {
	return { resource: 'post', operation: 'create', author: ACME, text: 'Hi', ...more };
}
function call(more: INodeParameters): INodeParameters {
	return { resource: 'api', operation: 'call', method: 'FINDER', path: '/rest/posts', ...more };
}
function report(more: INodeParameters): INodeParameters {
	return { resource: 'report', operation: 'get', account: ACCOUNT, ...more };
}

const ROWS = [
	...COMMUNITY.map(([name, parameters]) => ({ node: 'linkedInCommunity', name, parameters })),
	...ADS.map(([name, parameters]) => ({ node: 'linkedInAds', name: `Ads: ${name}`, parameters })),
];

test.each(ROWS)('$name', async ({ node, parameters }) => {
	for (const odd of ODD) {
		const { outputs, error } = await runNode({
			node,
			parameters: { authentication: 'oAuth2', ...parameters(odd) },
			credentials: connect(node === 'linkedInAds' ? adsApp : {}),
			onError: 'continueErrorOutput',
		});
		expect(`${odd}: ${JSON.stringify(outputs)} ${error?.message}`.replace(/undefined$/, '')).not.toMatch(
			OF_CODE,
		);
	}
});

test.each(ODD)('a body member %s arrives as it was typed', async (odd) => {
	await run(call({ method: 'CREATE', body: `{"${odd}":{"x":1}}` }), connect());
	expect(simulator.requests.at(-1)?.body).toBe(`{"${odd}":{"x":1}}`);
});

test.each(ODD)('a query member %s arrives as it was typed', async (odd) => {
	await run(call({ query: `{"${odd}":{"${odd}":"x"}}` }), connect());
	expect(simulator.requests.at(-1)?.url).toContain(`${odd}=(${odd}:x)`);
});

test.each(ODD)(
	'what LinkedIn names %s comes out as it is, and its code leads to no odd advice',
	async (odd) => {
		const element = JSON.parse(
			`{"id":"urn:li:share:1","${odd}":{"x":1},"lifecycleState":"${odd}"}`,
		) as object;
		simulator.faults.add({
			match: { path: /posts/ },
			effect: { status: 200, body: { elements: [element] } },
		});
		const { outputs } = await run(call({}), connect());
		expect(JSON.stringify(outputs[0][0].json)).toBe(JSON.stringify(element));
		simulator.faults.add({
			match: { path: /posts/ },
			effect: { status: 400, body: { code: odd, message: odd } },
		});
		const { error } = await run(call({}), connect());
		expect(`${error?.message} ${error?.description}`).not.toMatch(OF_CODE);
	},
);
