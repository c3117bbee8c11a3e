import { defineCase } from '../../../../../cases';
import { adsApp, byId } from '../connection';
import { adaLead, PAGE_LEAD, TEST_LEAD, withLeads } from '../leadForm/leads';

const FIELDS =
	'fields=id,owner,leadType,submitter,submittedAt,testLead,versionedLeadGenFormUrn,leadMetadata,associatedEntity,formResponse,form:(hiddenFields,creationLocale,name,id,content)';
const ACCOUNT = '(sponsoredAccount:urn%3Ali%3AsponsoredAccount%3A507404993)';
const PAGE = '(organization:urn%3Ali%3Aorganization%3A2414183)';
const START = '2026-10-01T00:00:00Z';
const END = '2030-01-01T00:00:00Z';
const RANGE = `(start:${Date.parse(START)},end:${Date.parse(END)})`;

const page = (owner: string, type: string, start: number, count: number, test = false) => ({
	method: 'GET' as const,
	url: `/rest/leadFormResponses?q=owner&owner=${owner}&leadType=(leadType:${type})&limitedToTestLeads=${test}&submittedAtTimeRange=${RANGE}&${FIELDS}&start=${start}&count=${count}`,
	restliMethod: 'FINDER',
});
/** Only an empty page ends the list (docs/behaviour.md#lists-with-gaps). */
const find = (owner: string, type: string, test = false) =>
	[0, 100].map((start) => page(owner, type, start, 100, test));

export default defineCase({
	operation: 'leadResponse:getMany',
	cases: [
		{
			...adsApp,
			name: 'the sponsored ones of an ad account, without test leads',
			page: 'leads',
			about: 'leadFormResponses q=owner',
			given: withLeads,
			parameters: { owner: byId('507404993'), returnAll: true, filters: { start: START, end: END } },
			wire: find(ACCOUNT, 'SPONSORED'),
			out: [adaLead],
		},
		{
			...adsApp,
			name: 'the organic ones of a page, a call for each type',
			page: 'leads',
			about: 'leadType',
			given: withLeads,
			parameters: {
				owner: byId('urn:li:organization:2414183'),
				returnAll: true,
				filters: { start: START, end: END },
			},
			wire: [
				...find(PAGE, 'COMPANY'),
				page(PAGE, 'EVENT', 0, 100),
				page(PAGE, 'ORGANIZATION_PRODUCT', 0, 100),
			],
			out: [expect.objectContaining({ id: PAGE_LEAD, leadType: 'COMPANY' })],
		},
		{
			...adsApp,
			name: 'test leads alone, of two forms',
			page: 'leads',
			about: 'limitedToTestLeads',
			given: withLeads,
			parameters: {
				owner: byId('507404993'),
				filters: { start: START, end: END, testLeads: 'only', leadForms: byId('7234246, 1') },
			},
			wire: find(ACCOUNT, 'SPONSORED', true),
			out: [expect.objectContaining({ id: TEST_LEAD, testLead: true })],
		},
		{
			...adsApp,
			name: 'of another form, nothing',
			page: 'leads',
			given: withLeads,
			parameters: { owner: byId('507404993'), filters: { start: START, end: END, leadForms: '1' } },
			wire: find(ACCOUNT, 'SPONSORED'),
			out: [],
		},
		{
			...adsApp,
			name: 'organic leads of an ad account are refused before any call',
			page: 'leads',
			about: 'leadType',
			parameters: { owner: byId('507404993'), filters: { leadTypes: ['EVENT'] } },
			wire: [],
			error: { message: expect.stringContaining("can't have leads of these types") },
		},
		...(
			[
				['a start of before LinkedIn kept it', { start: '2020-01-01T00:00:00Z' }, 'more than 365 days ago'],
				['an end of before LinkedIn kept it', { end: '2020-01-01T00:00:00Z' }, 'more than 365 days ago'],
				['a start that is to come', { start: END }, 'is in the future'],
				['a start after the end', { start: END, end: START }, 'is not after'],
				['a moment that is none', { start: 'soon' }, 'must be a date and time'],
				['forms that are none', { leadForms: 'urn:li:share:1' }, 'share'],
			] as const
		).map(([name, filters, said]) => ({
			...adsApp,
			name: `${name} is refused before any call`,
			page: 'leads' as const,
			behaviour: 'Leads',
			parameters: { owner: byId('507404993'), filters },
			wire: [],
			error: { message: expect.stringContaining(said) },
		})),
		{
			...adsApp,
			name: 'where LinkedIn refuses a hundred a page, fifty are asked for',
			page: 'leads',
			behaviour: 'Lists with gaps',
			given: (simulator) => {
				simulator.state.leadPageMax = 50;
				return withLeads(simulator);
			},
			parameters: { owner: byId('507404993'), returnAll: true, filters: { start: START, end: END } },
			wire: [
				page(ACCOUNT, 'SPONSORED', 0, 100),
				page(ACCOUNT, 'SPONSORED', 0, 50),
				page(ACCOUNT, 'SPONSORED', 50, 50),
			],
			out: [adaLead],
		},
		{
			...adsApp,
			name: 'and where it refuses those too, ten',
			page: 'leads',
			behaviour: 'Lists with gaps',
			given: (simulator) => {
				simulator.state.leadPageMax = 20;
				return withLeads(simulator);
			},
			parameters: { owner: byId('507404993'), returnAll: true, filters: { start: START, end: END } },
			wire: [
				page(ACCOUNT, 'SPONSORED', 0, 100),
				page(ACCOUNT, 'SPONSORED', 0, 50),
				page(ACCOUNT, 'SPONSORED', 0, 10),
				page(ACCOUNT, 'SPONSORED', 10, 10),
			],
			out: [adaLead],
		},
		{
			...adsApp,
			scopes: ['r_ads'],
			name: 'without the scope the product is named, and no call is made',
			page: 'leads',
			parameters: { owner: byId('507404993') },
			wire: [],
			error: {
				message: 'This connection lacks the scope r_marketing_leadgen_automation',
				description: expect.stringContaining('Lead Sync API'),
			},
		},
		{
			...adsApp,
			member: 'bob',
			name: 'without the roles the error names both',
			page: 'leads',
			about: 'roles',
			parameters: { owner: byId('507404993'), filters: { start: START, end: END } },
			wire: [page(ACCOUNT, 'SPONSORED', 0, 100)],
			error: { description: expect.stringMatching(/LEAD_GEN_FORMS_MANAGER.*On the ad account/) },
		},
	],
});
