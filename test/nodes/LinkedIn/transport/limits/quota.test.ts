import { counterOf, isDaily, nextReset, Quota } from '../../../../../nodes/LinkedIn/transport/limits/quota';

const at = (iso: string) => Date.parse(iso);
const throttle = (words: string) => `Resource level throttle ${words} for calls to this resource is reached.`;

/** The words of a spent quota, in every plausible form (docs/behaviour.md#refusals-for-haste). */
const VARIANTS: Array<[message: string, code: string | undefined, daily: boolean, counter: string]> = [
	[throttle('APPLICATION_AND_MEMBER DAY limit'), 'TOO_MANY_REQUESTS', true, 'member'],
	[throttle('APPLICATION DAY limit'), 'TOO_MANY_REQUESTS', true, 'application'],
	[throttle('MEMBER DAY limit'), 'TOO_MANY_REQUESTS', true, 'member'],
	['Daily request quota exceeded', 'QUOTA_EXCEEDED', true, 'member'],
	['quota exceeded', 'QUOTA_EXCEEDED', true, 'member'],
	['You have reached the daily limit', undefined, true, 'member'],
	[throttle('limit'), 'TOO_MANY_REQUESTS', false, 'member'],
	['Too many requests', undefined, false, 'member'],
	['Come back on Monday', undefined, false, 'member'],
];

describe('a 429', () => {
	it.each(VARIANTS)('"%s" (%s) is of the day: %s', (message, code, daily) => {
		expect(isDaily({ status: 429, message, code })).toBe(daily);
	});

	it.each(VARIANTS.filter(([, , daily]) => daily))(
		'"%s" (%s, daily %s) speaks of the counter of the %s',
		(message, _code, _daily, counter) => {
			expect(counterOf(message)).toBe(counter);
		},
	);

	it('without any body is not of the day', () => {
		expect(isDaily({ status: 429 })).toBe(false);
		expect(counterOf(undefined)).toBe('member');
	});
});

it.each([200, 400, 403, 503])('a %d that names the day teaches no limit', (status) => {
	expect(isDaily({ status, code: 'QUOTA_EXCEEDED', message: 'DAY limit, daily' })).toBe(false);
});

describe('the reset', () => {
	it.each([
		['2026-09-20T00:00:00.000Z', '2026-09-21T00:00:00.000Z'],
		['2026-09-20T00:00:00.001Z', '2026-09-21T00:00:00.000Z'],
		['2026-09-20T23:59:59.999Z', '2026-09-21T00:00:00.000Z'],
		['2026-12-31T12:00:00.000Z', '2027-01-01T00:00:00.000Z'],
		['2028-02-28T12:00:00.000Z', '2028-02-29T00:00:00.000Z'],
		['2026-09-20T23:30:00.000-05:00', '2026-09-22T00:00:00.000Z'],
	])('after %s is the next midnight UTC', (now, reset) => {
		expect(new Date(nextReset(at(now))).toISOString()).toBe(reset);
	});
});

describe('a spent counter', () => {
	const MEMBER_A = 'credential A';
	const MEMBER_B = 'credential B';
	const APP = 'application 77';
	const CREATE = 'CREATE /rest/posts';
	const noon = at('2026-09-20T12:00:00Z');
	const midnight = at('2026-09-21T00:00:00Z');

	it('says until when', () => {
		expect(new Quota().spend(MEMBER_A, CREATE, noon)).toBe(midnight);
	});

	it.each([
		['just before midnight', midnight - 1, midnight],
		['at midnight', midnight, undefined],
		['on the next day', midnight + 1, undefined],
	])('is asked %s', (_when, nowMs, expected) => {
		const quota = new Quota();
		quota.spend(MEMBER_A, CREATE, noon);
		expect(quota.spent([MEMBER_A, APP], CREATE, nowMs)).toBe(expected);
	});

	it.each([
		['the same credential', [MEMBER_A, APP], CREATE, midnight],
		['another credential of the same app', [MEMBER_B, APP], CREATE, undefined],
		['another endpoint', [MEMBER_A, APP], 'FINDER /rest/posts', undefined],
	])('of a member binds %s accordingly', (_who, owners, endpoint, expected) => {
		const quota = new Quota();
		quota.spend(MEMBER_A, CREATE, noon);
		expect(quota.spent(owners, endpoint, noon)).toBe(expected);
	});

	it.each([
		['the same credential', [MEMBER_A, APP], CREATE, midnight],
		['another credential of the same app', [MEMBER_B, APP], CREATE, midnight],
		['a credential of another app', [MEMBER_B, 'application 78'], CREATE, undefined],
		['another endpoint', [MEMBER_A, APP], 'FINDER /rest/posts', undefined],
	])('of an application binds %s accordingly', (_who, owners, endpoint, expected) => {
		const quota = new Quota();
		quota.spend(APP, CREATE, noon);
		expect(quota.spent(owners, endpoint, noon)).toBe(expected);
	});

	it('that a clock noted which ran ahead ends at the next midnight', () => {
		const quota = new Quota();
		quota.spend(MEMBER_A, CREATE, at('2083-01-01T12:00:00Z'));
		expect(quota.spent([MEMBER_A], CREATE, noon)).toBe(midnight);
		expect(quota.spent([MEMBER_A], CREATE, midnight)).toBeUndefined();
	});

	it('of yesterday does not hide one of today', () => {
		const quota = new Quota();
		quota.spend(MEMBER_A, CREATE, noon - 86_400_000);
		quota.spend(APP, CREATE, noon);
		expect(quota.spent([MEMBER_A, APP], CREATE, noon)).toBe(midnight);
	});
});
