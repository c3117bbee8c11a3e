import type { INodeListSearchResult, INodeParameters } from 'n8n-workflow';

import { connectTo } from '../../../../engine/connection';
import { readLogs } from '../../../../engine/host';
import { listError, listSearch } from '../../../../engine/options';
import { faults, startSimulator, type Simulator } from '../../../../simulator';
import { twoAudiences } from '../../resources/ads/audience/audiences';
import { adsApp } from '../../resources/ads/connection';
import { withLeads } from '../../resources/ads/leadForm/leads';

/** The pickers of audiences and lead forms, through n8n's own LoadOptionsContext (docs.leads, docs.audiences). */

const ACCOUNT = 'urn:li:sponsoredAccount:507404993';
const OTHER = 'urn:li:sponsoredAccount:510426150';
const PAGE = 'urn:li:organization:2414183';

let simulator: Simulator;
let lists = 0;

beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

interface Typed {
	node?: string;
	filter?: string;
	paginationToken?: string;
	parameters?: INodeParameters;
	scopes?: string[];
}

async function open(method: string, typed: Typed = {}): Promise<INodeListSearchResult> {
	const { node = 'linkedInAds', parameters, scopes = adsApp.scopes, ...rest } = typed;
	return await listSearch({
		node,
		method,
		...rest,
		parameters: { authentication: 'oAuth2', resource: 'leadForm', operation: 'get', ...parameters },
		credentials: { ...connectTo(simulator, { ...adsApp, scopes }), name: `owned ${(lists += 1)}` },
	});
}

const namesOf = ({ results }: INodeListSearchResult) => results.map(({ name }) => name);
const valuesOf = ({ results }: INodeListSearchResult) => results.map(({ value }) => value);
const callsOf = (path: string) => simulator.requests.filter(({ url }) => url.startsWith(path)).length;

