import { enc, send, startAtNow, tokenOf } from '../wire';
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
const day = (year: number, month: number, of: number) => `(year:${year},month:${month},day:${of})`;
const WEBINAR = '&keyword=webinar';
const inCountries = (...codes: string[]) =>
	`&countries=(value:List(${codes.map((code) => enc(`urn:li:country:${code}`)).join()}))`;

describe('a search of the Ad Library is refused', () => {
	const refusedParam = (code: string, fieldPath: string) => [
		expect.objectContaining({ code, input: { inputPath: { fieldPath } } }),
	];

	it.each([
		...['adType', 'payer', 'advertiserUrn', 'organization'],
		...['searchStartDate', 'dateRange.start.day', 'sortBy.field'],
	])('with the parameter %s', async (name) => {
		const { status, json } = await search(`${WEBINAR}&${name}=1`);
		expect(status).toBe(400);
		expect(json.errorDetails.inputErrors).toEqual(refusedParam('QUERY_PARAM_NOT_ALLOWED', name));
	});

	it.each([
		['text', 'US'],
		['a URN', enc('urn:li:country:us')],
		['a list of codes', 'List(US)'],
		['a list of URNs', `List(${enc('urn:li:country:US')})`],
		['a list of none', 'List()'],
		['another record', '(a:List(US))'],
		['a record with more', `(value:List(${enc('urn:li:country:us')}),a:b)`],
		['a record of text', '(value:US)'],
		['an encoded record', enc('(value:List(urn:li:country:us))')],
	])('for countries that are %s', async (_what, value) => {
		const { status, json } = await search(`${WEBINAR}&countries=${value}`);
		expect([status, json.code]).toEqual([400, 'FIELD_INVALID']);
		expect(json.message).toContain('array type is not backed by a DataList');
		expect(json.errorDetails.inputErrors).toEqual(refusedParam('FIELD_INVALID', 'countries/value'));
	});

	it.each([
		['without keyword and advertiser', inCountries('US'), 'ILLEGAL_ARGUMENT'],
		['for an empty keyword', '&keyword=', 'ILLEGAL_ARGUMENT'],
		['for white space', '&advertiser=%20', 'ILLEGAL_ARGUMENT'],
		['for an empty advertiser beside a keyword', `${WEBINAR}&advertiser=`, 'ILLEGAL_ARGUMENT'],
		['for a list of keywords', '&keyword=List(spring)', 'ILLEGAL_ARGUMENT'],
		['for more than a page', `${WEBINAR}&count=26`, 'INVALID_VALUE_FOR_FIELD'],
		['for a negative count', `${WEBINAR}&count=-1`, 'INVALID_VALUE_FOR_FIELD'],
		['for a negative start', `${WEBINAR}&start=-1`, 'INVALID_VALUE_FOR_FIELD'],
		['for a country that is none', WEBINAR + inCountries('Germany'), 'FIELD_INVALID'],
		['for a code alone', `${WEBINAR}&countries=(value:List(US))`, 'FIELD_INVALID'],
		['for no countries', WEBINAR + inCountries(), 'FIELD_INVALID'],
	])('%s', async (_what, more, code) => {
		const { status, json } = await search(more);
		expect([status, json.code]).toEqual([400, code]);
	});

	it.each([
		['text', '2025-01-01'],
		['a list', 'List(2025)'],
		['a start in milliseconds', '(start:1735689600000)'],
		['a start without a day', '(start:(year:2025,month:1))'],
		['a day that never was', `(start:${day(2025, 2, 30)})`],
		['an end before its start', `(start:${day(2025, 2, 1)},end:${day(2025, 1, 1)})`],
		['other members', `(from:${day(2025, 2, 1)})`],
	])('for a date range of %s', async (_what, value) => {
		expect((await search(`${WEBINAR}&dateRange=${value}`)).status).toBe(400);
	});

	it.each([
		['text', 'CREATED_TIME'],
		['an order alone', '(order:ASCENDING)'],
		['another order', '(order:UP,field:CREATED_TIME)'],
		['another field', '(order:ASCENDING,field:IMPRESSIONS)'],
		['more', '(order:ASCENDING,field:CREATED_TIME,by:ID)'],
	])('for a sortBy of %s', async (_what, value) => {
		expect((await search(`${WEBINAR}&sortBy=${value}`)).status).toBe(400);
	});

	it("for an empty text as Rest.li writes it, which undici's URLs can't", async () => {
		const { status, json } = await ads({
			method: 'POST',
			path: '/rest/adLibrary',
			headers: {
				'x-http-method-override': 'GET',
				'content-type': 'application/x-www-form-urlencoded',
			},
			body: "q=criteria&keyword=''",
		});
		expect([status, json.code]).toEqual([400, 'ILLEGAL_ARGUMENT']);
	});

	it('without a version', async () => {
		const { json } = await ads({ path: PATH + WEBINAR, headers: { 'linkedin-version': undefined } });
		expect(json.code).toBe('VERSION_MISSING');
	});
});

describe('the product of the Ad Library', () => {
	it.each(['adLibrary', 'jobLibrary'])('opens /rest/%s to any token, and only with it', async (resource) => {
		const path = `/rest/${resource}?q=criteria&keyword=team`;
		const status = async (app: string, scopes: string[]) =>
			(await send(simulator, { path, token: tokenOf(simulator, 'bob', scopes, app) })).status;
		expect(await status('ads-app', ['r_ads'])).toBe(200);
		expect(await status('ads-app', [])).toBe(200);
		expect(await status('suite-app', ['r_basicprofile'])).toBe(404);
		const token = tokenOf(simulator, 'ada', ['r_basicprofile'], 'suite-app');
		const refused = await send(simulator, { path: `${path}&adType=x`, token });
		expect([refused.status, refused.json.code]).toEqual([404, 'RESOURCE_NOT_FOUND']);
	});
});
