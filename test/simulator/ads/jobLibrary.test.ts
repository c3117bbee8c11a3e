import { enc, startAtNow, type WireAnswer } from '../wire';
import { adsClient } from './wire';
import type { Simulator } from '../index';

/** Checked against docs.jobLibrary and docs/behaviour.md#ad-library-and-job-library. */

let simulator: Simulator;
let ads: ReturnType<typeof adsClient>;
beforeAll(async () => {
	simulator = await startAtNow();
	ads = adsClient(simulator);
});
afterAll(async () => simulator.close());

const search = async (more: string) => ads({ path: `/rest/jobLibrary?q=criteria${more}` });
const urls = ({ json }: WireAnswer): string[] =>
	json.elements.map((one: { jobPostingUrl: string }) => one.jobPostingUrl);
const day = (year: number, month: number, of: number) => `(year:${year},month:${month},day:${of})`;
const TEAM = '&keyword=team';
const WITHHELD = 'This information is not available for restricted jobs';

describe('a job of the Job Library', () => {
	it('says all of it', async () => {
		const { json } = await search('&organization=contoso');
		expect(json.elements[0]).toEqual({
			jobPostingUrl: 'https://www.linkedin.com/ad-library/job/detail/4467288299',
			isRestricted: false,
			restrictionReason: 'This information is only available for restricted jobs.',
			jobDetails: {
				jobTitle: 'Data Engineer',
				jobLocation: 'London, United Kingdom',
				organizationName: 'Contoso',
				organizationUrl: 'https://www.linkedin.com/company/990000001',
				jobDescription: 'Contoso is looking for you. Join a hybrid team of twelve.',
				payerName: 'Contoso Talent Ltd',
				jobApplyMethod: 'Complex Onsite',
				jobBenefits: ['Medical insurance'],
				jobSalaryRange: {
					currencyCode: 'GBP',
					minBaseSalary: '80000',
					maxBaseSalary: '120000',
					payPeriod: 'YEARLY',
				},
				jobListTimeInMilliseconds: Date.UTC(2026, 7, 30, 8),
				jobClosedTimeInMilliseconds: null,
				jobStatistics: {
					totalImpressions: { start: 0, end: 1000 },
					impressionsPerCountry: [
						{ country: 'urn:li:country:gb', impressionPercentage: 85 },
						{ country: 'urn:li:country:ie', impressionPercentage: 15 },
					],
				},
				jobTargeting: [
					expect.objectContaining({
						facetName: 'Location',
						includedSegments: ['United Kingdom', 'Ireland'],
					}),
					expect.objectContaining({ facetName: 'Language', includedSegments: ['English'] }),
					expect.objectContaining({ facetName: 'Company', isExcluded: true, excludedSegments: [] }),
				],
			},
		});
	});

	it('withholds its texts when it is restricted', async () => {
		const { json } = await search(TEAM);
		const restricted = json.elements.filter(({ isRestricted }: { isRestricted: boolean }) => isRestricted);
		expect(restricted).toHaveLength(1);
		expect(restricted[0]).toMatchObject({
			jobPostingUrl: 'https://www.linkedin.com/ad-library/job/detail/4467278169',
			restrictionReason: 'This job was removed because it goes against our policies.',
			jobDetails: { jobTitle: WITHHELD, organizationName: WITHHELD, jobDescription: WITHHELD },
		});
	});
});

describe('a search of the Job Library', () => {
	afterEach(() => {
		simulator.state.jobLibraryDropsOne = false;
	});

	it.each<[string, string, number]>([
		['a word of the title', '&keyword=DATA', 15],
		['a word of the description', '&keyword=hybrid', 12],
		['words of both', '&keyword=hybrid%20data', 5],
		['a single character', '&keyword=a', 0],
		['an organization', '&organization=contoso', 27],
		['part of its name, in white space', '&organization=%20BRIK%20', 9],
		['word and organization', '&keyword=hybrid&organization=fabrikam', 3],
		['a country', `${TEAM}&countries=List(${enc('urn:li:country:gb')})`, 12],
		[
			'countries, in any letters',
			`${TEAM}&countries=List(${enc('urn:li:country:de')},${enc('urn:li:country:US')})`,
			24,
		],
		[
			'the days on which it was listed, both included',
			`${TEAM}&dateRange=(start:${day(2026, 8, 20)},end:${day(2026, 8, 30)})`,
			3,
		],
		['the days between', `${TEAM}&dateRange=(start:${day(2026, 8, 21)},end:${day(2026, 8, 29)})`, 1],
		['the time from a day on', `${TEAM}&dateRange=(start:${day(2026, 8, 30)})`, 1],
		['the time up to a day', `${TEAM}&dateRange=(end:${day(2026, 3, 8)})`, 1],
	])('by %s', async (_what, more, found) => {
		expect((await search(more)).json.paging.total).toBe(found);
	});

	it('goes page by page, newest first', async () => {
		const first = await search(TEAM);
		expect(first.json.paging).toEqual({
			start: 0,
			count: 24,
			total: 36,
			links: [
				{
					rel: 'next',
					type: 'application/json',
					href: '/rest/jobLibrary?q=criteria&keyword=team&start=24&count=24',
				},
			],
		});
		const second = await ads({ path: first.json.paging.links[0].href });
		expect(second.json.paging).toEqual({ start: 24, count: 24, total: 36, links: [] });
		const all = [...urls(first), ...urls(second)];
		expect(new Set(all).size).toBe(36);
		expect(all).toEqual([...all].sort().reverse());
	});

	it('may have a page that comes one short, with more behind it', async () => {
		const whole = urls(await search(TEAM));
		simulator.state.jobLibraryDropsOne = true;
		const first = await search(TEAM);
		expect(urls(first)).toEqual(whole.filter((_url, at) => at !== 12));
		expect(first.json.paging).toMatchObject({ count: 24, total: 36 });
		expect(first.json.paging.links[0].href).toContain('start=24&count=24');
		const second = await ads({ path: first.json.paging.links[0].href });
		expect(second.json.elements).toHaveLength(12);
	});

	it.each([
		['none', '&count=0', 0],
		['as many as go', '&count=24', 24],
		['what lies past the end', '&start=36', 0],
	])('gives %s', async (_what, more, length) => {
		const { status, json } = await search(TEAM + more);
		expect([status, json.elements.length]).toEqual([200, length]);
	});

	it('breaks without keyword and organization', async () => {
		const { status, json } = await search(`&countries=List(${enc('urn:li:country:us')})`);
		expect([status, json]).toEqual([500, { message: 'Internal Server Error', status: 500 }]);
	});

	it.each([
		['an empty keyword', '&keyword='],
		['an empty organization', '&organization='],
		['more than a page', `${TEAM}&count=25`],
		['a negative start', `${TEAM}&start=-1`],
		['countries that are no list', `${TEAM}&countries=US`],
		['countries as ads have them', `${TEAM}&countries=(value:List(${enc('urn:li:country:us')}))`],
		['a code alone', `${TEAM}&countries=List(US)`],
		['no countries', `${TEAM}&countries=List()`],
		['an order', `${TEAM}&sortBy=(order:ASCENDING,field:CREATED_TIME)`],
		['a payer', `${TEAM}&payerName=contoso`],
		['a date range of text', `${TEAM}&dateRange=2026-08-30`],
		['an advertiser', `${TEAM}&advertiser=contoso`],
	])('is refused for %s', async (_what, more) => {
		expect((await search(more)).status).toBe(400);
	});
});
