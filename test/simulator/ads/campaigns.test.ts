import { NOW, startAtNow } from '../wire';
import { ACCOUNT, ACCOUNT_URN, adsClient, restli, VIEWED } from './wire';
import type { Simulator } from '../index';

let simulator: Simulator;
let ads: ReturnType<typeof adsClient>;
let group: number;
beforeEach(async () => {
	simulator = await startAtNow();
	ads = adsClient(simulator);
	group = simulator.state.ads.addGroup(ACCOUNT, { name: 'Q4' }).id;
});
afterEach(async () => simulator.close());

const GROUPS = `/rest/adAccounts/${ACCOUNT}/adCampaignGroups`;
const CAMPAIGNS = `/rest/adAccounts/${ACCOUNT}/adCampaigns`;
const usd = (amount: string) => ({ amount, currencyCode: 'USD' });
const DAY_MS = 86_400_000;

const newGroup = (more = {}) => ({
	account: ACCOUNT_URN,
	name: 'Spring',
	runSchedule: { start: NOW + DAY_MS },
	status: 'DRAFT',
	...more,
});

const or = (facets: Record<string, string[]>) => ({
	or: Object.fromEntries(
		Object.entries(facets).map(([facet, urns]) => [`urn:li:adTargetingFacet:${facet}`, urns]),
	),
});
const toLocation = or({ locations: ['urn:li:geo:103644278'] });
const targeting = (...and: object[]) => ({ include: { and: [toLocation, ...and] } });

const newCampaign = (more = {}) => ({
	account: ACCOUNT_URN,
	campaignGroup: `urn:li:sponsoredCampaignGroup:${group}`,
	name: 'Campaign A',
	type: 'SPONSORED_UPDATES',
	associatedEntity: 'urn:li:organization:2414183',
	costType: 'CPM',
	unitCost: usd('15'),
	dailyBudget: usd('50'),
	locale: { country: 'US', language: 'en' },
	objectiveType: 'BRAND_AWARENESS',
	offsiteDeliveryEnabled: false,
	politicalIntent: 'NOT_POLITICAL',
	runSchedule: { start: NOW + DAY_MS },
	status: 'PAUSED',
	targetingCriteria: targeting(),
	...more,
});

const post = (path: string, body: unknown, method?: string) =>
	ads({ method: 'POST', path, body, headers: method ? restli(method) : {} });
const patch = (path: string, set: object) => post(path, { patch: { $set: set } }, 'PARTIAL_UPDATE');
const made = async (path: string, body: unknown) => String((await post(path, body)).headers['x-restli-id']);

