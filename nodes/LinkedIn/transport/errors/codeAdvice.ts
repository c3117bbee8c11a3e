/**
 * What to change, by the error codes of LinkedIn's ads resources. The codes are in the answer itself or, if there are
 * several, with its input errors.
 * @see docs.errorResponses
 */
import { lookUp } from '../answers/lookUp';

const ADVICE: Record<string, string> = {
	AUDIENCE_SIZE_TOO_SMALL: 'Widen the targeting: LinkedIn needs an audience of at least 300 members.',
	BLANK_ACCOUNT_NAME: 'Give the ad account a name.',
	CANNOT_UPDATE_BACKFILLED_CAMPAIGN_GROUPS: "This is LinkedIn's own default campaign group; use another one.",
	CONVERSION_CAMPAIGN_MISSING_ASSOCIATED_CONVERSION:
		'Associate a conversion rule with the campaign first: Conversion, Associate Campaign.',
	CURRENCY_MISMATCH: "Use the ad account's own currency; leave Currency empty and it is looked up.",
	CURRENCY_NOT_SUPPORTED: "Choose a currency from LinkedIn's list of supported ones.",
	DATE_IMMUTABLE_WHEN_PASSED: 'A date that has passed cannot be changed; leave it out.',
	DATE_TOO_EARLY: 'Choose a start that is not in the past.',
	DELETE_ALLOWED_ONLY_FOR_DRAFT_STATUS:
		'LinkedIn deletes only drafts. Set the status to Pending Deletion instead; Delete does this for you.',
	DELETE_NOT_ALLOWED:
		'LinkedIn deletes only drafts. Set the status to Pending Deletion instead; Delete does this for you.',
	FIELD_IMMUTABLE_FOR_NON_DRAFT_CAMPAIGNS:
		'This field can be changed only while the campaign is a draft. Create a new campaign instead.',
	FIELD_CANNOT_BE_BOTH_IN_INCLUDED_AND_EXCLUDED_TARGETING:
		'Take the value out of one of the two: the included or the excluded targeting.',
	FIELD_NOT_ALLOWED: 'Leave out the field that LinkedIn names.',
	FIELD_VALUE_TOO_LOW: 'Raise the amount that LinkedIn names.',
	IMMUTABLE_CAMPAIGN_OBJECTIVE_TYPE: "A campaign's objective can't be changed. Create a new campaign.",
	INCOMPATIBLE_TARGETING_COMBINATION:
		'LinkedIn does not combine job titles with seniorities or job functions, nor employers with industries or company sizes. Drop one of them.',
	INSUFFICIENT_CAMPAIGN_GROUP_BUDGET:
		"Raise the campaign group's total budget, or lower that of the campaign.",
	INVALID_CAMPAIGN_CONFIGURATION:
		'LinkedIn does not allow this combination of objective, format, campaign type, optimization, cost type, audience network and audience expansion. Change one of them.',
	INVALID_STATUS_TRANSITION: 'LinkedIn does not allow this change of status.',
	MISSING_CAMPAIGN_GROUP_ID: 'Choose a campaign group.',
	ONLY_DRAFT_CAMPAIGNS_ALLOWED_IN_DRAFT_CAMPAIGN_GROUPS:
		'The campaign group is a draft: create the campaign as a draft, or activate the group first.',
	QUERY_PARAM_NOT_ALLOWED: "LinkedIn doesn't allow this filter for this app; leave it out.",
	SEGMENT_CREATION_NOT_ALLOWED_FOR_TEST_ACCOUNTS:
		"Test accounts can't have audiences. Use another ad account.",
	SEGMENT_LIMIT_EXCEEDED: 'An ad account can have at most 1,000 audiences. Delete some first.',
	START_DATE_AFTER_END_DATE: 'Choose an end after the start.',
	STATUS_CHANGE_NOT_ALLOWED: 'LinkedIn does not allow this change of status.',
	TEST_ACCOUNT_LIMIT_REACHED: 'LinkedIn allows one test account per app; use the existing one.',
	UPDATE_REFERENCE_NOT_ALLOWED: 'The page of an ad account cannot be changed once the account has campaigns.',
};

/**
 * The advice for these codes, without duplicates; undefined if none is known.
 * @param codes as LinkedIn wrote them
 */
export function codeAdvice(codes: Array<string | undefined>): string | undefined {
	const ways = codes.flatMap((code) => (code === undefined ? [] : (lookUp(ADVICE, code) ?? [])));
	return ways.length > 0 ? [...new Set(ways)].join(' ') : undefined;
}
