import { monotonic } from '../../../../../nodes/LinkedIn/transport/limits/clock';
import {
	LANE_WIDTH,
	RateLimiter,
	type Lane,
	type PlaceRequest,
} from '../../../../../nodes/LinkedIn/transport/limits/rateLimiter';

const CREATE = 'CREATE /rest/posts';
const FINDER = 'FINDER /rest/posts';

/** Runs everything that can run without a clock. */
const settle = async () => await new Promise<void>((resolve) => setImmediate(resolve));
/** Far less than the waits here, and enough for a busy machine. */
const CANCEL_WITHIN_MS = 10_000;

/** Would wait forever. */
const wish = (lane: Lane, endpoint: string, signal?: AbortSignal): PlaceRequest => ({
	lane,
	endpoint,
	signal,
	deadlineMs: Number.POSITIVE_INFINITY,
	callMs: 60_000,
});

/** Work that stays in its lane until it's released by number. */
class Jobs {
	readonly started: number[] = [];
	private readonly releases = new Map<number, () => void>();

	run(
		gate: RateLimiter,
		lane: Lane,
		number: number,
		endpoint = CREATE,
		signal?: AbortSignal,
	): Promise<unknown> {
		return gate.pass(wish(lane, endpoint, signal), async () => {
			this.started.push(number);
			await new Promise<void>((resolve) => this.releases.set(number, resolve));
			return number;
		});
	}

	async release(...numbers: number[]): Promise<void> {
		for (const number of numbers) this.releases.get(number)?.();
		await settle();
	}
}

/** This long, within the tolerance for the test's own time. */
const about = (ms: number): unknown => expect.closeTo(ms, -3);
const count = (length: number) => Array.from({ length }, (_, index) => index);

describe('a lane', () => {
	it.each<[Lane, number]>([
		['read', 4],
		['write', 1],
		['upload', 4],
	])('for %s lets %d through at once', async (lane, width) => {
		const [gate, jobs] = [new RateLimiter(0), new Jobs()];
		const all = count(width + 3).map((number) => jobs.run(gate, lane, number));
		await settle();
		expect(LANE_WIDTH[lane]).toBe(width);
		expect(jobs.started).toEqual(count(width));
		for (const number of count(width + 3)) await jobs.release(number);
		expect(await Promise.all(all)).toEqual(count(width + 3));
	});

	it.each<Lane>(['read', 'write', 'upload'])('for %s serves in the order of arrival', async (lane) => {
		const [gate, jobs] = [new RateLimiter(0), new Jobs()];
		const all = count(9).map((number) => jobs.run(gate, lane, number));
		for (const number of count(9)) {
			await settle();
			await jobs.release(number);
		}
		await Promise.all(all);
		expect(jobs.started).toEqual(count(9));
	});

	it('does not hold up another lane', async () => {
		const [gate, jobs] = [new RateLimiter(0), new Jobs()];
		const all = [
			jobs.run(gate, 'write', 0),
			jobs.run(gate, 'read', 1, FINDER),
			jobs.run(gate, 'upload', 2, 'PUT'),
		];
		await settle();
		expect([...jobs.started].sort()).toEqual([0, 1, 2]);
		await jobs.release(0, 1, 2);
		await Promise.all(all);
	});

	it('gives the place back when the work throws', async () => {
		const gate = new RateLimiter(0);
		for (const _ of count(5)) {
			await expect(
				gate.pass(wish('write', CREATE, undefined), async () => await Promise.reject(new Error('refused'))),
			).rejects.toThrow('refused');
		}
		await expect(gate.pass(wish('write', CREATE, undefined), async () => 'through')).resolves.toBe('through');
	});

	it('gives what the work returns', async () => {
		await expect(new RateLimiter(0).pass(wish('read', FINDER, undefined), async () => 42)).resolves.toBe(42);
	});
});

