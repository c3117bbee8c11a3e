import type { Answer } from '../../../../../nodes/LinkedIn/triggers/sources';
import {
	newLeadMemory,
	pollLeads,
	type LeadMemory,
	type LeadPage,
	type NewLead,
} from '../../../../../nodes/LinkedIn/triggers/leads/poll';
import {
	OVERLAP_MS,
	readLeadState,
	type LeadState,
} from '../../../../../nodes/LinkedIn/triggers/leads/state';
import { randomFrom } from '../../soakRandom';

const START_MS = Date.UTC(2026, 10, 2, 0, 0, 0);
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const PAGE = 2;

interface Submitted extends NewLead {
	stream: string;
	visibleAtMs: number;
}

/** LinkedIn with leads that show late, pages of two, and faults; and n8n, which saves only what is emitted. */
class World {
	nowMs = START_MS;
	leads: Submitted[] = [];
	fault: Answer<never> | undefined;
	calls = 0;
	callsByDay = new Map<number, number>();
	emitted: string[] = [];
	memory: LeadMemory = newLeadMemory();
	state: LeadState | undefined;
	saved: LeadState | undefined;
	says: string[] = [];
	owners = ['a', 'b'];

	submit(stream: string, lateMs = 0, id = `lead ${this.leads.length}`): string {
		this.leads.push({ id, stream, submittedAtMs: this.nowMs, visibleAtMs: this.nowMs + lateMs, entity: {} });
		return id;
	}

	async poll(callsADay = 1000): Promise<string[]> {
		const result = await pollLeads({
			state: readLeadState(this.state),
			memory: this.memory,
			owners: undefined,
			streamsOf: (owner) => [`${owner} SPONSORED`],
			isWanted: () => true,
			callsADay,
			now: () => this.nowMs,
			endByMs: this.nowMs + HOUR_MS,
			sources: {
				owners: async () => this.count() ?? { ok: true, value: { owners: this.owners, calls: 1, says: [] } },
				page: async (stream, startMs, endMs, start) =>
					this.count() ?? { ok: true, value: this.page(stream, startMs, endMs, start) },
			},
		});
		const isFirst = this.state === undefined;
		this.state = result.state;
		this.says.push(...result.says);
		const ids = result.leads.map(({ id }) => id);
		this.emitted.push(...ids);
		if (isFirst || ids.length > 0) this.saved = readLeadState(result.state);
		return ids;
	}

	crash(): void {
		this.state = readLeadState(this.saved);
		this.memory = newLeadMemory();
	}

	private count(): Answer<never> | undefined {
		this.calls += 1;
		const day = Math.floor(this.nowMs / (24 * HOUR_MS));
		this.callsByDay.set(day, (this.callsByDay.get(day) ?? 0) + 1);
		return this.fault;
	}

	private page(stream: string, startMs: number, endMs: number, start: number): LeadPage {
		const all = this.leads
			.filter((lead) => lead.stream === stream && lead.visibleAtMs <= this.nowMs)
			.filter(({ submittedAtMs }) => submittedAtMs >= startMs && submittedAtMs < endMs)
			.reverse();
		const next = start + PAGE < all.length ? start + PAGE : undefined;
		return { leads: all.slice(start, start + PAGE), next, total: all.length };
	}
}

let world: World;
beforeEach(() => {
	world = new World();
});
const pass = (ms: number) => {
	world.nowMs += ms;
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
		expect(await world.poll()).toEqual([id]);
		expect(new Set(world.emitted).size).toBe(world.emitted.length);
	});

	it('forgets ids that no reading can meet again', async () => {
		await world.poll();
		pass(HOUR_MS);
		world.submit('a SPONSORED');
		pass(MINUTE_MS);
		await world.poll();
		pass(3 * OVERLAP_MS);
		await world.poll();
		expect(world.state?.streams['a SPONSORED'].seen).toEqual({});
	});

	it.each([1, 2, 3])(
		'over 20 days of faults, crashes and late leads misses and repeats none (seed %i)',
		async (seed) => {
			const random = randomFrom(seed);
			const next = () => random.below(1_000_000) / 1_000_000;
			const expected: string[] = [];
			await world.poll(100);
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
			expect(Math.max(...world.callsByDay.values())).toBeLessThanOrEqual(100 + 2 * 10);
		},
	);
});
