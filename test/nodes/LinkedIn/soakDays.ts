/** Days of faults and crashes that a trigger lives through, on a clock of their own. */
import { monotonic } from '../../../nodes/LinkedIn/transport/clock';
import { faults, startSimulator, timings, type Fault, type Simulator, type Timing } from '../../simulator';
import { PAGE } from './soakCrowd';
import type { Random } from './soakRandom';
import type { Trigger } from './soakTrigger';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
const START_MS = Date.UTC(2026, 9, 5, 7, 30);

/** `SOAK_SEED` tries another life. */
export const SOAK_SEED = Number(process.env.SOAK_SEED ?? 20_261_122);

type FaultMaker = (where: { after: number; times: number }) => Fault;

/** A throttle whose header says when to come back. */
const throttledWith =
	(header: string, timing: Timing): FaultMaker =>
	(where) =>
		faults.throttled({ [header]: timings(Date.now())[timing] }, where);

/** What a request may come to. */
export const READ_FAULTS: FaultMaker[] = [
	throttledWith('X-RateLimit-Reset', 'epoch seconds'),
	throttledWith('Retry-After', 'a round thousand million'),
	throttledWith('Retry-After', 'seconds'),
	faults.tooManyRequests,
	faults.serverError,
	faults.unavailable,
	faults.gatewayTimeout,
	faults.html,
	faults.emptyBody,
	faults.reset,
	faults.resetAfterHandling,
	faults.timeout,
	faults.expiredToken,
];

let nowMs = START_MS;
/** The simulator of the running test; `Date.now` is its clock meanwhile, the timers are real. */
export let simulator: Simulator;

/** @param ms milliseconds that go by on both sides */
export function letPass(ms: number): void {
	nowMs += ms;
}

/** Starts a simulator and a clock of its own for each test of the file that calls this. */
export function soakEachTest(): void {
	let clock: jest.SpyInstance;
	let duration: jest.SpyInstance;
	beforeEach(async () => {
		nowMs = START_MS;
		clock = jest.spyOn(Date, 'now').mockImplementation(() => nowMs);
		duration = jest.spyOn(monotonic, 'now').mockImplementation(() => nowMs);
		simulator = await startSimulator({ now: START_MS });
	});
	afterEach(async () => {
		clock.mockRestore();
		duration.mockRestore();
		await simulator.close();
	});
}

interface Life {
	random: Random;
	trigger: Pick<Trigger, 'poll' | 'crash' | 'restart'>;
	faults: FaultMaker[];
	/** What people do between two polls. */
	act: () => void;
	/** At the end nothing more happens for so long, in milliseconds. */
	calmMs: number;
}

interface Stretch {
	/** No faults, and fewer polls. */
	calm?: boolean;
	/** n8n is switched off. */
	off?: boolean;
	/** Nobody does anything. */
	quiet?: boolean;
}

/**
 * About nine days: faults at any call, crashes, overlapping polls, the rights on the page taken for a night, the quota
 * of a day spent, a token that is refused until somebody reconnects, a long weekend switched off.
 * @returns when the trigger was first polled, epoch milliseconds, and how often a fault was set
 */
export async function liveThroughDays(life: Life): Promise<{ activatedAt: number; struck: number }> {
	const { trigger, random } = life;
	const { state } = simulator;
	let struck = 0;
	await trigger.poll();
	const activatedAt = nowMs;

	const run = async (forMs: number, { calm, off, quiet }: Stretch = {}) => {
		for (const until = nowMs + forMs; nowMs < until;) {
			nowMs += (calm ? 8 : 3) * MINUTE_MS + random.below((calm ? 12 : 9) * MINUTE_MS);
			if (!quiet) life.act();
			if (off) continue;
			if (!calm && random.chance(0.2)) {
				struck += 1;
				simulator.faults.add(random.of(life.faults)({ after: random.below(5), times: 1 + random.below(3) }));
			}
			if (!calm && random.chance(0.006)) trigger.restart(random.of(['process', 'workflow']));
			if (!calm && random.chance(0.015)) await trigger.crash();
			else if (random.chance(0.05)) await Promise.all([trigger.poll(), trigger.poll()]);
			else await trigger.poll();
			if (random.chance(0.3)) simulator.faults.clear();
		}
		simulator.faults.clear();
	};

	await run(1.5 * DAY_MS);
	state.setRole('ada', PAGE, 'ADMINISTRATOR', 'REVOKED');
	await run(7 * HOUR_MS);
	state.setRole('ada', PAGE, 'ADMINISTRATOR');
	await run(5 * HOUR_MS);
	state.quotas.limit('*', { member: 3 });
	await run(10 * HOUR_MS);
	state.quotas.limit('*', {});
	await run(12 * HOUR_MS);
	// Day 61 of a token.
	simulator.faults.add(faults.expiredToken({ times: Infinity }));
	await run(6 * HOUR_MS, { calm: true });
	simulator.faults.clear();
	await run(12 * HOUR_MS);
	await trigger.crash();
	await run(2.7 * DAY_MS, { off: true });
	trigger.restart('process');
	await run(1 * DAY_MS);
	await run(life.calmMs, { calm: true, quiet: true });
	return { activatedAt, struck };
}

/** How many requests each day had, by date. */
export function callsByDay(): Map<string, number> {
	const byDay = new Map<string, number>();
	for (const { at } of simulator.requests) {
		const day = new Date(at).toISOString().slice(0, 10);
		byDay.set(day, (byDay.get(day) ?? 0) + 1);
	}
	return byDay;
}

/** How often each came. */
export function timesOf(ids: string[]): Map<string, number> {
	const times = new Map<string, number>();
	for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
	return times;
}

/** Prints the figures of a life, for whoever reads the log. */
export function tell<Item>(trigger: Trigger<Item>, figures: Record<string, unknown>): void {
	console.info(
		JSON.stringify({
			...figures,
			emitted: trigger.emitted.length,
			emissions: trigger.emissions.length,
			polls: trigger.polls,
			crashes: trigger.crashes,
			restarts: trigger.restarts,
			calls: simulator.requests.length,
			mostCallsADay: Math.max(...callsByDay().values()),
			savedBytes: JSON.stringify(trigger.saved()).length,
		}),
	);
}
