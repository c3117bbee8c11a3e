import {
	DATE_RANGE_OPTIONS,
	daysAt,
	isRounded,
	periodOf,
	placeOf,
	previousOf,
	type Granularity,
	type Period,
} from '../../../../../../nodes/LinkedIn/resources/ads/report/period';
import { dayText } from '../../../../../../nodes/LinkedIn/resources/values/days';

/** A Thursday; in Auckland it is Friday already. */
const NOW = Date.UTC(2026, 10, 26, 22, 15);
const days = ({ startMs, endMs }: Period) => `${dayText(startMs)} ${dayText(endMs)}`;
const at = (start: string, end: string): Period => ({ startMs: Date.parse(start), endMs: Date.parse(end) });
const relative = (dateRange: unknown, timezone = 'UTC') =>
	days(periodOf({ dateRange, start: '', end: '' }, timezone, NOW));
const custom = (start: unknown, end: unknown = '') =>
	days(periodOf({ dateRange: 'custom', start, end }, 'UTC', NOW));

test.each([
	['today', '2026-11-26 2026-11-26'],
	['yesterday', '2026-11-25 2026-11-25'],
	['last7Days', '2026-11-19 2026-11-25'],
	['last14Days', '2026-11-12 2026-11-25'],
	['last30Days', '2026-10-27 2026-11-25'],
	['last90Days', '2026-08-28 2026-11-25'],
	['thisWeek', '2026-11-23 2026-11-26'],
	['lastWeek', '2026-11-16 2026-11-22'],
	['thisMonth', '2026-11-01 2026-11-26'],
	['lastMonth', '2026-10-01 2026-10-31'],
	['thisQuarter', '2026-10-01 2026-11-26'],
	['lastQuarter', '2026-07-01 2026-09-30'],
	['thisYear', '2026-01-01 2026-11-26'],
	['lastYear', '2025-01-01 2025-12-31'],
])('%s', (dateRange, expected) => {
	expect(DATE_RANGE_OPTIONS.map(({ value }) => value)).toContain(dateRange);
	expect(relative(dateRange)).toBe(expected);
});

test('the time zone of the workflow decides which day is today', () => {
	expect(relative('today', 'Pacific/Auckland')).toBe('2026-11-27 2026-11-27');
	expect(relative('lastWeek', 'America/New_York')).toBe('2026-11-16 2026-11-22');
});

test('custom days count as they are written; without an end it is today', () => {
	expect(custom('2026-05-04T23:30:00-07:00', '2026-05-04')).toBe('2026-05-04 2026-05-04');
	expect(custom('2026-05-04')).toBe('2026-05-04 2026-11-26');
});

test.each([
	['', '', 'Start Date is empty'],
	['2026-05-05', '2026-05-04', 'Start Date 2026-05-05 is after End Date 2026-05-04'],
	['soon', '', "Start Date isn't a date: soon"],
	['1999-01-01', '', 'Start Date is 1999-01-01, but LinkedIn has no reports for that day'],
	['2026-01-01', '9999-01-01', 'End Date is 9999-01-01, but LinkedIn has no reports for that day'],
])('custom %s to %s: %s', (start, end, message) => {
	expect(() => custom(start, end)).toThrow(message);
});

test('a range that is none is refused', () => {
	expect(() => relative('toString')).toThrow('Date Range is "toString"');
	expect(() => relative({})).toThrow('Date Range must be text, not an object');
});

test.each<[Granularity, Period, string]>([
	['ALL', at('2026-11-19', '2026-11-25'), '2026-11-12 2026-11-18'],
	['ALL', at('2026-02-01', '2026-02-28'), '2026-01-01 2026-01-31'],
	['ALL', at('2026-07-01', '2026-09-30'), '2026-04-01 2026-06-30'],
	['ALL', at('2026-11-01', '2026-11-26'), '2026-10-06 2026-10-31'],
	['DAILY', at('2026-02-01', '2026-02-28'), '2026-01-04 2026-01-31'],
	['MONTHLY', at('2026-01-01', '2026-11-26'), '2025-02-01 2025-12-26'],
	['MONTHLY', at('2026-02-01', '2026-02-28'), '2026-01-01 2026-01-31'],
	['YEARLY', at('2025-01-01', '2026-12-31'), '2023-01-01 2024-12-31'],
])('%s before %o', (granularity, period, expected) => {
	expect(days(previousOf(period, granularity))).toBe(expected);
});

test('rows have the same place in both periods', () => {
	const now = at('2026-07-01', '2026-09-30');
	const before = previousOf(now, 'MONTHLY');
	expect(placeOf(Date.parse('2026-09-01'), now, 'MONTHLY')).toBe(2);
	expect(placeOf(Date.parse('2026-06-01'), before, 'MONTHLY')).toBe(2);
	expect(placeOf(Date.parse('2026-07-03'), now, 'DAILY')).toBe(2);
	expect(placeOf(Date.parse('2026-07-03'), now, 'ALL')).toBe(0);
	expect(placeOf(Date.parse('2027-01-01'), now, 'YEARLY')).toBe(1);
});

test('a place gives the days of its row, no further than the period', () => {
	const period = at('2026-01-15', '2026-03-10');
	expect(days(daysAt(0, period, 'MONTHLY'))).toBe('2026-01-15 2026-01-31');
	expect(days(daysAt(2, period, 'MONTHLY'))).toBe('2026-03-01 2026-03-10');
	expect(days(daysAt(3, period, 'DAILY'))).toBe('2026-01-18 2026-01-18');
	expect(days(daysAt(0, period, 'YEARLY'))).toBe('2026-01-15 2026-03-10');
	expect(daysAt(0, period, 'ALL')).toEqual(period);
});

test('days that LinkedIn rounds out to months are known', () => {
	expect(isRounded(at('2026-03-15', '2026-11-25'), 'ALL', NOW)).toBe(true);
	expect(isRounded(at('2026-03-01', '2026-11-25'), 'ALL', NOW)).toBe(false);
	expect(isRounded(at('2026-03-01', '2026-03-30'), 'ALL', NOW)).toBe(true);
	expect(isRounded(at('2026-03-01', '2026-03-31'), 'ALL', NOW)).toBe(false);
	expect(isRounded(at('2026-03-15', '2026-11-25'), 'MONTHLY', NOW)).toBe(false);
	expect(isRounded(at('2026-10-15', '2026-11-25'), 'ALL', NOW)).toBe(false);
});
