import type { INodeParameters } from 'n8n-workflow';

import { COMMUNITY_SCOPES } from '../../../../engine/connection';
import type { WebhookHarness } from '../../../../engine/webhook';
import {
	itemsIn,
	PAGE,
	pageTrigger,
	PARTNER,
	push,
	settle,
	simulateForEachTest,
	simulator,
	textsIn,
	until,
} from './startPushTrigger';

/** What publishing and unpublishing do at LinkedIn (docs.notifications). */

simulateForEachTest();

const subscriptions = () => simulator.state.webhooks.subscriptions.all();
const puts = () => simulator.requests.filter(({ method }) => method === 'PUT').length;
const said = ({ logs }: WebhookHarness) =>
	logs()
		.map(({ message }) => message)
		.join('\n');
const OTHER = 'https://other.example/hook';
const OTHER_PAGE = 'urn:li:organization:5583111';

const keyOf = (entity = PAGE) => ({
	developerApplication: `urn:li:developerApplication:${simulator.state.apps.get(PARTNER)?.applicationId}`,
	user: simulator.state.member('ada').urn,
	entity,
	eventType: 'ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS',
});
const subscribeTo = (webhook: string, lastsMs = 90 * 86_400_000) =>
	simulator.state.webhooks.subscriptions.put(keyOf(), { app: PARTNER, webhook, lastsMs });
/** As if it had been registered before. */
const validate = (url: string) =>
	simulator.state.webhooks.addresses.passed(PARTNER, url, simulator.clock.now());

