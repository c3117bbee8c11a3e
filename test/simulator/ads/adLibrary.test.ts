import { enc, startAtNow, type WireAnswer } from '../wire';
import { adsClient } from './wire';
import type { Simulator } from '../index';

/** Checked against docs.adLibrary and docs/behaviour.md#ad-library-and-job-library. */

let simulator: Simulator;
let ads: ReturnType<typeof adsClient>;
beforeAll(async () => {
	simulator = await startAtNow();
	ads = adsClient(simulator);
});
afterAll(async () => simulator.close());

const PATH = '/rest/adLibrary?q=criteria';
const search = async (more: string) => ads({ path: PATH + more });
const total = async (more: string) => (await search(more)).json.paging.total;
const urls = ({ json }: WireAnswer): string[] => json.elements.map(({ adUrl }: { adUrl: string }) => adUrl);
const day = (year: number, month: number, of: number) => `(year:${year},month:${month},day:${of})`;
const WEBINAR = '&keyword=webinar';
/** `countries` of ads: a record that contains a list of URNs. */
const inCountries = (...codes: string[]) =>
	`&countries=(value:List(${codes.map((code) => enc(`urn:li:country:${code}`)).join()}))`;

describe('an ad of the Ad Library', () => {
	afterEach(() => {
		simulator.state.adLibraryNames = 'captured';
	});

	it('says who ran it and, where it was shown in the EU, to whom', async () => {
		const { json } = await search('&advertiser=contoso');
		expect(json.elements[0]).toEqual({
			adUrl: 'https://www.linkedin.com/ad-library/detail/700159',
			isRestricted: false,
			details: {
				type: 'SPONSORED_STATUS_UPDATE',
				advertiser: {
					advertiserName: 'Contoso',
					advertiserUrl: 'https://www.linkedin.com/company/990000001',
					adPayer: 'Contoso Media Ltd',
				},
				adStatistics: {
					firstImpressionAt: Date.UTC(2026, 7, 28, 9),
					latestImpressionAt: Date.UTC(2026, 8, 11, 9),
					totalImpressions: { from: 1000, to: 5000 },
					impressionsDistributionByCountry: [
						{ country: 'urn:li:country:DE', impressionPercentage: 62.5 },
						{ country: 'urn:li:country:FR', impressionPercentage: 37.5 },
					],
				},
				adTargeting: [
					{
						facetName: 'Location',
						isIncluded: true,
						includedSegments: ['Germany', 'France'],
						isExcluded: false,
						excludedSegments: [],
					},
					{
						facetName: 'Language',
						isIncluded: true,
						includedSegments: ['English'],
						isExcluded: false,
						excludedSegments: [],
					},
					{
						facetName: 'Company',
						isIncluded: false,
						includedSegments: [],
						isExcluded: true,
						excludedSegments: [],
					},
				],
			},
		});
	});

	it('has neither statistics nor targeting outside of the EU', async () => {
		const { json } = await search('&advertiser=fabrikam');
		expect(json.elements[0]).toEqual({
			adUrl: 'https://www.linkedin.com/ad-library/detail/700158',
			isRestricted: false,
			details: { type: 'SPONSORED_VIDEO', advertiser: expect.any(Object), adTargeting: [] },
		});
	});

	it('may be of a type that the version has no word for', async () => {
		const { json } = await search('&advertiser=northwind');
		expect(json.elements[0].details.type).toBe('$UNKNOWN');
	});

	it('does not say whose it is when it is restricted', async () => {
		const { json } = await search('&keyword=analytics');
		const restricted = json.elements.filter(({ isRestricted }: { isRestricted: boolean }) => isRestricted);
		expect(restricted).toEqual([
			{
				adUrl: 'https://www.linkedin.com/ad-library/detail/700139',
				isRestricted: true,
				restrictionDetails: 'This ad was removed because it goes against our policies.',
				details: expect.any(Object),
			},
		]);
		expect(Object.keys(restricted[0].details).sort()).toEqual(['adStatistics', 'adTargeting', 'type']);
	});

	it('may have other names', async () => {
		simulator.state.adLibraryNames = 'other';
		const { json } = await search('&keyword=spring');
		const inTheEu = json.elements[0].details;
		expect(inTheEu).toEqual({
			adType: 'SPONSORED_STATUS_UPDATE',
			advertiser: expect.objectContaining({ advertiserName: 'Contoso' }),
			statistics: {
				firstImpressionDate: Date.UTC(2026, 7, 28, 9),
				latestImpressionDate: Date.UTC(2026, 8, 11, 9),
				impressionsFrom: 1000,
				impressionsTo: 5000,
			},
			targeting: ['Location', 'Language', 'Company'].map((facetName) =>
				expect.objectContaining({ facetName }),
			),
		});
		const details = json.elements.map((one: { details: object }) => one.details);
		const outside = details.find((one: { statistics?: object }) => one.statistics === undefined);
		expect(outside.targeting).toEqual([]);
	});

	it('never says its text', async () => {
		const { text } = await search('&keyword=spring');
		expect(text).not.toMatch(/spring|offer/i);
	});
});

