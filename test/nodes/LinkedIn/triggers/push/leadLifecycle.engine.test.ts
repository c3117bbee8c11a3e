import { ACCOUNT, leadTrigger, PAGE, simulateForEachTest, simulator, until } from './startPushTrigger';

/** What publishing and unpublishing do at LinkedIn for leads (docs.leads). */

simulateForEachTest();

const OTHER = 'https://other.example/hook';
const leadSubscriptions = () => [...simulator.state.ads.leads.subscriptions.values()];
const validate = (url: string) =>
	simulator.state.webhooks.addresses.passed('ads-app', url, simulator.clock.now());

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