describe('audiences', () => {
	test('of all ad accounts of the member, by name, state and account', async () => {
		twoAudiences(simulator);
		const { id } = simulator.state.ads.audiences.add({ account: OTHER, name: 'Buyers' });
		const { results } = await open('searchAudiences');
		expect(results).toEqual(
			expect.arrayContaining([
				{ name: expect.stringMatching(/^CRM \(Building, Acme.*, 9001\)$/), value: '9001' },
				{ name: expect.stringMatching(/^Buyers \(/), value: String(id) },
			]),
		);
		expect(results).toHaveLength(3);
	});

	test.each([
		[' crm', ['9001']],
		['9002', ['9002']],
		['nothing like it', []],
	])('by what is typed: "%s"', async (filter, values) => {
		twoAudiences(simulator);
		expect(valuesOf(await open('searchAudiences', { filter }))).toEqual(values);
	});

	test('more than a page go on from the token, each once', async () => {
		for (let made = 0; made < 130; made += 1) simulator.state.ads.audiences.add({ account: ACCOUNT });
		const found: unknown[] = [];
		let token: string | undefined;
		for (let turn = 0; turn === 0 || token !== undefined; turn += 1) {
			const result = await open('searchAudiences', { paginationToken: token });
			found.push(...valuesOf(result));
			token = result.paginationToken as string | undefined;
		}
		expect([found.length, new Set(found).size]).toEqual([130, 130]);
		expect(callsOf('/rest/adAccounts?')).toBe(1);
	});

	test('of an account that is refused are left out, and the log says why', async () => {
		twoAudiences(simulator);
		simulator.faults.add(faults.accessDenied({ match: { path: /dmpSegments.*510426150/ } }));
		const logs = readLogs();
		expect(valuesOf(await open('searchAudiences'))).toEqual(['9001', '9002']);
		expect(
			logs()
				.map(({ message }) => message)
				.join(),
		).toMatch(/^Audiences: Audiences of .* could not be listed/);
	});

	test('that are refused altogether are an error, with its way out', async () => {
		simulator.faults.add(faults.accessDenied({ match: { path: /dmpSegments/ }, times: Infinity }));
		expect(await listError(open('searchAudiences'))).toEqual({
			message: expect.stringMatching(/^Audiences could not be listed: This connection isn't allowed/),
			description: expect.stringMatching(/./),
			httpCode: '403',
		});
	});

	test('without a scope that lists ad accounts are an error, without a call', async () => {
		expect(await listError(open('searchAudiences', { scopes: ['rw_dmp_segments'] }))).toMatchObject({
			message: expect.stringMatching(/needs your ad accounts.* r_ads/),
			description: expect.stringMatching(/By ID/),
		});
		expect(simulator.requests).toEqual([]);
	});
});

describe('lead forms', () => {
	test('of all ad accounts of the member, and of the pages that show leads', async () => {
		withLeads(simulator);
		const result = await open('searchLeadForms');
		expect(result.results).toEqual([
			{
				name: expect.stringMatching(/^Newsletter \(Published, Acme.*, 7234246\)$/),
				value: 'urn:li:leadGenForm:7234246',
			},
			{
				name: 'Contact us (Published, Acme Corp, 7234999)',
				value: 'urn:li:leadGenForm:7234999',
			},
		]);
		expect(result.paginationToken).toBeUndefined();
	});

	const locator = (value: string) => ({ __rl: true, mode: 'list', value });
	test.each<[string, string, INodeParameters, string[]]>([
		['the owner', 'linkedInAds', { owner: locator(PAGE) }, ['7234999']],
		['the account', 'linkedInAds', { account: locator(ACCOUNT) }, ['7234246']],
		[
			'an owner by number',
			'linkedInAds',
			{ owner: { __rl: true, mode: 'id', value: '507404993' } },
			['7234246'],
		],
		['the owners of the trigger', 'linkedInAdsTrigger', { owners: locator(PAGE) }, ['7234999']],
		[
			'several owners of the trigger',
			'linkedInAdsTrigger',
			{ owners: `${PAGE}, ${ACCOUNT}` },
			['7234999', '7234246'],
		],
	])('of %s that is chosen alone', async (_name, node, parameters, ids) => {
		withLeads(simulator);
		const urns = ids.map((id) => `urn:li:leadGenForm:${id}`);
		expect(valuesOf(await open('searchLeadForms', { node, parameters }))).toEqual(urns);
		expect(callsOf('/rest/adAccounts')).toBe(0);
	});

	test('of all, where the owner comes from an expression', async () => {
		withLeads(simulator);
		const owner = { __rl: true, mode: 'id', value: '={{ $json.owner }}' };
		expect(namesOf(await open('searchLeadForms', { parameters: { owner } }))).toHaveLength(2);
	});

	test.each([
		['NEWS', ['urn:li:leadGenForm:7234246']],
		['7234999', ['urn:li:leadGenForm:7234999']],
	])('by what is typed: "%s"', async (filter, values) => {
		withLeads(simulator);
		expect(valuesOf(await open('searchLeadForms', { filter }))).toEqual(values);
	});

	test('ten a page where LinkedIn refuses a hundred', async () => {
		withLeads(simulator);
		const body = { status: 400, code: 'INVALID_PARAM', message: 'count is too large' };
		simulator.faults.add({ match: { path: /count=100/ }, times: Infinity, effect: { status: 400, body } });
		const owner = locator(ACCOUNT);
		expect(valuesOf(await open('searchLeadForms', { parameters: { owner } }))).toEqual([
			'urn:li:leadGenForm:7234246',
		]);
	});

	test('that are refused are an error that says why', async () => {
		simulator.faults.add(faults.accessDenied({ match: { path: /leadForms/ }, times: Infinity }));
		expect((await listError(open('searchLeadForms'))).message).toMatch(
			/^Lead forms could not be listed: This connection isn't allowed/,
		);
	});
});

test('the trigger lists who can own leads', async () => {
	const result = await open('searchLeadOwners', { node: 'linkedInAdsTrigger' });
	expect(valuesOf(result)).toEqual(expect.arrayContaining([ACCOUNT, PAGE]));
});
