import type { Answer } from '../../../../../../nodes/LinkedIn/triggers/polling/core/answer';
import { randomFrom } from '../../../../../soak/random';
import { HOUR_MS, START_MS, World } from './world';

const MINUTE_MS = 60_000;

let world: World;
beforeEach(() => {
	world = new World();
});
const pass = (ms: number) => {
	world.nowMs += ms;
};

/** A new process has no calls until some more are released. */
const pollTwice = async () => {
	const first = await world.poll();
	pass(10 * MINUTE_MS);
	return [...first, ...(await world.poll())];
};

describe('the lead trigger', () => {
	it('starts now: what was submitted before is no news', async () => {
		world.submit('a SPONSORED');
		pass(MINUTE_MS);
		expect(await world.poll()).toEqual([]);
		pass(HOUR_MS);
		expect(await world.poll()).toEqual([]);
	});

	it('emits each lead once, of all owners, over pages, in order of submission', async () => {
		await world.poll();
		const ids = ['a', 'a', 'b', 'a', 'a', 'a'].map((owner) => {
			pass(MINUTE_MS);
			return world.submit(`${owner} SPONSORED`);
		});
		pass(HOUR_MS);
		expect(await world.poll()).toEqual(ids);
		pass(HOUR_MS);
		expect(await world.poll()).toEqual([]);
	});

	it('finds a lead that shows late, once', async () => {
		await world.poll();
		pass(HOUR_MS);
		const id = world.submit('a SPONSORED', 15 * MINUTE_MS);
		pass(5 * MINUTE_MS);
		world.submit('a SPONSORED');
		pass(MINUTE_MS);
		await world.poll();
		pass(HOUR_MS / 2);
		expect(await world.poll()).toEqual([id]);
		pass(HOUR_MS);
		expect(await world.poll()).toEqual([]);
	});

	it.each<[string, Answer<never>]>([
		['503', { ok: false, fault: { kind: 'later', message: 'down' } }],
		['401', { ok: false, fault: { kind: 'signIn', message: 'ended' } }],
		[
			'429 for the day',
			{ ok: false, fault: { kind: 'quota', message: 'spent', untilMs: START_MS + 3 * HOUR_MS } },
		],
		['403', { ok: false, fault: { kind: 'refused', message: 'no role' } }],
	])('delays leads at a %s and loses none', async (_what, fault) => {
		await world.poll();
		pass(HOUR_MS);
		const id = world.submit('a SPONSORED');
		pass(MINUTE_MS);
		world.fault = fault;
		expect(await world.poll()).toEqual([]);
		expect(world.says.length).toBeGreaterThan(0);
		world.fault = undefined;
		pass(5 * HOUR_MS);
		expect(await world.poll()).toEqual([id]);
	});

	it('is quiet after a 401 only until the credential is connected anew', async () => {
		await world.poll();
		pass(HOUR_MS);
		const id = world.submit('a SPONSORED');
		world.fault = { ok: false, fault: { kind: 'signIn', message: 'ended' } };
		await world.poll();
		world.fault = undefined;
		pass(MINUTE_MS);
		expect(await world.poll()).toEqual([]);
		world.grantKey = 'Ada, connected anew';
		expect(await world.poll()).toEqual([id]);
	});

	it('says the same sentence once a day', async () => {
		await world.poll();
		world.fault = { ok: false, fault: { kind: 'refused', message: 'no role' } };
		for (let hour = 0; hour < 10; hour += 1) {
			pass(2 * HOUR_MS);
			await world.poll();
		}
		expect(world.says).toHaveLength(2);
	});

	it('watches an owner that is added later from then on', async () => {
		await world.poll();
		world.submit('c SPONSORED');
		world.owners = ['a', 'b', 'c'];
		pass(25 * HOUR_MS);
		await world.poll();
		const id = world.submit('c SPONSORED');
		pass(HOUR_MS);
		expect(await world.poll()).toEqual([id]);
	});

	it('reads an older saved copy without repeating or losing a lead', async () => {
		await world.poll();
		pass(HOUR_MS);
		world.submit('a SPONSORED');
		pass(MINUTE_MS);
		await world.poll();
		for (let hour = 0; hour < 5; hour += 1) {
			pass(HOUR_MS);
			await world.poll();
		}
		const id = world.submit('b SPONSORED');
		world.crash();
		pass(HOUR_MS);
		const first = await world.poll();
		pass(HOUR_MS);
		expect([...first, ...(await pollTwice())]).toEqual([id]);
		expect(new Set(world.emitted).size).toBe(world.emitted.length);
	});

	it('misses no lead of the time before owners could be listed', async () => {
		world.fault = { ok: false, fault: { kind: 'later', message: 'down' } };
		await world.poll();
		pass(10 * MINUTE_MS);
		const id = world.submit('a SPONSORED');
		pass(10 * MINUTE_MS);
		world.fault = undefined;
		expect(await world.poll()).toEqual([id]);
	});

	it('reads the owners of one list although the other is refused, and says so', async () => {
		world.pageList = { ok: false, fault: { kind: 'refused', message: 'no pages' } };
		await world.poll();
		pass(HOUR_MS);
		const id = world.submit('a SPONSORED');
		pass(MINUTE_MS);
		expect(await world.poll()).toEqual([id]);
		expect(world.says.filter((line) => line.includes('no pages'))).toHaveLength(1);
	});

	it.each([
		['not within hours', 5, false],
		['within the day', 7, true],
	])('lists owners again after a list that was refused, %s', async (_when, hours, isListed) => {
		world.pageList = { ok: false, fault: { kind: 'refused', message: 'no pages' } };
		await pollTwice();
		const asked = world.pageLists;
		pass(hours * HOUR_MS);
		await pollTwice();
		expect(world.pageLists - asked).toBe(isListed ? 1 : 0);
	});

	it('reads on, of the owners it knows, while they cannot be listed again', async () => {
		await world.poll();
		world.listFault = { ok: false, fault: { kind: 'later', message: 'down' } };
		world.owners = [];
		pass(25 * HOUR_MS);
		const id = world.submit('b SPONSORED');
		pass(MINUTE_MS);
		expect(await world.poll()).toEqual([id]);
	});

	it('misses no lead of an owner that turned up after what n8n saved', async () => {
		await world.poll();
		world.owners = ['a', 'b', 'c'];
		pass(25 * HOUR_MS);
		await world.poll();
		pass(MINUTE_MS);
		const id = world.submit('c SPONSORED');
		world.crash();
		pass(HOUR_MS);
		expect(await pollTwice()).toEqual([id]);
	});

	it('is not held up by leads that LinkedIn counts and does not show', async () => {
		await world.poll();
		world.hidden = 1;
		pass(HOUR_MS);
		for (let poll = 0; poll < 10; poll += 1) {
			pass(HOUR_MS);
			await world.poll();
		}
		const id = world.submit('a SPONSORED');
		let found: string[] = [];
		for (let poll = 0; poll < 4; poll += 1) {
			pass(HOUR_MS);
			found = [...found, ...(await world.poll())];
		}
		expect(found).toEqual([id]);
		// The cursor of a stream moves with what LinkedIn shows of it.
		const asked = world.asked.filter(({ stream }) => stream.startsWith('urn:li:sponsoredAccount:a '));
		expect(asked.at(-1)!.startMs).toBeGreaterThan(world.nowMs - 6 * HOUR_MS);
	});

	it('reads a list again from its start where n8n went back to an older state', async () => {
		await world.poll();
		const before = world.state;
		pass(HOUR_MS);
		const ids = [0, 1, 2].map(() => world.submit('a SPONSORED'));
		pass(MINUTE_MS);
		const halfWay = { ok: false, fault: { kind: 'later', message: 'down' } } as const;
		world.failFrom(world.calls + 1, halfWay);
		await world.poll();
		world.failFrom(Infinity, halfWay);
		world.state = before;
		world.emitted = [];
		for (let poll = 0; poll < 3; poll += 1) {
			pass(10 * MINUTE_MS);
			await world.poll();
		}
		expect([...world.emitted].sort()).toEqual(ids);
	});

	it('forgets leads that no reading can meet again', async () => {
		await world.poll();
		const before = world.state!.streams;
		for (let lead = 0; lead < 50; lead += 1) {
			pass(HOUR_MS);
			world.submit('a SPONSORED');
			await world.poll();
		}
		expect(world.state!.streams[0].length).toBeGreaterThan(before[0].length + 200);
		for (let hour = 0; hour < 6 * 24; hour += 1) {
			pass(HOUR_MS);
			if (hour === 20 || hour === 100) world.submit('a SPONSORED');
			await world.poll();
		}
		expect(world.state!.streams[0].length).toBeLessThan(before[0].length + 60);
	});

	it.each([1, 2, 3])(
		'over 20 days of faults, crashes and late leads misses and repeats none (seed %i)',
		async (seed) => {
			const random = randomFrom(seed);
			const next = () => random.below(1_000_000) / 1_000_000;
			const expected: string[] = [];
			await world.poll(100);
			world.most = 10;
			for (let minute = 0; minute < 20 * 24 * 60; minute += 1) {
				pass(MINUTE_MS);
				if (next() < 0.02) {
					const owner = next() < 0.5 ? 'a' : 'b';
					expected.push(world.submit(`${owner} SPONSORED`, next() < 0.3 ? next() * 15 * MINUTE_MS : 0));
				}
				if (next() < 0.002) world.crash();
				const dice = next();
				if (dice < 0.03) world.fault = { ok: false, fault: { kind: 'later', message: 'down' } };
				else if (dice < 0.04) world.fault = { ok: false, fault: { kind: 'signIn', message: 'ended' } };
				else world.fault = undefined;
				await world.poll(100);
			}
			world.fault = undefined;
			for (let quiet = 0; quiet < 48; quiet += 1) {
				pass(HOUR_MS);
				await world.poll(100);
			}
			expect([...world.emitted].sort()).toEqual([...expected].sort());
			expect(Math.max(...world.callsByDay.values())).toBeLessThanOrEqual(100);
		},
	);
});
