import { monotonic } from '../../../../../nodes/LinkedIn/transport/limits/clock';
import { RateLimiter } from '../../../../../nodes/LinkedIn/transport/limits/rateLimiter';

/** Daily quotas are reset at 00:00 UTC (docs.rateLimits). */

const CREATE = 'CREATE /rest/posts';

describe('a closed endpoint opens at the next reset of the quotas at the latest', () => {
	const evening = Date.parse('2026-09-20T22:00:00Z');
	const reset = Date.parse('2026-09-21T00:00:00Z');
	const far = Date.parse('2083-01-01T00:00:00Z');
	let clock: jest.SpyInstance;
	beforeEach(() => {
		clock = jest.spyOn(Date, 'now').mockReturnValue(evening);
	});
	afterEach(() => clock.mockRestore());
	const knock = async (gate: RateLimiter) =>
		await gate.pass(
			{ lane: 'write', endpoint: CREATE, signal: undefined, deadlineMs: monotonic.now(), callMs: 60_000 },
			async () => 'sent',
		);

	it('whatever it was closed for', async () => {
		const gate = new RateLimiter(0);
		gate.close(CREATE, far - evening);
		expect(await knock(gate)).toEqual({ kind: 'closed', untilMs: reset });
		clock.mockReturnValue(reset);
		expect(await knock(gate)).toBe('sent');
	});

	it('also where nobody knocked until then', async () => {
		const gate = new RateLimiter(0);
		gate.close(CREATE, far - evening);
		clock.mockReturnValue(reset + 1);
		expect(await knock(gate)).toBe('sent');
	});

	it('and where a clock closed it that ran ahead, when the time is over that it was closed for', async () => {
		const gate = new RateLimiter(0);
		const durations = jest.spyOn(monotonic, 'now').mockReturnValue(1_000);
		clock.mockReturnValue(far);
		gate.close(CREATE, 60_000);
		clock.mockReturnValue(evening);
		expect(await knock(gate)).toEqual({ kind: 'closed', untilMs: evening + 60_000 });
		durations.mockReturnValue(61_000);
		expect(await knock(gate)).toBe('sent');
		durations.mockRestore();
	});
});

describe('a closed endpoint', () => {
	it.each([
		['back', -3_600_000],
		['ahead', 3_600_000],
	])('opens when its time is over, also where the clock is set %s an hour meanwhile', async (_way, byMs) => {
		const noon = Date.parse('2026-09-20T12:00:00Z');
		const clock = jest.spyOn(Date, 'now').mockReturnValue(noon);
		const gate = new RateLimiter(0);
		const closedAt = monotonic.now();
		gate.close(CREATE, 400);
		clock.mockReturnValue(noon + byMs);
		const within = {
			lane: 'write' as const,
			endpoint: CREATE,
			signal: undefined,
			deadlineMs: closedAt + 60_000,
			callMs: 60_000,
		};
		const openedAt = await gate.pass(within, async () => monotonic.now());
		expect(Number(openedAt) - closedAt).toBeGreaterThanOrEqual(400);
		expect(Number(openedAt) - closedAt).toBeLessThan(30_000);
		clock.mockRestore();
	});
});
