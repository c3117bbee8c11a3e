/** Metric names of adAnalytics (docs.reports), with what share of the impressions the simulator makes of them. */
const RATES: Record<string, number> = {
	impressions: 1,
	clicks: 0.03,
	landingPageClicks: 0.02,
	actionClicks: 0.004,
	adUnitClicks: 0.006,
	textUrlClicks: 0.003,
	companyPageClicks: 0.005,
	otherEngagements: 0.008,
	totalEngagements: 0.05,
	likes: 0.01,
	comments: 0.002,
	commentLikes: 0.001,
	shares: 0.002,
	subscriptionClicks: 0.001,
	reactions: 0.012,
	follows: 0.003,
	opens: 0.02,
	sends: 0.04,
	externalWebsiteConversions: 0.004,
	externalWebsitePostClickConversions: 0.003,
	externalWebsitePostViewConversions: 0.001,
	oneClickLeads: 0.003,
	oneClickLeadFormOpens: 0.01,
	qualifiedLeads: 0.001,
	leadGenerationMailContactInfoShares: 0.001,
	leadGenerationMailInterestedClicks: 0.001,
	videoStarts: 0.4,
	videoViews: 0.3,
	videoFirstQuartileCompletions: 0.2,
	videoMidpointCompletions: 0.15,
	videoThirdQuartileCompletions: 0.1,
	videoCompletions: 0.08,
	fullScreenPlays: 0.02,
	documentFirstQuartileCompletions: 0.05,
	documentMidpointCompletions: 0.04,
	documentThirdQuartileCompletions: 0.03,
	documentCompletions: 0.02,
	downloadClicks: 0.01,
	cardClicks: 0.01,
	cardImpressions: 0.5,
	jobApplications: 0.001,
	jobApplyClicks: 0.004,
	postClickJobApplications: 0.001,
	postClickJobApplyClicks: 0.003,
	postViewJobApplications: 0.0005,
	postViewJobApplyClicks: 0.001,
	registrations: 0.002,
	postClickRegistrations: 0.001,
	postViewRegistrations: 0.001,
	talentLeads: 0.001,
};

/** Without a viral twin (docs.reportSchema). */
const TWINLESS: Record<string, number> = {
	appointmentsScheduled: 0.0005,
	eventViews: 0.2,
	eventViewsOver15Seconds: 0.1,
	eventViewsOver30Seconds: 0.08,
	eventViewsOver2Minutes: 0.03,
	eventWatchTime: 9,
	headlineClicks: 0.004,
	headlineImpressions: 0.4,
	validWorkEmailLeads: 0.002,
	videoWatchTime: 4,
};

const twinOf = (metric: string) => `viral${metric[0].toUpperCase()}${metric.slice(1)}`;

/** Whole numbers that add up over rows, each with its share of the impressions. */
export const COUNTS: Record<string, number> = {
	...RATES,
	...TWINLESS,
	...Object.fromEntries(Object.entries(RATES).map(([metric, rate]) => [twinOf(metric), rate / 10])),
};

/** Decimal text; all three add up over rows. */
export const MONEY = ['costInLocalCurrency', 'costInUsd', 'conversionValueInLocalCurrency'];

/** Counts that come as decimal text all the same (docs.reportSchema). */
export const DECIMAL = /(?:jobApplications|jobApplyClicks|registrations)$/i;

/** Double numbers of a row as a whole, which no sum makes; what a qualified lead costs comes as decimal text. */
export const AVERAGES = [
	'audiencePenetration',
	'averageDwellTime',
	'averageVideoWatchTime',
	'averageEventWatchTime',
	'averageEventWatchTimeOver15Seconds',
	'averageEventWatchTimeOver30Seconds',
	'averageEventWatchTimeOver2Minutes',
	'costPerEventView',
	'costPerEventViewOver15Seconds',
	'costPerEventViewOver30Seconds',
	'costPerEventViewOver2Minutes',
	'costPerQualifiedLead',
];

/** All that is split by the stage of an event. */
export const BY_EVENT_STAGE = /event(?:View|WatchTime)/i;

/** Of a row as a whole: people that several rows reached count once in a merged one. */
export const REACH = ['approximateMemberReach', 'approximateUniqueImpressions'];

/** Names that are taken; the simulator never has a value of them. */
const WITHOUT_VALUE = [
	'averageDailyReachMetrics',
	'averagePreviousSevenDayReachMetrics',
	'averagePreviousThirtyDayReachMetrics',
];

/** Metrics by the first version that takes their names (docs.reportSchema). */
const LATER: Record<string, string> = {
	videoWatchTime: '202601',
	averageVideoWatchTime: '202601',
	costPerEventView: '202601',
	costPerEventViewOver15Seconds: '202601',
	costPerEventViewOver30Seconds: '202601',
	costPerEventViewOver2Minutes: '202601',
	appointmentsScheduled: '202605',
};

export const METRICS = new Set([...Object.keys(COUNTS), ...MONEY, ...REACH, ...AVERAGES, ...WITHOUT_VALUE]);

/** Whether a version, `YYYYMM`, takes the name of a metric. */
export const isMetricOf = (version: string, name: string): boolean =>
	METRICS.has(name) && (!Object.hasOwn(LATER, name) || version >= LATER[name]);

/** Not available with MEMBER_* pivots (docs.reports). */
export const NOT_BY_MEMBER = [
	'conversionValueInLocalCurrency',
	'cardImpressions',
	'cardClicks',
	'viralCardImpressions',
	'viralCardClicks',
	'approximateMemberReach',
];
