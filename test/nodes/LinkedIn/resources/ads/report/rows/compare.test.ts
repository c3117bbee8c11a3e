import type { Period } from '../../../../../../../nodes/LinkedIn/resources/ads/report/period';
import { pairUp } from '../../../../../../../nodes/LinkedIn/resources/ads/report/rows/compare';
import {
	changesOf,
	numbersOf,
	type Shape,
} from '../../../../../../../nodes/LinkedIn/resources/ads/report/rows/rows';

const at = (start: string, end = start): Period => ({ startMs: Date.parse(start), endMs: Date.parse(end) });
const row = (campaign: string, day: number, clicks: number) => ({
	pivotValues: [campaign],
	dateRange: { start: { year: 2026, month: 5, day }, end: { year: 2026, month: 5, day } },
	clicks,
});
const shape = (metrics: string[], zeros = true): Shape => ({ pivots: [], metrics, zeros, names: new Map() });

test('each day stands beside the day of the same place before, and what only one period has is kept', () => {
	const pairs = pairUp(
		{ rows: [row('a', 11, 5), row('b', 12, 7)], period: at('2026-05-11', '2026-05-12') },
		{ rows: [row('a', 9, 4), row('c', 10, 1)], period: at('2026-05-09', '2026-05-10') },
		'DAILY',
	);
	expect(pairs).toEqual([
		{
			pivotValues: ['a'],
			now: { ...at('2026-05-11'), row: row('a', 11, 5) },
			before: { ...at('2026-05-09'), row: row('a', 9, 4) },
		},
		{ pivotValues: ['b'], now: { ...at('2026-05-12'), row: row('b', 12, 7) }, before: at('2026-05-10') },
		{ pivotValues: ['c'], now: at('2026-05-12'), before: { ...at('2026-05-10'), row: row('c', 10, 1) } },
	]);
});

test('costs are numbers, ratios need something to divide by, and only counts are zero where they are absent', () => {
	const metrics = ['impressions', 'clicks', 'costInLocalCurrency', 'approximateMemberReach'];
	expect(numbersOf({ impressions: 400, clicks: 8, costInLocalCurrency: '19.92' }, shape(metrics))).toEqual({
		impressions: 400,
		clicks: 8,
		costInLocalCurrency: 19.92,
		approximateMemberReach: null,
		ctr: 0.02,
		cpc: 2.49,
		cpm: 49.8,
	});
	const nothing = { approximateMemberReach: null, ctr: null, cpc: null, cpm: null };
	expect(numbersOf(undefined, shape(metrics))).toEqual({
		impressions: 0,
		clicks: 0,
		costInLocalCurrency: 0,
		...nothing,
	});
	expect(numbersOf({}, shape(metrics, false))).toEqual({
		impressions: null,
		clicks: null,
		costInLocalCurrency: null,
		...nothing,
	});
});

test('a change is a fraction, and none where there was nothing', () => {
	expect(changesOf({ clicks: 5, likes: 3, ctr: null }, { clicks: 4, likes: 0, ctr: 1 })).toEqual({
		clicks: 0.25,
		likes: null,
		ctr: null,
	});
});
