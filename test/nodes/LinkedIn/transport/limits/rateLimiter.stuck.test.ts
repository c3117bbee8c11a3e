import {
	RateLimiter,
	LANE_WIDTH,
	type Lane,
	type PlaceRequest,
} from '../../../../../nodes/LinkedIn/transport/limits/rateLimiter';

/** Waiting for a slot in a lane ends if none will become free. */

const count = (length: number) => Array.from({ length }, (_, index) => index);

describe('a lane in which nothing ends', () => {
	const PATIENCE_MS = 2_000;
	const hasty = (lane: Lane): PlaceRequest => ({
		lane,
		endpoint: 'CREATE /rest/posts',
		signal: undefined,
		deadlineMs: Number.POSITIVE_INFINITY,
		callMs: 100,
	});
	const never = async () => await new Promise<never>(() => undefined);

	it.each<Lane>(['read', 'write', 'upload'])('for %s is not waited for without end', async (lane) => {
		const gate = new RateLimiter(0);
		for (const _ of count(LANE_WIDTH[lane])) void gate.pass(hasty(lane), never);
		const begunAt = performance.now();
		const work = jest.fn(async () => 'through');
		const waiting = count(2).map(async () => await gate.pass(hasty(lane), work));
		expect(await Promise.all(waiting)).toMatchObject([{ kind: 'stuck' }, { kind: 'stuck' }]);
		expect(performance.now() - begunAt).toBeGreaterThan(PATIENCE_MS);
		expect(work).not.toHaveBeenCalled();
	});

	it('is waited for as long as the longest of its calls may take', async () => {
		const gate = new RateLimiter(0);
		const long = async () =>
			await new Promise((resolve) => setTimeout(() => resolve('through'), PATIENCE_MS + 500));
		const first = gate.pass({ ...hasty('write'), callMs: 60_000 }, long);
		const second = gate.pass(hasty('write'), async () => 'through');
		expect(await Promise.all([first, second])).toEqual(['through', 'through']);
	});

	it('is waited for while something ends in it, however long the queue is', async () => {
		const gate = new RateLimiter(0);
		const slow = async () => await new Promise((resolve) => setTimeout(() => resolve('through'), 900));
		const all = count(5).map(async () => await gate.pass(hasty('write'), slow));
		expect(await Promise.all(all)).toEqual(count(5).map(() => 'through'));
	});

	it('is waited for while the calls of one piece of work end', async () => {
		const gate = new RateLimiter(0);
		const inSteps = async () => {
			for (const _ of count(4)) {
				await new Promise((resolve) => setTimeout(resolve, 900));
				gate.moved('write');
			}
			return 'through';
		};
		const all = count(2).map(async () => await gate.pass(hasty('write'), inSteps));
		expect(await Promise.all(all)).toEqual(['through', 'through']);
	});
});
