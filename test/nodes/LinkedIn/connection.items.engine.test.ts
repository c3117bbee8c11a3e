import type { INodeParameters } from 'n8n-workflow';

import { inMemory } from '../../engine/files';
import { faults } from '../../simulator';
import { samplePng } from '../../simulator/sampleMedia';
import {
	ACME,
	at,
	callers,
	here,
	inTurn,
	kindsOfCallers,
	ME,
	posted,
	runItems,
	simulateTwoForEachTest,
	there,
	tokenOfItem,
} from './itemConnections';
import { adsApp } from './resources/ads/connection';
import { withRule } from './resources/ads/conversionEvent/events';

/** Fields of a credential may be expressions: each item gets the token and host that they return for it. */

simulateTwoForEachTest();

const LIST: INodeParameters = { resource: 'post', operation: 'getMany', author: ACME };
const CREATE: INodeParameters = {
	resource: 'post',
	operation: 'create',
	author: ACME,
	text: '={{ $json.text }}',
};
const IMAGE: INodeParameters = {
	...CREATE,
	contentType: 'image',
	media: 'data',
	additionalFields: { waitUntilReady: false },
};
const EIGHT = 8;

describe.each(['stopWorkflow', 'continueRegularOutput'] as const)('with %s', (onError) => {
	test.each([
		['reads', LIST, ['ada 200'], ['bob 200']],
		['writes', CREATE, ['ada 201'], ['bob 201']],
	])('%s: a token goes to the host of its item alone', async (_what, parameters, ours, theirs) => {
		const { error } = await runItems(parameters, inTurn(EIGHT), { onError });
		expect(error).toBeUndefined();
		expect([kindsOfCallers(here), kindsOfCallers(there)]).toEqual([ours, theirs]);
		expect([here.requests, there.requests].map(({ length }) => length)).toEqual([EIGHT / 2, EIGHT / 2]);
	});

	test('uploads: one file of two members is uploaded once for each', async () => {
		const binary = inMemory({ data: { bytes: samplePng(), fileName: 'a.png', mimeType: 'image/png' } });
		const items = inTurn(4).map((json) => ({ json, binary }));
		const { error } = await runItems(IMAGE, items, { onError });
		expect(error).toBeUndefined();
		expect([here, there].map(({ uploads }) => uploads.map(({ status }) => status))).toEqual([[201], [201]]);
		expect([kindsOfCallers(here), kindsOfCallers(there)]).toEqual([
			['ada 200', 'ada 201'],
			['bob 200', 'bob 201'],
		]);
		expect([posted(here).length, posted(there).length]).toEqual([2, 2]);
	});

	test('Me is who the item says', async () => {
		const { error } = await runItems(
			{ ...CREATE, author: ME },
			inTurn(EIGHT, [at(here, 'ada'), at(here, 'bob')]),
			{ onError },
		);
		expect(error).toBeUndefined();
		const author = (index: number) => here.state.member(index % 2 === 0 ? 'ada' : 'bob').urn;
		expect(posted(here).sort()).toEqual(
			Array.from({ length: EIGHT }, (_, index) => `${author(index)} Number ${index}`).sort(),
		);
	});
});

test('a host or token that is wrong for one item is wrong for that item alone', async () => {
	const items = inTurn(4, [at(here, 'ada')]);
	items[1].host = 'http://example.com';
	items[2].token = 'AQX-nobody';
	const { outputs } = await runItems(CREATE, items, { onError: 'continueRegularOutput' });
	expect(outputs[0].map(({ json }) => json.error)).toEqual([
		undefined,
		'"http://example.com" can\'t be used as API Host',
		expect.stringMatching(/token/),
		undefined,
	]);
	expect(callers(here).filter((caller) => caller === 'ada 201')).toHaveLength(2);
	expect(posted(here)).toHaveLength(2);
});

test('events that go together are those of one connection', async () => {
	withRule(here);
	withRule(there);
	there.state.ads.accounts.setRole('507404993', 'bob', 'ACCOUNT_MANAGER');
	const ways = [at(here, 'ada', adsApp.scopes), at(there, 'bob', adsApp.scopes)];
	const { error } = await runItems(
		{
			resource: 'conversionEvent',
			operation: 'send',
			conversion: '14488340',
			eventId: '={{ $json.text }}',
			user: { liFatId: '={{ $json.text }}' },
		},
		inTurn(EIGHT, ways),
		{ node: 'linkedInAds' },
	);
	expect(error).toBeUndefined();
	const received = [here, there].map(({ state }) =>
		state.ads.conversions.events.map(({ eventId }) => eventId),
	);
	const numbers = (from: number) =>
		Array.from({ length: EIGHT / 2 }, (_, index) => `Number ${from + index * 2}`);
	expect(received).toEqual([numbers(0), numbers(1)]);
	expect([here.requests, there.requests].map(({ length }) => length)).toEqual([1, 1]);
});

test('members have lanes of their own, and share none', async () => {
	here.faults.add(faults.slow(60, { times: Infinity }));
	const mostInFlight: Record<string, number> = {};
	const log = here.requests;
	const watch = setInterval(() => {
		const open = log.filter(({ status }) => status === 0);
		for (const who of ['ada', 'bob', 'both']) {
			const count = open.filter(({ member }) => who === 'both' || member === who).length;
			mostInFlight[who] = Math.max(mostInFlight[who] ?? 0, count);
		}
	}, 2);
	await runItems(LIST, inTurn(32, [at(here, 'ada'), at(here, 'bob')]));
	clearInterval(watch);
	expect(mostInFlight).toMatchObject({ ada: 4, bob: 4 });
	expect(mostInFlight.both).toBeGreaterThan(4);
});

test('an item with one call costs one reading of the credential', async () => {
	const credential = tokenOfItem();
	await runItems(LIST, inTurn(EIGHT), { credentials: credential });
	// And one for the run, by n8n itself.
	expect(credential.readings).toBe(EIGHT + 1);
});

describe('a credential that is changed while an item is being worked on', () => {
	const listAll: INodeParameters = { ...LIST, returnAll: true, options: {} };
	const manyPosts = () => {
		for (let index = 0; index < 150; index += 1) {
			here.state.addPost({ author: ACME.value, text: `Post ${index}`, createdAt: 1_790_000_000_000 + index });
		}
	};
	const runWith = async (change: object) => {
		manyPosts();
		const ada = at(here, 'ada');
		const credential = tokenOfItem({ accessToken: ada.token, apiHost: ada.host });
		here.faults.add(faults.slow(300));
		const running = runItems(listAll, [{}], { credentials: credential });
		setTimeout(() => Object.assign(credential.data, change), 150);
		return await running;
	};

	test('to another host: the new token does not go to the old one', async () => {
		const bob = at(there, 'bob');
		const { error } = await runWith({ accessToken: bob.token, apiHost: bob.host });
		expect(error?.message).toBe('The credential was changed while this item was running');
		expect(callers(here)).toEqual(['ada 200']);
		expect(there.requests).toEqual([]);
	});

	test.each([
		[
			'a host that is none',
			{ apiHost: 'http://example.com' },
			'"http://example.com" can\'t be used as API Host',
		],
		['no token', { accessToken: '' }, 'The access token is empty'],
	])('to %s: it says so', async (_what, change, message) => {
		const { error } = await runWith(change);
		expect(error?.message).toBe(message);
		expect(callers(here)).toEqual(['ada 200']);
	});

	test('to another token for the same host: it continues with that', async () => {
		const { error, outputs } = await runWith({ accessToken: at(here, 'bob').token });
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(150);
		expect(callers(here)).toEqual(['ada 200', 'bob 200']);
	});
});
