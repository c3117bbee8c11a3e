import { join } from 'path';

import { createTable } from '../host/dataTable';
import type { WorkflowFile } from '../host/rest';
import { until } from '../host/until';
import { type World, startWorld } from '../host/world';
import { connectAds } from './adsApp';

/** The ads nodes in a real n8n, with an app that has the advertising products. */

const LIFECYCLE = join(__dirname, 'workflows', 'ads-lifecycle.json');
const CONVERSIONS = join(__dirname, 'workflows', 'conversions-from-rows.json');
const EXAMPLES = join(__dirname, '..', '..', 'examples');
/** n8n polls at a random second of every minute, so there are up to two minutes between two polls. */
const NEXT_POLL_WITHIN_MS = 150_000;

jest.setTimeout(600_000);

let world: World;
let ads: World['credential'];

beforeAll(async () => {
	world = await startWorld({ tarball: process.env.SUITE_TARBALL, say: () => undefined });
	ads = await connectAds(world);
});
afterAll(async () => await world?.close());

/** Chooses the ads app's connection in our nodes. */
function overAds({ nodes }: WorkflowFile): void {
	for (const node of nodes.filter(({ type }) => type.startsWith('n8n-nodes-linkedin-suite.'))) {
		node.credentials = { [ads.type]: { id: ads.id, name: ads.name } };
	}
}

it('goes from an ad account over group, campaign and creative to a report, and cleans up', async () => {
	const { state } = world.simulator;
	const before = state.ads.accounts.all().length;
	const id = await world.importWorkflow(LIFECYCLE, overAds);
	const run = await world.rest.run(id, 'Manual');
	expect(run.error).toBeUndefined();
	for (const made of ['Account', 'Group', 'Campaign', 'Creative']) {
		expect(run.items(made)).toMatchObject([
			{ created: true, urn: expect.stringMatching(/^urn:li:sponsored/) },
		]);
	}
	expect(run.items('Report')).toHaveLength(1);
	for (const gone of ['Delete creative', 'Delete campaign', 'Delete group', 'Delete account']) {
		expect(run.items(gone)).toMatchObject([{ deleted: true }]);
	}
	expect(state.ads.accounts.all()).toHaveLength(before);
});

it('sends the rows of a sheet as conversion events, in one call', async () => {
	const { conversions } = world.simulator.state.ads;
	const { id: rule } = conversions.add({ account: 'urn:li:sponsoredAccount:507404993', name: 'Bought' });
	const id = await world.importWorkflow(CONVERSIONS, (file) => {
		overAds(file);
		const send = file.nodes.find(({ name }) => name === 'Send')!;
		send.parameters.conversion = { __rl: true, mode: 'id', value: String(rule) };
	});
	const before = conversions.events.length;
	const run = await world.rest.run(id, 'Manual');
	expect(run.error).toBeUndefined();
	expect(run.items('Send')).toMatchObject([
		{ index: 0, sent: true, eventId: 'order 1', batch: { events: 2, calls: 1 } },
		{ index: 1, sent: false, reason: 'Email must be an email address' },
		{ index: 2, sent: true, eventId: 'order 3' },
	]);
	expect(conversions.events.slice(before)).toMatchObject([
		{ conversionValue: { currencyCode: 'EUR', amount: '149.90' } },
		{ eventId: 'order 3' },
	]);
});

it('takes a new lead from the trigger to the next node', async () => {
	const { leads } = world.simulator.state.ads;
	const form = leads.addForm({
		owner: { sponsoredAccount: 'urn:li:sponsoredAccount:507404993' },
		name: 'Newsletter',
	});
	const { id: table } = await createTable(world.rest, 'Leads', {
		string: ['name', 'email', 'form', 'submittedAt'],
	});
	const workflow = await world.importWorkflow(join(EXAMPLES, 'new-lead-to-a-list.json'), (file) => {
		overAds(file);
		for (const { type, parameters } of file.nodes) {
			if (type.endsWith('linkedInAdsTrigger')) parameters.maxCallsADay = 1_000_000;
			if (type.endsWith('dataTable')) parameters.dataTableId = { __rl: true, mode: 'id', value: table };
		}
	});
	await world.rest.publish(workflow);
	leads.submit({
		form,
		answers: { 'First name': 'Ada', 'Last name': 'Okafor', Email: 'ada@example.com' },
	});
	const contacts = await until(NEXT_POLL_WITHIN_MS, 'No lead came', async () => {
		const found = (await world.rest.executions(workflow)).flatMap((one) => one.items('List'));
		return found.length > 0 ? found : undefined;
	});
	expect(contacts).toMatchObject([{ name: 'Ada Okafor', email: 'ada@example.com', form: 'Newsletter' }]);
});

it('runs the weekly report of the examples', async () => {
	world.simulator.state.ads.reports.fill({ account: '507404993', creatives: 3 });
	const id = await world.importWorkflow(join(EXAMPLES, 'report-on-my-ads-every-week.json'), (file) => {
		overAds(file);
		const report = file.nodes.find(({ type }) => type === 'n8n-nodes-linkedin-suite.linkedInAds')!;
		report.parameters.account = { __rl: true, mode: 'id', value: '507404993' };
		const start = file.nodes.find(({ type }) => type === 'n8n-nodes-base.scheduleTrigger')!;
		Object.assign(start, { type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} });
	});
	const run = await world.rest.run(id, 'Every Monday');
	expect(run.error).toBeUndefined();
	expect(JSON.stringify(run.items('A line for each campaign'))).toMatch(/impressions/);
});

it('offers ad accounts by name, and the campaigns of the chosen one', async () => {
	const choices = async (
		method: string,
		path: string,
		parameters: Record<string, unknown>,
		filter?: string,
	) =>
		await world.rest.list({
			kind: 'listSearch',
			method,
			path: `parameters.${path}`,
			filter,
			node: {
				type: 'n8n-nodes-linkedin-suite.linkedInAds',
				typeVersion: 1,
				parameters: { authentication: 'oAuth2', resource: 'campaign', operation: 'get', ...parameters },
				credentials: { [ads.type]: { id: ads.id, name: ads.name } },
			},
		});
	const accounts = await choices('searchAdAccounts', 'account', {}, 'acme');
	const account = accounts.find(({ value }) => value === 'urn:li:sponsoredAccount:507404993');
	expect(account?.name).toMatch(/^Acme/);

	const { ads: known } = world.simulator.state;
	const mine = known.addCampaign('507404993', { name: 'Spring' });
	const other = known.addCampaign('510426150', { name: 'Autumn' });
	const chosen = { account: { __rl: true, mode: 'list', value: account?.value } };
	const offered = (await choices('searchCampaigns', 'campaign', chosen)).map(({ value }) => value);
	expect(offered).toContain(`urn:li:sponsoredCampaign:${mine.id}`);
	expect(offered).not.toContain(`urn:li:sponsoredCampaign:${other.id}`);
});
