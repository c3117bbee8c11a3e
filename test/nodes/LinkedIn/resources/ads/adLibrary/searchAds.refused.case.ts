import { defineCase, type OperationCase } from '../../../../../cases';
import { adsApp } from '../connection';

const find = (query: string) => ({
	method: 'GET' as const,
	url: `/rest/adLibrary?q=criteria&${query}&start=0&count=24`,
	restliMethod: 'FINDER',
});

/** Refused without a call. */
const refused = (
	name: string,
	parameters: OperationCase['parameters'],
	message: RegExp,
	way: RegExp,
): OperationCase => ({
	...adsApp,
	name,
	page: 'adLibrary',
	behaviour: 'Ad Library and Job Library',
	parameters,
	wire: [],
	error: { message: expect.stringMatching(message), description: expect.stringMatching(way) },
});

export default defineCase({
	operation: 'adLibrary:searchAds',
	cases: [
		{
			name: 'an app without the product is told so',
			page: 'adLibrary',
			about: 'product',
			behaviour: 'Ad Library and Job Library',
			app: 'self-serve-app',
			scopes: ['w_member_social'],
			parameters: { company: 'Contoso' },
			wire: [find('advertiser=Contoso')],
			fields: { appHas: 'selfServe' },
			error: { description: expect.stringMatching(/needs the product LinkedIn Ad Library\. Request it/) },
		},
		{
			name: 'the app of Community Management takes no other product',
			page: 'adLibrary',
			about: 'product',
			behaviour: 'Ad Library and Job Library',
			parameters: { company: 'Contoso' },
			wire: [find('advertiser=Contoso')],
			error: {
				description: expect.stringMatching(
					/needs the product LinkedIn Ad Library.*second app and a second credential/,
				),
			},
		},
		{
			...adsApp,
			name: 'a filter that LinkedIn does not take is named',
			page: 'adLibrary',
			about: 'QUERY_PARAM_NOT_ALLOWED',
			behaviour: 'Ad Library and Job Library',
			given: ({ faults }) => {
				const problem = {
					code: 'QUERY_PARAM_NOT_ALLOWED',
					description: 'Query parameter not allowed',
					input: { inputPath: { fieldPath: 'countries' } },
				};
				const body = { status: 400, code: 'ILLEGAL_ARGUMENT', message: 'Invalid query parameters' };
				faults.add({
					match: { path: /adLibrary/ },
					effect: { status: 400, body: { ...body, errorDetails: { inputErrors: [problem] } } },
				});
				return {};
			},
			parameters: { keyword: 'spring', filters: { countries: 'DE' } },
			wire: [find('keyword=spring&countries=(value:List(urn%3Ali%3Acountry%3ADE))')],
			error: {
				message: expect.stringMatching(/Countries: Query parameter not allowed/),
				description: expect.stringMatching(/doesn't allow this filter/),
			},
		},
		{
			...adsApp,
			name: 'a gateway that knows no Ad Library is no missing product',
			page: 'adLibrary',
			behaviour: 'Ad Library and Job Library',
			given: ({ faults }) => {
				faults.add({ match: { path: /adLibrary/ }, effect: { status: 404, html: '<h1>Not found</h1>' } });
				return {};
			},
			parameters: { keyword: 'spring' },
			wire: [find('keyword=spring')],
			error: { description: expect.stringMatching(/proxy, a gateway or a wrong API host/) },
		},
		refused('neither words nor a company', {}, /Keyword and Company are both empty/, /at least one/),
		refused(
			'a country by its name',
			{ keyword: 'spring', filters: { countries: 'Germany' } },
			/"Germany" in Countries is not a country code/,
			/two-letter codes/,
		),
		refused(
			'days that are reversed',
			{ keyword: 'spring', filters: { start: '2026-02-01', end: '2026-01-01' } },
			/Start Date 2026-02-01 is after End Date 2026-01-01/,
			/Both days are included/,
		),
	],
});
