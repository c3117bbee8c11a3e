import { defineCase } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';
import { byVanityName, page } from './pageItems';

const list = (role: string, count: number) => ({
	method: 'GET' as const,
	url: `/rest/organizationAcls?q=organization&organization=urn%3Ali%3Aorganization%3A2414183${role}&state=APPROVED&start=0&count=${count}`,
	restliMethod: 'FINDER',
	version: '202609',
});

const holder = (id: string, role: string) => ({
	urn: `urn:li:person:${id}`,
	organization: 'urn:li:organization:2414183',
	role,
	state: 'APPROVED',
});
const ada = holder('Ada782bbtaQ', 'ADMINISTRATOR');

function withTeam({ state }: Simulator) {
	state.setRole('bob', '2414183', 'CONTENT_ADMIN');
	state.setRole('cleo', '2414183', 'ANALYST');
	return {};
}

export default defineCase({
	operation: 'organization:getAdministrators',
	cases: [
		{
			name: 'administrators by default',
			page: 'organizationAccess',
			given: withTeam,
			parameters: { page: page('2414183'), role: 'ADMINISTRATOR', limit: 50 },
			wire: [list('&role=ADMINISTRATOR', 50)],
			out: [ada],
		},
		{
			name: 'everybody with a role, by the address of the page',
			page: ['organizations', 'organizationAccess'],
			given: withTeam,
			parameters: {
				page: page('https://www.linkedin.com/company/acme-corp', 'url'),
				role: 'any',
				returnAll: true,
			},
			wire: [byVanityName('acme-corp'), list('', 100)],
			out: [ada, holder('Bob-4kd_91x', 'CONTENT_ADMIN'), holder('cLeO55wQz0', 'ANALYST')],
		},
		{
			name: 'content administrators in both spellings',
			page: 'organizationAccess',
			about: 'role',
			given: withTeam,
			parameters: { page: page('2414183'), role: 'CONTENT_ADMINISTRATOR', limit: 1 },
			wire: [list('', 100)],
			out: [holder('Bob-4kd_91x', 'CONTENT_ADMIN')],
		},
		{
			name: 'Raw gives the element of LinkedIn, with urn and url beside it',
			page: 'organizationAccess',
			parameters: { page: page('2414183'), role: 'ADMINISTRATOR', limit: 1, output: 'raw' },
			wire: [list('&role=ADMINISTRATOR', 1)],
			out: [
				{
					role: 'ADMINISTRATOR',
					state: 'APPROVED',
					roleAssignee: 'urn:li:person:Ada782bbtaQ',
					organization: 'urn:li:organization:2414183',
					urn: 'urn:li:person:Ada782bbtaQ',
					url: null,
				},
			],
		},
		{
			name: 'who is no administrator is refused, with the role to ask for',
			page: 'organizationAccess',
			member: 'bob',
			parameters: { page: page('2414183'), role: 'ADMINISTRATOR', limit: 50 },
			wire: [list('&role=ADMINISTRATOR', 50)],
			error: { httpCode: '403', description: expect.stringContaining('ADMINISTRATOR') },
		},
	],
});
