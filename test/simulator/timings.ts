/** How servers say when to come back. */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * Values of `Retry-After` and `X-RateLimit-Reset`, by kind. For messages seconds were seen
 * (docs/behaviour.md#message-limits). LinkedIn documents nothing for the rest, so this has whatever gateways are known
 * to send, and invalid values.
 * @param nowMs the simulator's clock, epoch milliseconds
 */
export function timings(nowMs: number) {
	const inTwoHours = new Date(nowMs + 2 * HOUR_MS);
	const seconds = (ms: number) => String(Math.floor(ms / 1000));
	return {
		seconds: '3600',
		'seconds with decimals': '90.5',
		'no seconds at all': '0',
		'a week of seconds': '604800',
		'an HTTP date': inTwoHours.toUTCString(),
		'an HTTP date that has passed': new Date(nowMs - HOUR_MS).toUTCString(),
		'an ISO date': inTwoHours.toISOString(),
		'epoch seconds': seconds(nowMs + 2 * HOUR_MS),
		'epoch milliseconds': String(nowMs + 2 * HOUR_MS),
		'epoch seconds of a moment that has passed': seconds(nowMs - 2 * HOUR_MS),
		'epoch seconds of next month': seconds(nowMs + 30 * DAY_MS),
		'epoch milliseconds of next month': String(nowMs + 30 * DAY_MS),
		'a round thousand million': '1000000000',
		'a number that no date reaches': '9'.repeat(30),
		'a negative number': '-5',
		'no number': 'NaN',
		words: 'soon',
		'a list': '10, 20',
		nothing: '',
	};
}

export type Timing = keyof ReturnType<typeof timings>;
