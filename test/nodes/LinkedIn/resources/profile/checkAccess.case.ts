import { AREAS } from '../../../../../nodes/LinkedIn/resources/profile/capabilities';
import { defineCase } from '../../../../cases';
import { adsApp, manager } from '../ads/connection';

const introspection = {
	method: 'POST' as const,
	url: '/oauth/v2/introspectToken',
	body: 'client_id=suite-app&client_secret=***&token=***',
};
const reading = (restliMethod: string, url: string) => ({ method: 'GET' as const, url, restliMethod });
const me = reading('GET', '/v2/me');
const roles = reading('FINDER', '/rest/organizationAcls?q=roleAssignee&state=APPROVED&start=0&count=100');
const names = reading('BATCH_GET', '/rest/organizationsLookup?ids=List(2414183,5583111)');

const adsIntrospection = { ...introspection, body: 'client_id=ads-app&client_secret=***&token=***' };
const roleOfMine = reading('FINDER', '/rest/organizationAcls?q=roleAssignee&state=APPROVED&count=1');
const accounts = reading('FINDER', '/rest/adAccountUsers?q=authenticatedUser&start=0&count=100');
const account = (id: string, role: string, mayChange: boolean) => ({
	urn: `urn:li:sponsoredAccount:${id}`,
	id,
	url: `${manager}/${id}`,
	role,
	mayChange,
});

const statusOf = (statuses: Record<string, string>) =>
	expect.arrayContaining(
		Object.entries(statuses).map(([area, status]) => expect.objectContaining({ area, status })),
	);

const day = expect.stringMatching(/^\d{4}-\d\d-\d\d/);

const MISSING = expect.stringMatching(/^(Add the product .+ again\.|Make a second app |LinkedIn does )/);