describe('campaign groups (ads §2)', () => {
	it('are created, read, searched, changed and deleted as drafts', async () => {
		const id = await made(GROUPS, newGroup());
		expect((await ads({ path: `${GROUPS}/${id}` })).json).toMatchObject({
			id: Number(id),
			name: 'Spring',
			status: 'DRAFT',
			backfilled: false,
			test: false,
		});
		const search = await ads({ path: `${GROUPS}?q=search&search=(status:(values:List(DRAFT)))` });
		expect(search.json.elements.map((one: { id: number }) => String(one.id))).toEqual([id]);
		expect((await ads({ path: `${GROUPS}?ids=List(${id},1)` })).json).toMatchObject({
			results: { [id]: { name: 'Spring' } },
			errors: { 1: { status: 404 } },
		});
		expect((await patch(`${GROUPS}/${id}`, { name: 'Autumn' })).status).toBe(204);
		expect((await ads({ method: 'DELETE', path: `${GROUPS}/${id}` })).status).toBe(204);
		expect((await ads({ path: `${GROUPS}/${id}` })).status).toBe(404);
		const active = await ads({ method: 'DELETE', path: `${GROUPS}/${group}` });
		expect(active.json.code).toBe('DELETE_ALLOWED_ONLY_FOR_DRAFT_STATUS');
	});

	it.each<[string, object, string]>([
		['without a start', { runSchedule: {} }, 'MISSING_FIELD'],
		[
			'with an end before the start',
			{ runSchedule: { start: NOW + 2 * DAY_MS, end: NOW + DAY_MS } },
			'START_DATE_AFTER_END_DATE',
		],
		['with a total budget and no end', { totalBudget: usd('500') }, 'MISSING_FIELD'],
		[
			'in another currency',
			{
				totalBudget: { amount: '500', currencyCode: 'EUR' },
				runSchedule: { start: NOW + 1, end: NOW + 9 * DAY_MS },
			},
			'CURRENCY_MISMATCH',
		],
		[
			'with an amount that is a number',
			{ totalBudget: { amount: 500, currencyCode: 'USD' } },
			'INVALID_VALUE_FOR_FIELD',
		],
		['with a daily budget alone', { dailyBudget: usd('50') }, 'MISSING_FIELD'],
		['paused', { status: 'PAUSED' }, 'INVALID_VALUE_FOR_FIELD'],
		['with a name over 100 characters', { name: 'x'.repeat(101) }, 'FIELD_LENGTH_TOO_LONG'],
		['with test', { test: true }, 'FIELD_NOT_ALLOWED'],
	])('are not created %s', async (_what, more, code) => {
		expect((await post(GROUPS, newGroup(more))).json.code).toBe(code);
	});

	it('that LinkedIn made itself keep what they are', async () => {
		const backfilled = simulator.state.ads.groups.of(ACCOUNT)[0] as { id: number };
		const { json } = await patch(`${GROUPS}/${backfilled.id}`, { status: 'PAUSED' });
		expect(json.code).toBe('CANNOT_UPDATE_BACKFILLED_CAMPAIGN_GROUPS');
	});

	it('need a search criterion, and a role to write', async () => {
		expect((await ads({ path: `${GROUPS}?q=search` })).json.code).toBe('MISSING_FIELD');
		const foreign = `/rest/adAccounts/${VIEWED}/adCampaignGroups`;
		expect((await post(foreign, newGroup())).status).toBe(403);
	});
});

