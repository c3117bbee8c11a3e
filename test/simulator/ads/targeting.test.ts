import { enc, startAtNow, tokenOf, send, type WireAnswer } from '../wire';
import { ACCOUNT, adsClient, FOREIGN } from './wire';
import type { Product } from '../apps';
import type { Simulator } from '../index';

/** Checked against docs.adTargeting, docs.audienceCounts and docs.budgetPricing. */

let simulator: Simulator;
let ads: ReturnType<typeof adsClient>;
beforeAll(async () => {
	simulator = await startAtNow();
	ads = adsClient(simulator);
});
afterAll(async () => simulator.close());

const facet = (name: string) => `&facet=${enc(`urn:li:adTargetingFacet:${name}`)}`;
const USUAL = '&queryVersion=QUERY_USES_URNS&locale=(language:en,country:US)';
const get = async (path: string) => ads({ path: `/rest/${path}` });
const entities = async (query: string) => get(`adTargetingEntities?${query}`);
const names = ({ json }: WireAnswer) => json.elements.map(({ name }: { name: string }) => name);

describe('targeting facets', () => {
	afterEach(() => {
		simulator.state.targetingFacetKey = 'adTargetingFacetUrn';
	});

	it('are all there at once', async () => {
		const { json } = await get('adTargetingFacets');
		expect(json.elements.length).toBeGreaterThan(25);
		expect(json.paging).toEqual({ start: 0, count: 10, links: [] });
		expect(json.elements).toContainEqual({
			facetName: 'industries',
			availableEntityFinders: ['AD_TARGETING_FACET', 'TYPEAHEAD', 'SIMILAR_ENTITIES'],
			entityTypes: ['INDUSTRY'],
			adTargetingFacetUrn: 'urn:li:adTargetingFacet:industries',
		});
	});

	it('may have the other name of the URN, and placeholders', async () => {
		simulator.state.targetingFacetKey = '$URN';
		const { json } = await get('adTargetingFacets');
		expect(json.elements).toContainEqual({
			facetName: 'dynamicSegments',
			availableEntityFinders: ['$UNKNOWN'],
			entityTypes: ['$UNKNOWN'],
			$URN: 'urn:li:adTargetingFacet:dynamicSegments',
		});
	});

	it.each<[products: Product[], statuses: number[]]>([
		[['advertising'], [200, 200, 200]],
		// Seen with an app on the Development tier (docs/behaviour.md#scopes-by-product).
		[['communityManagement'], [200, 200, 403]],
		[
			['signIn', 'share', 'leadSync'],
			[403, 403, 403],
		],
	])('answer apps with %j, entities and sizes with them: %j', async (products, statuses) => {
		const app = { clientId: products.join(), clientSecret: 'secret', tier: 'development' as const };
		simulator.state.addApp({ ...app, products });
		const token = tokenOf(simulator, 'ada', ['r_basicprofile'], app.clientId);
		const seen = [];
		for (const path of [
			'/rest/adTargetingFacets',
			`/rest/adTargetingEntities?q=urns&urns=List(${enc('urn:li:geo:103644278')})${USUAL}`,
			`/rest/audienceCounts?q=targetingCriteriaV2&targetingCriteria=(include:(and:List((or:(${enc('urn:li:adTargetingFacet:locations')}:List(${enc('urn:li:geo:103644278')}))))))`,
		]) {
			seen.push((await send(simulator, { path, token })).status);
		}
		expect(seen).toEqual(statuses);
	});
});

describe('targeting entities', () => {
	it('are listed by facet', async () => {
		const { json } = await entities(`q=adTargetingFacet${facet('seniorities')}${USUAL}`);
		expect(json.elements[0]).toEqual({
			urn: 'urn:li:seniority:1',
			facetUrn: 'urn:li:adTargetingFacet:seniorities',
			name: 'Unpaid',
		});
		expect(json).toMatchObject({ paging: { count: 2147483647, start: 0, links: [] } });
		expect(json.elements).toHaveLength(10);
	});

	it('are searched by words, page by page', async () => {
		const states = await entities(`q=typeahead${facet('locations')}&query=united%20states${USUAL}`);
		expect(names(states)).toEqual(['United States', 'California, United States', 'New York, United States']);
		const first = await entities(
			`q=typeahead${facet('skills')}&query=method&entityType=SKILL${USUAL}&count=20`,
		);
		expect(first.json.elements).toHaveLength(20);
		const [next] = first.json.paging.links;
		expect(next).toMatchObject({ rel: 'next', type: 'application/json' });
		const second = await ads({ path: next.href });
		expect(second.json.elements).toHaveLength(4);
		expect(second.json.paging).toMatchObject({ start: 20, links: [] });
	});

	it('are found by likeness', async () => {
		const { json } = await entities(
			`q=similarEntities${facet('employers')}&entities=List(${enc('urn:li:organization:1003')})${USUAL}`,
		);
		expect(json.paging.total).toBe(6);
	});

	it('are named by URN, unknown ones left out', async () => {
		const urns = ['urn:li:fieldOfStudy:100990', 'urn:li:geo:103644278', 'urn:li:geo:1', 'urn:li:function:8'];
		const reply = await entities(
			`q=urns&urns=List(${urns.map(enc).join(',')})${USUAL}&fetchType=SINGLE_NODE`,
		);
		expect(names(reply)).toEqual(['Computer Science', 'United States', 'Engineering']);
	});

	it.each([
		['a facet that is only searched, by list', `q=adTargetingFacet${facet('locations')}${USUAL}`],
		['a facet that is only listed, by words', `q=typeahead${facet('genders')}&query=f${USUAL}`],
		[
			'a facet without likeness',
			`q=similarEntities${facet('interests')}&entities=List(${enc('urn:li:interest:1')})${USUAL}`,
		],
		['segments at all', `q=adTargetingFacet${facet('dynamicSegments')}${USUAL}`],
		['an unknown facet', `q=adTargetingFacet${facet('colours')}${USUAL}`],
		['no facet', `q=adTargetingFacet${USUAL}`],
		['no words', `q=typeahead${facet('skills')}${USUAL}`],
		['another entity type', `q=typeahead${facet('skills')}&query=a&entityType=TITLE${USUAL}`],
		['no query version', `q=typeahead${facet('skills')}&query=a`],
		['a locale as text', `q=typeahead${facet('skills')}&query=a&queryVersion=QUERY_USES_URNS&locale=en_US`],
		['one URN outside a list', `q=urns&urns=${enc('urn:li:skill:17')}${USUAL}`],
		[
			'101 titles',
			`q=similarEntities${facet('titles')}&entities=List(${Array.from({ length: 101 }, (_none, at) => enc(`urn:li:title:${at}`)).join(',')})${USUAL}`,
		],
	])('are refused for %s', async (_what, query) => {
		expect((await entities(query)).status).toBe(400);
	});
});

