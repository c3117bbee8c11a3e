import { defineCase } from '../../../../../cases';
import { acme, byVanityName, hiddenFrom, missing, page } from './pageItems';

const get = {
	method: 'GET' as const,
	url: '/rest/organizations/2414183',
	restliMethod: 'GET',
	version: '202609',
};

export default defineCase({
	operation: 'organization:get',
	cases: [
		{
			name: 'a page that the member administers, what LinkedIn leaves out as null or []',
			page: 'organizations',
			parameters: { page: page('2414183') },
			wire: [get],
			out: [acme],
		},
		{
			name: 'all the fields that LinkedIn may send',
			page: 'organizations',
			given: (simulator) => {
				simulator.state.media.add({ kind: 'image', owner: 'urn:li:organization:2414183', id: 'C4D' });
				simulator.faults.add({
					match: { path: /^\/rest\/organizations\// },
					effect: {
						status: 200,
						body: {
							id: 2414183,
							localizedName: 'Acme Corp',
							vanityName: 'acme-corp',
							primaryOrganizationType: 'BRAND',
							localizedWebsite: 'https://acme.example',
							description: { localized: { en_US: 'We make things' } },
							organizationType: 'PRIVATELY_HELD',
							staffCountRange: 'SIZE_2_TO_10',
							industries: ['urn:li:industry:84'],
							localizedSpecialties: ['Things'],
							foundedOn: { year: 1998 },
							parentRelationship: { parent: 'urn:li:organization:1', relationshipStatus: 'ACTIVE' },
							logoV2: { original: 'urn:li:digitalmediaAsset:C4D' },
							locations: [{ locationType: 'HEADQUARTERS' }],
						},
					},
				});
				return {};
			},
			parameters: { page: page('https://www.linkedin.com/company/2414183/', 'url') },
			wire: [
				get,
				{
					method: 'GET',
					url: '/rest/images?fields=downloadUrl&ids=List(urn%3Ali%3Aimage%3AC4D)',
					restliMethod: 'BATCH_GET',
				},
			],
			out: [
				{
					...acme,
					type: 'BRAND',
					website: 'https://acme.example',
					description: 'We make things',
					organizationType: 'PRIVATELY_HELD',
					staffCountRange: 'SIZE_2_TO_10',
					industries: ['urn:li:industry:84'],
					specialties: ['Things'],
					foundedYear: 1998,
					parent: 'urn:li:organization:1',
					logo: expect.stringContaining('/dms/image/C4D'),
					logoUrn: 'urn:li:digitalmediaAsset:C4D',
					locations: [{ locationType: 'HEADQUARTERS' }],
				},
			],
		},
		{
			name: 'a name in the address is looked up first',
			page: 'organizations',
			parameters: { page: page('https://www.linkedin.com/company/acme-corp', 'url') },
			wire: [byVanityName('acme-corp'), get],
			out: [acme],
		},
		{
			name: 'several in one call, one that the member does not administer in its place with the reason',
			page: 'organizations',
			parameters: { page: page('5583111, 2414183') },
			wire: [
				{ method: 'GET', url: '/rest/organizations?ids=List(5583111,2414183)', restliMethod: 'BATCH_GET' },
			],
			out: [missing('5583111', 403, hiddenFrom('5583111')), acme],
		},
		{
			name: 'one that the member does not administer is an error that names the role',
			page: 'organizations',
			about: '403',
			parameters: { page: page('5583111') },
			wire: [{ ...get, url: '/rest/organizations/5583111' }],
			error: {
				message: expect.stringContaining("isn't an admin of this page"),
				description: expect.stringContaining('ADMINISTRATOR'),
			},
		},
		{
			name: 'Raw gives the entity of LinkedIn, with urn and url beside it',
			page: 'organizations',
			parameters: { page: page('2414183'), output: 'raw' },
			wire: [get],
			out: [
				expect.objectContaining({
					id: 2414183,
					$URN: 'urn:li:organization:2414183',
					localizedName: 'Acme Corp',
					urn: 'urn:li:organization:2414183',
					url: 'https://www.linkedin.com/company/2414183',
				}),
			],
		},
	],
});
