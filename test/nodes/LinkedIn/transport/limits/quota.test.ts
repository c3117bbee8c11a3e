import {
	counterOf,
	isDaily,
	nextReset,
	Quota,
	spentUntil,
} from '../../../../../nodes/LinkedIn/transport/limits/quota';

const at = (iso: string) => Date.parse(iso);
const throttle = (words: string) => `Resource level throttle ${words} for calls to this resource is reached.`;

/** LinkedIn's messages about a used-up quota, in every plausible form (docs/behaviour.md#rate-limits). */
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

const COUNTERS = { member: 'member', application: 'application' };

describe('a 429', () => {
	it.each(VARIANTS)('"%s" (%s) is of the day: %s', (message, code, daily) => {
		expect(isDaily({ status: 429, message, code })).toBe(daily);
	});

	it.each(VARIANTS.filter(([, , daily]) => daily))(
		'"%s" (%s, daily %s) speaks of the counter of the %s',
		(message, _code, _daily, counter) => {
			expect(counterOf(COUNTERS, message)).toBe(counter);
		},
	);

	it('without any body is not of the day', () => {
		expect(isDaily({ status: 429 })).toBe(false);
		expect(counterOf(COUNTERS, undefined)).toBe('member');
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
	const CREATE = 'CREATE /rest/posts';
	const noon = at('2026-09-20T12:00:00Z');
	const midnight = at('2026-09-21T00:00:00Z');
	const spentAt = (nowMs: number) => {
		const quota = new Quota(10);
		quota.spend(CREATE, nowMs);
		return quota;
	};

	it('says until when', () => {
		expect(new Quota(10).spend(CREATE, noon)).toBe(midnight);
	});

	it.each([
		['just before midnight', midnight - 1, midnight],
		['at midnight', midnight, undefined],
		['on the next day', midnight + 1, undefined],
	])('is asked %s', (_when, nowMs, expected) => {
		expect(spentAt(noon).spentUntil(CREATE, nowMs)).toBe(expected);
	});

	it('binds no other endpoint', () => {
		expect(spentAt(noon).spentUntil('FINDER /rest/posts', noon)).toBeUndefined();
	});

	it('that a clock noted which ran ahead ends at the next midnight', () => {
		const quota = spentAt(at('2083-01-01T12:00:00Z'));
		expect(quota.spentUntil(CREATE, noon)).toBe(midnight);
		expect(quota.spentUntil(CREATE, midnight)).toBeUndefined();
	});
});

describe('of the two counters that a call draws on', () => {
	const CREATE = 'CREATE /rest/posts';
	const noon = at('2026-09-20T12:00:00Z');
	const midnight = at('2026-09-21T00:00:00Z');
	const APPLICATION_DAY = throttle('APPLICATION DAY limit');
	const application = { quota: new Quota(10) };
	const [ada, bob] = [1, 2].map(() => ({ member: { quota: new Quota(10) }, application }));

	it('the one of a member binds that member alone', () => {
		counterOf(ada, undefined).quota.spend(CREATE, noon);
		expect([ada, bob].map((one) => spentUntil(one, CREATE, noon))).toEqual([midnight, undefined]);
	});

	it('the one of the application binds all its members, also where one of yesterday is noted', () => {
		counterOf(bob, undefined).quota.spend(CREATE, noon - 86_400_000);
		counterOf(bob, APPLICATION_DAY).quota.spend(CREATE, noon);
		expect([ada, bob].map((one) => spentUntil(one, CREATE, noon))).toEqual([midnight, midnight]);
	});
});