describe('reads of a credential', () => {
	const SPACING_MS = 40;
	/** When each of four simultaneous requests starts, in milliseconds. */
	const startsOf = async (lane: Lane) => {
		const gate = new RateLimiter(SPACING_MS);
		const begunAt = performance.now();
		const startedMs: number[] = [];
		const work = async () => void startedMs.push(performance.now() - begunAt);
		await Promise.all(count(4).map(async () => await gate.pass(wish(lane, FINDER), work)));
		return startedMs;
	};

	it('start a little apart, however many begin at once', async () => {
		const started = await startsOf('read');
		// A timer may be late and, because of rounding, slightly early.
		expect(started.filter((at, place) => at < (place - 0.5) * SPACING_MS)).toEqual([]);
		expect(started).toHaveLength(4);
	});

	it('do not wait when nobody read just before', async () => {
		const gate = new RateLimiter(60_000);
		await expect(gate.pass(wish('read', FINDER), async () => 'at once')).resolves.toBe('at once');
	});

	it('end with the execution while they wait, and give their places back', async () => {
		const stop = new AbortController();
		const gate = new RateLimiter(SPACING_MS);
		await gate.pass(wish('read', FINDER), async () => undefined);
		const work = jest.fn(async () => undefined);
		const waiting = count(LANE_WIDTH.read).map(
			async () => await gate.pass(wish('read', FINDER, stop.signal), work),
		);
		stop.abort();
		expect((await Promise.allSettled(waiting)).map(({ status }) => status)).toEqual(
			count(LANE_WIDTH.read).map(() => 'rejected'),
		);
		expect(work).not.toHaveBeenCalled();
		await expect(gate.pass(wish('read', FINDER), async () => 'free')).resolves.toBe('free');
	});

	it('do not wait for a clock that stands still', async () => {
		const clock = jest.spyOn(Date, 'now').mockReturnValue(0);
		expect(await startsOf('read')).toHaveLength(4);
		clock.mockRestore();
	});

	it('look again whether the endpoint is open when their turn has come', async () => {
		const gate = new RateLimiter(SPACING_MS);
		await gate.pass(wish('read', FINDER), async () => undefined);
		const second = gate.pass({ ...wish('read', FINDER), deadlineMs: monotonic.now() }, async () => 'sent');
		gate.close(FINDER, 5_000);
		await expect(second).resolves.toEqual({ kind: 'closed', untilMs: about(Date.now() + 5_000) });
	});
});

