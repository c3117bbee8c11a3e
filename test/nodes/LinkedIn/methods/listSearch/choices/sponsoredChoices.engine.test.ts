import type { INodeListSearchResult, INodeParameters } from 'n8n-workflow';

import { connectTo } from '../../../../../engine/connection';
import { readLogs } from '../../../../../engine/host';
import { listError, listSearch } from '../../../../../engine/options';
import { faults, startSimulator, type Simulator } from '../../../../../simulator';
import { adsApp } from '../../../resources/ads/connection';

/**
 * The pickers for an ad account's contents, through n8n's own LoadOptionsContext (docs.adAccounts, docs.campaignGroups,
 * docs.campaigns, docs.creatives, docs.conversions).
 */

const ACCOUNT = '507404993';
const OTHER = '510426150';

let simulator: Simulator;
let lists = 0;

beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

interface Typed {
	filter?: string;
	paginationToken?: string;
	parameters?: INodeParameters;
}

async function open(method: string, { parameters, ...typed }: Typed = {}): Promise<INodeListSearchResult> {
	return await listSearch({
		node: 'linkedInAds',
		method,
		...typed,
		parameters: {
			authentication: 'oAuth2',
			resource: 'campaign',
			operation: 'get',
			account: { __rl: true, mode: 'list', value: `urn:li:sponsoredAccount:${ACCOUNT}` },
			...parameters,
		},
		credentials: { ...connectTo(simulator, adsApp), name: `pickers ${(lists += 1)}` },
	});
}

const namesOf = ({ results }: INodeListSearchResult) => results.map(({ name }) => name);

interface Picker {
	method: string;
	/** Creates one of them in an account. @returns its number */
	add: (account: string, name: string) => number;
	urn: string;
	/** In a Campaign Manager address. */
	segment: string;
}

const PICKERS: Picker[] = [
	{
		method: 'searchCampaignGroups',
		add: (account, name) => simulator.state.ads.addGroup(account, { name }).id,
		urn: 'urn:li:sponsoredCampaignGroup',
		segment: 'campaign-groups',
	},
	{
		method: 'searchCampaigns',
		add: (account, name) => simulator.state.ads.addCampaign(account, { name }).id,
		urn: 'urn:li:sponsoredCampaign',
		segment: 'campaigns',
	},
	{
		method: 'searchConversions',
		add: (account, name) =>
			simulator.state.ads.conversions.add({ account: `urn:li:sponsoredAccount:${account}`, name }).id,
		urn: 'urn:lla:llaPartnerConversion',
		segment: 'conversions',
	},
];

describe.each(PICKERS)('$method', ({ method, add, urn, segment }) => {
	test('what stands under the chosen account, by name or number, with its address', async () => {
		const spring = add(ACCOUNT, 'Spring');
		const autumn = add(ACCOUNT, 'Autumn');
		add(OTHER, 'Spring of others');
		const entry = {
			name: expect.stringMatching(new RegExp(`^Spring \\(.*${spring}\\)$`)),
			value: `${urn}:${spring}`,
			url: `https://www.linkedin.com/campaignmanager/accounts/${ACCOUNT}/${segment}/${spring}`,
		};
		expect((await open(method, { filter: ' sPRing' })).results).toEqual([entry]);
		const all = (await open(method)).results.map(({ value }) => value);
		expect(all).toEqual(expect.arrayContaining([`${urn}:${spring}`, `${urn}:${autumn}`]));
		expect((await open(method, { filter: String(autumn) })).results).toHaveLength(1);
	});

	test('without an account it says so, without a call', async () => {
		const list = open(method, { parameters: { account: { __rl: true, mode: 'list', value: '' } } });
		expect(await listError(list)).toMatchObject({
			message: expect.stringContaining('choose an Account first'),
			description: 'Choose one from the list.',
		});
		expect(simulator.requests).toEqual([]);
	});

	test('a refusal is an error that says why, and the way out', async () => {
		simulator.faults.add(faults.accessDenied());
		expect(await listError(open(method))).toEqual({
			message: expect.stringMatching(/could not be listed: This connection isn't allowed/),
			description: expect.stringMatching(/./),
			httpCode: '403',
		});
	});
});

test('ad accounts with status and currency, test accounts marked', async () => {
	expect(namesOf(await open('searchAdAccounts', { filter: 'acme' }))).toEqual(
		expect.arrayContaining([expect.stringMatching(/^Acme.*\(Active, [A-Z]{3}, 507404993\)$/)]),
	);
	expect(namesOf(await open('searchAdAccounts', { filter: 'test' })).join()).toMatch(/, Test, \d+\)/);
});