describe('campaigns (ads §3)', () => {
	it('are created, read, searched and changed, many in one call with a status each', async () => {
		const [a, b] = [await made(CAMPAIGNS, newCampaign()), await made(CAMPAIGNS, newCampaign({ name: 'B' }))];
		expect((await ads({ path: `${CAMPAIGNS}/${a}` })).json).toMatchObject({
			id: Number(a),
			politicalIntent: 'NOT_POLITICAL',
			status: 'PAUSED',
			servingStatuses: ['STOPPED'],
		});
		const found = await ads({
			path: `${CAMPAIGNS}?q=search&search=(campaignGroup:(values:List(urn%3Ali%3AsponsoredCampaignGroup%3A${group})),test:false)&sortOrder=DESCENDING`,
		});
		expect(found.json.elements.map((one: { id: number }) => String(one.id))).toEqual([b, a]);
		const change = { patch: { $set: { status: 'ACTIVE' } } };
		const batch = await post(
			`${CAMPAIGNS}?ids=List(${a},${b},1)`,
			{ entities: { [a]: change, [b]: change, 1: change } },
			'BATCH_PARTIAL_UPDATE',
		);
		expect(batch.json).toMatchObject({
			results: { [a]: { status: 204 }, [b]: { status: 204 } },
			errors: { 1: { status: 404 } },
		});
		expect((await ads({ path: `${CAMPAIGNS}/${a}` })).json.status).toBe('ACTIVE');
	});

	it.each<[string, object, string]>([
		['without political intent', { politicalIntent: undefined }, 'MISSING_FIELD'],
		['without a word on the audience network', { offsiteDeliveryEnabled: undefined }, 'MISSING_FIELD'],
		['without any budget', { dailyBudget: undefined }, 'MISSING_FIELD'],
		['with a budget below the floor', { dailyBudget: usd('9') }, 'FIELD_VALUE_TOO_LOW'],
		[
			'with a bid in another currency',
			{ unitCost: { amount: '1', currencyCode: 'EUR' } },
			'CURRENCY_MISMATCH',
		],
		['with an unknown objective', { objectiveType: 'WEBSITE_TRAFFIC' }, 'INVALID_VALUE_FOR_FIELD'],
		[
			'in a group that is not there',
			{ campaignGroup: 'urn:li:sponsoredCampaignGroup:1' },
			'FIELD_VALUE_DOES_NOT_EXIST',
		],
		[
			'with titles and seniorities',
			{
				targetingCriteria: targeting(
					or({ titles: ['urn:li:title:1'] }),
					or({ seniorities: ['urn:li:seniority:4'] }),
				),
			},
			'INCOMPATIBLE_TARGETING_COMBINATION',
		],
		[
			'with the same place included and excluded',
			{ targetingCriteria: { ...targeting(), exclude: toLocation } },
			'FIELD_CANNOT_BE_BOTH_IN_INCLUDED_AND_EXCLUDED_TARGETING',
		],
		[
			'as a message with optimized selection',
			{ type: 'SPONSORED_INMAILS' },
			'INVALID_CAMPAIGN_CONFIGURATION',
		],
		[
			'only on television without the network',
			{ connectedTelevisionOnly: true },
			'INVALID_CAMPAIGN_CONFIGURATION',
		],
		['with the old targeting', { targeting: {} }, 'FIELD_NOT_ALLOWED'],
	])('are not created %s', async (_what, more, code) => {
		expect((await post(CAMPAIGNS, newCampaign(more))).json.code).toBe(code);
	});

	it('in a draft group are drafts', async () => {
		const draft = await made(GROUPS, newGroup());
		const inDraft = (status: string) =>
			post(CAMPAIGNS, newCampaign({ status, campaignGroup: `urn:li:sponsoredCampaignGroup:${draft}` }));
		expect((await inDraft('PAUSED')).json.code).toBe('ONLY_DRAFT_CAMPAIGNS_ALLOWED_IN_DRAFT_CAMPAIGN_GROUPS');
		expect((await inDraft('DRAFT')).status).toBe(201);
	});

	it('keep what is fixed', async () => {
		const id = await made(CAMPAIGNS, newCampaign());
		const code = async (set: object) => (await patch(`${CAMPAIGNS}/${id}`, set)).json.code;
		expect(await code({ objectiveType: 'ENGAGEMENT' })).toBe('IMMUTABLE_CAMPAIGN_OBJECTIVE_TYPE');
		expect(await code({ type: 'TEXT_AD' })).toBe('FIELD_IMMUTABLE_FOR_NON_DRAFT_CAMPAIGNS');
		expect(await code({ status: 'DRAFT' })).toBe('STATUS_CHANGE_NOT_ALLOWED');
		expect(await code({ targetingCriteria: targeting(), name: 'X' })).toBe('MISSING_FIELD');
		expect(await code({ account: ACCOUNT_URN })).toBe('FIELD_NOT_ALLOWED');
	});

	it('are at most 5,000 an account, and a search of more than 1,000 wants a page size', async () => {
		for (let made = 0; made < 5000; made += 1) simulator.state.ads.addCampaign(ACCOUNT);
		expect((await post(CAMPAIGNS, newCampaign())).json.code).toBe('CAMPAIGN_LIMIT_REACHED');
		const search = `${CAMPAIGNS}?q=search&search=(test:false)`;
		expect((await ads({ path: search })).json.message).toBe('Request would return too many entities. ');
		const page = await ads({ path: `${search}&pageSize=1000` });
		expect(page.json.elements).toHaveLength(1000);
	});

	it('of test accounts are tests', async () => {
		const test = `/rest/adAccounts/500000007`;
		const groupOfTest = simulator.state.ads.groups.of('500000007')[0] as { id: number };
		const id = await made(
			`${test}/adCampaigns`,
			newCampaign({
				account: 'urn:li:sponsoredAccount:500000007',
				campaignGroup: `urn:li:sponsoredCampaignGroup:${groupOfTest.id}`,
			}),
		);
		expect((await ads({ path: `${test}/adCampaigns/${id}` })).json.test).toBe(true);
	});
});
