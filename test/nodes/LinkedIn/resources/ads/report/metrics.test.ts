import { SETS, SINCE } from '../../../../../../nodes/LinkedIn/resources/ads/report/metricNames';
import {
	METRIC_OPTIONS,
	reportMetricsOf,
} from '../../../../../../nodes/LinkedIn/resources/ads/report/metrics';
import { pivotsOf } from '../../../../../../nodes/LinkedIn/resources/ads/report/pivots';
import { InputError } from '../../../../../../nodes/LinkedIn/transport/errors/inputError';

const of = (metrics: unknown, further: unknown = '', sets: unknown = [], pivots = 'CAMPAIGN') =>
	reportMetricsOf({ sets, metrics, further }, pivotsOf(pivots));

function adviceOf(work: () => unknown): string {
	try {
		work();
	} catch (error) {
		if (error instanceof InputError) return `${error.message} / ${error.advice}`;
		throw error;
	}
	throw new Error('Nothing was refused.');
}

test('every metric of a set or with a first version is one of the list', () => {
	const known = METRIC_OPTIONS.map(({ value }) => value);
	const named = [...Object.values(SETS).flat(), ...Object.keys(SINCE)];
	expect(named.filter((name) => !known.includes(name))).toEqual([]);
});

/** Metrics of the newer versions (docs.reportSchema). */
test.each([
	['appointmentsScheduled', 'Appointments Scheduled'],
	['averageDwellTime', 'Average Dwell Time'],
	['audiencePenetration', 'Audience Penetration'],
	['videoWatchTime', 'Video Watch Time'],
	['averageVideoWatchTime', 'Average Video Watch Time'],
	['eventViews', 'Event Views'],
	['eventViewsOver15Seconds', 'Event Views Over 15 Seconds'],
	['eventViewsOver30Seconds', 'Event Views Over 30 Seconds'],
	['eventViewsOver2Minutes', 'Event Views Over 2 Minutes'],
	['eventWatchTime', 'Event Watch Time'],
	['averageEventWatchTime', 'Average Event Watch Time'],
	['averageEventWatchTimeOver15Seconds', 'Average Event Watch Time Over 15 Seconds'],
	['averageEventWatchTimeOver30Seconds', 'Average Event Watch Time Over 30 Seconds'],
	['averageEventWatchTimeOver2Minutes', 'Average Event Watch Time Over 2 Minutes'],
	['costPerEventView', 'Cost Per Event View'],
	['costPerEventViewOver15Seconds', 'Cost Per Event View Over 15 Seconds'],
	['costPerEventViewOver30Seconds', 'Cost Per Event View Over 30 Seconds'],
	['costPerEventViewOver2Minutes', 'Cost Per Event View Over 2 Minutes'],
	['costPerQualifiedLead', 'Cost Per Qualified Lead'],
	['validWorkEmailLeads', 'Valid Work Email Leads'],
	['headlineClicks', 'Headline Clicks'],
	['headlineImpressions', 'Headline Impressions'],
	['subscriptionClicks', 'Subscription Clicks'],
	['viralSubscriptionClicks', 'Viral Subscription Clicks'],
])('%s is offered', (value, name) => {
	expect(METRIC_OPTIONS).toContainEqual({ name, value });
});

test('what has no viral twin has none on the list', () => {
	const twins = METRIC_OPTIONS.map(({ value }) => value).filter((value) => value.startsWith('viral'));
	expect(
		twins.filter((twin) => /Event|WatchTime|Cost|Value|QualifiedLead|Headline|Appointment/.test(twin)),
	).toEqual([]);
});

test('names on the form read like words', () => {
	const names = METRIC_OPTIONS.map(({ name }) => name);
	expect(names).toEqual(expect.arrayContaining(['Cost in USD', 'Cost in Local Currency', 'Viral Clicks']));
	expect(new Set(names).size).toBe(names.length);
});

test('sets come first, and each metric once', () => {
	expect(of('likes, clicks', 'impressions', 'delivery')).toEqual([...SETS.delivery, 'likes']);
});

test('spelling of letters is put right, and new names pass under Further Metrics', () => {
	expect(of(['COSTINUSD'], 'aNewMetric, Impressions')).toEqual(['costInUsd', 'aNewMetric', 'impressions']);
});

test.each([
	[() => of(['leads']), '"leads" is not a metric / Did you mean oneClickLeads?'],
	[() => of(['impresions']), 'Did you mean impressions?'],
	[() => of(['xyzzy']), 'Choose from the list. Enter newer metrics under Further Metrics.'],
	[() => of('', 'leads'), 'Did you mean oneClickLeads?'],
	[() => of('', 'a b'), '"a b" is not a metric'],
	[() => of('', '', ['vido']), '"vido" is not a metric set / Did you mean video?'],
	[() => of([]), 'No metrics are selected'],
	[
		() => of(['approximateMemberReach'], '', [], 'MEMBER_INDUSTRY'),
		"doesn't provide approximateMemberReach by member attributes",
	],
	[
		() => of(['eventViews', 'clicks'], '', [], 'EVENT_STAGE'),
		"doesn't provide clicks by event stage / Leave out clicks, or the pivot Event Stage. It works with the set Events",
	],
	[
		() => of([], '', 'delivery', 'CAMPAIGN, EVENT_STAGE'),
		'LinkedIn provides none of these metrics by event stage / Choose others, or leave out the pivot Event Stage.',
	],
])('refusal %#', (work, expected) => {
	expect(adviceOf(work)).toContain(expected);
});

test('by member attributes, sets leave out what LinkedIn does not give', () => {
	expect(of([], '', 'conversions', 'CAMPAIGN, MEMBER_COUNTY')).not.toContain(
		'conversionValueInLocalCurrency',
	);
	expect(of([], '', 'conversions')).toContain('conversionValueInLocalCurrency');
});

test('by event stage, sets leave out what is not of events, and further metrics pass', () => {
	expect(of('costPerEventView', 'aNewMetric', 'delivery, events', 'EVENT_STAGE')).toEqual([
		...SETS.events,
		'costPerEventView',
		'aNewMetric',
	]);
});

test('pivots have keys of their own, in the order given, and places may be called by their short name', () => {
	const keys = pivotsOf('campaign_group, MEMBER_REGION').map(({ key, value }) => [key, value]);
	expect(keys).toEqual([
		['campaignGroup', 'CAMPAIGN_GROUP'],
		['memberRegion', 'MEMBER_REGION_V2'],
	]);
});

test.each([
	[[], 'Break Down By is empty'],
	[['ACCOUNT', 'CAMPAIGN', 'CREATIVE', 'SHARE'], 'Break Down By has 4 pivots; the maximum is 3'],
	[['CAMPAIN'], 'Did you mean CAMPAIGN?'],
	[{}, 'Break Down By must be text, not an object'],
])('pivots %j', (given, expected) => {
	expect(adviceOf(() => pivotsOf(given))).toContain(expected);
});
