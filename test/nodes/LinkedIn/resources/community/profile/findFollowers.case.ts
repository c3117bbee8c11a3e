import { defineCase } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';
import { pictures, portrait, PORTRAIT } from '../person/people';

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
	pictureUrn: null,
};

function withFollowers({ state }: Simulator) {
	for (const member of ['bob', 'cleo']) state.followers.add(member, 'urn:li:organization:2414183');
	return {};
}

/** Replaces the simulator's own element. */
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
			page: 'mentionSearch',
			scopes,
			given: withFollowers,
			parameters: { page: ACME, keywords: 'Cleo L' },
			wire: [find('Cleo%20L')],
			out: [cleo],
		},
		{
			name: 'nobody is an empty list',
			page: 'mentionSearch',
			scopes,
			given: withFollowers,
			parameters: { page: ACME, keywords: 'zz' },
			wire: [find('zz')],
			out: [],
		},
		{
			name: 'for who posts ads as the page, as for its administrators',
			page: 'mentionSearch',
			scopes,
			member: 'bob',
			given: (simulator) => {
				simulator.state.setRole('bob', '2414183', 'DIRECT_SPONSORED_CONTENT_POSTER');
				return withFollowers(simulator);
			},
			parameters: { page: ACME, keywords: 'Cleo L' },
			wire: [find('Cleo%20L')],
			out: [cleo],
		},
		{
			name: 'nobody else is answered, and the error names both roles',
			page: 'mentionSearch',
			scopes,
			member: 'bob',
			given: withFollowers,
			parameters: { page: ACME, keywords: 'Cleo L' },
			wire: [find('Cleo%20L')],
			error: {
				httpCode: '403',
				description: expect.stringContaining('ADMINISTRATOR or DIRECT_SPONSORED_CONTENT_POSTER'),
			},
		},
		{
			name: 'the address of the picture is read with one more call',
			page: ['mentionSearch', 'images'],
			scopes: [...scopes, 'r_organization_social'],
			given: (simulator) => {
				portrait(simulator);
				return withFollowers(simulator);
			},
			parameters: { page: ACME, keywords: 'cle' },
			wire: [find('cle'), pictures(PORTRAIT)],
			out: [
				{
					...cleo,
					picture: expect.stringContaining(`/dms/image/${PORTRAIT}`),
					pictureUrn: `urn:li:image:${PORTRAIT}`,
				},
			],
		},
		{
			name: 'Raw gives the element of LinkedIn, with urn and url beside it',
			page: 'mentionSearch',
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
			page: 'mentionSearch',
			parameters: { page: ACME, keywords: 'cle' },
			wire: [],
			error: { message: expect.stringContaining('r_organization_followers') },
		},
	],
});
