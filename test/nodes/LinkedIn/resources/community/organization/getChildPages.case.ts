import { defineCase } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';
import { acmePublic, byVanityName, page } from './pageItems';

const list = (count: number, start = 0) => ({
	method: 'GET' as const,
	url: `/rest/organizations?q=parentOrganization&parent=urn%3Ali%3Aorganization%3A2414183&start=${start}&count=${count}`,
	restliMethod: 'FINDER',
	version: '202609',
});

const addBrand = ({ state }: Simulator, id: string, name: string) =>
	state.addOrganization({ id, name, type: 'BRAND', parent: acmePublic.urn });

function withBrands(simulator: Simulator) {
	addBrand(simulator, '7700002', 'Acme Labs');
	addBrand(simulator, '7700003', 'Acme Tools');
	simulator.state.addOrganization({
		id: '7700004',
		name: 'Of another page',
		type: 'BRAND',
		parent: 'urn:li:organization:5583111',
	});
	return {};
}

const brand = (id: string, name: string, vanityName: string) => ({
	urn: `urn:li:organization:${id}`,
	url: `https://www.linkedin.com/company/${id}`,
	id,
	name,
	vanityName,
	type: 'BRAND',
	locations: [],
});
const labs = brand('7700002', 'Acme Labs', 'acme-labs');
const tools = brand('7700003', 'Acme Tools', 'acme-tools');

export default defineCase({
	operation: 'organization:getChildPages',
	cases: [
		{
			name: 'the showcase pages of this page alone',
			page: 'organizations',
			given: withBrands,
			parameters: { page: page('2414183') },
			wire: [list(50)],
			out: [labs, tools],
		},
		{
			name: 'no more than the limit, by the address of the page',
			page: 'organizations',
			given: withBrands,
			parameters: { page: page('https://www.linkedin.com/company/acme-corp', 'url'), limit: 1 },
			wire: [byVanityName('acme-corp'), list(1)],
			out: [labs],
		},
		{
			name: 'all of them, over several pages of the list',
			page: ['organizations', 'pagination'],
			given: (simulator) => {
				for (let number = 1; number <= 101; number += 1) addBrand(simulator, `${7700000 + number}`, 'Brand');
				return {};
			},
			parameters: { page: page('2414183'), returnAll: true },
			wire: [list(100), list(100, 100)],
			out: Array.from({ length: 101 }, (_, index) => brand(`${7700001 + index}`, 'Brand', 'brand')),
		},
		{
			name: 'who is no administrator sees them too',
			page: 'organizations',
			about: 'fields for everybody',
			member: 'bob',
			given: withBrands,
			parameters: { page: page('2414183') },
			wire: [list(50)],
			out: [labs, tools],
		},
		{
			name: 'Raw gives the elements of LinkedIn, with urn and url beside them',
			page: 'organizations',
			given: withBrands,
			parameters: { page: page('2414183'), limit: 1, output: 'raw' },
			wire: [list(1)],
			out: [
				{
					id: 7700002,
					localizedName: 'Acme Labs',
					name: {
						localized: { en_US: 'Acme Labs' },
						preferredLocale: { country: 'US', language: 'en' },
					},
					vanityName: 'acme-labs',
					primaryOrganizationType: 'BRAND',
					locations: [],
					urn: labs.urn,
					url: labs.url,
				},
			],
		},
		{
			name: 'a page without any gives no items',
			page: 'organizations',
			parameters: { page: page('2414183') },
			wire: [list(50)],
			out: [],
		},
		{
			name: 'what is no page is refused without a call',
			page: 'organizations',
			parameters: { page: page('urn:li:person:Ada782bbtaQ') },
			wire: [],
			error: { message: expect.stringContaining('Page') },
		},
	],
});
