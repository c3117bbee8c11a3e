/** The conversions of a new campaign: they can be linked only after it was created, and it can bid for them only then. */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { patch } from '../../../transport/restli/patch';
import type { SponsoredRef } from '../../../transport/restli/urns/sponsored';
import type { LinkedInClient, Result } from '../../../transport/types';
import { conversionField } from '../conversion/fields';
import { filterBy } from '../fields/fields';

/** An option of a collection. */
export const campaignConversionsField: INodeProperties = filterBy(
	conversionField,
	'conversions',
	'The conversion that the campaign counts, or several IDs separated by commas; linked right after creation. With Website Conversions and no Bid, LinkedIn then bids for conversions instead of clicks. To change this later, use Conversion: Associate Campaign, then Campaign: Update.',
);

export interface NewlyMade {
	account: string;
	/** Null if LinkedIn didn't return it. */
	id: string | null;
	urn: string | null;
}

export interface Linked {
	/** One each, in the order given; `associated` is null if the response was lost. */
	conversions: IDataObject[];
	/** Undefined if the campaign bids as created, null if unknown. */
	target?: 'MAX_CONVERSION' | null;
	notices: string[];
}

/**
 * Links conversions to a campaign. The campaign already exists, so refusals are returned as notices and not thrown.
 * @param bidding cost type and bid of a campaign that should bid for conversions once it has one; undefined for others
 */
export async function linkConversions(
	linkedin: Pick<LinkedInClient, 'attempt'>,
	{ account, id, urn: campaign }: NewlyMade,
	wanted: SponsoredRef[],
	bidding: Record<string, unknown> | undefined,
): Promise<Linked> {
	if (id === null || campaign === null) {
		return {
			conversions: wanted.map(({ urn }) => ({ urn, associated: false })),
			notices: ["The conversions were not linked because LinkedIn didn't return the campaign's ID."],
		};
	}
	const conversions: IDataObject[] = [];
	let isWaitedOut = false;
	for (const { urn } of wanted) {
		const pair = { campaign, conversion: urn };
		const result: Result<unknown> = await linkedin.attempt({
			restliMethod: 'UPDATE',
			path: '/rest/campaignConversions/{pair}',
			keys: { pair },
			body: pair,
			// If waiting was in vain for one of them, the others don't wait again.
			...(!isWaitedOut && { partsMayLag: NOT_YET_THERE }),
		});
		isWaitedOut ||= !result.ok && NOT_YET_THERE.test(result.error.said);
		conversions.push(result.ok ? { urn, associated: true } : { urn, ...unlinked(result) });
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
	const { message } = switched.error;
	return switched.mayBeDone
		? { conversions, target: null, notices: [...notices, `${UNKNOWN_TARGET}: ${message}.`] }
		: {
				conversions,
				notices: [...notices, `${STAYS} LinkedIn did not change it to conversions: ${message}.`],
			};
}

/** LinkedIn's 404 message for a campaign created a few seconds ago. */
const NOT_YET_THERE = /does not have permission to UPDATE/i;

const STAYS = 'The campaign bids for clicks.';

const UNKNOWN_TARGET = "It's unknown whether the campaign bids for conversions or still for clicks";

type Refused = Extract<Result<unknown>, { ok: false }>;

const unlinked = ({ error, mayBeDone }: Refused) => ({
	associated: mayBeDone ? null : false,
	status: error.details.status,
	reason: error.message,
});
