import { defineCase } from '../../../../../cases';
import type { Simulator } from '../../../../../simulator';
import { byVanityName, page } from './pageItems';

const get = {
	method: 'GET' as const,
	url: '/rest/networkSizes/urn%3Ali%3Aorganization%3A2414183?edgeType=COMPANY_FOLLOWED_BY_MEMBER',
	restliMethod: 'GET',
	version: '202609',
};
const identity = {
	urn: 'urn:li:organization:2414183',
	url: 'https://www.linkedin.com/company/2414183',
};

function withFollowers({ state }: Simulator) {
	state.followers.setTotal(identity.urn, 219145);
	return {};
}

export default defineCase({
	operation: 'organization:getFollowerCount',
	cases: [
		{
			name: 'of a page, with the exact edge type',
			page: 'organizations',
			given: withFollowers,
			parameters: { page: page('2414183') },
			wire: [get],
			out: [{ ...identity, followers: 219145 }],
		},
		{
			name: 'a name in the address is looked up first',
			page: 'organizations',
			given: withFollowers,
			parameters: { page: page('https://www.linkedin.com/showcase/acme-corp', 'url') },
			wire: [byVanityName('acme-corp'), get],
			out: [{ ...identity, followers: 219145 }],
		},
		{
			name: 'Raw gives what LinkedIn sent, with urn and url beside it',
			page: 'organizations',
			given: withFollowers,
			parameters: { page: page('2414183'), output: 'raw' },
			wire: [get],
			out: [{ firstDegreeSize: 219145, ...identity }],
		},
		{
			name: 'an answer without the number gives null',
			page: 'organizations',
			given: (simulator) => {
				simulator.faults.add({ match: { path: /networkSizes/ }, effect: { status: 200, body: {} } });
				return {};
			},
			parameters: { page: page('2414183') },
			wire: [get],
			out: [{ ...identity, followers: null }],
		},
		{
			name: 'less than nothing is no number of followers',
			page: 'organizations',
			given: (simulator) => {
				const body = { firstDegreeSize: -1 };
				simulator.faults.add({ match: { path: /networkSizes/ }, effect: { status: 200, body } });
				return {};
			},
			parameters: { page: page('2414183') },
			wire: [get],
			out: [{ ...identity, followers: null }],
		},
	],
});
