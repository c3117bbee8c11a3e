import { defineCase } from '../../../../../cases';
import { adsApp, byId } from '../connection';
import { newsletter, withLeads } from './leads';

/** Only an empty page ends the list (docs/behaviour.md#lists-with-gaps). */
const find = (owner: string) =>
	[0, 100].map((start) => ({
		method: 'GET' as const,
		url: `/rest/leadForms?q=owner&owner=${owner}&start=${start}&count=100`,
		restliMethod: 'FINDER',
	}));

export default defineCase({
	operation: 'leadForm:getMany',
	cases: [
		{
			...adsApp,
			name: 'of an ad account, the owner as a record',
			page: 'leads',
			about: 'leadForms q=owner',
			given: withLeads,
			parameters: { owner: byId('507404993'), returnAll: true },
			wire: find('(sponsoredAccount:urn%3Ali%3AsponsoredAccount%3A507404993)'),
			out: [newsletter],
		},
		{
			...adsApp,
			name: 'of a page, by its link',
			page: 'leads',
			about: 'leadForms q=owner',
			given: withLeads,
			parameters: {
				owner: { __rl: true, mode: 'url', value: 'https://www.linkedin.com/company/2414183/' },
				returnAll: true,
			},
			wire: find('(organization:urn%3Ali%3Aorganization%3A2414183)'),
			out: [expect.objectContaining({ id: '7234999', name: 'Contact us' })],
		},
		{
			...adsApp,
			name: 'a campaign owns no forms, and no call is made',
			page: 'leads',
			parameters: { owner: byId('urn:li:sponsoredCampaign:1') },
			wire: [],
			error: { message: expect.stringContaining('sponsoredCampaign') },
		},
	],
});
