import type { INodeParameters } from 'n8n-workflow';

import { connectTo } from '../../../../../engine/connection';
import { runNode } from '../../../../../engine/run';
import { startSimulator, type Simulator } from '../../../../../simulator';
import { whyNotDelivering } from '../../../../../simulator/ads/delivery';
import { ACCOUNT, adsApp } from '../connection';
import { GROUP_ID, needed } from './campaigns';

/**
 * Campaigns with the node's defaults can deliver: LinkedIn accepts campaigns that can't, and shows them as RUNNABLE.
 */

const OBJECTIVES = [
	'BRAND_AWARENESS',
	'ENGAGEMENT',
	'JOB_APPLICANT',
	'LEAD_GENERATION',
	'TALENT_LEAD',
	'VIDEO_VIEW',
	'WEBSITE_CONVERSION',
	'WEBSITE_VISIT',
];
const TYPES = ['DYNAMIC', 'SPONSORED_INMAILS', 'SPONSORED_UPDATES', 'TEXT_AD'];

/** Only dynamic ads need more than any campaign (docs.campaigns). */
const DYNAMIC = { totalBudget: '500', end: '2100-01-01T00:00:00Z', format: 'SPOTLIGHT' };
const ITEMS = TYPES.flatMap((type) =>
	OBJECTIVES.map((objective) => ({ type, objective, ...(type === 'DYNAMIC' && DYNAMIC) })),
);
const EACH: INodeParameters = {
	name: '={{ $json.type + " " + $json.objective }}',
	type: '={{ $json.type }}',
	objectiveType: '={{ $json.objective }}',
	totalBudget: '={{ $json.totalBudget ?? "" }}',
	end: '={{ $json.end ?? "" }}',
	additionalFields: { format: '={{ $json.format ?? "" }}' },
};

let simulator: Simulator;
let runs = 0;
beforeEach(async () => {
	simulator = await startSimulator();
	simulator.state.ads.addGroup(ACCOUNT.value, { id: GROUP_ID, status: 'ACTIVE' });
});
afterEach(async () => await simulator.close());

/** @returns the output items, and LinkedIn's campaigns */
async function made(version: string, parameters: INodeParameters, items: Array<Record<string, string>>) {
	const { error, outputs } = await runNode({
		node: 'linkedInAds',
		parameters: {
			authentication: 'oAuth2',
			resource: 'campaign',
			operation: 'create',
			...needed,
			...parameters,
		},
		credentials: {
			...connectTo(simulator, { ...adsApp, fields: { version } }),
			name: `delivery ${(runs += 1)}`,
		},
		items,
	});
	expect(error).toBeUndefined();
	const { campaigns, conversions } = simulator.state.ads;
	const stored = campaigns
		.of(ACCOUNT.value)
		.filter(({ campaignGroup }) => campaignGroup === `urn:li:sponsoredCampaignGroup:${GROUP_ID}`);
	const reasons = stored.map((campaign) => {
		const associated = conversions.associationsOf(`urn:li:sponsoredCampaign:${String(campaign.id)}`);
		return {
			name: campaign.name,
			reasons: whyNotDelivering(campaign, { version, group: 'ACTIVE', conversions: associated.length }),
		};
	});
	return { items: (outputs[0] ?? []).map(({ json }) => json), stored, reasons };
}

test.each(['202606', '202607', '202609'])(
	'with API version %s a campaign of each objective and type could deliver',
	async (version) => {
		const { reasons } = await made(version, EACH, ITEMS);
		expect(reasons).toHaveLength(OBJECTIVES.length * TYPES.length);
		expect(reasons.filter((one) => one.reasons.length > 0)).toEqual([]);
	},
);

test('messages rotate as the API version wants it that the connection moved on to', async () => {
	simulator.state.versions.end('202606');
	const { stored } = await made('202606', EACH, [
		{ type: 'SPONSORED_INMAILS', objective: 'LEAD_GENERATION' },
	]);
	const create = simulator.requests.find(({ restliMethod }) => restliMethod === 'CREATE');
	expect(create).toMatchObject({ version: '202609' });
	expect(stored).toMatchObject([{ creativeSelection: 'OPTIMIZED' }]);
});
