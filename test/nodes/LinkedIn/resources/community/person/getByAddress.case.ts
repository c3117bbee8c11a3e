import { defineCase, type OperationCase } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';
import {
	byAddress,
	cleo,
	CLEO,
	follow,
	hidden,
	hide,
	pictures,
	portrait,
	PORTRAIT,
	roles,
	single,
} from './people';

const scopes = ['r_organization_followers', 'rw_organization_admin', 'r_organization_social'];
const ADDRESS = 'https://www.linkedin.com/in/cleo-example';
const page = (value: string) => ({ __rl: true, mode: 'id', value });
const ACME = page('2414183');
const found = [byAddress('cleo-example'), single('cLeO55wQz0')];

const nobody = {
	urn: null,
	url: ADDRESS,
	found: false,
	status: 404,
	reason: expect.stringMatching(
		/finds nobody there as an admin of urn:li:organization:2414183.*only followers of the page/,
	) as unknown as string,
};

/** What a user may have of the same profile. */
const written = (profileUrl: string): OperationCase => ({
	name: `the profile as ${profileUrl}`,
	page: 'mentionSearch',
	scopes,
	given: follow,
	parameters: { profileUrl, page: ACME },
	wire: found,
	out: [cleo],
});

const without = (setting: (state: Simulator['state']) => void) => (simulator: Simulator) => {
	setting(simulator.state);
	return {};
};

export default defineCase({
	operation: 'person:getByAddress',
	cases: [
		written(ADDRESS),
		written('cleo-example'),
		written('in/cleo-example'),
		written('/in/cleo-example/'),
		written('linkedin.com/in/cleo-example/?trk=people-guest'),
		written('http://de.linkedin.com/in/cleo-example/en'),
		written('https://m.linkedin.com/in/cleo-example#about'),
		written('https://www.linkedin.com/comm/in/cleo-example/recent-activity/all/'),
		written('https%3A%2F%2Fwww.linkedin.com%2Fin%2Fcleo%2Dexample'),
		{
			name: 'without a page, as the admin of the first one whose role allows it',
			page: ['mentionSearch', 'organizationAccess'],
			scopes,
			given: (simulator) => {
				portrait(simulator);
				return follow(simulator);
			},
			parameters: { profileUrl: ADDRESS },
			wire: [roles, ...found, pictures(PORTRAIT)],
			out: [
				{
					...cleo,
					picture: expect.stringContaining(PORTRAIT),
					pictureUrn: `urn:li:digitalmediaAsset:${PORTRAIT}`,
				},
			],
		},
		{
			name: 'nobody there is an item that says why it may be',
			behaviour: 'People',
			scopes,
			parameters: { profileUrl: ADDRESS, page: ACME },
			wire: [byAddress('cleo-example')],
			out: [nobody],
		},
		{
			name: 'an empty list says the same',
			behaviour: 'People',
			scopes,
			given: without((state) => {
				state.addressMiss = 'empty';
			}),
			parameters: { profileUrl: ADDRESS, page: ACME },
			wire: [byAddress('cleo-example')],
			out: [nobody],
		},
		{
			name: 'someone who does not follow the page, where LinkedIn finds them',
			behaviour: 'People',
			scopes,
			given: without((state) => {
				state.addressesFind = 'anyone';
			}),
			parameters: { profileUrl: ADDRESS, page: ACME },
			wire: found,
			out: [cleo],
		},
		{
			name: 'other letters are sent as they are, and once more percent-encoded',
			behaviour: 'People',
			scopes,
			given: (simulator) => {
				simulator.state.member('cleo').vanityName = 'cl%C3%A9o';
				return follow(simulator);
			},
			parameters: { profileUrl: 'https://fr.linkedin.com/in/cl%C3%A9o', page: ACME },
			wire: [byAddress('cl%C3%A9o'), byAddress('cl%25C3%25A9o'), single('cLeO55wQz0')],
			out: [expect.objectContaining({ urn: CLEO, name: 'Cleo Lindqvist' })],
		},
		{
			name: 'someone who hides is found, with the URL that was given',
			behaviour: 'People',
			scopes,
			given: (simulator) => {
				hide(simulator);
				return follow(simulator);
			},
			parameters: { profileUrl: 'cleo-example', page: ACME },
			wire: found,
			out: [{ ...hidden, url: ADDRESS }],
		},
		{
			name: 'whoever cannot be read is found all the same, and a notice says so',
			page: 'mentionSearch',
			scopes,
			given: (simulator) => {
				simulator.faults.add({
					match: { path: /^\/rest\/people/ },
					effect: { status: 403, body: { status: 403, message: 'Not for you' } },
				});
				return follow(simulator);
			},
			parameters: { profileUrl: ADDRESS, page: ACME },
			wire: found,
			out: [
				{
					...hidden,
					hidden: null,
					url: ADDRESS,
					notice: expect.stringContaining("didn't show more than the URN"),
				},
			],
		},
		{
			name: 'a page where the role does not allow it is an error that names the roles',
			page: 'mentionSearch',
			scopes,
			parameters: { profileUrl: ADDRESS, page: page('5583111') },
			wire: [byAddress('cleo-example', '5583111')],
			error: {
				httpCode: '403',
				description: expect.stringContaining('ADMINISTRATOR or DIRECT_SPONSORED_CONTENT_POSTER'),
			},
		},
		{
			name: 'a member without a page is told who can',
			page: 'mentionSearch',
			scopes,
			member: 'bob',
			parameters: { profileUrl: ADDRESS },
			wire: [roles],
			error: { message: expect.stringContaining('the connected member is admin of none') },
		},
		{
			name: 'an app whose tier lacks it is no profile that nobody has',
			page: 'mentionSearch',
			scopes,
			given: (simulator) => {
				simulator.faults.add({
					match: { path: /vanityUrl/ },
					effect: { status: 404, body: { status: 404, message: 'No virtual resource found' } },
				});
				return {};
			},
			parameters: { profileUrl: ADDRESS, page: ACME },
			wire: [byAddress('cleo-example')],
			error: { message: expect.stringContaining("doesn't offer this to the app") },
		},
		{
			name: 'without the scope no call is made',
			page: 'mentionSearch',
			parameters: { profileUrl: ADDRESS, page: ACME },
			wire: [],
			error: { message: expect.stringContaining('r_organization_followers') },
		},
		{
			name: 'the address of a page is refused without a call',
			page: 'mentionSearch',
			scopes,
			parameters: { profileUrl: 'https://www.linkedin.com/company/acme-corp', page: ACME },
			wire: [],
			error: { message: expect.stringContaining('is a page link') },
		},
		{
			name: 'an address of the older kind is refused without a call',
			page: 'mentionSearch',
			scopes,
			parameters: { profileUrl: 'https://www.linkedin.com/pub/cleo/1/2/3', page: ACME },
			wire: [],
			error: { message: expect.stringContaining('of the older kind') },
		},
	],
});
