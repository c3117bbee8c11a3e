/**
 * What LinkedIn is known to reject in a campaign, reported before any call.
 * @see docs.campaigns
 */
import type { LinkedInError } from '../../../transport/errors/errors';
import { InputError } from '../../../transport/errors/inputError';
import { facetNamed } from '../targeting/facets';
import type { TargetingCriteria } from '../targeting/shape';
import type { CampaignType } from './fields';

export interface Planned {
	status: string;
	type: CampaignType;
	objectiveType: string | undefined;
	hasPage: boolean;
	hasEnd: boolean;
	dailyBudget: string | undefined;
	totalBudget: string | undefined;
	hasPlace: boolean;
	offsiteDeliveryEnabled: boolean;
	connectedTelevisionOnly: boolean;
	creativeSelection: string | undefined;
	format: string | undefined;
	/** API version in force. */
	version: string;
}

/** From this API version on LinkedIn may choose among the creatives of Sponsored Messaging. */
const OPTIMIZED_MESSAGES_SINCE = '202607';

/**
 * The rotation of a new campaign's creatives if the user doesn't choose one: LinkedIn's default, except for message ads
 * if LinkedIn refuses that, or if it's unknown whether it accepts it.
 * @param version in force for the connection
 * @returns undefined for LinkedIn's default
 */
export function rotationOf(
	{ type, objectiveType }: { type: CampaignType; objectiveType?: string },
	version: string,
): 'OPTIMIZED' | 'ROUND_ROBIN' | undefined {
	if (type !== 'SPONSORED_INMAILS') return undefined;
	const isOptimized = version >= OPTIMIZED_MESSAGES_SINCE && objectiveType === 'LEAD_GENERATION';
	return isOptimized ? 'OPTIMIZED' : 'ROUND_ROBIN';
}

interface Rule {
	/** The fields it checks; it's skipped if one of them could not be read. */
	of: ReadonlyArray<keyof Planned>;
	isBroken: (planned: Planned) => boolean;
	field: string;
	message: string;
	advice: string;
}

const RULES: Rule[] = [
	{
		of: ['dailyBudget', 'totalBudget'],
		isBroken: ({ dailyBudget, totalBudget }) => dailyBudget === undefined && totalBudget === undefined,
		field: 'Daily Budget',
		message: 'A campaign needs a Daily Budget or a Total Budget',
		advice: 'Enter one of them.',
	},
	{
		of: ['totalBudget', 'hasEnd'],
		isBroken: ({ totalBudget, hasEnd }) => totalBudget !== undefined && !hasEnd,
		field: 'End',
		message: 'A Total Budget needs an End',
		advice: 'Enter an End, or a Daily Budget instead of the Total Budget.',
	},
	{
		of: ['dailyBudget', 'totalBudget'],
		isBroken: ({ dailyBudget, totalBudget }) => Number(totalBudget) < Number(dailyBudget),
		field: 'Total Budget',
		message: 'Total Budget is less than Daily Budget',
		advice: 'Raise the Total Budget, or leave one of them out.',
	},
	{
		of: ['hasPlace'],
		isBroken: ({ hasPlace }) => !hasPlace,
		field: 'Targeting',
		message: 'Targeting has no location, but every campaign needs one',
		advice: 'Add a rule for locations or profileLocations, e.g. locations of urn:li:geo:103644278.',
	},
	{
		of: ['type', 'creativeSelection', 'version'],
		isBroken: ({ type, creativeSelection, version }) =>
			type === 'SPONSORED_INMAILS' && creativeSelection === 'OPTIMIZED' && version < OPTIMIZED_MESSAGES_SINCE,
		field: 'Creative Selection',
		message: `Creative Selection is Best Performing, which Sponsored Messaging has only with API version ${OPTIMIZED_MESSAGES_SINCE} or later`,
		advice:
			'Set Creative Selection to Rotate Evenly, leave it out, or choose a newer API Version in the credential.',
	},
	{
		of: ['connectedTelevisionOnly', 'offsiteDeliveryEnabled'],
		isBroken: ({ connectedTelevisionOnly, offsiteDeliveryEnabled }) =>
			connectedTelevisionOnly && !offsiteDeliveryEnabled,
		field: 'Audience Network',
		message: 'Connected TV Only needs the Audience Network, which is off',
		advice: 'Turn on Audience Network, or turn off Connected TV Only.',
	},
	{
		of: ['type', 'format'],
		isBroken: ({ type, format }) => type === 'DYNAMIC' && format === undefined,
		field: 'Format',
		message: 'Dynamic Ads need a Format',
		advice: 'Add Format under Additional Fields: Follow Company, Jobs or Spotlight.',
	},
	{
		of: ['type', 'dailyBudget', 'totalBudget'],
		isBroken: ({ type, dailyBudget, totalBudget }) =>
			type === 'DYNAMIC' && (dailyBudget === undefined) !== (totalBudget === undefined),
		field: 'Total Budget',
		message: 'Dynamic Ads need a Daily Budget and a Total Budget',
		advice: 'Enter both, and the End that a Total Budget needs.',
	},
	{
		of: ['status', 'type', 'objectiveType', 'hasPage'],
		isBroken: ({ status, type, objectiveType, hasPage }) =>
			status !== 'DRAFT' &&
			!hasPage &&
			(type === 'SPONSORED_UPDATES' || type === 'DYNAMIC' || objectiveType === 'LEAD_GENERATION'),
		field: 'Page',
		message: 'Page is empty, but Sponsored Content, Dynamic Ads and lead generation need one',
		advice: 'Choose the Company Page that advertises, or create the campaign as a draft.',
	},
];

