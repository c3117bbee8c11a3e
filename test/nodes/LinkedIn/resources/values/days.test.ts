import {
	calendarDay,
	calendarText,
	from365To2DaysAgo,
	last12Months,
	midnightOf,
	readDay,
	readRange,
	untilToday,
} from '../../../../../nodes/LinkedIn/resources/values/days';

/** Days begin at midnight UTC; the start is included, the end isn't (docs.shareStatistics). */

const NOW = Date.UTC(2026, 4, 20, 15, 30);
const day = (text: string) => Date.parse(`${text}T00:00:00Z`);

describe('a day', () => {
	it.each([
		['a date', '2026-05-04'],
		['a date and time of the date picker, which has no zone', '2026-05-04T00:00:00'],
		['a time late on the day, west of UTC', '2026-05-04T23:30:00-05:00'],
		['a time early on the day, east of UTC', '2026-05-04T01:00:00.000+12:00'],
		['a date and time with a space', '2026-05-04 10:00:00'],
		['with spaces around', ' 2026-05-04 '],
		['epoch milliseconds', Date.UTC(2026, 4, 4, 13, 1) + 0.5],
		['a Date', new Date(Date.UTC(2026, 4, 4, 23, 59))],
		['a DateTime of luxon', { toISO: () => '2026-05-04T22:00:00.000-08:00' }],
	])('is the one that is written: %s', (_what, value) => {
		expect(readDay(value, 'Start Date')).toBe(day('2026-05-04'));
	});

	it.each([undefined, null, ''])('may be left out (%s)', (value) => {
		expect(readDay(value, 'Start Date')).toBeUndefined();
	});

	it.each([
		['a word', 'yesterday'],
		['a day that is not in the calendar', '2026-02-30'],
		['a month that is not in the calendar', '2026-13-01'],
		['another order', '04.05.2026'],
		['digits', '1777852800000'],
		['an object', { a: 1 }],
		['a list', ['2026-05-04']],
		['a Date that is none', new Date('no date')],
		['a moment that no date reaches', 9e15],
	])('is refused by its field: %s', (_what, value) => {
		expect(() => readDay(value, 'End Date')).toThrow(
			expect.objectContaining({
				field: 'End Date',
				message: expect.stringMatching(/^End Date isn't a date/),
			}),
		);
	});
});

describe('a range', () => {
	const read = (start: unknown, end: unknown, window = untilToday(NOW)) =>
		readRange({ start, end }, window, NOW);

	it('includes its start and not its end', () => {
		expect(read('2026-05-04', '2026-05-06')).toEqual({
			startMs: day('2026-05-04'),
			endMs: day('2026-05-06'),
		});
	});

	it('without both is none', () => {
		expect(read('', '')).toBeUndefined();
	});

	it.each([
		['goes up to yesterday', '2026-05-01', untilToday(NOW), '2026-05-20'],
		['goes as far as LinkedIn has followers', '2026-05-01', from365To2DaysAgo(NOW), '2026-05-18'],
		['that starts today is today', '2026-05-20', untilToday(NOW), '2026-05-21'],
	])('without an end %s', (_what, start, window, end) => {
		expect(read(start, '', window)).toEqual({ startMs: day(start), endMs: day(end) });
	});

	it('may include today, and no day after it', () => {
		expect(read('2026-05-19', '2026-05-21')?.endMs).toBe(day('2026-05-21'));
	});

	it.each([
		['no start', '', '2026-05-04', untilToday(NOW), 'Start Date', /is empty/],
		['start and end swapped', '2026-05-06', '2026-05-04', untilToday(NOW), 'Start Date', /must be before/],
		['start and end the same', '2026-05-04', '2026-05-04', untilToday(NOW), 'Start Date', /must be before/],
		['a start in the future', '2026-06-01', '', untilToday(NOW), 'Start Date', /2026-06-01 is too late/],
		['an end in the future', '2026-05-01', '2026-05-22', untilToday(NOW), 'End Date', /too late/],
		['more than 12 months ago', '2025-05-19', '', last12Months(NOW), 'Start Date', /last 12 months/],
		['more than 365 days ago', '2025-05-19', '', from365To2DaysAgo(NOW), 'Start Date', /365 days/],
		['followers of yesterday', '2026-05-01', '2026-05-19', from365To2DaysAgo(NOW), 'End Date', /2 days ago/],
		['followers from yesterday on', '2026-05-19', '', from365To2DaysAgo(NOW), 'Start Date', /2 days ago/],
	])('is refused before any call: %s', (_what, start, end, window, field, message) => {
		expect(() => read(start, end, window)).toThrow(
			expect.objectContaining({ field, message: expect.stringMatching(message) }),
		);
	});

	it.each([
		['12 months ago', '2025-05-20', last12Months(NOW)],
		['365 days ago', '2025-05-20', from365To2DaysAgo(NOW)],
		['a long time ago, where LinkedIn names no limit', '2019-01-01', untilToday(NOW)],
	])('may start %s', (_what, start, window) => {
		expect(read(start, '', window)?.startMs).toBe(day(start));
	});

	it('of 12 months starts in the year before a leap day too', () => {
		expect(last12Months(Date.UTC(2028, 1, 29)).oldestMs).toBe(day('2027-03-01'));
	});
});

describe('a day of the calendar', () => {
	it.each([
		['2026-05-04', { year: 2026, month: 5, day: 4 }],
		['2026-12-31', { year: 2026, month: 12, day: 31 }],
		['2024-02-29', { year: 2024, month: 2, day: 29 }],
	])('is written as LinkedIn does, and back: %s', (text, record) => {
		expect(calendarDay(day(text))).toEqual(record);
		expect(calendarText(record)).toBe(text);
	});

	it('begins at midnight UTC', () => {
		expect(midnightOf(NOW)).toBe(day('2026-05-20'));
	});
});