describe('publishing', () => {
	test.each(['argument', 'field', 'forbidden', 'missing', 'unprocessable'] as const)(
		'succeeds where LinkedIn does not know the address (%s), says what to do, and its first challenge subscribes',
		async (webhookRefusal) => {
			simulator.state.webhookRefusal = webhookRefusal;
			const harness = await pageTrigger();
			await harness.publish();
			expect(subscriptions()).toEqual([]);
			expect(said(harness)).toMatch(/Add it under Webhooks of your app/);
			await simulator.portal.register(harness.url, PARTNER);
			await until(() => subscriptions().length > 0);
			expect(subscriptions()).toMatchObject([{ entity: PAGE, webhook: harness.url }]);
		},
	);

	test.each([200, 201, 204] as const)('takes %i for success', async (status) => {
		simulator.state.eventSubscriptionPutStatus = status;
		const harness = await pageTrigger();
		validate(harness.url);
		await harness.publish();
		expect(subscriptions()).toMatchObject([{ webhook: harness.url }]);
	});

	test('subscribes to each page, and changes nothing that is as it should be', async () => {
		simulator.state.setRole('ada', OTHER_PAGE, 'ADMINISTRATOR');
		const harness = await pageTrigger({ pages: [PAGE, OTHER_PAGE] });
		validate(harness.url);
		await harness.publish();
		expect(subscriptions().map(({ entity }) => entity)).toEqual([PAGE, OTHER_PAGE]);
		await harness.publish();
		expect(puts()).toBe(2);
	});

	test('over another address fails and names it, and leaves it alone', async () => {
		subscribeTo(OTHER);
		const harness = await pageTrigger();
		validate(harness.url);
		await expect(harness.publish()).rejects.toMatchObject({
			message: `LinkedIn already sends the activity of ${PAGE} to ${OTHER}`,
		});
		expect(subscriptions()).toMatchObject([{ webhook: OTHER }]);
	});

	test('that fails for one page leaves no subscription to another', async () => {
		simulator.state.setRole('ada', OTHER_PAGE, 'ADMINISTRATOR');
		const harness = await pageTrigger({ pages: [OTHER_PAGE, PAGE] });
		subscribeTo(OTHER);
		validate(harness.url);
		await expect(harness.publish()).rejects.toThrow(OTHER);
		expect(subscriptions()).toMatchObject([{ webhook: OTHER }]);
	});

	test('renews one that ends soon', async () => {
		const harness = await pageTrigger();
		validate(harness.url);
		subscribeTo(harness.url, 3_600_000);
		await harness.publish();
		expect(puts()).toBe(1);
	});

	test.each([
		['milliseconds', 1],
		['seconds', 1_000],
	])('takes the end of a subscription in %s', async (_what, unit) => {
		const harness = await pageTrigger();
		validate(harness.url);
		const expiresAt = Math.floor((Date.now() + 90 * 86_400_000) / unit);
		const match = { path: /eventSubscriptions/, method: 'GET' };
		simulator.faults.add({
			match,
			times: 1,
			effect: { status: 200, body: { webhook: harness.url, expiresAt } },
		});
		await harness.publish();
		expect(puts()).toBe(0);
	});

	test('where LinkedIn fails leaves it to the next challenge', async () => {
		const harness = await pageTrigger();
		validate(harness.url);
		simulator.faults.add({ match: { path: /eventSubscriptions/ }, times: 1, effect: { status: 503 } });
		await harness.publish();
		expect([subscriptions(), said(harness)]).toEqual([[], expect.stringMatching(/Not subscribed yet/)]);
		await simulator.portal.revalidate();
		await until(() => subscriptions().length > 0);
		expect(subscriptions()).toHaveLength(1);
	});

	test.each<[string, INodeParameters, object, RegExp]>([
		['without the role', { pages: [OTHER_PAGE] }, { member: 'bob' }, /isn't allowed|can't|not allowed/i],
		[
			'without the scope',
			{},
			{ scopes: COMMUNITY_SCOPES.filter((one) => one !== 'rw_organization_admin') },
			/lacks the scope rw_organization_admin/,
		],
		['without an approved app', { applicationId: '' }, {}, /Application ID is empty/],
		['with the client ID', { applicationId: 'partner-app' }, {}, /"partner-app" is not an application ID/],
		["with another app's number", { applicationId: '1' }, {}, /isn't allowed|is not the application/],
		['without a page', { pages: [] }, {}, /No page is chosen/],
		[
			'with a page by its name',
			{ pages: ['https://www.linkedin.com/company/acme'] },
			{},
			/doesn't contain the number/,
		],
		['with an event that LinkedIn does not push', { events: ['newPost'] }, {}, /Trigger On is "newPost"/],
		[
			'with a policy that turns comments off',
			{},
			{ fields: { accessPolicy: 'table', accessTable: { rows: [{ area: 'leads', access: 'full' }] } } },
			/doesn't allow On Page Activity/,
		],
	])('%s fails with one clear error', async (_what, parameters, more, message) => {
		const harness = await pageTrigger(parameters, more);
		validate(harness.url);
		await expect(harness.publish()).rejects.toThrow(message);
		expect(subscriptions()).toEqual([]);
	});

	test('works with a credential that may only read', async () => {
		const harness = await pageTrigger({}, { fields: { accessPolicy: 'readOnly' } });
		validate(harness.url);
		await harness.publish();
		expect(subscriptions()).toHaveLength(1);
	});
});

describe('unpublishing', () => {
	const published = async () => {
		const harness = await pageTrigger();
		validate(harness.url);
		await harness.publish();
		return harness;
	};

	test('removes the subscription', async () => {
		const harness = await published();
		await harness.unpublish();
		expect(subscriptions()).toEqual([]);
	});

	test('ends the tries of a challenge', async () => {
		const harness = await pageTrigger({}, {}, [300]);
		await harness.publish();
		await fetch(`${harness.url}?challengeCode=890e4665-4dfe-4ab1-b689-ed553bceeed0`);
		await settle();
		await harness.unpublish();
		validate(harness.url);
		await new Promise((resolve) => setTimeout(resolve, 600));
		expect(subscriptions()).toEqual([]);
	});

	test('leaves one that sends elsewhere by now', async () => {
		const harness = await published();
		subscribeTo(OTHER);
		await harness.unpublish();
		expect(subscriptions()).toMatchObject([{ webhook: OTHER }]);
	});

	test('is done if there is none any more', async () => {
		const harness = await published();
		simulator.state.webhooks.subscriptions.remove(subscriptions()[0]);
		await harness.unpublish();
		expect(harness.logs().filter(({ message }) => /removed/.test(message))).toEqual([]);
	});

	test('where LinkedIn fails is said, and not in the way', async () => {
		const harness = await published();
		simulator.faults.add({ match: { path: /eventSubscriptions/ }, times: 1, effect: { status: 503 } });
		await harness.unpublish();
		expect(said(harness)).toMatch(/wasn't removed/);
	});

	test('and publishing again follows on, with what happened meanwhile', async () => {
		const harness = await published();
		const { urn } = simulator.state.addPost({ author: PAGE, text: 'x' });
		simulator.state.addComment({ post: urn, actor: 'cleo', text: 'one' });
		await push();
		await until(() => harness.started.length > 0);
		await harness.unpublish();
		simulator.state.addComment({ post: urn, actor: 'cleo', text: 'two' });
		await harness.publish();
		simulator.state.addComment({ post: urn, actor: 'cleo', text: 'three' });
		await push();
		await until(() => harness.started.length > 1);
		await simulator.portal.revalidate();
		await settle();
		expect(textsIn(harness)).toEqual(expect.arrayContaining(['one', 'three']));
		harness.crash();
		await harness.restart();
		await simulator.portal.revalidate();
		await until(() => itemsIn(harness).length > 2);
		await settle();
		expect(textsIn(harness).sort()).toEqual(['one', 'three', 'two']);
	});

	test('a changed choice of pages removes what is no longer wanted', async () => {
		simulator.state.setRole('ada', OTHER_PAGE, 'ADMINISTRATOR');
		const harness = await pageTrigger({ pages: [PAGE, OTHER_PAGE] });
		validate(harness.url);
		await harness.publish();
		await harness.publish({
			subject: 'pageActivity',
			pages: [OTHER_PAGE],
			applicationId: simulator.state.apps.get(PARTNER)?.applicationId ?? '',
		});
		expect(subscriptions().map(({ entity }) => entity)).toEqual([OTHER_PAGE]);
	});
});

describe('a challenge', () => {
	test('subscribes again what LinkedIn has removed', async () => {
		const harness = await pageTrigger();
		validate(harness.url);
		await harness.publish();
		simulator.state.webhooks.subscriptions.remove(subscriptions()[0]);
		const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 7 * 3_600_000);
		await simulator.portal.revalidate();
		await until(() => subscriptions().length > 0);
		now.mockRestore();
		expect(subscriptions()).toHaveLength(1);
	});
});