describe('a closed endpoint', () => {
	it('lets nobody start before its time, and everybody after it', async () => {
		const gate = new RateLimiter(0);
		const until = monotonic.now() + 300;
		gate.close(CREATE, 300);
		const starts = await Promise.all(
			count(3).map(async () => await gate.pass(wish('write', CREATE), async () => monotonic.now())),
		);
		expect(starts.filter((at) => Number(at) < until)).toEqual([]);
	});

	it('tells at once when it opens to those who cannot wait that long, without running the work', async () => {
		const gate = new RateLimiter(0);
		gate.close(CREATE, 5_000);
		const work = jest.fn(async () => 'through');
		const passed = await gate.pass({ ...wish('write', CREATE), deadlineMs: monotonic.now() + 1_000 }, work);
		expect(passed).toEqual({ kind: 'closed', untilMs: about(Date.now() + 5_000) });
		expect(work).not.toHaveBeenCalled();
	});

	it('holds no place while it waits: other endpoints go on in the same lane', async () => {
		const [gate, stop] = [new RateLimiter(0), new AbortController()];
		gate.close(CREATE, 60_000);
		const waiting = count(3).map((number) => new Jobs().run(gate, 'write', number, CREATE, stop.signal));
		const endings = Promise.allSettled(waiting);
		await settle();
		await expect(gate.pass(wish('write', 'DELETE /rest/posts', undefined), async () => 'done')).resolves.toBe(
			'done',
		);
		stop.abort();
		expect((await endings).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
	});

	it('stops those who were already in the queue when it closed', async () => {
		const [gate, jobs, stop] = [new RateLimiter(0), new Jobs(), new AbortController()];
		const first = jobs.run(gate, 'write', 0);
		const queued = jobs.run(gate, 'write', 1, CREATE, stop.signal);
		const ending = expect(queued).rejects.toThrow('aborted');
		await settle();
		gate.close(CREATE, 60_000);
		await jobs.release(0);
		await first;
		expect(jobs.started).toEqual([0]);
		await expect(gate.pass(wish('write', 'DELETE /x', undefined), async () => 'free')).resolves.toBe('free');
		stop.abort();
		await ending;
	});

	it.each([
		['the later', 60_000, 1],
		['the later, whichever came first', 1, 60_000],
	])('keeps %s of two times', async (_what, firstMs, secondMs) => {
		const [gate, jobs, stop] = [new RateLimiter(0), new Jobs(), new AbortController()];
		gate.close(CREATE, firstMs);
		gate.close(CREATE, secondMs);
		const ending = expect(jobs.run(gate, 'write', 0, CREATE, stop.signal)).rejects.toThrow('aborted');
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(jobs.started).toEqual([]);
		stop.abort();
		await ending;
	});
});

describe('a cancelled execution', () => {
	const reason = new Error('cancelled by the user');

	it('leaves the queue of a lane with its own reason', async () => {
		const [gate, jobs, stop] = [new RateLimiter(0), new Jobs(), new AbortController()];
		const first = jobs.run(gate, 'write', 0);
		const second = jobs.run(gate, 'write', 1, CREATE, stop.signal);
		const third = jobs.run(gate, 'write', 2);
		const ending = expect(second).rejects.toBe(reason);
		await settle();
		stop.abort(reason);
		await ending;
		await jobs.release(0);
		await jobs.release(2);
		expect(await Promise.all([first, third])).toEqual([0, 2]);
		expect(jobs.started).toEqual([0, 2]);
	});

	it('leaves the wait for a closed endpoint at once', async () => {
		const [gate, jobs, stop] = [new RateLimiter(0), new Jobs(), new AbortController()];
		gate.close(CREATE, 60_000);
		const waiting = jobs.run(gate, 'write', 0, CREATE, stop.signal);
		const ending = expect(waiting).rejects.toBe(reason);
		await settle();
		const abortedAt = Date.now();
		stop.abort(reason);
		await ending;
		expect(Date.now() - abortedAt).toBeLessThan(CANCEL_WITHIN_MS);
	});

	it('does not even begin when it was cancelled before', async () => {
		const [gate, jobs] = [new RateLimiter(0), new Jobs()];
		const waiting = jobs.run(gate, 'read', 0, FINDER, AbortSignal.abort(reason));
		await expect(waiting).rejects.toBe(reason);
		expect(jobs.started).toEqual([]);
	});

	it.each<Lane>(['read', 'write', 'upload'])('leaks no place of the lane for %s', async (lane) => {
		const [gate, jobs] = [new RateLimiter(0), new Jobs()];
		const width = LANE_WIDTH[lane];
		const running = count(width).map((number) => jobs.run(gate, lane, number));
		const stops = count(5).map(() => new AbortController());
		const endings = Promise.allSettled(
			stops.map(async (stop, index) => await jobs.run(gate, lane, 100 + index, CREATE, stop.signal)),
		);
		await settle();
		for (const stop of stops) stop.abort(reason);
		expect((await endings).map(({ status }) => status)).toEqual(stops.map(() => 'rejected'));
		await jobs.release(...count(width));
		await Promise.all(running);

		const later = count(width + 1).map((number) => jobs.run(gate, lane, 200 + number));
		await settle();
		expect(jobs.started.filter((number) => number >= 200)).toEqual(count(width).map((n) => 200 + n));
		for (const number of count(width + 1)) await jobs.release(200 + number);
		await Promise.all(later);
	});

	it('gives a place that was handed over at the moment of the abort to the next', async () => {
		const [gate, jobs, stop] = [new RateLimiter(0), new Jobs(), new AbortController()];
		const first = jobs.run(gate, 'write', 0);
		const second = Promise.allSettled([jobs.run(gate, 'write', 1, CREATE, stop.signal)]);
		const third = jobs.run(gate, 'write', 2);
		await settle();
		const released = jobs.release(0);
		stop.abort(reason);
		await released;
		await jobs.release(1);
		await jobs.release(2);
		await second;
		expect(await Promise.all([first, third])).toEqual([0, 2]);
	});
});