describe('a search of the Ad Library', () => {
	it.each<[string, string, number]>([
		['a word', '&keyword=spring', 18],
		['a word in any case', '&keyword=WebInar', 26],
		['another word', '&keyword=analytics', 34],
		['all words, in any order', '&keyword=analytics%20spring', 9],
		['words that never meet', '&keyword=analytics%20webinar', 0],
		['part of a word', '&keyword=analytic', 0],
		['a single character', '&keyword=a', 0],
		['a name', '&advertiser=Fabrikam', 20],
		['part of a name', '&advertiser=toso', 35],
		['a longer name', '&advertiser=contoso%20consulting', 5],
		['a name in white space', '&advertiser=%20NORTHWIND%20%20', 5],
		['a single character of a name', '&advertiser=c', 0],
		['word and name', '&keyword=webinar&advertiser=contoso', 15],
		['a payer', `${WEBINAR}&payerName=fabrikam`, 9],
		['a country', `&advertiser=contoso${inCountries('US')}`, 14],
		['a country in small letters', `&advertiser=contoso${inCountries('us')}`, 14],
		['one of several countries', `${WEBINAR}${inCountries('DE', 'GB')}`, 15],
		['a country without ads', `${WEBINAR}${inCountries('JP')}`, 0],
		[
			'a time that touches the time of being shown',
			`&advertiser=contoso&dateRange=(start:${day(2025, 1, 1)},end:${day(2025, 2, 1)})`,
			1,
		],
		['the time from a day on', `&advertiser=fabrikam&dateRange=(start:${day(2026, 8, 18)})`, 1],
		['the last day of being shown', `&advertiser=fabrikam&dateRange=(start:${day(2026, 9, 1)})`, 1],
		['the day after', `&advertiser=fabrikam&dateRange=(start:${day(2026, 9, 2)})`, 0],
		['the time up to a day', `&advertiser=fabrikam&dateRange=(end:${day(2025, 1, 15)})`, 1],
		['the day before', `&advertiser=fabrikam&dateRange=(end:${day(2025, 1, 14)})`, 0],
		[
			'a time with its members in another order',
			`&advertiser=contoso&dateRange=(end:(day:1,month:2,year:2025),start:(month:1,day:1,year:2025))`,
			1,
		],
		['any time', `${WEBINAR}&dateRange=()`, 26],
	])('by %s', async (_what, more, found) => {
		expect(await total(more)).toBe(found);
	});

	it('goes page by page, newest first', async () => {
		const first = await search('&advertiser=contoso');
		expect(first.json.paging).toEqual({
			start: 0,
			count: 25,
			total: 35,
			links: [
				{
					rel: 'next',
					type: 'application/json',
					href: '/rest/adLibrary?q=criteria&advertiser=contoso&start=25&count=25',
				},
			],
		});
		const second = await ads({ path: first.json.paging.links[0].href });
		expect(second.json.paging).toEqual({ start: 25, count: 25, total: 35, links: [] });
		const all = [...urls(first), ...urls(second)];
		expect(new Set(all).size).toBe(35);
		expect(all).toEqual([...all].sort().reverse());
	});

	it('goes the other way round', async () => {
		const order = (value: string) => `${WEBINAR}&sortBy=(order:${value},field:CREATED_TIME)`;
		const newest = urls(await search(order('DESCENDING')));
		expect(newest).toEqual(urls(await search(WEBINAR)));
		const oldest = urls(await search(`&sortBy=(field:CREATED_TIME,order:ASCENDING)${WEBINAR}`));
		expect(oldest).toEqual([...oldest].sort());
		expect(oldest[0] < newest[newest.length - 1]).toBe(true);
	});

	it('keeps its criteria from page to page', async () => {
		const criteria = `${WEBINAR}${inCountries('us')}&dateRange=(end:${day(2026, 8, 1)})`;
		const { json } = await search(`${criteria}&count=5`);
		const second = await ads({ path: json.paging.links[0].href });
		expect(second.json.paging).toMatchObject({ start: 5, count: 5, total: json.paging.total });
	});

	it.each([
		['none', '&count=0', 0],
		['one', '&count=1', 1],
		['as many as go', '&count=25', 25],
		['the last', '&start=25', 1],
		['what lies past the end', '&start=26', 0],
		['what lies far past the end', '&start=5000&count=10', 0],
	])('gives %s', async (_what, more, length) => {
		const { status, json } = await search(WEBINAR + more);
		expect([status, json.elements.length]).toEqual([200, length]);
	});
});
