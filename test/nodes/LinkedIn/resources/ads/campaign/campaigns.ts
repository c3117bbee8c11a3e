import type { INodeParameters } from 'n8n-workflow';

import { ACCOUNT, ACCOUNT_PATH, byId } from '../connection';

export const CAMPAIGNS = `${ACCOUNT_PATH}/adCampaigns`;
export const GROUP_ID = 635137195;

/** One location (docs.targetingCriteria). */
export const AMERICANS = {
	include: { and: [{ or: { 'urn:li:adTargetingFacet:locations': ['urn:li:geo:103644278'] } }] },
};

/** A row of the builder. */
export const rule = (match: string, facet: string, entities: string) => ({
	match,
	facet: { __rl: true, mode: 'id', value: facet },
	entities: { __rl: true, mode: 'id', value: entities },
});

/** The minimum fields of a campaign. */
export const needed: INodeParameters = {
	account: ACCOUNT,
	campaignGroup: byId(String(GROUP_ID)),
	name: 'Campaign A',
	dailyBudget: '50',
	politicalIntent: 'NOT_POLITICAL',
	offsiteDeliveryEnabled: 'false',
	targetingCriteria: { rules: [rule('and', 'locations', 'urn:li:geo:103644278')] },
};
