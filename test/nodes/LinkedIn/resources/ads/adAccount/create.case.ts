import { defineCase } from '../../../../../cases';
import { adsApp, byId } from '../connection';

const create = (body: object) => ({
	method: 'POST' as const,
	url: '/rest/adAccounts',
	restliMethod: 'CREATE',
	body,
});
const made = { name: 'XYZ Company', currency: 'USD', reference: byId('2414183') };
const body = {
	name: 'XYZ Company',
	currency: 'USD',
	type: 'BUSINESS',
	reference: 'urn:li:organization:2414183',
};

export default defineCase({
	operation: 'adAccount:create',
	cases: [
		{
			...adsApp,
			name: 'a business account of a page',
			page: 'adAccounts',
			about: 'CREATE',
			parameters: made,
			wire: [create(body)],
			out: [
				{
					urn: expect.stringMatching(/^urn:li:sponsoredAccount:\d+$/),
					url: expect.stringContaining('/campaignmanager/accounts/'),
					id: expect.stringMatching(/^\d+$/),
					created: true,
					name: 'XYZ Company',
					currency: 'USD',
					test: false,
				},
			],
		},
		{
			...adsApp,
			name: 'a draft test account with notifications',
			page: 'adAccounts',
			about: 'CREATE, test accounts',
			parameters: {
				...made,
				currency: 'eur',
				additionalFields: { test: true, status: 'DRAFT', notifiedOnCreativeRejection: true },
			},
			wire: [
				create({ ...body, currency: 'EUR', status: 'DRAFT', test: true, notifiedOnCreativeRejection: true }),
			],
			out: [expect.objectContaining({ created: true, currency: 'EUR', test: true })],
		},
		{
			...adsApp,
			name: 'a second test account is refused with the way out',
			page: 'adAccounts',
			about: 'test accounts',
			given: (simulator) => {
				simulator.state.ads.addAccount({ test: true, app: 'ads-app' });
				return {};
			},
			parameters: { ...made, additionalFields: { test: true } },
			wire: [create({ ...body, test: true })],
			error: { description: expect.stringContaining('one test account per app') },
		},
		{
			...adsApp,
			name: "LinkedIn's refused inputs are named as the fields of the node",
			page: ['adAccounts', 'errorResponses'],
			parameters: { ...made, currency: 'XXX' },
			wire: [create({ ...body, currency: 'XXX' })],
			error: { message: expect.stringMatching(/Currency: .*not supported/) },
		},
		{
			...adsApp,
			fields: { tier: 'development' },
			name: 'the Development tier makes test accounts only, and no call is made',
			page: ['adAccounts', 'accessTiers'],
			parameters: made,
			wire: [],
			error: { message: expect.stringContaining('Development tier') },
		},
		{
			...adsApp,
			name: 'what is no currency is refused before any call',
			page: 'adAccounts',
			parameters: { ...made, currency: 'Dollar' },
			wire: [],
			error: { message: '"DOLLAR" is not a currency' },
		},
	],
});