export default defineCase({
	operation: 'profile:checkAccess',
	cases: [
		{
			name: 'all of Community Management: what is ready, and the pages with what I may do on each',
			page: ['introspection', 'organizationAccess'],
			parameters: { output: 'raw' },
			wire: [introspection, me, roles, names],
			out: [
				{
					token: { state: 'active', expiresAt: day, daysLeft: expect.any(Number), renewsItself: true },
					member: { urn: 'urn:li:person:Ada782bbtaQ', name: 'Ada Okafor' },
					scopes: [
						'r_basicprofile',
						'r_organization_social',
						'r_organization_social_feed',
						'rw_organization_admin',
						'w_member_social',
						'w_member_social_feed',
						'w_organization_social',
						'w_organization_social_feed',
					],
					products: ['Community Management API'],
					areas: statusOf({
						'Post as me': 'ready',
						'Post as a page': 'ready',
						'Read comments and reactions of my posts': 'ready',
						'Read comments of a page': 'ready',
						'Comment as a page': 'ready',
						'New comments through the notification feed': 'ready',
						'Statistics of a page, its posts and followers': 'ready',
						'Statistics of my posts and videos': 'missing scope',
						'My followers': 'missing scope',
						'Read ads': 'missing product',
						'Create and change ads': 'missing product',
						'Read ad reports': 'missing product',
						'Read leads and start workflows on new ones': 'missing product',
						'Send conversion events': 'missing product',
						'Fill audiences': 'missing product',
					}),
					pages: [
						expect.objectContaining({
							urn: 'urn:li:organization:2414183',
							name: 'Acme Corp',
							roles: ['ADMINISTRATOR'],
							mayPost: true,
							mayReadComments: true,
							mayReadStatistics: true,
						}),
						expect.objectContaining({
							urn: 'urn:li:organization:5583111',
							name: 'Globex & Söhne (Labs)',
							roles: ['CONTENT_ADMINISTRATOR'],
							mayPost: true,
							mayReadComments: false,
							mayReadStatistics: false,
						}),
					],
					adAccounts: null,
					version: {
						pinned: '202609',
						alive: true,
						endsOn: day,
						isEstimated: true,
						daysLeft: expect.any(Number),
						whenItEnds: 'moves on',
					},
					tier: 'standard',
					apiHost: expect.stringContaining('http://127.0.0.1:'),
					refused: [],
				},
			],
		},
		{
			name: 'a summary first, then a row an area',
			page: 'introspection',
			app: 'self-serve-app',
			member: 'bob',
			scopes: ['openid', 'profile', 'w_member_social'],
			fields: { appHas: 'selfServe' },
			parameters: {},
			wire: [{ ...introspection, body: 'client_id=self-serve-app&client_secret=***&token=***' }],
			out: [
				expect.objectContaining({
					summary: expect.stringMatching(
						/^Connected as Bob Marsh until \d{4}-\d\d-\d\d\. Ready: Post as me; Comment as me\. The other items say what is missing\.$/,
					),
					area: 'Connection',
					status: 'active',
					advice: null,
					token: expect.objectContaining({ state: 'active' }),
				}),
				...AREAS.map(({ name, scopes }) => ({
					summary: expect.stringMatching(/^.+: (ready|missing (product|scope))$/),
					area: name,
					status: ['Post as me', 'Comment as me'].includes(name)
						? 'ready'
						: expect.stringMatching(/^missing (product|scope)$/),
					scopes: scopes.join(' or '),
					advice: ['Post as me', 'Comment as me'].includes(name) ? null : MISSING,
				})),
			],
		},
		{
			name: 'a self-serve member: pages and ad accounts are not asked for, and the missing product is named',
			page: 'introspection',
			app: 'self-serve-app',
			member: 'bob',
			scopes: ['openid', 'profile', 'w_member_social'],
			fields: { appHas: 'selfServe' },
			parameters: { output: 'raw' },
			wire: [{ ...introspection, body: 'client_id=self-serve-app&client_secret=***&token=***' }],
			out: [
				expect.objectContaining({
					member: { urn: 'urn:li:person:Bob-4kd_91x', name: 'Bob Marsh' },
					areas: statusOf({
						'Post as me': 'ready',
						'Comment as me': 'ready',
						'Post as a page': 'missing product',
						'Read comments of a page': 'missing product',
					}),
					pages: null,
					adAccounts: null,
					refused: [],
				}),
			],
		},
		{
			...adsApp,
			name: 'all of Advertising: the ad accounts with my role on each, and a second app for comments',
			page: 'adAccountUsers',
			about: 'q=authenticatedUser',
			fields: { appHas: 'choose', products: ['advertising', 'leadSync', 'conversions'] },
			parameters: { output: 'raw' },
			wire: [adsIntrospection, roleOfMine, roles, names, accounts],
			out: [
				expect.objectContaining({
					member: { urn: 'urn:li:person:Ada782bbtaQ', name: null },
					products: ['Advertising API', 'Lead Sync API', 'Conversions API'],
					areas: statusOf({
						'Read ads': 'ready',
						'Create and change ads': 'ready',
						'Read ad reports': 'ready',
						'Read leads and start workflows on new ones': 'ready',
						'Send conversion events': 'ready',
						'Post as a page': 'ready',
						'Comment as a page': 'missing product',
					}),
					adAccounts: [
						account('500000007', 'ACCOUNT_MANAGER', true),
						account('507404993', 'ACCOUNT_BILLING_ADMIN', true),
						account('510426150', 'VIEWER', false),
					],
					refused: [],
				}),
			],
		},
		{
			...adsApp,
			name: 'a viewer of ads lacks the role to change them, and rw_ads does not fill audiences',
			page: ['accountAccess', 'audiences'],
			about: 'roles, scopes',
			scopes: adsApp.scopes.filter((scope) => scope !== 'rw_dmp_segments'),
			member: 'cleo',
			fields: { appHas: 'choose', products: ['advertising', 'leadSync', 'conversions'] },
			given: (simulator) => {
				simulator.state.ads.accounts.setRole('507404993', 'cleo', 'VIEWER');
				return {};
			},
			parameters: { output: 'raw' },
			wire: [adsIntrospection, roleOfMine, roles, accounts],
			out: [
				expect.objectContaining({
					areas: statusOf({
						'Read ads': 'ready',
						'Create and change ads': 'missing account role',
						'Fill audiences': 'missing product',
					}),
					adAccounts: [account('507404993', 'VIEWER', false)],
					refused: [
						expect.objectContaining({
							probe: 'Who am I',
							advice: expect.stringMatching(/^It comes with Advertising API.*: connect again/),
						}),
					],
				}),
			],
		},
		{
			name: 'a member with the scopes and without a page lacks the role',
			page: 'organizationAccess',
			member: 'bob',
			parameters: { output: 'raw' },
			wire: [introspection, me, roles],
			out: [
				expect.objectContaining({
					areas: statusOf({ 'Post as me': 'ready', 'Post as a page': 'missing page role' }),
					pages: [],
				}),
			],
		},
		{
			name: 'a scope of a chosen product that was not granted is a missing scope',
			page: 'introspection',
			scopes: ['r_basicprofile', 'w_member_social', 'rw_organization_admin'],
			parameters: { output: 'raw' },
			wire: [introspection, me, roles, names],
			out: [expect.objectContaining({ areas: statusOf({ 'Post as a page': 'missing scope' }) })],
		},
		{
			name: 'a token that was revoked is said so, and nothing more is asked',
			page: 'introspection',
			given: (simulator) => {
				simulator.faults.add({
					match: { path: /introspectToken/ },
					effect: { status: 200, body: { active: false, status: 'revoked' } },
				});
				return {};
			},
			parameters: { output: 'raw' },
			wire: [introspection],
			out: [
				expect.objectContaining({
					token: expect.objectContaining({ state: 'revoked' }),
					member: null,
					pages: null,
					areas: AREAS.map(({ name, scopes }) => ({
						area: name,
						status: 'token revoked',
						scopes: scopes.join(' or '),
						advice: 'Open the credential and connect again.',
					})),
				}),
			],
		},
		{
			name: 'a refused list of pages is a finding, not a failure',
			page: 'errors',
			given: (simulator) => {
				simulator.faults.add({
					match: { path: /organizationAcls/ },
					effect: {
						status: 403,
						body: {
							status: 403,
							serviceErrorCode: 100,
							code: 'ACCESS_DENIED',
							message: 'Not enough permissions to access: partnerApiOrganizationAcls.FINDER.20260901',
						},
					},
				});
				return {};
			},
			parameters: { output: 'raw' },
			wire: [introspection, me, roles],
			out: [
				expect.objectContaining({
					member: { urn: 'urn:li:person:Ada782bbtaQ', name: 'Ada Okafor' },
					areas: statusOf({ 'Post as me': 'ready', 'Post as a page': 'unknown' }),
					pages: null,
					refused: [expect.objectContaining({ probe: 'List my pages', status: 403, code: 'ACCESS_DENIED' })],
				}),
			],
		},
	],
});
