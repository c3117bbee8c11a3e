import { readLeadState } from '../../../../../../nodes/LinkedIn/triggers/leads/core/state';
import { HOUR_MS, START_MS, World } from './world';

/** Days without a fault, a poll a minute: lists in any order, short pages, calls that come one at a time. */

const MINUTE_MS = 60_000;
const DAY_MS = 24 * HOUR_MS;

let world: World;
beforeEach(() => {
	world = new World();
	world.most = 100;
});

/** @param everyMs interval between polls */
async function live(forMs: number, callsADay = 80, everyMs = MINUTE_MS, act?: (minute: number) => void) {
	for (let passed = 0; passed < forMs; passed += everyMs) {
		world.nowMs += everyMs;
		act?.(passed / MINUTE_MS);
		await world.poll(callsADay);
	}
}

const outcome = (expected: string[]) => ({
	lost: expected.filter((id) => !world.emitted.includes(id)).length,
	repeated: world.emitted.length - new Set(world.emitted).size,
});
const NONE = { lost: 0, repeated: 0 };
const most = () => Math.max(...world.callsByDay.values());

describe.each(['newestFirst', 'oldestFirst', 'byId'] as const)('leads listed %s', (order) => {
	beforeEach(() => {
		world.order = order;
		world.owners = ['a'];
	});

	it.each([
		[true, true],
		[false, true],
		[true, false],
		[false, false],
	])('with counts %s and links %s: 246 at once on short pages all come', async (counts, links) => {
		Object.assign(world, { counts, links });
		// Some of every hundred are hidden in their place.
		world.isShown = ({ id }) => Number(id.slice(5)) % 25 !== 7;
		await world.poll();
		await live(2 * HOUR_MS);
		const ids = Array.from({ length: 246 }, () => world.submit('a SPONSORED')).filter((id) =>
			world.isShown({ id, submittedAtMs: 0, entity: {} }),
		);
		await live(6 * HOUR_MS);
		expect(outcome(ids)).toEqual(NONE);
	});

	it.each([true, false])('with counts %s: what comes behind 150 known ones is found', async (counts) => {
		Object.assign(world, { counts, links: counts, chosen: ['a'] });
		await world.poll();
		await live(HOUR_MS);
		for (let lead = 0; lead < 150; lead += 1) world.submit('a SPONSORED');
		await live(8 * HOUR_MS);
		const before = world.calls;
		await live(10 * HOUR_MS);
		// A poll without new leads takes one call, including the overlap.
		expect(world.calls - before).toBeLessThanOrEqual(26);
		const id = world.submit('a SPONSORED', 0, 'lead 1000');
		await live(10 * HOUR_MS);
		expect(world.emitted).toContain(id);
		expect(outcome([])).toEqual(NONE);
	});

	it('finds all of 20 that show between 31 minutes and three days late, once', async () => {
		await world.poll();
		const ids: string[] = [];
		await live(6 * DAY_MS, 80, 10 * MINUTE_MS, (minute) => {
			if (minute % 70 === 0) world.submit('a SPONSORED');
			if (minute % 140 !== 70 || ids.length === 20) return;
			ids.push(world.submit('a SPONSORED', 31 * MINUTE_MS + (ids.length / 19) * (3 * DAY_MS - HOUR_MS)));
		});
		expect(outcome(ids)).toEqual(NONE);
		expect(ids).toHaveLength(20);
	});

	it('loses nothing while the clock runs a day ahead for ten minutes', async () => {
		await world.poll();
		const ids: string[] = [];
		await live(2 * DAY_MS, 80, MINUTE_MS, (minute) => {
			if (minute % 70 === 0) ids.push(world.submit('a SPONSORED'));
			world.clockMs = minute % 700 < 10 && minute > 60 ? DAY_MS : 0;
		});
		await live(3 * HOUR_MS);
		expect(outcome(ids)).toEqual(NONE);
		expect(most()).toBeLessThanOrEqual(80);
	});

	it('repeats nothing when the process dies after the clock ran a day ahead for ten minutes', async () => {
		await world.poll();
		const ids: string[] = [];
		const submit = (minute: number) => {
			if (minute % 70 === 0) ids.push(world.submit('a SPONSORED'));
		};
		await live(4 * DAY_MS, 1000, 10 * MINUTE_MS, submit);
		world.clockMs = DAY_MS;
		await live(10 * MINUTE_MS, 1000);
		world.clockMs = 0;
		await live(20 * HOUR_MS, 1000, 10 * MINUTE_MS, submit);
		world.crash();
		await live(DAY_MS, 1000, 10 * MINUTE_MS, submit);
		await live(3 * HOUR_MS, 1000, 10 * MINUTE_MS);
		expect(outcome(ids)).toEqual(NONE);
	});
});

