/**
 * The metrics of reports.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/integrations/ads-reporting/ads-reporting-schema
 */
import { InputError } from '../../../transport/inputError';
import { entriesOf } from '../../fields';
import { checkSince } from '../../since';
import { closest } from './closest';
import { lookUp } from '../../../transport/lookUp';

/** With a `viral` twin, which counts what came from members who shared the ad. */
const WITH_TWIN = [
	'cardClicks',
	'cardImpressions',
	'clicks',
	'commentLikes',
	'comments',
	'companyPageClicks',
	'documentCompletions',
	'documentFirstQuartileCompletions',
	'documentMidpointCompletions',
	'documentThirdQuartileCompletions',
	'downloadClicks',
	'externalWebsiteConversions',
	'externalWebsitePostClickConversions',
	'externalWebsitePostViewConversions',
	'follows',
	'fullScreenPlays',
	'impressions',
	'jobApplications',
	'jobApplyClicks',
	'landingPageClicks',
	'likes',
	'oneClickLeadFormOpens',
	'oneClickLeads',
	'otherEngagements',
	'postClickJobApplications',
	'postClickJobApplyClicks',
	'postClickRegistrations',
	'postViewJobApplications',
	'postViewJobApplyClicks',
	'postViewRegistrations',
	'reactions',
	'registrations',
	'shares',
	'totalEngagements',
	'videoCompletions',
	'videoFirstQuartileCompletions',
	'videoMidpointCompletions',
	'videoStarts',
	'videoThirdQuartileCompletions',
	'videoViews',
];

const WITHOUT_TWIN = [
	'actionClicks',
	'adUnitClicks',
	'conversionValueInLocalCurrency',
	'costInLocalCurrency',
	'costInUsd',
	'leadGenerationMailContactInfoShares',
	'leadGenerationMailInterestedClicks',
	'opens',
	'qualifiedLeads',
	'sends',
	'talentLeads',
	'textUrlClicks',
];

/** No counts: that LinkedIn leaves one out does not mean zero. */
const NO_COUNTS = [
	'approximateMemberReach',
	'approximateUniqueImpressions',
	'averageDailyReachMetrics',
	'averagePreviousSevenDayReachMetrics',
	'averagePreviousThirtyDayReachMetrics',
];

const twinOf = (name: string) => `viral${name[0].toUpperCase()}${name.slice(1)}`;

const COUNTS = new Set([...WITH_TWIN, ...WITH_TWIN.map(twinOf), ...WITHOUT_TWIN]);
const KNOWN = [...COUNTS, ...NO_COUNTS];

/** First version that has them (contract ads-2 §8); those not on the list may be typed as further metrics. */
const SINCE: Record<string, string> = {
	appointmentsScheduled: '202605',
	averageVideoWatchTime: '202601',
	costPerEventView: '202601',
	costPerEventViewOver15Seconds: '202601',
	costPerEventViewOver2Minutes: '202601',
	costPerEventViewOver30Seconds: '202601',
	videoWatchTime: '202601',
};

/**
 * Refuses metrics that the API version does not have: LinkedIn would refuse the whole call for one of them.
 * @throws InputError that names them
 */
export function checkMetricVersions(metrics: string[], version: string): void {
	const since = new Map(Object.entries(SINCE).map(([name, first]) => [name.toLowerCase(), first]));
	checkSince(
		version,
		'Metrics',
		metrics.map((name) => ({ name, since: since.get(name.toLowerCase()) })),
	);
}

/** LinkedIn does not give these with pivots on members. */
const NOT_BY_MEMBER = [
	'approximateMemberReach',
	'approximateUniqueImpressions',
	'cardClicks',
	'cardImpressions',
	'conversionValueInLocalCurrency',
	'viralCardClicks',
	'viralCardImpressions',
];

/** What people call them. */
const ALIASES: Record<string, string> = {
	conversions: 'externalWebsiteConversions',
	cost: 'costInLocalCurrency',
	engagements: 'totalEngagements',
	leads: 'oneClickLeads',
	reach: 'approximateMemberReach',
	spend: 'costInLocalCurrency',
};