/** The fields that the rules check, as they were read. */
export interface PlannedFields {
	status: string;
	type: CampaignType;
	objectiveType: string | undefined;
	page: string;
	dailyBudget: string | undefined;
	totalBudget: string | undefined;
	runSchedule: { end?: number };
	targetingCriteria: TargetingCriteria;
	offsiteDeliveryEnabled: boolean;
	options: { connectedTelevisionOnly?: unknown; creativeSelection?: unknown; format?: unknown };
}

const PLACES = ['locations', 'profileLocations', 'ipLocations'].map((name) => facetNamed(name).urn);

const hasPlace = ({ include }: TargetingCriteria) =>
	include.and.some(({ or }) => PLACES.some((urn) => urn in or));

/**
 * What the rules check, if it could be read.
 * @param version in force for the connection
 */
export function planOf(read: Partial<PlannedFields>, version: string): Partial<Planned> {
	const { status, type, objectiveType, offsiteDeliveryEnabled, options } = read;
	return {
		version,
		...('status' in read && { status }),
		...('type' in read && { type }),
		...('objectiveType' in read && { objectiveType }),
		...('offsiteDeliveryEnabled' in read && { offsiteDeliveryEnabled }),
		...('page' in read && { hasPage: read.page !== '' }),
		...('dailyBudget' in read && { dailyBudget: read.dailyBudget }),
		...('totalBudget' in read && { totalBudget: read.totalBudget }),
		...(read.targetingCriteria && { hasPlace: hasPlace(read.targetingCriteria) }),
		...('runSchedule' in read && { hasEnd: read.runSchedule?.end !== undefined }),
		...(options && {
			connectedTelevisionOnly: options.connectedTelevisionOnly === true,
			creativeSelection: options.creativeSelection as string | undefined,
			format: options.format as string | undefined,
		}),
	};
}

/**
 * @param planned what could be read
 * @returns an error for each rule that is broken
 */
export function brokenRules(planned: Partial<Planned>): InputError[] {
	return RULES.filter(
		({ of, isBroken }) => of.every((name) => name in planned) && isBroken(planned as Planned),
	).map(({ field, message, advice }) => new InputError(field, message, advice));
}

const SAYS_LIMIT = /limit|too many/i;

/**
 * The advice when LinkedIn rejects another campaign, whatever its code.
 * @returns undefined for any other error
 */
export function limitAdvice({ message, details }: LinkedInError): string | undefined {
	const isRefused = details.status !== null && [400, 403, 409, 422].includes(details.status);
	if (!isRefused || !SAYS_LIMIT.test(`${details.code} ${message}`)) return undefined;
	return (
		'LinkedIn allows 5,000 campaigns of any status in an ad account, 1,000 active ones, and 2,000 in a campaign ' +
		'group other than the default one. Delete drafts, archive campaigns, or use another campaign group or ad account.'
	);
}
