/**
 * Cost type, bid and target of a campaign, which only make sense together: LinkedIn accepts a manual bid, a target cost
 * or a cap of 0, shows the campaign as RUNNABLE, and never delivers it.
 */
import { InputError } from '../../../transport/errors/inputError';
import type { Objective } from '../fields/objective';
import { bidField, costTypeField, type CampaignType, type CostType } from './fields';
import { automaticTarget, isByHand, objectivesOf, targetNamed, targetsFor, type Target } from './targets';

/** The values of the three fields. */
export interface GivenBidding {
	costType: CostType | undefined;
	/** Digits; undefined if empty or 0. */
	bid: string | undefined;
	/** Undefined if nothing is chosen, `NONE` for manual bidding. */
	target: string | undefined;
}

export interface Bidding {
	costType: CostType | undefined;
	/** Amount of `unitCost`; undefined if it is left out. */
	amount: string | undefined;
	target: string | undefined;
	/** Notices about it, for the item. */
	notices: string[];
	/** Problems with it. */
	problems: InputError[];
}

const OPTIMIZATION = 'Optimization';
const BID = bidField.displayName;
const COST_TYPE = costTypeField.displayName;

/** The other fields of a new campaign that its bidding depends on. */
export interface NewCampaign {
	type: CampaignType;
	/** Undefined only with an expression. */
	objective: Objective | undefined;
	format: string | undefined;
	/** Conversions are linked to it right after it's created. */
	hasConversion: boolean;
}

/** The bidding of a new campaign: automatic if there is no bid. */
export function biddingOf(given: GivenBidding, campaign: NewCampaign): Bidding {
	const { type, objective, format, hasConversion } = campaign;
	const isAutomatic = given.bid === undefined && given.target === undefined;
	if (type === 'TEXT_AD' && given.bid === undefined && isManual(given.target)) return ofText(given);
	if (isAutomatic && objective === undefined) {
		return { ...given, amount: undefined, notices: [], problems: [noObjective()] };
	}
	const name = isAutomatic && objective ? automaticTarget(objective, type, hasConversion) : given.target;
	const target = targetNamed(name);
	const bidding = settle(name, isAutomatic ? charged(target) : target, given);
	const isVideo = objective === 'VIDEO_VIEW' || format === 'SINGLE_VIDEO';
	if (isManual(name) && given.costType === 'CPV' && !isVideo) bidding.problems.push(noVideo());
	const objectives = objectivesOf(target, type);
	if (name !== undefined && objective && objectives && !objectives.includes(objective)) {
		const others = targetsFor(objective, type).join(', ');
		bidding.problems.push(
			new InputError(
				OPTIMIZATION,
				`${OPTIMIZATION} is ${name}, which isn't available for ${objective}${type === 'SPONSORED_INMAILS' ? ' by message' : ''}`,
				`Choose one of ${others}, or leave it out.`,
			),
		);
	}
	if (name === 'MAX_CONVERSION' && !hasConversion) bidding.problems.push(noConversion());
	if (isAutomatic && objective === 'WEBSITE_CONVERSION' && !hasConversion) bidding.notices.push(FOR_CLICKS);
	return bidding;
}

/**
 * The bidding of a change, for campaigns whose type and objective only LinkedIn knows.
 * @param given `bid` can be `0` here, only for automatic bidding
 */
export function changedBidding(given: GivenBidding): Bidding {
	const bid = Number(given.bid) === 0 ? undefined : given.bid;
	if (given.target !== undefined) return settle(given.target, targetNamed(given.target), { ...given, bid });
	const problems: InputError[] = [];
	if (given.bid !== undefined && bid === undefined) problems.push(bidOfNothing());
	else if (given.costType !== undefined && bid === undefined) problems.push(costTypeAlone());
	return { ...given, amount: bid, notices: [], problems };
}

const isManual = (name: string | undefined) => name === undefined || name === 'NONE';

/** As in LinkedIn's table when the node chooses the target: video is charged per view. */
const charged = (target: Target): Target => ({ ...target, costTypes: target.costTypes.slice(0, 1) });

/** Text ads have no target and no bid. */
function ofText({ costType, target }: GivenBidding): Bidding {
	const isForbidden = costType === 'CPV';
	return {
		costType: isForbidden ? 'CPM' : costType,
		amount: undefined,
		target,
		notices: isForbidden ? [changed('CPV', 'CPM', 'text ads have no video views')] : [],
		problems: [],
	};
}

/** What a target alone determines about cost type and bid. */
function settle(name: string | undefined, target: Target, { costType, bid }: GivenBidding): Bidding {
	const problems: InputError[] = [];
	const notices: string[] = [];
	const { costTypes } = target;
	const takes = costType !== undefined && costTypes.includes(costType);
	if (target.bid !== undefined && bid === undefined) problems.push(noBid(name, target.bid));
	if (target.bid === undefined && bid !== undefined) {
		notices.push(`LinkedIn bids automatically for ${name ?? 'NONE'} and ignores the ${BID}.`);
	}
	if (!takes && isByHand(target)) {
		problems.push(
			new InputError(
				COST_TYPE,
				`${COST_TYPE} is ${costType ?? 'empty'}, but a ${BID} needs one of ${costTypes.join(', ')}`,
				`Choose one of ${costTypes.join(', ')}.`,
			),
		);
	}
	const charges = takes ? costType : costTypes[0];
	if (costType !== undefined && !takes && !isByHand(target)) {
		notices.push(changed(costType, charges, `LinkedIn requires it for ${name ?? 'NONE'}`));
	}
	return { costType: charges, amount: bid ?? '0', target: name, notices, problems };
}

const changed = (from: CostType, to: CostType, why: string) =>
	`${COST_TYPE} was changed from ${from} to ${to}: ${why}.`;

function noBid(name: string | undefined, what: NonNullable<Target['bid']>): InputError {
	return new InputError(
		BID,
		`${BID} is empty, but ${OPTIMIZATION} ${name ?? 'NONE'} needs a ${what} greater than 0`,
		`Enter a ${BID}, or choose automatic bidding: an ${OPTIMIZATION} such as MAX_CLICK, or none for a new campaign.`,
	);
}

const noObjective = () =>
	new InputError(
		'Objective',
		`Objective and ${BID} are both empty, but automatic bidding depends on the objective`,
		`Choose an Objective, or enter a ${BID}.`,
	);

const noVideo = () =>
	new InputError(
		COST_TYPE,
		`${COST_TYPE} is CPV, which is only for video`,
		'Choose CPC or CPM, the Objective Video Views, or Video as the Format under Additional Fields.',
	);

const FOR_CLICKS =
	'Without Conversions, LinkedIn bids for clicks. To bid for conversions, add them under Additional Fields.';

const noConversion = () =>
	new InputError(
		OPTIMIZATION,
		`${OPTIMIZATION} is MAX_CONVERSION, but the campaign has no conversion`,
		'Add Conversions under Additional Fields, or leave Optimization out to bid for clicks.',
	);

const bidOfNothing = () =>
	new InputError(
		BID,
		`${BID} is 0, so the campaign would never deliver`,
		`Enter an amount greater than 0, or add ${OPTIMIZATION} for automatic bidding.`,
	);

const costTypeAlone = () =>
	new InputError(
		BID,
		`A new ${COST_TYPE} needs a ${BID}`,
		`Add the ${BID}, or an ${OPTIMIZATION} for automatic bidding.`,
	);
