import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp } from '../connection';
import { crm, twoAudiences } from './audiences';

const find = (query: string) => ({
	method: 'GET' as const,
	url: `/rest/dmpSegments?q=account&account=urn%3Ali%3AsponsoredAccount%3A507404993${query}&start=0&count=100`,
	restliMethod: 'FINDER',
});

export default defineCase({
	operation: 'audience:getMany',
	cases: [
		{
			...adsApp,
			name: 'all of an account',
			page: 'audiences',
			about: 'q=account',
			given: twoAudiences,
			parameters: { account: ACCOUNT, returnAll: true },
			wire: [find('')],
			out: [crm, expect.objectContaining({ id: '9002', type: 'COMPANY' })],
		},
		{
			...adsApp,
			name: 'by the segment of the own system',
			page: 'audiences',
			about: 'q=account',
			given: twoAudiences,
			parameters: {
				account: ACCOUNT,
				returnAll: true,
				filters: { sourcePlatform: 'MY_CRM', sourceSegmentId: 'k1' },
			},
			wire: [find('&sourcePlatform=MY_CRM&sourceSegmentId=k1')],
			out: [crm],
		},
	],
});
