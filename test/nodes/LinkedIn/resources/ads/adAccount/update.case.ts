import { defineCase } from '../../../../../cases';
import { ACCOUNT, adsApp, byId, manager, VIEWED } from '../connection';

const update = (id: string, $set: object) => ({
	method: 'POST' as const,
	url: `/rest/adAccounts/${id}`,
	restliMethod: 'PARTIAL_UPDATE',
	body: { patch: { $set } },
});
const updated = (id: string) => ({
	urn: `urn:li:sponsoredAccount:${id}`,
	url: `${manager}/${id}`,
	id,
	updated: true,
});

export default defineCase({
	operation: 'adAccount:update',
	cases: [
		{
			...adsApp,
			name: 'name, page and a notification',
			page: 'adAccounts',
			about: 'PARTIAL_UPDATE',
			parameters: {
				account: ACCOUNT,
				updateFields: { name: 'New', reference: '5583111', notifiedOnEndOfCampaign: false },
			},
			wire: [
				update('507404993', {
					name: 'New',
					reference: 'urn:li:organization:5583111',
					notifiedOnEndOfCampaign: false,
				}),
			],
			out: [updated('507404993')],
		},
		{
			...adsApp,
			name: 'several, one call each',
			page: 'adAccounts',
			parameters: { account: byId('507404993, 500000007'), updateFields: { status: 'CANCELED' } },
			wire: [update('507404993', { status: 'CANCELED' }), update('500000007', { status: 'CANCELED' })],
			out: [updated('507404993'), updated('500000007')],
		},
		{
			...adsApp,
			name: 'of several, one that is refused is an item with the reason, and the others are told too',
			page: ['adAccounts', 'accountAccess'],
			about: 'roles',
			parameters: { account: byId('507404993, 510426150, 500000007'), updateFields: { name: 'New' } },
			wire: ['507404993', '510426150', '500000007'].map((id) => update(id, { name: 'New' })),
			out: [
				updated('507404993'),
				{
					...updated('510426150'),
					updated: false,
					status: 403,
					reason: expect.stringMatching(/isn't allowed/),
				},
				updated('500000007'),
			],
		},
		{
			...adsApp,
			name: 'a viewer is told the role it takes',
			page: ['adAccounts', 'accountAccess'],
			about: 'roles',
			parameters: { account: VIEWED, updateFields: { name: 'No' } },
			wire: [update('510426150', { name: 'No' })],
			error: { description: expect.stringContaining('ACCOUNT_MANAGER or higher') },
		},
		{
			...adsApp,
			name: 'the sixth account on the Development tier is refused with the reason',
			page: ['adAccounts', 'accessTiers'],
			given: (simulator) => {
				const app = simulator.state.apps.get('ads-app');
				if (app) app.tier = 'development';
				return {};
			},
			parameters: { account: ACCOUNT, updateFields: { name: 'No' } },
			wire: [update('507404993', { name: 'No' })],
			error: { message: expect.stringContaining('not mapped to the application') },
		},
		{
			...adsApp,
			name: 'a page that LinkedIn no longer lets change',
			page: 'adAccounts',
			about: 'UPDATE_REFERENCE_NOT_ALLOWED',
			given: (simulator) => {
				simulator.state.ads.addCampaign('507404993');
				return {};
			},
			parameters: { account: ACCOUNT, updateFields: { reference: '5583111' } },
			wire: [update('507404993', { reference: 'urn:li:organization:5583111' })],
			error: {
				message: expect.stringContaining('Page: '),
				description: expect.stringContaining('once the account has campaigns'),
			},
		},
		{
			...adsApp,
			name: 'nothing to change is refused before any call',
			page: 'adAccounts',
			parameters: { account: ACCOUNT, updateFields: {} },
			wire: [],
			error: { message: 'There are no fields to update' },
		},
	],
});
