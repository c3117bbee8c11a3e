import type { Simulator } from '../../../../../simulator';
import { manager } from '../connection';

/** Existing campaigns of Acme's account, and their output (docs.campaigns). */

const START = Date.UTC(2027, 0, 1);

export const identity = (id: string | number) => ({
	urn: `urn:li:sponsoredCampaign:${id}`,
	url: `${manager}/507404993/campaigns/${id}`,
	id: String(id),
});

export function twoCampaigns({ state }: Simulator): { a: number; b: number } {
	state.ads.addGroup('507404993', { id: 1001, name: 'Spring' });
	const campaignGroup = 'urn:li:sponsoredCampaignGroup:1001';
	const associatedEntity = 'urn:li:organization:2414183';
	state.ads.addCampaign('507404993', {
		id: 2001,
		name: 'A',
		campaignGroup,
		associatedEntity,
		runSchedule: { start: START },
	});
	state.ads.addCampaign('507404993', {
		id: 2002,
		name: 'B',
		campaignGroup,
		associatedEntity,
		status: 'DRAFT',
		type: 'TEXT_AD',
		runSchedule: { start: START },
	});
	return { a: 2001, b: 2002 };
}

export const campaignA = {
	...identity(2001),
	account: 'urn:li:sponsoredAccount:507404993',
	campaignGroup: 'urn:li:sponsoredCampaignGroup:1001',
	page: 'urn:li:organization:2414183',
	name: 'A',
	status: 'ACTIVE',
	isServing: true,
	servingStatuses: ['RUNNABLE'],
	objective: 'BRAND_AWARENESS',
	type: 'SPONSORED_UPDATES',
	format: null,
	costType: 'CPM',
	bid: { amount: 15, currency: 'USD' },
	dailyBudget: { amount: 50, currency: 'USD' },
	totalBudget: null,
	start: '2027-01-01T00:00:00.000Z',
	end: null,
	locale: 'en_US',
	targetingCriteria: {
		include: { and: [{ or: { 'urn:li:adTargetingFacet:locations': ['urn:li:geo:103644278'] } }] },
	},
	optimizationTargetType: 'NONE',
	creativeSelection: 'OPTIMIZED',
	pacingStrategy: null,
	politicalIntent: 'NOT_POLITICAL',
	audienceExpansionEnabled: false,
	offsiteDeliveryEnabled: false,
	connectedTelevisionOnly: null,
	test: false,
	createdAt: expect.stringMatching(/^\d{4}-/),
	lastModifiedAt: expect.stringMatching(/^\d{4}-/),
};

export const campaignB = { ...campaignA, ...identity(2002), name: 'B', status: 'DRAFT', type: 'TEXT_AD' };