const group = (values: Record<string, string[]>) =>
	`(or:(${Object.entries(values)
		.map(([name, urns]) => `${enc(`urn:li:adTargetingFacet:${name}`)}:List(${urns.map(enc).join(',')})`)
		.join(',')}))`;
const criteria = (groups: string[], exclude?: string) =>
	`&targetingCriteria=(include:(and:List(${groups.join(',')}))${exclude ? `,exclude:${exclude}` : ''})`;
const INSIDE = group({ locations: ['urn:li:geo:102221843'] });
const SKILLED = group({ skills: ['urn:li:skill:17'] });

describe('audience counts', () => {
	const count = async (more: string) => get(`audienceCounts?q=targetingCriteriaV2${more}`);
	const total = async (more: string) => (await count(more)).json.elements[0].total;

	it('are rounded, smaller with each group and exclusion, larger with each value, and 0 below 300', async () => {
		const reply = await count(criteria([INSIDE]));
		expect(reply.json).toEqual({
			elements: [{ active: 0, total: expect.any(Number) }],
			paging: { count: 10, links: [], start: 0 },
		});
		const all = await total(criteria([INSIDE]));
		expect(all % 100).toBe(0);
		const narrow = await total(criteria([INSIDE, SKILLED]));
		expect(narrow).toBeLessThan(all);
		const wide = await total(
			criteria([INSIDE, group({ skills: ['urn:li:skill:17'], titles: ['urn:li:title:9'] })]),
		);
		expect(wide).toBeGreaterThan(narrow);
		expect(
			await total(criteria([INSIDE, SKILLED], group({ employers: ['urn:li:organization:1035'] }))),
		).toBeLessThan(narrow);
		const few = Array.from({ length: 9 }, (_none, at) => group({ skills: [`urn:li:skill:${at}`] }));
		expect(await total(criteria([INSIDE, ...few]))).toBe(0);
	});

	it.each([
		['no criteria', ''],
		['criteria of another form', '&targetingCriteria=(include:List())'],
		[
			'facets that do not go together',
			criteria([
				INSIDE,
				group({ titles: ['urn:li:title:9'] }),
				group({ seniorities: ['urn:li:seniority:4'] }),
			]),
		],
		['a facet that is no URN', '&targetingCriteria=(include:(and:List((or:(locations:List(a))))))'],
	])('are refused for %s', async (_what, more) => {
		expect((await count(more)).status).toBe(400);
	});
});

describe('budget pricing', () => {
	const urn = (id: string) => enc(`urn:li:sponsoredAccount:${id}`);
	const price = async (account: string, more: string) =>
		get(
			`adBudgetPricing?q=criteriaV2&account=${urn(account)}&campaignType=SPONSORED_UPDATES&matchType=EXACT${more}`,
		);

	it('says bids and budgets in the currency of the account', async () => {
		const { json } = await price(
			ACCOUNT,
			`&bidType=CPC${criteria([INSIDE])}&dailyBudget=(amount:50,currencyCode:USD)`,
		);
		const money = { amount: expect.stringMatching(/^\d+\.\d\d$/), currencyCode: 'USD' };
		expect(json.elements).toEqual([
			{
				suggestedBid: { default: money, min: money, max: money },
				bidLimits: { min: money, max: money },
				dailyBudgetLimits: { default: money, min: money, max: money },
			},
		]);
	});

	it.each<[string, string, string, number]>([
		['without bid type', ACCOUNT, criteria([INSIDE]), 400],
		['with an unknown bid type', ACCOUNT, `&bidType=CPS${criteria([INSIDE])}`, 400],
		['without criteria', ACCOUNT, '&bidType=CPC', 400],
		[
			'in another currency',
			ACCOUNT,
			`&bidType=CPC${criteria([INSIDE])}&dailyBudget=(amount:50,currencyCode:EUR)`,
			400,
		],
		['for a foreign account', FOREIGN, `&bidType=CPC${criteria([INSIDE])}`, 403],
	])('is refused %s', async (_what, account, more, status) => {
		expect((await price(account, more)).status).toBe(status);
	});
});
