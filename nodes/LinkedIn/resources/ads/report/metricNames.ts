/**
 * The metrics of reports, by LinkedIn's names, and which of them go with what (docs.reports, docs.reportSchema).
 * @see docs.reportSchema
 */

/** With a `viral` counterpart for members who shared the ad. */
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
	'subscriptionClicks',
	'totalEngagements',
	'videoCompletions',
	'videoFirstQuartileCompletions',
	'videoMidpointCompletions',
	'videoStarts',
	'videoThirdQuartileCompletions',
	'videoViews',
];

/** Of live events. */
const EVENT_COUNTS = [
	'eventViews',
	'eventViewsOver15Seconds',
	'eventViewsOver2Minutes',
	'eventViewsOver30Seconds',
	'eventWatchTime',
];

const WITHOUT_TWIN = [
	...EVENT_COUNTS,
	'actionClicks',
	'adUnitClicks',
	'appointmentsScheduled',
	'conversionValueInLocalCurrency',
	'costInLocalCurrency',
	'costInUsd',
	'headlineClicks',
	'headlineImpressions',
	'leadGenerationMailContactInfoShares',
	'leadGenerationMailInterestedClicks',
	'opens',
	'qualifiedLeads',
	'sends',
	'talentLeads',
	'textUrlClicks',
	'validWorkEmailLeads',
	'videoWatchTime',
];

const EVENT_AVERAGES = [
	'averageEventWatchTime',
	'averageEventWatchTimeOver15Seconds',
	'averageEventWatchTimeOver2Minutes',
	'averageEventWatchTimeOver30Seconds',
	'costPerEventView',
	'costPerEventViewOver15Seconds',
	'costPerEventViewOver2Minutes',
	'costPerEventViewOver30Seconds',
];

/** Not counts: if LinkedIn leaves one out, it doesn't mean zero. */
const NO_COUNTS = [
	...EVENT_AVERAGES,
	'approximateMemberReach',
	'approximateUniqueImpressions',
	'audiencePenetration',
	'averageDailyReachMetrics',
	'averageDwellTime',
	'averagePreviousSevenDayReachMetrics',
	'averagePreviousThirtyDayReachMetrics',
	'averageVideoWatchTime',
	'costPerQualifiedLead',
];

const twinOf = (name: string) => `viral${name[0].toUpperCase()}${name.slice(1)}`;

export const COUNTS: ReadonlySet<string> = new Set([...WITH_TWIN, ...WITH_TWIN.map(twinOf), ...WITHOUT_TWIN]);
/** All that the form offers. */
export const KNOWN = [...COUNTS, ...NO_COUNTS];

/** First version that has them; LinkedIn refuses the whole call for an unknown one. */
export const SINCE: Record<string, string> = {
	appointmentsScheduled: '202605',
	averageVideoWatchTime: '202601',
	costPerEventView: '202601',
	costPerEventViewOver15Seconds: '202601',
	costPerEventViewOver2Minutes: '202601',
	costPerEventViewOver30Seconds: '202601',
	videoWatchTime: '202601',
};

/** LinkedIn doesn't provide these with Member pivots. */
export const NOT_BY_MEMBER: readonly string[] = [
	'approximateMemberReach',
	'approximateUniqueImpressions',
	'cardClicks',
	'cardImpressions',
	'conversionValueInLocalCurrency',
	'viralCardClicks',
	'viralCardImpressions',
];

/** All that LinkedIn breaks down by event stage. */
export const BY_EVENT_STAGE: readonly string[] = [...EVENT_COUNTS, ...EVENT_AVERAGES];

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
	events: [
		'eventViews',
		'eventViewsOver15Seconds',
		'eventViewsOver30Seconds',
		'eventViewsOver2Minutes',
		'eventWatchTime',
		'averageEventWatchTime',
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
