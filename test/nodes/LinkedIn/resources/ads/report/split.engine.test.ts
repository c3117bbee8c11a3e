import fc from 'fast-check';

import { METRIC_OPTIONS } from '../../../../../../nodes/LinkedIn/resources/ads/report/metrics';
import { connectTo } from '../../../../../engine/connection';
import { runNode } from '../../../../../engine/run';
import { startSimulator, type Simulator } from '../../../../../simulator';
import { COUNTS, METRICS as OF_LINKEDIN, MONEY } from '../../../../../simulator/ads/metrics';
import { countedDays, DAY_MS, dayOf } from '../../../../../simulator/ads/reportDates';
import { reportRows } from '../../../../../simulator/ads/reportRows';
import { ACCOUNT, adsApp } from '../connection';

/** A report of any number of metrics has LinkedIn's own counts, however many calls it was split into. */

const RUNS = 25;
const CREATIVES = 12;
const ACCOUNT_ID = '507404993';
const PIVOTS = {
	CAMPAIGN: 'campaign',
	CREATIVE: 'creative',
	IMPRESSION_DEVICE_TYPE: 'impressionDeviceType',
	MEMBER_SENIORITY: 'memberSeniority',
} as const;
const KNOWN = METRIC_OPTIONS.map(({ value }) => value);
/** Metrics of cards aren't available by member attributes. */
const METRICS = Object.keys(COUNTS).filter((name) => KNOWN.includes(name) && !/card/i.test(name));

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator();
	simulator.state.ads.reports.fill({ account: ACCOUNT_ID, creatives: CREATIVES, days: 20 });
});
afterAll(async () => await simulator.close());

const asked = fc.record({
	pivots: fc.uniqueArray(fc.constantFrom(...(Object.keys(PIVOTS) as Array<keyof typeof PIVOTS>)), {
		minLength: 1,
		maxLength: 3,
	}),
	metrics: fc
		.uniqueArray(fc.constantFrom(...METRICS, ...MONEY.slice(0, 2)), { minLength: 1, maxLength: 45 })
		.map((names) => names.sort()),
	granularity: fc.constantFrom('ALL' as const, 'DAILY' as const, 'MONTHLY' as const),
	from: fc.integer({ min: 0, max: 25 }),
	length: fc.integer({ min: 0, max: 25 }),
});

test('LinkedIn knows every metric of the list', () => {
	expect(KNOWN.filter((name) => !OF_LINKEDIN.has(name))).toEqual([]);
});

test('split and merged as well as whole', async () => {
	await fc.assert(
		fc.asyncProperty(asked, async ({ pivots, metrics, granularity, from, length }) => {
			const today = dayOf(Date.now());
			const days = { from: today - from - length, to: today - from };
			const text = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);
			const before = simulator.requests.length;
			const { outputs, error } = await runNode({
				node: 'linkedInAds',
				credentials: connectTo(simulator, adsApp),
				parameters: {
					authentication: 'oAuth2',
					resource: 'report',
					operation: 'get',
					account: ACCOUNT,
					pivots,
					metricSets: [],
					metrics,
					dateRange: 'custom',
					start: text(days.from),
					end: text(days.to),
					timeGranularity: granularity,
					resolveNames: false,
				},
			});
			expect(error).toBeUndefined();
			expect(simulator.requests.length - before).toBe(Math.ceil(metrics.length / 18));

			const counted = countedDays(days, granularity, false, Date.now());
			const facts = simulator.state.ads.reports.facts(counted, ({ account }) => account === ACCOUNT_ID);
			const whole = reportRows(facts, { pivots, metrics, granularity, counted }, () => 'USD').map((row) =>
				[
					row.pivotValues.join(),
					text(row.days.from),
					text(row.days.to),
					...metrics.map((name) => Number(row.metrics[name])),
				].join(' '),
			);
			const items = outputs[0].map(({ json }) => json).filter(({ rows }) => rows !== 0);
			const shown = items.map((json) =>
				[
					pivots.map((pivot) => json[`${PIVOTS[pivot]}Urn`] ?? json[`${PIVOTS[pivot]}Id`]).join(),
					json.start,
					json.end,
					...metrics.map((name) => json[name]),
				].join(' '),
			);
			expect(shown.sort()).toEqual(whole.sort());
		}),
		{ numRuns: RUNS },
	);
}, 120_000);

test('a report that LinkedIn cuts says so, and claims no zero for what was cut off', async () => {
	const rows = (first: number, metric: string) =>
		Array.from({ length: 15_000 }, (_, index) => ({
			pivotValues: [`urn:li:sponsoredCreative:${first + index}`],
			dateRange: { start: { year: 2026, month: 10, day: 1 }, end: { year: 2026, month: 10, day: 31 } },
			[metric]: 1,
		}));
	const metrics = METRICS.slice(0, 19);
	for (const [fields, elements] of [
		[metrics.slice(0, 18), rows(1, metrics[0])],
		[metrics.slice(18), rows(2, metrics[18])],
	]) {
		const path = new RegExp(`fields=${fields.join()},dateRange`);
		simulator.faults.add({ match: { path }, effect: { status: 200, body: { elements } } });
	}
	const { outputs } = await runNode({
		node: 'linkedInAds',
		credentials: connectTo(simulator, adsApp),
		parameters: {
			authentication: 'oAuth2',
			resource: 'report',
			operation: 'get',
			account: ACCOUNT,
			pivots: ['CREATIVE'],
			metricSets: [],
			metrics,
			resolveNames: false,
		},
	});
	const items = outputs[0].map(({ json }) => json);
	expect(items).toHaveLength(15_001);
	expect(items[0]).toMatchObject({
		[metrics[0]]: 1,
		[metrics[18]]: null,
		notice: expect.stringContaining('15,000 rows'),
	});
	expect(items[1]).toMatchObject({ [metrics[0]]: 1, [metrics[18]]: 1 });
	expect(items[1]).not.toHaveProperty('notice');
});