describe('a list without an end', () => {
	const page = (ids: string[], more = {}) => ({
		leads: ids.map((id) => ({ id, submittedAtMs: START_MS + HOUR_MS, entity: {} })),
		size: ids.length,
		print: ids.join(),
		...more,
	});
	const HUNDRED = Array.from({ length: 100 }, (_, lead) => `same ${lead}`);

	it.each<[what: string, answer: World['answer'], calls: number]>([
		['of the same full page', () => page(HUNDRED), 2],
		[
			'of empty pages with a next link',
			(_, start) => (start === 0 ? page(['one', 'two']) : page([], { hasLink: true })),
			4,
		],
		['of ever new leads', (_, start) => page([`new ${start}`]), 100],
	])('%s ends, says so, and does not move the cursor', async (_what, answer, calls) => {
		world.owners = ['a'];
		await world.poll();
		world.nowMs += 6 * HOUR_MS;
		const [{ until }] = readLeadState(world.state)!.streams.values();
		world.answer = answer;
		world.callMs = 100;
		world.pollMs = 10_000;
		const before = world.calls;
		await world.poll(100_000);
		expect(world.calls - before).toBeLessThanOrEqual(calls + 1);
		world.nowMs += 2 * HOUR_MS;
		await world.poll(100_000);
		expect([...readLeadState(world.state)!.streams.values()][0].until).toBe(until);
		expect(new Set(world.emitted).size).toBe(world.emitted.length);
		if (calls < 100) expect(world.says.some((line) => line.includes('could not be read'))).toBe(true);
	});

	it('of one owner leaves the others their turns', async () => {
		await world.poll();
		await live(HOUR_MS);
		world.answer = (stream, start) =>
			stream.includes(':a ') ? page([`new ${start} ${world.nowMs}`]) : undefined;
		const ids: string[] = [];
		await live(DAY_MS, 80, MINUTE_MS, (minute) => {
			if (minute % 60 === 0 && minute < 1200) ids.push(world.submit('b SPONSORED'));
		});
		expect(outcome(ids).lost).toBe(0);
	});
});

describe('calls that come singly', () => {
	it('reads owners listed on eight pages, over 30 days of a poll a minute, and stays within the day', async () => {
		world.owners = Array.from({ length: 24 }, (_, owner) => `o${owner}`);
		world.ownersAPage = 3;
		world.pageList = { ok: true, value: { owners: [], size: 0, next: undefined } };
		const ids: string[] = [];
		await world.poll(80);
		await live(30 * DAY_MS, 80, MINUTE_MS, (minute) => {
			if (minute % 97 === 0 && minute < 28 * 1440) ids.push(world.submit(`o${(minute / 97) % 24} SPONSORED`));
		});
		expect(outcome(ids)).toEqual(NONE);
		expect(most()).toBeLessThanOrEqual(80);
	});

	it('misses no lead of an account that is gained, from the last list on', async () => {
		await world.poll(80);
		const ids: string[] = [];
		await live(3 * DAY_MS, 80, MINUTE_MS, (minute) => {
			if (minute === 1443) world.owners = ['a', 'b', 'c'];
			if (minute > 1443 && minute % 60 === 5) ids.push(world.submit('c SPONSORED'));
		});
		await live(6 * HOUR_MS);
		expect(outcome(ids)).toEqual(NONE);
	});

	it('is not days behind with one poll a day just after midnight', async () => {
		world.nowMs += 5 * MINUTE_MS;
		await world.poll(80);
		const submitted = new Map<string, number>();
		const delays: number[] = [];
		for (let day = 0; day < 20; day += 1) {
			for (let lead = 0; lead < 30; lead += 1) {
				submitted.set(world.submit(lead % 2 ? 'a SPONSORED' : 'b SPONSORED'), world.nowMs);
				world.nowMs += DAY_MS / 30;
			}
			for (const id of await world.poll(80)) delays.push(world.nowMs - submitted.get(id)!);
		}
		expect(outcome([...submitted.keys()].slice(0, 19 * 30))).toEqual(NONE);
		expect(Math.max(...delays)).toBeLessThanOrEqual(2 * DAY_MS);
		expect(most()).toBeLessThanOrEqual(80);
	});
});

