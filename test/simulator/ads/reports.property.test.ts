import fc from 'fast-check';
import { startAtNow } from '../wire';
import { AVERAGES, METRICS, MONEY, NOT_BY_MEMBER, REACH } from './metrics';
import { PIVOTS } from './pivots';
import { ACCOUNT, adsClient } from './wire';
import type { Simulator } from '../index';

/** What a caller may rely on: the parts of a report, requested separately, add up to the whole report. */

let simulator: Simulator;
let ads: ReturnType<typeof adsClient>;
beforeAll(async () => {
	simulator = await startAtNow();
	ads = adsClient(simulator);
	simulator.state.ads.reports.fill({ account: ACCOUNT, creatives: 3, days: 60 });
	simulator.state.ads.reports.fill({ account: ACCOUNT, creatives: 2, days: 20 });
});
afterAll(async () => simulator.close());

type Row = Record<string, unknown> & { pivotValues: string[]; dateRange: unknown };
interface Query {
	pivots: string[];
	granularity: string;
	from: number;
	to: number;
}

const DAY_MS = 86_400_000;
const LAST_DAY = Date.UTC(2026, 8, 21) / DAY_MS;
const date = (day: number) => {
	const [year, month, number] = new Date(day * DAY_MS).toISOString().slice(0, 10).split('-').map(Number);
	return `(year:${year},month:${month},day:${number})`;
};

async function rows({ pivots, granularity, from, to }: Query, metrics: string[]): Promise<Row[]> {
	const { status, json } = await ads({
		path:
			`/rest/adAnalytics?q=statistics&pivots=List(${pivots.join(',')})&timeGranularity=${granularity}` +
			`&dateRange=(start:${date(from)},end:${date(to)})` +
			`&accounts=List(urn%3Ali%3AsponsoredAccount%3A${ACCOUNT})&fields=${metrics.join(',')},dateRange,pivotValues`,
	});
	expect(status).toBe(200);
	return json.elements;
}

/** Sums of each metric, money in hundred-thousandths, by `keyOf` of a row; sums that are all zero are left out. */
function summed(all: Row[], metrics: string[], keyOf: (row: Row) => unknown) {
	const sums = new Map<string, number[]>();
	for (const row of all) {
		const key = JSON.stringify(keyOf(row));
		const sum = sums.get(key) ?? metrics.map(() => 0);
		metrics.forEach((metric, at) => {
			const value = Number(row[metric] ?? 0);
			sum[at] += Math.round(MONEY.includes(metric) ? value * 100_000 : value);
		});
		sums.set(key, sum);
	}
	return Object.fromEntries([...sums].filter(([, sum]) => sum.some((value) => value !== 0)).sort());
}

const ADDITIVE = [...METRICS].filter(
	(metric) => ![...AVERAGES, ...REACH, ...NOT_BY_MEMBER].includes(metric) && !metric.startsWith('average'),
);
/** Others split other metrics, or none of these ads. */
const OF_ALL = PIVOTS.filter((pivot) => pivot !== 'SHARE' && pivot !== 'EVENT_STAGE');
const metrics = fc.subarray(ADDITIVE, { minLength: 2, maxLength: 18 });
const query = fc.record({
	pivots: fc.uniqueArray(fc.constantFrom(...OF_ALL), {
		minLength: 1,
		maxLength: 2,
	}),
	granularity: fc.constantFrom('ALL', 'DAILY', 'MONTHLY', 'YEARLY'),
	from: fc.integer({ min: LAST_DAY - 70, max: LAST_DAY - 35 }),
	to: fc.integer({ min: LAST_DAY - 34, max: LAST_DAY }),
});
const whole = ({ dateRange, pivotValues }: Row) => [dateRange, pivotValues];
const check = async <T>(property: fc.IAsyncProperty<T>) => fc.assert(property, { numRuns: 25 });

it('a report split by metrics and merged by row is the report', async () => {
	await check(
		fc.asyncProperty(query, metrics, fc.nat(), async (asked, names, cut) => {
			const at = 1 + (cut % (names.length - 1));
			const parts = [...(await rows(asked, names.slice(0, at))), ...(await rows(asked, names.slice(at)))];
			expect(summed(parts, names, whole)).toEqual(summed(await rows(asked, names), names, whole));
		}),
	);
}, 60_000);

it('a report split by dates and merged by pivot is the report', async () => {
	await check(
		fc.asyncProperty(query, metrics, fc.nat(), async (asked, names, cut) => {
			const until = asked.from + (cut % (asked.to - asked.from));
			const parts = [
				...(await rows({ ...asked, to: until }, names)),
				...(await rows({ ...asked, from: until + 1 }, names)),
			];
			const byPivot = ({ pivotValues }: Row) => pivotValues;
			expect(summed(parts, names, byPivot)).toEqual(summed(await rows(asked, names), names, byPivot));
		}),
	);
}, 60_000);

it('a further pivot splits the rows and loses nothing', async () => {
	const more = fc.constantFrom(...OF_ALL);
	await check(
		fc.asyncProperty(query, more, metrics, async (asked, pivot, names) => {
			const split = await rows({ ...asked, pivots: [...asked.pivots, pivot] }, names);
			const byFirst = ({ dateRange, pivotValues }: Row) => [dateRange, pivotValues.slice(0, -1)];
			expect(summed(split, names, byFirst)).toEqual(summed(await rows(asked, names), names, whole));
		}),
	);
}, 60_000);

it('finer dates split the rows and lose nothing', async () => {
	await check(
		fc.asyncProperty(query, metrics, async (asked, names) => {
			const byPivot = ({ pivotValues }: Row) => pivotValues;
			const daily = await rows({ ...asked, granularity: 'DAILY' }, names);
			expect(summed(daily, names, byPivot)).toEqual(
				summed(await rows({ ...asked, granularity: 'ALL' }, names), names, byPivot),
			);
		}),
	);
}, 60_000);
