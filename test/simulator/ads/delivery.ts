import { mismatches, takesOptimizedRotation, targetOf, type Bidding } from './optimization';
import type { Entity } from './schema';

/** A stored campaign, as far as delivery depends on it. */
interface Stored extends Bidding {
	status: string;
	unitCost?: { amount: string };
	dailyBudget?: { amount: string };
	totalBudget?: { amount: string };
	runSchedule?: { start?: number };
	creativeSelection?: string;
	offsiteDeliveryEnabled?: boolean;
	politicalIntent?: string;
	locale?: unknown;
	targetingCriteria?: { include: { and: Array<{ or: Record<string, unknown> }> } };
}

export interface Surroundings {
	/** API version that created it. */
	version: string;
	/** Status of its campaign group. */
	group: string;
	/** How many conversions are associated with it. */
	conversions: number;
}

const OVER = ['ARCHIVED', 'CANCELED', 'COMPLETED', 'PENDING_DELETION', 'REMOVED'];
const PLACES = ['locations', 'profileLocations', 'ipLocations'];
/** Minimums in USD that were seen, for campaigns that aren't active yet. */
const LEAST_DAILY = 10;
const LEAST_TOTAL = 100;

/**
 * Whether a campaign could deliver once it's active and has an approved creative. Written only from
 * docs.budgetCombinations and docs/behaviour.md#bids-of-0: LinkedIn accepts some that can't, and shows them as
 * RUNNABLE.
 * @returns the reasons why not, one sentence each; empty if it could
 */
export function whyNotDelivering(entity: Entity, { version, group, conversions }: Surroundings): string[] {
	const campaign = entity as unknown as Stored;
	const reasons = [...mismatches(campaign, version), ...amountReasons(campaign), ...budgetReasons(campaign)];
	const because = (holds: boolean, reason: string) => void (holds && reasons.push(reason));
	const facets = (campaign.targetingCriteria?.include.and ?? []).flatMap(({ or }) => Object.keys(or));

	because(campaign.runSchedule?.start === undefined, 'There is no runSchedule.start');
	because(OVER.includes(campaign.status), `It is ${campaign.status}`);
	because(group === 'DRAFT' && campaign.status !== 'DRAFT', 'A draft group takes only drafts');
	because(
		campaign.optimizationTargetType === 'MAX_CONVERSION' && conversions === 0,
		'MAX_CONVERSION needs an associated conversion before the campaign is active',
	);
	because(
		campaign.creativeSelection !== 'ROUND_ROBIN' && !takesOptimizedRotation(campaign, version),
		'Messages rotate their creatives evenly',
	);
	because(campaign.offsiteDeliveryEnabled === undefined, 'There is no word on the audience network');
	because(campaign.politicalIntent === undefined, 'There is no political intent');
	because(campaign.locale === undefined, 'There is no locale');
	because(
		!PLACES.some((place) => facets.includes(`urn:li:adTargetingFacet:${place}`)),
		'The targeting has no place',
	);
	return reasons;
}

/** A bid, target or cap of 0 is accepted and wins no auction. Text ads don't need one. */
function amountReasons(campaign: Stored): string[] {
	const amount = targetOf(campaign)?.amount;
	if (amount === undefined) return [];
	if (campaign.type === 'TEXT_AD' && campaign.unitCost === undefined) return [];
	return Number(campaign.unitCost?.amount ?? 0) > 0 ? [] : [`The ${amount} is 0`];
}

function budgetReasons({ type, format, dailyBudget, totalBudget }: Stored): string[] {
	const daily = dailyBudget && Number(dailyBudget.amount);
	const total = totalBudget && Number(totalBudget.amount);
	return [
		...(daily === undefined && total === undefined ? ['There is no budget'] : []),
		...(daily !== undefined && daily < LEAST_DAILY ? [`Less than ${LEAST_DAILY} a day`] : []),
		...(total !== undefined && total < LEAST_TOTAL ? [`Less than ${LEAST_TOTAL} in all`] : []),
		...(daily !== undefined && total !== undefined && total < daily ? ['Less in all than a day'] : []),
		...(type === 'DYNAMIC' && (daily === undefined || total === undefined)
			? ['Dynamic ads need both budgets']
			: []),
		...(type === 'DYNAMIC' && format === undefined ? ['Dynamic ads need a format'] : []),
	];
}
