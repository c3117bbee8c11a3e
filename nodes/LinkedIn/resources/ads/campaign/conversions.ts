/** The conversions of a campaign that was just made: only then can they be linked, and it bid for them. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { LinkedIn } from '../../../transport';
import type { LinkedInError } from '../../../transport/errors';
import { patch } from '../../../transport/restli/patch';
import type { SponsoredRef } from '../../../transport/restli/sponsored';
import { conversionField } from '../conversion/fields';
import { filterBy } from '../fields';

/** An option of a collection. */
export const conversionsField: INodeProperties = filterBy(
	conversionField,
	'conversions',
	'The conversions that the campaign counts, linked right after it is made; by ID several, separated by commas. For Website Conversions without a Bid LinkedIn then bids for conversions, else for clicks: to change that later, use Conversion: Associate Campaign, then Campaign: Update.',
);

export interface NewlyMade {
	account: string;
	/** Null where LinkedIn did not tell it. */
	id: string | null;
	urn: string | null;
}

export interface Linked {
	/** One each, in the order given; `associated` is null where the answer was lost. */
	conversions: IDataObject[];
	/** Undefined where the campaign bids as it was made. */
	target?: 'MAX_CONVERSION';
	notices: string[];
}

/**
 * Links conversions to a campaign. The campaign is made already, so what LinkedIn refuses is told and not thrown.
 * @param bidding cost type and bid of a campaign that is to bid for conversions once it has one; undefined for others
 */
export async function linkConversions(
	linkedin: Pick<LinkedIn, 'attempt'>,
	{ account, id, urn: campaign }: NewlyMade,
	wanted: SponsoredRef[],
	bidding: Record<string, unknown> | undefined,
): Promise<Linked> {
	if (id === null || campaign === null) {
		return {
			conversions: wanted.map(({ urn }) => ({ urn, associated: false })),
			notices: ['The conversions were not linked, because LinkedIn did not tell the campaign.'],
		};
	}
	const conversions: IDataObject[] = [];
	for (const { urn } of wanted) {
		const pair = { campaign, conversion: urn };
		const result = await linkedin.attempt<unknown>({
			restliMethod: 'UPDATE',
			path: '/rest/campaignConversions/{pair}',
			keys: { pair },
			body: pair,
		});
		conversions.push(
			result.ok
				? { urn, associated: true }
				: {
						urn,
						associated: isRefusal(result.error) ? false : null,
						status: result.error.details.status,
						reason: result.error.message,
					},
		);
	}
	const failed = conversions.filter(({ associated }) => associated !== true);
	const notices = failed.map(({ urn, associated, reason }) =>
		associated === null
			? `Whether ${String(urn)} was linked is unknown: ${String(reason)}.`
			: `${String(urn)} was not linked: ${String(reason)}.`,
	);
	if (bidding === undefined) return { conversions, notices };
	if (failed.length === conversions.length) return { conversions, notices: [...notices, STAYS] };
	const switched = await linkedin.attempt<unknown>({
		restliMethod: 'PARTIAL_UPDATE',
		path: '/rest/adAccounts/{account}/adCampaigns/{id}',
		keys: { account, id },
		body: { ...patch({ ...bidding, optimizationTargetType: 'MAX_CONVERSION' }) },
	});
	if (switched.ok) return { conversions, target: 'MAX_CONVERSION', notices };
	return { conversions, notices: [...notices, whyNot(switched.error)] };
}

const STAYS = 'The campaign bids for clicks.';

/** Anything else, such as a lost answer or a 5xx, may have been done. */
const isRefusal = ({ details: { status } }: LinkedInError) =>
	status !== null && status >= 400 && status < 500;

const whyNot = (error: LinkedInError) =>
	isRefusal(error)
		? `${STAYS} LinkedIn did not change it to conversions: ${error.message}.`
		: `Whether the campaign bids for conversions or for clicks still is unknown: ${error.message}.`;
