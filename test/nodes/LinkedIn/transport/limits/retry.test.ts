import fc from 'fast-check';

import {
	BASE_WAIT_MS,
	decide,
	isRepeatable,
	LONGEST_WAIT_MS,
	type Outcome,
} from '../../../../../nodes/LinkedIn/transport/limits/retry';
import { HTTP_METHOD, type RestliMethod } from '../../../../../nodes/LinkedIn/transport/restli/method';

/**
 * Nothing is written twice (docs/behaviour.md#duplicate-creates), and no limit is exceeded on purpose
 * (docs.rateLimits).
 */

const MINUTE_MS = 60_000;
const METHODS = Object.keys(HTTP_METHOD) as RestliMethod[];

/**
 * Rules depend on the Rest.li method, not the HTTP verb: reads, deletes, PUT and `$set` patches are repeated, the rest
 * isn't.
 */
const NOT_REPEATABLE: RestliMethod[] = ['ACTION', 'BATCH_CREATE', 'CREATE'];

const reply = (status: number, code?: string): Outcome => ({ kind: 'reply', status, code });
const timeout: Outcome = { kind: 'silence', neverSent: false };
const unreachable: Outcome = { kind: 'silence', neverSent: true };
const dailyLimit: Outcome = { kind: 'reply', status: 429, code: 'TOO_MANY_REQUESTS', daily: true };

type Word = 'again' | 'final' | 'daily' | 'ambiguous';

function wordFor(method: RestliMethod, outcome: Outcome): string {
	const decision = decide(method, outcome, 1, MINUTE_MS, 0.5);
	return decision.again ? 'again' : decision.because;
}

describe('which method may be sent again', () => {
	it('is decided for every Rest.li method', () => {
		expect(METHODS.filter((method) => !isRepeatable(method)).sort()).toEqual(NOT_REPEATABLE);
	});
});

describe('the decision', () => {
	const table: Array<[what: string, outcome: Outcome, repeatable: Word, create: Word]> = [
		['429 without a day', reply(429, 'TOO_MANY_REQUESTS'), 'again', 'again'],
		['429 of the day', dailyLimit, 'daily', 'daily'],
		['409 CONFLICT', reply(409, 'CONFLICT'), 'again', 'again'],
		['409 without a code', reply(409), 'again', 'again'],
		['a host that was never reached', unreachable, 'again', 'again'],
		['a timeout or reset', timeout, 'again', 'ambiguous'],
		['408 TIMEOUT', reply(408, 'TIMEOUT'), 'again', 'ambiguous'],
		['500 INTERNAL_SERVER_ERROR', reply(500, 'INTERNAL_SERVER_ERROR'), 'again', 'ambiguous'],
		['501', reply(501), 'again', 'ambiguous'],
		['502', reply(502), 'again', 'ambiguous'],
		['503 UNDER_MAINTENANCE', reply(503, 'UNDER_MAINTENANCE'), 'again', 'ambiguous'],
		['504', reply(504), 'again', 'ambiguous'],
		['302', reply(302), 'final', 'final'],
		['400 MISSING_FIELD', reply(400, 'MISSING_FIELD'), 'final', 'final'],
		['401 EXPIRED_ACCESS_TOKEN', reply(401, 'EXPIRED_ACCESS_TOKEN'), 'final', 'final'],
		['403 ACCESS_DENIED', reply(403, 'ACCESS_DENIED'), 'final', 'final'],
		['404 NOT_FOUND', reply(404, 'NOT_FOUND'), 'final', 'final'],
		['405', reply(405), 'final', 'final'],
		['411', reply(411), 'final', 'final'],
		['412 PRECONDITION_FAILED', reply(412, 'PRECONDITION_FAILED'), 'final', 'final'],
		['413 REQUEST_ENTITY_TOO_LARGE', reply(413, 'REQUEST_ENTITY_TOO_LARGE'), 'final', 'final'],
		['414', reply(414), 'final', 'final'],
		['415', reply(415), 'final', 'final'],
		['422 duplicate', reply(422, 'DUPLICATE_POST'), 'final', 'final'],
		['426 NONEXISTENT_VERSION', reply(426, 'NONEXISTENT_VERSION'), 'final', 'final'],
	];

	it.each(table)('after %s holds for every method', (_what, outcome, repeatable, create) => {
		const words = Object.fromEntries(METHODS.map((method) => [method, wordFor(method, outcome)]));
		const expected = METHODS.map((method) => [method, NOT_REPEATABLE.includes(method) ? create : repeatable]);
		expect(words).toEqual(Object.fromEntries(expected));
	});

	it.each([
		['429', reply(429), true],
		['503', reply(503), false],
		['a timeout', timeout, false],
	] as const)('after %s closes the endpoint for all: %3$s', (_what, outcome, closesGate) => {
		expect(decide('GET', outcome, 1, MINUTE_MS, 0)).toMatchObject({ again: true, closesGate });
	});

	it.each([
		['GET', reply(503)],
		['CREATE', reply(429)],
		['DELETE', timeout],
	] as const)('gives up on a %s when the wait is longer than what is left of Max Wait', (method, outcome) => {
		expect(decide(method, outcome, 1, BASE_WAIT_MS / 2 - 1, 0)).toEqual({
			again: false,
			because: 'outOfTime',
		});
		expect(decide(method, outcome, 1, BASE_WAIT_MS / 2, 0)).toMatchObject({ again: true });
	});
});

describe('the wait', () => {
	const waitMs = (attempt: number, random: number, retryAfterMs?: number) => {
		const outcome: Outcome = { kind: 'reply', status: 429, retryAfterMs };
		const decision = decide('GET', outcome, attempt, Number.POSITIVE_INFINITY, random);
		return decision.again ? decision.waitMs : Number.NaN;
	};

	it.each([
		[1, 250, 500],
		[2, 500, 1000],
		[3, 1000, 2000],
		[6, 8000, 16_000],
		[7, 10_000, 20_000],
		[50, 10_000, 20_000],
		[2000, 10_000, 20_000],
	])('after attempt %d lies between %d and %d ms', (attempt, least, most) => {
		expect(waitMs(attempt, 0)).toBe(least);
		expect(waitMs(attempt, 0.999_999_9)).toBe(most);
	});

	it('stays within half and the whole of its step for any jitter', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 500 }),
				fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
				(attempt, random) => {
					const step = Math.min(LONGEST_WAIT_MS, BASE_WAIT_MS * 2 ** (attempt - 1));
					const wait = waitMs(attempt, random);
					return wait >= step / 2 && wait <= step;
				},
			),
		);
	});

	it.each([0, 0.5, 0.99])("obeys LinkedIn's own time without jitter (%d)", (random) => {
		expect(waitMs(1, random, 7000)).toBe(7000);
		expect(waitMs(9, random, 7000)).toBe(7000);
	});

	it('never becomes a loop without a pause when a gateway says Retry-After: 0', () => {
		expect(waitMs(5, 0.5, 0)).toBeGreaterThan(0);
	});

	it("fails at once when LinkedIn's own time is beyond Max Wait", () => {
		const outcome: Outcome = { kind: 'reply', status: 429, retryAfterMs: MINUTE_MS + 1 };
		expect(decide('GET', outcome, 1, MINUTE_MS, 0)).toEqual({ again: false, because: 'outOfTime' });
	});
});
