/** Metric names of adAnalytics (docs.reports), with the share of the impressions that the simulator gives them. */
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

/** Without a viral counterpart (docs.reportSchema). */
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

/** Whole numbers that are summed over rows, each with its share of the impressions. */
export const COUNTS: Record<string, number> = {
	...RATES,
	...TWINLESS,
	...Object.fromEntries(Object.entries(RATES).map(([metric, rate]) => [twinOf(metric), rate / 10])),
};

/** Decimal text; all three are summed over rows. */
export const MONEY = ['costInLocalCurrency', 'costInUsd', 'conversionValueInLocalCurrency'];

/** Counts that are nevertheless decimal text (docs.reportSchema). */
export const DECIMAL = /(?:jobApplications|jobApplyClicks|registrations)$/i;

/** Double numbers of a whole row, which can't be summed; the cost of a qualified lead is decimal text. */
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

/** Everything that is split by the stage of an event. */
export const BY_EVENT_STAGE = /event(?:View|WatchTime)/i;

/** Of a whole row: people reached by several rows count once in a merged one. */
export const REACH = ['approximateMemberReach', 'approximateUniqueImpressions'];

/** Accepted names without a value in the simulator. */
const WITHOUT_VALUE = [
	'averageDailyReachMetrics',
	'averagePreviousSevenDayReachMetrics',
	'averagePreviousThirtyDayReachMetrics',
];

/** Metrics by the first version that accepts their names (docs.reportSchema). */
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

/** Whether a version, `YYYYMM`, accepts the name of a metric. */
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