test('creatives of the chosen account by number', async () => {
	const { ads } = simulator.state;
	const campaign = `urn:li:sponsoredCampaign:${ads.addCampaign(ACCOUNT).id}`;
	const { id } = ads.addCreative(ACCOUNT, { campaign });
	const number = String(id).replace(/^.*:/, '');
	const { results } = await open('searchCreatives', { filter: number });
	expect(results.map(({ value }) => value)).toEqual([`urn:li:sponsoredCreative:${number}`]);
});

describe('owners of leads', () => {
	const owners = async () => (await open('searchLeadOwners')).results.map(({ value }) => value);
	const pages = async () => (await owners()).filter((urn) => String(urn).startsWith('urn:li:organization:'));

	test('are ad accounts and pages', async () => {
		expect(await owners()).toEqual(
			expect.arrayContaining([`urn:li:sponsoredAccount:${ACCOUNT}`, 'urn:li:organization:2414183']),
		);
	});

	test('are pages only where the role shows leads', async () => {
		expect(await pages()).toEqual(['urn:li:organization:2414183']);
		simulator.state.setRole('ada', '5583111', 'LEAD_CAPTURE_ADMINISTRATOR');
		expect(await pages()).toEqual(['urn:li:organization:2414183', 'urn:li:organization:5583111']);
	});
});

describe('owners of leads, of a connection that may list only one kind', () => {
	const LEADS = 'r_marketing_leadgen_automation';
	const openWith = async (scopes: string[]) =>
		await listSearch({
			node: 'linkedInAds',
			method: 'searchLeadOwners',
			parameters: { authentication: 'oAuth2', resource: 'leadForm', operation: 'getMany' },
			credentials: { ...connectTo(simulator, { ...adsApp, scopes }), name: `owners ${(lists += 1)}` },
		});

	test.each([
		['r_ads', /^urn:li:sponsoredAccount:/, /r_organization_admin/],
		['rw_organization_admin', /^urn:li:organization:/, /r_ads/],
	])('%s: the other kind is left out, and the log says why', async (scope, urns, lacking) => {
		const logs = readLogs();
		const { results } = await openWith([LEADS, scope]);
		expect(results.length).toBeGreaterThan(0);
		for (const { value } of results) expect(value).toMatch(urns);
		expect(logs().at(-1)?.message).toMatch(lacking);
	});

	test('neither is an error', async () => {
		expect((await listError(openWith([LEADS]))).message).toMatch(
			/^Ad accounts and pages could not be listed: .*r_ads/,
		);
		expect(simulator.requests).toEqual([]);
	});

	test('a refusal of either is an error', async () => {
		simulator.faults.add(faults.accessDenied({ match: { path: /organizationAcls/ } }));
		expect((await listError(open('searchLeadOwners'))).message).toMatch(
			/could not be listed: This connection isn't allowed/,
		);
	});
});

describe('owners of leads, more than a page of ad accounts', () => {
	/** Two pages of ad accounts, the second one by token. */
	const twoPages = () => {
		const account = (id: number) => ({ id, name: `Account ${id}`, status: 'ACTIVE' });
		const page = (first: number, count: number, nextPageToken: string | null) => ({
			body: () => ({
				elements: Array.from({ length: count }, (_, index) => account(first + index)),
				metadata: { nextPageToken },
			}),
		});
		const path = /^\/rest\/adAccounts\?/;
		simulator.faults.add({ match: { path }, effect: 'pass', spoils: page(1000, 30, 'second') });
		simulator.faults.add({
			match: { path: /pageToken=second/ },
			effect: { status: 200, body: page(2000, 5, null).body() },
		});
	};

	test('are listed on from the token, and the pages once', async () => {
		twoPages();
		const first = await open('searchLeadOwners');
		expect(first.paginationToken).toBe('second');
		expect(first.results.map(({ value }) => value)).toContain('urn:li:organization:2414183');
		const second = await open('searchLeadOwners', { paginationToken: 'second' });
		expect(second.results.map(({ value }) => value)).toEqual(
			Array.from({ length: 5 }, (_, index) => `urn:li:sponsoredAccount:${2000 + index}`),
		);
		expect(second.paginationToken).toBeUndefined();
	});
});