it('tries a refused token again after 1, 2, 4, 8 and 15 minutes', async () => {
	await world.poll();
	await live(HOUR_MS, 1000);
	world.fault = { ok: false, fault: { kind: 'signIn', message: 'ended' } };
	const begun = world.nowMs;
	await live(70 * MINUTE_MS, 1000, MINUTE_MS / 2);
	const moments = world.faultsAt.map((at) => Math.round((at - begun) / MINUTE_MS));
	const gaps = moments.slice(1).map((at, place) => at - moments[place]);
	expect(gaps.slice(0, 6)).toEqual([1, 2, 4, 8, 15, 15]);
});

it('gives late leads of 22 owners within two days at 80 calls', async () => {
	world.owners = Array.from({ length: 22 }, (_, index) => `owner${index}`);
	await world.poll();
	const dueAt = new Map<string, number>();
	const overdue = new Set<string>();
	await live(14 * DAY_MS, 80, 10 * MINUTE_MS, (minute) => {
		if (minute % 30 === 0) {
			const lateMs = minute % 150 === 0 ? 2.5 * DAY_MS : 0;
			const id = world.submit(`owner${(minute / 30) % 22} SPONSORED`, lateMs);
			dueAt.set(id, world.nowMs + lateMs + 2 * DAY_MS);
		}
		if (minute % 60 !== 0) return;
		const emitted = new Set(world.emitted);
		for (const [id, at] of dueAt) if (at < world.nowMs && !emitted.has(id)) overdue.add(id);
	});
	expect(overdue.size).toBe(0);
	expect(dueAt.size).toBeGreaterThan(600);
});

it('stays under 64 KB with 5,000 leads a day of many owners, and still knows late ones', async () => {
	world.owners = Array.from({ length: 20 }, (_, owner) => `50740${owner}`);
	await world.poll(1500);
	const late: string[] = [];
	await live(4 * DAY_MS, 1500, 30 * MINUTE_MS, (minute) => {
		for (let lead = 0; lead < 105; lead += 1) {
			// Nine of ten are for one owner.
			const owner = lead % 10 === 0 ? (minute / 30 + lead / 10) % 20 : 0;
			world.submit(`50740${owner} SPONSORED`);
		}
		if (minute % 300 === 0 && minute < 2 * 1440) late.push(world.submit('507400 SPONSORED', 20 * HOUR_MS));
	});
	expect(outcome(late)).toEqual(NONE);
	expect(world.longestState).toBeLessThan(64_000);
	expect(world.emitted.length).toBeGreaterThan(19_000);
});

it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
	'a lead called %s comes once',
	async (id) => {
		await world.poll();
		await live(HOUR_MS, 1000);
		world.submit('a SPONSORED', 0, id);
		await live(2 * DAY_MS, 1000, 10 * MINUTE_MS);
		world.crash();
		await live(2 * DAY_MS, 1000, 10 * MINUTE_MS);
		expect(world.emitted).toEqual([id]);
	},
);

describe('a workflow that is published again in the same process', () => {
	const publishMeanwhile = async () => {
		await world.poll();
		await live(HOUR_MS, 1000);
		const before = world.state;
		const id = world.submit('a SPONSORED');
		await live(10 * MINUTE_MS, 1000);
		expect(world.emitted).toEqual([id]);
		world.state = before;
		return id;
	};

	it('repeats nothing where n8n gives out what a poll under way found', async () => {
		world.isDiscarded = false;
		const id = await publishMeanwhile();
		await live(HOUR_MS, 1000);
		expect(world.emitted).toEqual([id]);
	});

	it('gives it out again where n8n throws that away', async () => {
		const id = await publishMeanwhile();
		world.emitted = [];
		await live(HOUR_MS, 1000);
		expect(world.emitted).toEqual([id]);
	});
});
