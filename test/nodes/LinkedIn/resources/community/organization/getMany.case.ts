import { defineCase } from '../../../../../cases';

const roles = {
	method: 'GET' as const,
	url: '/rest/organizationAcls?q=roleAssignee&state=APPROVED&start=0&count=100',
	restliMethod: 'FINDER',
	version: '202609',
};
const names = {
	method: 'GET' as const,
	url: '/rest/organizationsLookup?ids=List(2414183,5583111)',
	restliMethod: 'BATCH_GET',
};

const acme = {
	urn: 'urn:li:organization:2414183',
	id: '2414183',
	url: 'https://www.linkedin.com/company/2414183',
	name: 'Acme Corp',
	vanityName: 'acme-corp',
	roles: ['ADMINISTRATOR'],
	mayPost: true,
	mayComment: true,
	mayReadComments: true,
	mayReadStatistics: true,
};
const globex = {
	urn: 'urn:li:organization:5583111',
	id: '5583111',
	url: 'https://www.linkedin.com/company/5583111',
	name: 'Globex & Söhne (Labs)',
	vanityName: 'globex-labs',
	roles: ['CONTENT_ADMINISTRATOR'],
	mayPost: true,
	mayComment: false,
	mayReadComments: false,
	mayReadStatistics: false,
};

export default defineCase({
	operation: 'organization:getMany',
	cases: [
		{
			name: 'approved pages with name and rights; a revoked role is left out',
			page: ['organizations', 'organizationAccess'],
			parameters: {},
			wire: [roles, names],
			out: [acme, globex],
		},
		{
			name: 'the Development tier refuses batches: names are asked one by one, a refused name is null',
			page: ['organizations', 'increasingAccess'],
			about: 'BATCH_GET on the Development tier',
			given: (simulator) => {
				Object.assign(simulator.state.apps.get('suite-app') ?? {}, { tier: 'development' });
				return {};
			},
			fields: { tier: 'development' },
			parameters: {},
			wire: [
				roles,
				{ method: 'GET', url: '/rest/organizations/2414183', restliMethod: 'GET' },
				{ method: 'GET', url: '/rest/organizations/5583111', restliMethod: 'GET' },
			],
			out: [acme, { ...globex, name: null, vanityName: null }],
		},
		{
			name: 'of two roles on one page both count',
			page: 'organizationAccess',
			given: (simulator) => {
				simulator.state.setRole('ada', '5583111', 'DIRECT_SPONSORED_CONTENT_POSTER');
				return {};
			},
			parameters: { limit: 2 },
			wire: [roles, names],
			out: [
				acme,
				{
					...globex,
					roles: ['CONTENT_ADMINISTRATOR', 'DIRECT_SPONSORED_CONTENT_POSTER'],
					mayComment: true,
					mayReadComments: true,
				},
			],
		},
		{
			name: 'a limit of one gives one page',
			page: 'organizationAccess',
			parameters: { limit: 1 },
			wire: [roles, names],
			out: [acme],
		},
		{
			name: 'rights need the scope too, not the role alone',
			page: 'organizationAccess',
			scopes: ['rw_organization_admin'],
			parameters: { limit: 1 },
			wire: [roles, names],
			out: [{ ...acme, mayPost: false, mayComment: false, mayReadComments: false }],
		},
		{
			name: 'a member without a page gets an empty list',
			page: 'organizationAccess',
			member: 'bob',
			parameters: { returnAll: true },
			wire: [roles],
			out: [],
		},
		{
			name: 'without a scope for pages no call is made',
			page: 'organizationAccess',
			scopes: ['openid', 'profile', 'w_member_social'],
			parameters: {},
			wire: [],
			error: {
				message: expect.stringContaining('rw_organization_admin'),
				description: expect.stringContaining('Community Management API'),
			},
		},
	],
});
