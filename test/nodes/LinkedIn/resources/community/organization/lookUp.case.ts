import { defineCase } from '../../../../../cases';
import { acmePublic, byVanityName, globexPublic, hiddenFrom, missing, page } from './pageItems';

const batch = (ids: string) => ({
	method: 'GET' as const,
	url: `/rest/organizationsLookup?ids=List(${ids})`,
	restliMethod: 'BATCH_GET',
	version: '202609',
});

export default defineCase({
	operation: 'organization:lookUp',
	cases: [
		{
			name: 'one page by its number, by anybody',
			page: 'organizations',
			member: 'bob',
			parameters: { page: page('2414183') },
			wire: [batch('2414183')],
			out: [acmePublic],
		},
		{
			name: 'several in every form, one that LinkedIn does not know in its place with the reason',
			page: ['organizations', 'methods'],
			about: 'BATCH_GET',
			items: [
				{
					pages: [
						'urn:li:organization:5583111',
						'77',
						'https://www.linkedin.com/company/acme-corp',
						'urn:li:organizationBrand:5583111',
					],
				},
			],
			parameters: { page: '={{ $json.pages }}' },
			wire: [byVanityName('acme-corp'), batch('5583111,77,2414183')],
			out: [globexPublic, missing('77', 404, 'Could not find entity'), acmePublic, globexPublic],
		},
		{
			name: 'on the Development tier one call each, which shows only pages that the member administers',
			page: ['organizations', 'increasingAccess'],
			about: 'BATCH_GET on the Development tier',
			given: (simulator) => {
				Object.assign(simulator.state.apps.get('suite-app') ?? {}, { tier: 'development' });
				return {};
			},
			fields: { tier: 'development' },
			parameters: { page: page('2414183,5583111') },
			wire: [
				{ method: 'GET', url: '/rest/organizations/2414183', restliMethod: 'GET' },
				{ method: 'GET', url: '/rest/organizations/5583111', restliMethod: 'GET' },
			],
			out: [
				acmePublic,
				missing('5583111', 403, `The connected member isn't an admin of this page: ${hiddenFrom('5583111')}`),
			],
		},
		{
			name: 'a person is not a page, and no call is made',
			page: 'urns',
			parameters: { page: page('urn:li:person:cLeO55wQz0') },
			wire: [],
			error: { message: expect.stringContaining('urn:li:person:cLeO55wQz0') },
		},
	],
});
