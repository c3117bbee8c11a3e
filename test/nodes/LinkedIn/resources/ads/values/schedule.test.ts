import { DateTime } from 'luxon';

import { momentOf, scheduleOf } from '../../../../../../nodes/LinkedIn/resources/ads/values/schedule';

const NINE_UTC = Date.UTC(2027, 0, 1, 9);

describe('momentOf', () => {
	it.each<[unknown, string, number | undefined]>([
		['2027-01-01T09:00:00Z', 'America/New_York', NINE_UTC],
		['2027-01-01T10:00', 'Europe/Berlin', NINE_UTC],
		['2027-01-01 10:00', 'Europe/Berlin', NINE_UTC],
		[NINE_UTC, 'UTC', NINE_UTC],
		[String(NINE_UTC), 'UTC', NINE_UTC],
		[new Date(NINE_UTC), 'UTC', NINE_UTC],
		[DateTime.fromMillis(NINE_UTC), 'UTC', NINE_UTC],
		['', 'UTC', undefined],
	])('reads %p in %s', (value, timezone, expected) => {
		expect(momentOf(value, 'Start', timezone)).toBe(expected);
	});

	it.each(['tomorrow', '2027-02-30', 12, 1e20, '99999999999999999999', { toMillis: 1 }, [], new Date(NaN)])(
		'refuses %p',
		(value) => {
			expect(() => momentOf(value, 'Start', 'UTC')).toThrow(/Start/);
		},
	);
});

test('scheduleOf wants an end after the start', () => {
	expect(scheduleOf('2027-01-01', '2027-01-02', 'UTC')).toEqual({
		start: Date.UTC(2027, 0, 1),
		end: Date.UTC(2027, 0, 2),
	});
	expect(() => scheduleOf('2027-01-02', '2027-01-02', 'UTC')).toThrow('is not after Start');
});
