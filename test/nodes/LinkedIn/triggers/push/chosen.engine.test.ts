import type { INodeParameters } from 'n8n-workflow';

import {
	applicationOf,
	followed,
	itemsIn,
	leadTrigger,
	PAGE,
	PARTNER,
	push,
	send,
	settle,
	signed,
	simulateForEachTest,
	simulator,
	until,
	ACCOUNT,
} from './startPushTrigger';

/** What is chosen, and since when. */

simulateForEachTest();

const OTHER_PAGE = 'urn:li:organization:5583111';
const STRANGER = 'urn:li:person:p1';
const pageSettings = (more: INodeParameters): INodeParameters => ({
	subject: 'pageActivity',
	pages: [PAGE],
	applicationId: applicationOf(PARTNER),
	...more,
});
/** LinkedIn says its time in whole seconds. */
const aSecond = async () => await new Promise((resolve) => setTimeout(resolve, 1_100));

test.each<[string, INodeParameters, string]>([
	['an event', { events: ['newComment', 'newReaction'] }, 'newReaction'],
	['own activity', { includeOwn: true }, 'newComment'],
])('%s that is chosen later is not pulled from before', async (_what, more, event) => {
	const harness = await followed();
	const { urn, activity } = simulator.state.addPost({ author: PAGE, text: 'x' });
	const happen = (actor: string) => {
		simulator.state.addComment({ post: urn, actor: 'ada', text: 'mine' });
		simulator.state.reactions.set({ actor, entity: activity, type: 'LIKE' });
	};
	happen('urn:li:person:p2');
	await aSecond();
	await harness.publish(pageSettings(more));
	await aSecond();
	happen(STRANGER);
	harness.crash();
	await harness.restart();
	await aSecond();
	await simulator.portal.revalidate();
	await until(() => harness.started.length > 0);
	await settle();
	expect(itemsIn(harness).map((item) => item.event)).toEqual([event]);
});

test.each([
	['an hour before', 3_600_000, []],
	['since', 0, ['newReaction']],
])('an event that is chosen later, and delivered late, from %s', async (_when, agoMs, events) => {
	const harness = await followed();
	await harness.publish(pageSettings({ events: ['newComment', 'newReaction'] }));
	await settle();
	const lastModifiedAt = Date.now() - agoMs;
	const one = { notificationId: 2, action: 'LIKE', sourcePost: 'urn:li:activity:1', lastModifiedAt };
	const body = JSON.stringify({ notifications: [one] });
	expect((await send(harness.url, body, signed(body))).status).toBe(200);
	await settle();
	expect(itemsIn(harness).map(({ event }) => event)).toEqual(events);
});

test.each([
	['an hour before', 3_600_000, 0],
	['since', 0, 1],
])('what is delivered of a page that is chosen later, from %s', async (_when, agoMs, count) => {
	simulator.state.setRole('ada', OTHER_PAGE, 'ADMINISTRATOR');
	const rightNow = Date.now;
	const aWeekAgo = jest.spyOn(Date, 'now').mockImplementation(() => rightNow() - 7 * 86_400_000);
	const harness = await followed({ events: ['newReaction'] });
	aWeekAgo.mockRestore();
	await harness.publish(pageSettings({ pages: [PAGE, OTHER_PAGE], events: ['newReaction'] }));
	await settle();
	const one = {
		notificationId: 2,
		organizationalEntity: OTHER_PAGE,
		action: 'LIKE',
		sourcePost: 'urn:li:activity:1',
		lastModifiedAt: Date.now() - agoMs,
	};
	const body = JSON.stringify({ notifications: [one] });
	expect((await send(harness.url, body, signed(body))).status).toBe(200);
	await settle();
	expect(itemsIn(harness)).toHaveLength(count);
});

test('a test lead from before they were included is not pulled', async () => {
	simulator.state.testLeadsAmongReal = true;
	const harness = await leadTrigger();
	simulator.state.webhooks.addresses.passed('ads-app', harness.url, simulator.clock.now());
	await harness.publish();
	const { leads } = simulator.state.ads;
	const owner = { sponsoredAccount: ACCOUNT };
	const form = leads.addForm({ owner });
	const submit = (email: string) => leads.submit({ form, answers: { Email: email }, testLead: true });
	submit('before@example.com');
	await aSecond();
	await harness.publish({ subject: 'leads', owners: ACCOUNT, includeTestLeads: true });
	await aSecond();
	submit('after@example.com');
	harness.crash();
	await harness.restart();
	await aSecond();
	await fetch(`${harness.url}?challengeCode=890e4665-4dfe-4ab1-b689-ed553bceeed0`);
	await until(() => harness.started.length > 0);
	await settle();
	expect(itemsIn(harness).map(({ fields }) => fields)).toEqual([{ EMAIL: 'after@example.com' }]);
});

describe('of two pages, a delivery that names none', () => {
	const notice = (owner: string, postOwner: string | null, action = 'COMMENT') => ({
		notificationId: 7,
		action,
		lastModifiedAt: Date.now(),
		sourcePost: 'urn:li:activity:7094637247890620418',
		generatedActivity: 'urn:li:comment:(activity:7094637247890620418,7094977717598625792)',
		...(postOwner !== null && { decoratedSourcePost: { owner: postOwner } }),
		decoratedGeneratedActivity: { comment: { owner, text: 'Hi' } },
	});

	test.each<[string, ReturnType<typeof notice>, object[]]>([
		['is of the one that wrote the post', notice(STRANGER, OTHER_PAGE), [{ page: { urn: OTHER_PAGE } }]],
		['is left out if one of them did it', notice(OTHER_PAGE, null), []],
		['is left out if the page itself did it', notice(OTHER_PAGE, OTHER_PAGE), []],
		[
			'is not of one that was only mentioned by it',
			notice(STRANGER, OTHER_PAGE, 'SHARE_MENTION'),
			[{ page: null }],
		],
		['is kept without a page', notice(STRANGER, STRANGER), [{ page: null }]],
		[
			'is one page on the post of the other',
			notice(PAGE, OTHER_PAGE),
			[{ page: { urn: OTHER_PAGE }, actor: { isPage: false } }],
		],
	])('%s', async (_what, one, items) => {
		simulator.state.setRole('ada', OTHER_PAGE, 'ADMINISTRATOR');
		const harness = await followed({ pages: [PAGE, OTHER_PAGE], events: ['newComment', 'newMention'] });
		const body = JSON.stringify({ notifications: [one] });
		await send(harness.url, body, signed(body));
		await until(() => harness.started.length > 0);
		await settle();
		expect(itemsIn(harness)).toMatchObject(items);
		expect(itemsIn(harness)).toHaveLength(items.length);
		await push();
	});
});
