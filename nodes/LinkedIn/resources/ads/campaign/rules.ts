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
	isBroken: (planned: Planned) => boolean;
	field: string;
	message: string;
	advice: string;
}

const RULES: Rule[] = [
	{
		isBroken: ({ hasDailyBudget, hasTotalBudget }) => !hasDailyBudget && !hasTotalBudget,
		field: 'Daily Budget',
		message: 'Neither Daily Budget nor Total Budget is given, and LinkedIn wants one of them',
		advice: 'Give one of the two.',
	},
	{
		isBroken: ({ hasTotalBudget, hasEnd }) => hasTotalBudget && !hasEnd,
		field: 'End',
		message: 'Total Budget is given without an End',
		advice: 'Give an End, or a Daily Budget in place of the Total Budget.',
	},
	{
		isBroken: ({ type, creativeSelection }) =>
			type === 'SPONSORED_INMAILS' && creativeSelection === 'OPTIMIZED',
		field: 'Creative Selection',
		message: 'Sponsored Messaging cannot show the best performing creative only',
		advice: 'Set Creative Selection to Rotate Evenly, or leave it out.',
	},
	{
		isBroken: ({ connectedTelevisionOnly, offsiteDeliveryEnabled }) =>
			connectedTelevisionOnly && !offsiteDeliveryEnabled,
		field: 'Audience Network',
		message: 'Connected TV Only needs the Audience Network, which is off',
		advice: 'Switch the Audience Network on, or Connected TV Only off.',
	},
	{
		isBroken: ({ type, format }) => type === 'DYNAMIC' && format === undefined,
		field: 'Format',
		message: 'Dynamic Ads need a Format from the start',
		advice: 'Add Format under Additional Fields: Follow Company, Jobs or Spotlight.',
	},
	{
		isBroken: ({ status, type, objectiveType, hasPage }) =>
			status !== 'DRAFT' &&
			!hasPage &&
			(type === 'SPONSORED_UPDATES' || type === 'DYNAMIC' || objectiveType === 'LEAD_GENERATION'),
		field: 'Page',
		message: 'Page is empty, and Sponsored Content, Dynamic Ads and lead generation need one',
		advice: 'Choose the company page that advertises, or create the campaign as a draft.',
	},
];

/** @throws InputError for the first rule that is broken */
export function checkPlan(planned: Planned): void {
	const broken = RULES.find(({ isBroken }) => isBroken(planned));
	if (broken) throw new InputError(broken.field, broken.message, broken.advice);
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
