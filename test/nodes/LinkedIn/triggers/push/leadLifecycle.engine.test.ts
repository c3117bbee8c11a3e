import { COMMUNITY_SCOPES } from '../../../../engine/connection';
import { adsApp } from '../../resources/ads/connection';
import {
	ACCOUNT,
	applicationOf,
	leadTrigger,
	PAGE,
	PARTNER,
	simulateForEachTest,
	simulator,
	until,
} from './startPushTrigger';

/** What publishing and unpublishing do at LinkedIn for leads (docs.leads). */

simulateForEachTest();

const OTHER = 'https://other.example/hook';
const leadSubscriptions = () => [...simulator.state.ads.leads.subscriptions.values()];
const validate = (url: string) =>
	simulator.state.webhooks.addresses.passed('ads-app', url, simulator.clock.now());

describe('a subscription that could not be removed is removed when the workflow is published', () => {
	const pageActivity = { subject: 'pageActivity', pages: [PAGE], applicationId: '' };
	const both = { app: PARTNER, scopes: [...COMMUNITY_SCOPES, ...adsApp.scopes] };
	const ofPages = () => simulator.state.webhooks.subscriptions.all();
	const failing = { match: { method: 'DELETE' }, effect: { status: 503 } };

	test('for leads instead of page activity, and the other way round', async () => {
		const pages = { ...pageActivity, applicationId: applicationOf(PARTNER) };
		const leads = { subject: 'leads', owners: ACCOUNT };
		const harness = await leadTrigger(pages, both);
		simulator.state.webhooks.addresses.passed(PARTNER, harness.url, simulator.clock.now());
		await harness.publish(pages);
		expect([ofPages().length, leadSubscriptions().length]).toEqual([1, 0]);
		simulator.faults.add(failing);
		await harness.unpublish();
		expect(ofPages()).toHaveLength(1);
		await harness.publish(leads);
		expect([ofPages().length, leadSubscriptions().length]).toEqual([0, 1]);
		simulator.faults.add(failing);
		await harness.unpublish();
		expect(leadSubscriptions()).toHaveLength(1);
		await harness.publish(pages);
		expect([ofPages().length, leadSubscriptions().length]).toEqual([1, 0]);
	});
});

describe('leads', () => {
	test('are subscribed to per owner and type, never twice', async () => {
		const harness = await leadTrigger({ owners: `${ACCOUNT}, ${PAGE}` });
		validate(harness.url);
		await harness.publish();
		const types = ['COMPANY', 'EVENT', 'ORGANIZATION_PRODUCT', 'SPONSORED'];
		expect(
			leadSubscriptions()
				.map(({ leadType }) => leadType)
				.sort(),
		).toEqual(types);
		harness.crash();
		await harness.restart();
		await harness.publish();
		expect(leadSubscriptions()).toHaveLength(4);
		await harness.unpublish();
		expect(leadSubscriptions()).toEqual([]);
	});

	test("somebody else's subscription stays, beside ours", async () => {
		const harness = await leadTrigger();
		validate(harness.url);
		const other = {
			webhook: OTHER,
			owner: { sponsoredAccount: ACCOUNT },
			leadType: 'SPONSORED',
			app: 'ads-app',
			member: 'ada',
		};
		simulator.state.ads.leads.subscribe(other as never);
		await harness.publish();
		expect(leadSubscriptions().map(({ webhook }) => webhook)).toEqual([OTHER, harness.url]);
		await harness.unpublish();
		expect(leadSubscriptions().map(({ webhook }) => webhook)).toEqual([OTHER]);
	});

	test('of an address that LinkedIn does not know are subscribed to by its first challenge', async () => {
		const harness = await leadTrigger();
		await harness.publish();
		expect(leadSubscriptions()).toEqual([]);
		await simulator.portal.register(harness.url, 'ads-app');
		await until(() => leadSubscriptions().length > 0);
		expect(leadSubscriptions()).toHaveLength(1);
	});
});
