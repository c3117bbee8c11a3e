/**
 * What a report is broken down by.
 * @see docs.reports
 */
import { InputError } from '../../../transport/errors/inputError';
import { entriesOf } from '../../values/plainText';
import { closest } from './didYouMean';

export interface Pivot {
	/** LinkedIn's word. */
	value: string;
	name: string;
	/** Its key in the rows. */
	key: string;
}

/** LinkedIn's statistics finder accepts no more. */
const MOST_PIVOTS = 3;

const NAMES: Record<string, string> = {
	ACCOUNT: 'Account',
	CAMPAIGN: 'Campaign',
	CAMPAIGN_GROUP: 'Campaign Group',
	CARD_INDEX: 'Card Index',
	COMPANY: 'Company',
	CONVERSATION_NODE: 'Conversation Node',
	CONVERSATION_NODE_OPTION_INDEX: 'Conversation Node Option Index',
	CONVERSION: 'Conversion',
	CREATIVE: 'Creative',
	EVENT_STAGE: 'Event Stage',
	IMPRESSION_DEVICE_TYPE: 'Impression Device Type',
	MEMBER_COMPANY: 'Member Company',
	MEMBER_COMPANY_SIZE: 'Member Company Size',
	MEMBER_COUNTRY_V2: 'Member Country',
	MEMBER_COUNTY: 'Member County',
	MEMBER_INDUSTRY: 'Member Industry',
	MEMBER_JOB_FUNCTION: 'Member Job Function',
	MEMBER_JOB_TITLE: 'Member Job Title',
	MEMBER_REGION_V2: 'Member Region',
	MEMBER_SENIORITY: 'Member Seniority',
	OBJECTIVE_TYPE: 'Objective Type',
	PLACEMENT_NAME: 'Placement Name',
	SERVING_LOCATION: 'Serving Location',
	SHARE: 'Share',
};

const PIVOTS: Pivot[] = Object.entries(NAMES).map(([value, name]) => ({
	value,
	name,
	key: name[0].toLowerCase() + name.slice(1).replace(/ /g, ''),
}));

export const PIVOT_OPTIONS = PIVOTS.map(({ name, value }) => ({ name, value }));

/** Attributed revenue can be broken down only by these. */
export const REVENUE_PIVOTS = ['ACCOUNT', 'CAMPAIGN_GROUP', 'CAMPAIGN'];

/** LinkedIn counts these approximately and omits pivot values with fewer than three events. */
export const isByMember = (pivots: Pivot[]): boolean =>
	pivots.some(({ value }) => value.startsWith('MEMBER_'));

/** LinkedIn breaks down only event metrics by these. */
export const isByEventStage = (pivots: Pivot[]): boolean =>
	pivots.some(({ value }) => value === 'EVENT_STAGE');

/** LinkedIn's finder for one pivot doesn't know these; the one for several also accepts a single one. */
const OF_STATISTICS_ONLY = ['OBJECTIVE_TYPE'];

export const isOfAnalytics = ([pivot, ...further]: Pivot[]): boolean =>
	further.length === 0 && !OF_STATISTICS_ONLY.includes(pivot.value);

/**
 * The requested pivots, in the order given.
 * @param allowed LinkedIn's words for those of this kind of report
 * @throws InputError for none, for more than three, and for an unknown one
 */
export function pivotsOf(value: unknown, allowed = PIVOTS.map((pivot) => pivot.value)): Pivot[] {
	const names = [...new Set(entriesOf(value, 'Break Down By').map((name) => name.toUpperCase()))];
	const pivots = names.map((name) => {
		const pivot = PIVOTS.find((one) => one.value === name || one.value === `${name}_V2`);
		if (pivot && allowed.includes(pivot.value)) return pivot;
		const meant = pivot ? undefined : closest(name, allowed);
		throw new InputError(
			'Break Down By',
			`LinkedIn can't break this report down by "${name}"`,
			meant ? `Did you mean ${meant}?` : `Choose from ${allowed.join(', ')}.`,
		);
	});
	if (pivots.length > 0 && pivots.length <= MOST_PIVOTS) return pivots;
	throw new InputError(
		'Break Down By',
		pivots.length === 0
			? 'Break Down By is empty'
			: `Break Down By has ${pivots.length} pivots; the maximum is ${MOST_PIVOTS}`,
		`Choose one to ${MOST_PIVOTS}, e.g. Campaign.`,
	);
}
