import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp, byId } from '../connection';
import { ACCOUNT_QUERY, identity, signedUp, thankYou, twoRules } from './rules';

const get = (id: number) => ({
	method: 'GET' as const,
	url: `/rest/conversions/${id}?${ACCOUNT_QUERY}`,
	restliMethod: 'GET',
});

export default defineCase({
	operation: 'conversion:get',
	cases: [
		{
			...adsApp,
			name: 'one, with the account that LinkedIn wants on item calls',
			page: 'conversions',
			about: 'GET',
			given: twoRules,
			parameters: { account: ACCOUNT, conversion: byId('urn:lla:llaPartnerConversion:5001') },
			wire: [get(5001)],
			out: [signedUp],
		},
		{
			...adsApp,
			name: 'several, one that is not there in its place with the reason',
			page: 'conversions',
			about: 'GET',
			given: twoRules,
			parameters: { account: ACCOUNT, conversion: byId('5002, 7, 5001') },
			wire: [get(5002), get(7), get(5001)],
			out: [
				thankYou,
				{
					urn: identity(7).urn,
					url: identity(7).url,
					found: false,
					status: 404,
					reason:
						"LinkedIn found nothing there, or doesn't show it to this connection: Conversion 7 is not found",
				},
				signedUp,
			],
		},
	],
});
