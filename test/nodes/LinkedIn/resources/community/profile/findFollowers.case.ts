import { defineCase } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';

const ACME = { __rl: true, mode: 'id', value: '2414183' };
const scopes = ['r_organization_followers', 'rw_organization_admin'];

const find = (keywords: string) => ({
	method: 'GET' as const,
	url: `/rest/peopleTypeahead?q=organizationFollowers&keywords=${keywords}&organization=urn%3Ali%3Aorganization%3A2414183`,
	restliMethod: 'FINDER',
	version: '202609',
});

const cleo = {
	urn: 'urn:li:person:cLeO55wQz0',
	url: null,
	name: 'Cleo Lindqvist',
	firstName: 'Cleo',
	lastName: 'Lindqvist',
	headline: 'Reads and comments',
	picture: null,
};

function withFollowers({ state }: Simulator) {
	for (const member of ['bob', 'cleo']) state.followers.add(member, 'urn:li:organization:2414183');
	return {};
}

/** LinkedIn does not describe the answer: forms that it may have. */
function answering(element: object) {
	return (simulator: Simulator) => {
		simulator.faults.add({
			match: { path: /peopleTypeahead/ },
			effect: { status: 200, body: { elements: [element] } },
		});
		return {};
	};
}

export default defineCase({
	operation: 'profile:findFollowers',
	cases: [
		{
			name: 'followers of a page by the beginning of a name',
			contract: '§9.6',
			scopes,
			given: withFollowers,
			parameters: { page: ACME, keywords: 'Cleo L' },
			wire: [find('Cleo%20L')],
			out: [cleo],
		},
		{
			name: 'nobody is an empty list',
			contract: '§9.6',
			scopes,
			given: withFollowers,
			parameters: { page: ACME, keywords: 'zz' },
			wire: [find('zz')],
			out: [],
		},
		{
			name: 'names as records and a bare id are read too',
			contract: '§9.6 "fields UNCONFIRMED"',
			scopes,
			given: answering({
				id: 'cLeO55wQz0',
				firstName: { localized: { en_US: 'Cleo' } },
				lastName: { localized: { en_US: 'Lindqvist' } },
				headline: { localized: { en_US: 'Reads and comments' } },
				vanityName: 'cleo-l',
			}),
			parameters: { page: ACME, keywords: 'cle' },
			wire: [find('cle')],
			out: [{ ...cleo, url: 'https://www.linkedin.com/in/cleo-l' }],
		},
		{
			name: 'Raw gives the element of LinkedIn, with urn and url beside it',
			contract: '§9.6',
			scopes,
			given: answering({ member: 'urn:li:person:cLeO55wQz0', firstName: 'Cleo', extra: 1 }),
			parameters: { page: ACME, keywords: 'cle', output: 'raw' },
			wire: [find('cle')],
			out: [
				{
					member: 'urn:li:person:cLeO55wQz0',
					firstName: 'Cleo',
					extra: 1,
					urn: 'urn:li:person:cLeO55wQz0',
					url: null,
				},
			],
		},
		{
			name: 'without the scope no call is made',
			contract: '§2.9',
			parameters: { page: ACME, keywords: 'cle' },
			wire: [],
			error: { message: expect.stringContaining('r_organization_followers') },
		},
	],
});
