/** Each row with the matching one of the previous period. */
import { daysAt, placeOf, type Granularity, type Period } from '../period';
import type { Row } from './merge';
import { daysOf, pivotValuesOf } from './rows';

/** The rows of a period. */
export interface RowsOf {
	rows: Row[];
	period: Period;
}

export interface Side extends Partial<Period> {
	/** Undefined if LinkedIn has no data for these days. */
	row?: Row;
}

export interface Pair {
	pivotValues: string[];
	now: Side;
	before: Side;
}

/**
 * @returns the rows of the later period in their order, then those that only the earlier one has
 */
export function pairUp(now: RowsOf, before: RowsOf, granularity: Granularity): Pair[] {
	const pairs = new Map<string, Pair>();
	const add = (row: Row, side: 'now' | 'before', { period }: RowsOf) => {
		const days = daysOf(row);
		const place = placeOf(days.startMs, period, granularity);
		const pivotValues = pivotValuesOf(row);
		const key = [place, ...pivotValues].join('\n');
		const pair = pairs.get(key) ?? {
			pivotValues,
			now: daysAt(place, now.period, granularity),
			before: daysAt(place, before.period, granularity),
		};
		pairs.set(key, { ...pair, [side]: { ...pair[side], ...known(days), row } });
	};
	for (const row of now.rows) add(row, 'now', now);
	for (const row of before.rows) add(row, 'before', before);
	return [...pairs.values()];
}

/** LinkedIn's own days, if it sends them. */
function known({ startMs, endMs }: Partial<Period>): Partial<Period> {
	return { ...(startMs !== undefined && { startMs }), ...(endMs !== undefined && { endMs }) };
}
