import { NOW, startAtNow } from '../wire';
import { ACCOUNT, ACCOUNT_URN, adsClient, restli } from './wire';
import type { Simulator } from '../index';

/** Checked against docs.campaigns and docs/behaviour.md#required-fields-of-campaigns. */

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
const until = { runSchedule: { start: NOW + DAY_MS, end: NOW + 9 * DAY_MS } };
const TOO_LOW = 'FIELD_VALUE_CONDITIONAL_TOO_LOW';

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

describe('campaigns', () => {
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
		['without a start', { runSchedule: undefined }, 'MISSING_FIELD'],
		['with an end alone, as a draft', { status: 'DRAFT', runSchedule: { end: NOW + 1 } }, 'MISSING_FIELD'],
		[
			'without a place',
			{ targetingCriteria: { include: { and: [or({ skills: ['urn:li:skill:17'] })] } } },
			'MISSING_FIELD',
		],
		['without a bid', { unitCost: undefined }, 'MISSING_FIELD'],
		[
			'with a target of another objective',
			{ optimizationTargetType: 'MAX_LEAD' },
			'INVALID_CAMPAIGN_CONFIGURATION',
		],
		[
			'with a cost type that its target does not have',
			{ optimizationTargetType: 'MAX_IMPRESSION', costType: 'CPC' },
			'INVALID_CAMPAIGN_CONFIGURATION',
		],
		['charged by view without a video', { costType: 'CPV' }, 'INVALID_CAMPAIGN_CONFIGURATION'],
		[
			'active for conversions that it has none of',
			{ status: 'ACTIVE', objectiveType: 'WEBSITE_CONVERSION', optimizationTargetType: 'MAX_CONVERSION' },
			'CONVERSION_CAMPAIGN_MISSING_ASSOCIATED_CONVERSION',
		],
		['with less in all than a day', { ...until, totalBudget: usd('100'), dailyBudget: usd('101') }, TOO_LOW],
		['dynamic with one budget', { type: 'DYNAMIC', format: 'SPOTLIGHT' }, 'MISSING_FIELD'],
	])('are not created %s', async (_what, more, code) => {
		expect((await post(CAMPAIGNS, newCampaign(more))).json.code).toBe(code);
	});

	it('of text are created without a bid', async () => {
		const text = newCampaign({ type: 'TEXT_AD', unitCost: undefined });
		expect((await post(CAMPAIGNS, text)).status).toBe(201);
	});

	it.each([
		['202606', 'LEAD_GENERATION', 400],
		['202607', 'LEAD_GENERATION', 201],
		['202607', 'WEBSITE_VISIT', 400],
	])('of messages rotate evenly, in %s for %s: %d', async (version, objectiveType, status) => {
		const message = newCampaign({ type: 'SPONSORED_INMAILS', objectiveType });
		const headers = { 'linkedin-version': version };
		expect((await ads({ method: 'POST', path: CAMPAIGNS, body: message, headers })).status).toBe(status);
		const evenly = { ...message, creativeSelection: 'ROUND_ROBIN' };
		expect((await ads({ method: 'POST', path: CAMPAIGNS, body: evenly, headers })).status).toBe(201);
	});

	it('get another target with its cost type and bid beside it', async () => {
		const id = await made(CAMPAIGNS, newCampaign());
		const target = { optimizationTargetType: 'MAX_IMPRESSION' };
		const without = { ...target, costType: 'CPM' };
		expect((await patch(`${CAMPAIGNS}/${id}`, without)).json.code).toBe('MISSING_FIELD');
		const whole = { ...target, costType: 'CPM', unitCost: usd('0') };
		expect((await patch(`${CAMPAIGNS}/${id}`, whole)).status).toBe(204);
		expect((await patch(`${CAMPAIGNS}/${id}`, target)).status).toBe(204);
	});

	it('become active for conversions once they have one', async () => {
		const conversions = { objectiveType: 'WEBSITE_CONVERSION', optimizationTargetType: 'MAX_CONVERSION' };
		const id = await made(CAMPAIGNS, newCampaign(conversions));
		const activate = () => patch(`${CAMPAIGNS}/${id}`, { status: 'ACTIVE' });
		expect((await activate()).json.code).toBe('CONVERSION_CAMPAIGN_MISSING_ASSOCIATED_CONVERSION');
		simulator.state.ads.conversions.associate(
			`urn:li:sponsoredCampaign:${id}`,
			'urn:lla:llaPartnerConversion:1',
		);
		expect((await activate()).status).toBe(204);
	});

	it('get new targeting with the languages of the interface and the political intent', async () => {
		const id = await made(CAMPAIGNS, newCampaign());
		const code = async (set: object) => (await patch(`${CAMPAIGNS}/${id}`, set)).json?.code;
		const whole = targeting(or({ interfaceLocales: ['urn:li:locale:en_US'] }));
		expect(await code({ targetingCriteria: targeting(), politicalIntent: 'POLITICAL' })).toBe(
			'MISSING_FIELD',
		);
		expect(await code({ targetingCriteria: whole })).toBe('MISSING_FIELD');
		expect(await code({ targetingCriteria: whole, politicalIntent: 'POLITICAL' })).toBeUndefined();
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
