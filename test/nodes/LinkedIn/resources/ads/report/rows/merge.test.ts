import fc from 'fast-check';

import { mergeAnswers, type Row } from '../../../../../../../nodes/LinkedIn/resources/ads/report/rows/merge';

const days = (day: number) => ({
	start: { year: 2026, month: 5, day },
	end: { year: 2026, month: 5, day },
});
const of = (campaign: number, day = 1) => ({
	pivotValues: [`urn:li:sponsoredCampaign:${campaign}`],
	dateRange: days(day),
});

test('rows of the same values and days become one, in the order in which they are first met', () => {
	expect(
		mergeAnswers([
			[
				{ ...of(1), clicks: 1 },
				{ ...of(2), clicks: 2 },
			],
			[
				{ ...of(3), likes: 3 },
				{ ...of(1), likes: 4 },
			],
		]),
	).toEqual([
		{ ...of(1), clicks: 1, likes: 4 },
		{ ...of(2), clicks: 2 },
		{ ...of(3), likes: 3 },
	]);
});

test('days keep rows apart, and so does the order of pivots', () => {
	const swapped = (...pivotValues: string[]) => ({ pivotValues, dateRange: days(1) });
	expect(mergeAnswers([[of(1, 1), of(1, 2)], [of(1, 2)]])).toHaveLength(2);
	expect(mergeAnswers([[swapped('a', 'b')], [swapped('b', 'a')]])).toHaveLength(2);
});

test('the order of members in a date does not matter', () => {
	const { start, end } = days(1);
	const turned = { end: { day: end.day, month: end.month, year: end.year }, start };
	expect(mergeAnswers([[of(1)], [{ ...of(1), dateRange: turned }]])).toHaveLength(1);
});

test('rows that LinkedIn does not name are paired by their places, none is lost', () => {
	expect(
		mergeAnswers([
			[{ clicks: 1 }, { clicks: 2 }],
			[{ likes: 3 }, { likes: 4 }],
		]),
	).toEqual([
		{ clicks: 1, likes: 3 },
		{ clicks: 2, likes: 4 },
	]);
});

test('a report split into any parts, rows of zeros left out of each, merges to the whole one', () => {
	const metrics = ['a', 'b', 'c', 'd', 'e', 'f'];
	const whole = fc.uniqueArray(
		fc.record({
			campaign: fc.integer({ min: 1, max: 9 }),
			day: fc.integer({ min: 1, max: 5 }),
			values: fc.array(fc.nat(3), { minLength: 6, maxLength: 6 }),
		}),
		{ selector: ({ campaign, day }) => `${campaign} ${day}` },
	);
	fc.assert(
		fc.property(whole, fc.integer({ min: 1, max: 6 }), (rows, size) => {
			const answer = (wanted: string[]): Row[] =>
				rows.flatMap(({ campaign, day, values }) => {
					const own = wanted.map((name) => [name, values[metrics.indexOf(name)]] as const);
					return own.some(([, value]) => value > 0)
						? [{ ...of(campaign, day), ...Object.fromEntries(own) }]
						: [];
				});
			const parts: string[][] = [];
			for (let at = 0; at < metrics.length; at += size) parts.push(metrics.slice(at, at + size));
			const filled = (merged: Row[]) =>
				merged
					.map((row) =>
						JSON.stringify([row.pivotValues, row.dateRange, metrics.map((name) => row[name] ?? 0)]),
					)
					.sort();
			expect(filled(mergeAnswers(parts.map(answer)))).toEqual(filled(answer(metrics)));
		}),
	);
});