export const SETS: Record<string, string[]> = {
	delivery: ['impressions', 'clicks', 'landingPageClicks', 'costInLocalCurrency', 'costInUsd'],
	engagement: [
		'totalEngagements',
		'reactions',
		'likes',
		'comments',
		'shares',
		'follows',
		'companyPageClicks',
		'otherEngagements',
	],
	video: [
		'videoStarts',
		'videoViews',
		'videoFirstQuartileCompletions',
		'videoMidpointCompletions',
		'videoThirdQuartileCompletions',
		'videoCompletions',
		'fullScreenPlays',
	],
	leads: [
		'oneClickLeads',
		'oneClickLeadFormOpens',
		'qualifiedLeads',
		'leadGenerationMailContactInfoShares',
		'leadGenerationMailInterestedClicks',
	],
	conversions: [
		'externalWebsiteConversions',
		'externalWebsitePostClickConversions',
		'externalWebsitePostViewConversions',
		'conversionValueInLocalCurrency',
	],
};

/** Options for the form, by name. */
export const METRIC_OPTIONS = KNOWN.map((value) => ({ name: titleOf(value), value })).sort((a, b) =>
	a.name.localeCompare(b.name),
);

/** `costInUsd` → `Cost in USD` */
function titleOf(name: string): string {
	const words = name.replace(/([A-Z])/g, ' $1').split(' ');
	const shown = words.map((word) => word[0].toUpperCase() + word.slice(1));
	return shown.join(' ').replace(' In ', ' in ').replace('Usd', 'USD');
}

/** Whether a metric that LinkedIn leaves out of a row is zero there. */
export const isCount = (metric: string): boolean => COUNTS.has(metric);

/** What the fields of an item hold. */
export interface GivenMetrics {
	sets: unknown;
	metrics: unknown;
	further: unknown;
}

/**
 * The metrics asked for, each once: those of the sets first.
 * @param isByMember split by what members are; LinkedIn then has less, and the sets leave that out
 * @throws InputError for none, for a name that nothing has, and for one that LinkedIn does not give by member
 */
export function metricsOf({ sets, metrics, further }: GivenMetrics, isByMember: boolean): string[] {
	const ofSets = entriesOf(sets, 'Metric Sets').flatMap(
		(set) => lookUp(SETS, set) ?? unknown('Metric Sets', set),
	);
	const chosen = entriesOf(metrics, 'Metrics').map((name) => known(name) ?? unknown('Metrics', name));
	const typed = entriesOf(further, 'Further Metrics').map((name) => {
		if (/^[A-Za-z]\w*$/.test(name) && !Object.hasOwn(ALIASES, name.toLowerCase())) return known(name) ?? name;
		return unknown('Further Metrics', name);
	});
	const named = [...chosen, ...typed];
	const refused = named.find((name) => NOT_BY_MEMBER.includes(name));
	if (isByMember && refused !== undefined) {
		throw new InputError(
			'Metrics',
			`LinkedIn does not give ${refused} split by what members are`,
			`Leave out ${refused}, or the pivots that begin with Member. The same holds for ${NOT_BY_MEMBER.join(', ')}.`,
		);
	}
	const all = [...ofSets.filter((name) => !isByMember || !NOT_BY_MEMBER.includes(name)), ...named];
	if (all.length > 0) return [...new Set(all)];
	throw new InputError('Metrics', 'No metric is chosen', 'Choose one of Metric Sets, or single Metrics.');
}

const BY_LOWER_CASE = new Map(KNOWN.map((name) => [name.toLowerCase(), name]));

function known(name: string): string | undefined {
	return BY_LOWER_CASE.get(name.toLowerCase());
}

function unknown(field: string, name: string): never {
	const names = field === 'Metric Sets' ? Object.keys(SETS) : KNOWN;
	const meant = lookUp(ALIASES, name.toLowerCase()) ?? closest(name, names);
	const further =
		field === 'Metrics' ? ' A metric that LinkedIn has added since goes into Further Metrics.' : '';
	throw new InputError(
		field,
		`LinkedIn knows no ${field === 'Metric Sets' ? 'such set' : 'metric'} "${name}"`,
		meant === undefined ? `Choose from the list.${further}` : `Did you mean ${meant}?${further}`,
	);
}