describe('a picker whose list turns in circles says so in the log, and does not ask on', () => {
	test.each(['searchCampaigns', 'searchLeadOwners'])('%s: the same token again', async (method) => {
		PICKERS[1].add(ACCOUNT, 'Spring');
		simulator.state.listManners = [{ path: /^\/rest\/adAccounts(\/\d+\/adCampaigns)?\?/, sameToken: true }];
		const logs = readLogs();
		const { results, paginationToken } = await open(method, { paginationToken: 'the-same-token' });
		expect(results.map(({ value }) => value)).not.toContain('');
		expect(logs().at(-1)?.message).toMatch(/sent the same entries again/);
		expect(paginationToken).toBeUndefined();
		expect(simulator.requests.length).toBeLessThan(3);
	});

	test('searchConversions: the same page again', async () => {
		for (let made = 0; made < 150; made += 1) PICKERS[2].add(ACCOUNT, 'Bought');
		simulator.state.listManners = [{ ignoresPlace: true }];
		const logs = readLogs();
		const first = await open('searchConversions');
		const second = await open('searchConversions', { paginationToken: first.paginationToken as string });
		expect(second).toEqual({ results: [], paginationToken: undefined });
		expect(logs().at(-1)?.message).toMatch(/^Conversions: LinkedIn sent the same entries again/);
	});

	test('searchConversions: a next link to itself', async () => {
		for (let made = 0; made < 150; made += 1) PICKERS[2].add(ACCOUNT, 'Bought');
		simulator.state.listManners = [{ links: 'toItself', total: 'none' }];
		const logs = readLogs();
		const { results, paginationToken } = await open('searchConversions');
		expect(results).toHaveLength(100);
		expect(logs().at(-1)?.message).toMatch(/^Conversions: LinkedIn sent the same entries again/);
		expect(paginationToken).toBeUndefined();
	});
});

describe('a name that stands on a later page', () => {
	const rules = (count: number, name: string) => {
		for (let made = 0; made < count; made += 1) PICKERS[2].add(ACCOUNT, name);
	};
	const asked = () => simulator.requests.filter(({ url }) => url.startsWith('/rest/conversions')).length;

	test('is found, beside one on the first, as the editor asks on only where it can scroll', async () => {
		PICKERS[2].add(ACCOUNT, 'Bought early');
		rules(250, 'Other');
		PICKERS[2].add(ACCOUNT, 'Bought late');
		expect(namesOf(await open('searchConversions', { filter: 'bought' }))).toHaveLength(2);
		expect(asked()).toBe(3);
	});

	test('is not looked for where the first page fills the list', async () => {
		rules(250, 'Bought');
		expect(namesOf(await open('searchConversions', { filter: 'bought' }))).toHaveLength(100);
		expect(asked()).toBe(1);
	});

	test('is looked for on five pages, and then on from the token', async () => {
		rules(520, 'Other');
		PICKERS[2].add(ACCOUNT, 'Bought');
		const first = await open('searchConversions', { filter: 'bought' });
		expect([first.results, asked()]).toEqual([[], 5]);
		const next = await open('searchConversions', {
			filter: 'bought',
			paginationToken: first.paginationToken as string,
		});
		expect(namesOf(next)).toHaveLength(1);
	});
});

describe.each(PICKERS)('an odd element in $method', ({ method, add, urn }) => {
	test('is left out and said in the log; the others are listed', async () => {
		const id = add(ACCOUNT, 'Spring');
		const { results: plain } = await open(method);
		const rewrite = (body: unknown) => {
			const page = body as { elements: object[] };
			const odd = page.elements.map((one) => ({ ...one, name: null, status: 5, currency: [], test: 'x' }));
			return { ...page, elements: [null, { id: null }, ...odd, 'x', []], metadata: null };
		};
		simulator.faults.add({ match: {}, effect: 'pass', spoils: { body: rewrite } });
		const logs = readLogs();
		const { results } = await open(method);
		expect(plain.map(({ value }) => value)).toContain(`${urn}:${id}`);
		expect(results.map(({ value }) => value)).toEqual(plain.map(({ value }) => value));
		expect(logs().at(-1)?.message).toMatch(/: 4 of \d elements could not be read and were left out: /);
	});
});
