import { manager } from '../connection';

/** The output for Acme's ad account (docs.adAccounts). */
export const acmeAds = {
	urn: 'urn:li:sponsoredAccount:507404993',
	url: `${manager}/507404993`,
	id: '507404993',
	name: 'Acme Ads',
	currency: 'USD',
	status: 'ACTIVE',
	type: 'BUSINESS',
	test: false,
	page: 'urn:li:organization:2414183',
	isServing: true,
	servingStatuses: ['RUNNABLE'],
	notifications: {
		campaignOptimization: false,
		creativeApproval: false,
		creativeRejection: false,
		endOfCampaign: false,
		newFeatures: null,
	},
	createdAt: expect.stringMatching(/^\d{4}-/),
	lastModifiedAt: expect.stringMatching(/^\d{4}-/),
};

export const globexAds = {
	...acmeAds,
	urn: 'urn:li:sponsoredAccount:510426150',
	url: `${manager}/510426150`,
	id: '510426150',
	name: 'Globex Ads',
	currency: 'EUR',
	page: 'urn:li:organization:5583111',
};
