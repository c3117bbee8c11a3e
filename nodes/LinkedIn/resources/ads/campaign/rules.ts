/**
 * What LinkedIn is known to refuse in a campaign, said before any call.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/integrations/ads/account-structure/create-and-manage-campaigns
 */
import { InputError } from '../../../transport/inputError';
import type { LinkedInError } from '../../../transport/errors';
import type { CampaignType } from './fields';

export interface Planned {
	status: string;
	type: CampaignType;
	objectiveType: string | undefined;
	hasPage: boolean;
	hasDailyBudget: boolean;
	hasTotalBudget: boolean;
	hasEnd: boolean;
	offsiteDeliveryEnabled: boolean;
	connectedTelevisionOnly: boolean;
	creativeSelection: string | undefined;
	format: string | undefined;
}

interface Rule {
	/** What it looks at; it is passed over where one of them could not be read. */
	of: ReadonlyArray<keyof Planned>;
	isBroken: (planned: Planned) => boolean;
	field: string;
	message: string;
	advice: string;
}

const RULES: Rule[] = [
	{
		of: ['hasDailyBudget', 'hasTotalBudget'],
		isBroken: ({ hasDailyBudget, hasTotalBudget }) => !hasDailyBudget && !hasTotalBudget,
		field: 'Daily Budget',
		message: 'Neither Daily Budget nor Total Budget is given, and LinkedIn wants one of them',
		advice: 'Give one of the two.',
	},
	{
		of: ['hasTotalBudget', 'hasEnd'],
		isBroken: ({ hasTotalBudget, hasEnd }) => hasTotalBudget && !hasEnd,
		field: 'End',
		message: 'Total Budget is given without an End',
		advice: 'Give an End, or a Daily Budget in place of the Total Budget.',
	},
	{
		of: ['type', 'creativeSelection'],
		isBroken: ({ type, creativeSelection }) =>
			type === 'SPONSORED_INMAILS' && creativeSelection === 'OPTIMIZED',
		field: 'Creative Selection',
		message: 'Sponsored Messaging cannot show the best performing creative only',
		advice: 'Set Creative Selection to Rotate Evenly, or leave it out.',
	},
	{
		of: ['connectedTelevisionOnly', 'offsiteDeliveryEnabled'],
		isBroken: ({ connectedTelevisionOnly, offsiteDeliveryEnabled }) =>
			connectedTelevisionOnly && !offsiteDeliveryEnabled,
		field: 'Audience Network',
		message: 'Connected TV Only needs the Audience Network, which is off',
		advice: 'Switch the Audience Network on, or Connected TV Only off.',
	},
	{
		of: ['type', 'format'],
		isBroken: ({ type, format }) => type === 'DYNAMIC' && format === undefined,
		field: 'Format',
		message: 'Dynamic Ads need a Format from the start',
		advice: 'Add Format under Additional Fields: Follow Company, Jobs or Spotlight.',
	},
	{
		of: ['status', 'type', 'objectiveType', 'hasPage'],
		isBroken: ({ status, type, objectiveType, hasPage }) =>
			status !== 'DRAFT' &&
			!hasPage &&
			(type === 'SPONSORED_UPDATES' || type === 'DYNAMIC' || objectiveType === 'LEAD_GENERATION'),
		field: 'Page',
		message: 'Page is empty, and Sponsored Content, Dynamic Ads and lead generation need one',
		advice: 'Choose the company page that advertises, or create the campaign as a draft.',
	},
];

/** The fields that the rules look at, as they were read. */
export interface PlannedFields {
	status: string;
	type: CampaignType;
	objectiveType: string | undefined;
	page: string;
	dailyBudget: string | undefined;
	totalBudget: string | undefined;
	runSchedule: { end?: number };
	offsiteDeliveryEnabled: boolean;
	options: { connectedTelevisionOnly?: unknown; creativeSelection?: unknown; format?: unknown };
}

/** What the rules look at, as far as it could be read. */
export function planOf(read: Partial<PlannedFields>): Partial<Planned> {
	const { status, type, objectiveType, offsiteDeliveryEnabled, options } = read;
	return {
		...('status' in read && { status }),
		...('type' in read && { type }),
		...('objectiveType' in read && { objectiveType }),
		...('offsiteDeliveryEnabled' in read && { offsiteDeliveryEnabled }),
		...('page' in read && { hasPage: read.page !== '' }),
		...('dailyBudget' in read && { hasDailyBudget: read.dailyBudget !== undefined }),
		...('totalBudget' in read && { hasTotalBudget: read.totalBudget !== undefined }),
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
 * The way out where LinkedIn refuses one campaign more, whatever code it has for it.
 * @returns undefined for any other refusal
 */
export function limitAdvice({ message, details }: LinkedInError): string | undefined {
	const isRefused = details.status !== null && [400, 403, 409, 422].includes(details.status);
	if (!isRefused || !SAYS_LIMIT.test(`${details.code} ${message}`)) return undefined;
	return (
		'LinkedIn allows 5,000 campaigns of any status in an ad account, 1,000 active ones, and 2,000 in a campaign ' +
		'group other than the default one. Delete drafts, archive or use another campaign group or ad account.'
	);
}
