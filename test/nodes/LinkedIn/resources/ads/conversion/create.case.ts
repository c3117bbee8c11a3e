import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp, currencyLookUp } from '../connection';

const create = (body: object, query = '') => ({
	method: 'POST' as const,
	url: `/rest/conversions${query}`,
	restliMethod: 'CREATE',
	body: {
		name: 'Signed up',
		account: 'urn:li:sponsoredAccount:507404993',
		conversionMethod: 'CONVERSIONS_API',
		type: 'SIGN_UP',
		...body,
	},
});
const given = { account: ACCOUNT, name: 'Signed up', type: 'SIGN_UP' };
const made = {
	urn: expect.stringMatching(/^urn:lla:llaPartnerConversion:\d+$/),
	url: expect.stringContaining('/conversions/'),
	id: expect.stringMatching(/^\d+$/),
	created: true,
	name: 'Signed up',
	type: 'SIGN_UP',
};

export default defineCase({
	operation: 'conversion:create',
	cases: [
		{
			...adsApp,
			name: 'a rule for the Conversions API',
			page: 'conversions',
			about: 'CREATE',
			parameters: given,
			wire: [create({})],
			out: [made],
		},
		{
			...adsApp,
			name: "with windows, a value in the account's currency, and campaigns at once",
			page: 'conversions',
			about: 'CREATE',
			parameters: {
				...given,
				additionalFields: {
					postClickAttributionWindowSize: '90',
					viewThroughAttributionWindowSize: '30',
					attributionType: 'LAST_TOUCH_BY_CAMPAIGN',
					value: '25',
					autoAssociationType: 'ALL_CAMPAIGNS',
				},
			},
			wire: [
				currencyLookUp(),
				create(
					{
						attributionType: 'LAST_TOUCH_BY_CAMPAIGN',
						postClickAttributionWindowSize: 90,
						viewThroughAttributionWindowSize: 30,
						valueType: 'FIXED',
						value: { amount: '25', currencyCode: 'USD' },
					},
					'?autoAssociationType=ALL_CAMPAIGNS',
				),
			],
			out: [made],
		},
		{
			...adsApp,
			name: 'a window that LinkedIn does not have is refused before any call',
			page: 'conversions',
			about: 'CREATE',
			parameters: { ...given, additionalFields: { postClickAttributionWindowSize: '={{ 14 }}' } },
			wire: [],
			error: { message: 'Click Window (Days) is "14", which is not an option' },
		},
	],
});
