/** Days on which everything that can go wrong does: at LinkedIn, in between, and on n8n's machine. */
import {
	faults,
	timings,
	QUIRK_NAMES,
	type Fault,
	type QuirkName,
	type Simulator,
	type Timing,
} from '../simulator';
import type { Outage } from './judge';
import type { N8nProcess } from './process';
import type { Random } from './random';
import { DAY_MS, HOUR_MS, MINUTE_MS, type World } from './time';

const ACME = '2414183';

type FaultMaker = (where: { after: number; times: number }) => Fault;

const throttledWith =
	(header: string, timing: Timing): FaultMaker =>
	(where) =>
		faults.throttled({ [header]: timings(Date.now())[timing] }, where);

/** What may happen to any request, by name. */
export const FAULTS: Record<string, FaultMaker> = {
	'429 with epoch seconds': throttledWith('X-RateLimit-Reset', 'epoch seconds'),
	'429 with a round thousand million': throttledWith('Retry-After', 'a round thousand million'),
	'429 with seconds': throttledWith('Retry-After', 'seconds'),
	'429': faults.tooManyRequests,
	'500': faults.serverError,
	'503': faults.unavailable,
	'504': faults.gatewayTimeout,
	'408': faults.timeout,
	'409': faults.conflict,
	'401': faults.expiredToken,
	html: faults.html,
	'empty 500': faults.emptyBody,
	reset: faults.reset,
	'reset after handling': faults.resetAfterHandling,
};

/** Those that take real time, or that a trigger's reads can't meet. */
const UNMET: QuirkName[] = ['dripping', 'missingIds', 'minusOnes'];
export const QUIRKS: QuirkName[] = QUIRK_NAMES.filter((name) => !UNMET.includes(name));

/** A lasting condition. Starts it and returns what ends it. */
type Episode = {
	name: string;
	lastsMs: number;
	/** Whether nothing can be read meanwhile, whatever the trigger does. */
	isOutage: boolean;
	/** Whether only the notification feed can't be read. */
	isOfFeed?: true;
	begin(world: World): () => void;
	/** n8n isn't running. */
	isOff?: true;
};

const always = (make: FaultMaker, name: string, more: Partial<Fault> = {}) => ({
	begin({ simulator }: World) {
		const fault = { ...make({ after: 0, times: Infinity }), name, ...more };
		simulator.faults.add(fault);
		return () => {
			fault.match = { path: /^nothing$/ };
		};
	},
});

const EPISODES: Episode[] = [
	{
		name: 'role taken',
		lastsMs: 7 * HOUR_MS,
		isOutage: true,
		begin({ simulator: { state } }) {
			state.setRole('ada', ACME, 'ADMINISTRATOR', 'REVOKED');
			return () => state.setRole('ada', ACME, 'ADMINISTRATOR');
		},
	},
	{
		name: 'quota spent',
		lastsMs: 10 * HOUR_MS,
		isOutage: true,
		begin({ simulator: { state } }) {
			state.quotas.limit('*', { member: 0 });
			return () => state.quotas.limit('*', {});
		},
	},
	{
		name: 'token ended',
		lastsMs: 6 * HOUR_MS,
		isOutage: true,
		...always(faults.expiredToken, 'token ended'),
	},
	{
		name: 'LinkedIn down',
		lastsMs: 3 * HOUR_MS,
		isOutage: true,
		...always(faults.unavailable, 'LinkedIn down'),
	},
	{ name: 'no network', lastsMs: 2 * HOUR_MS, isOutage: true, ...always(faults.reset, 'no network') },
	{
		name: 'feed down',
		lastsMs: 2 * DAY_MS,
		isOutage: false,
		isOfFeed: true,
		...always(faults.serverError, 'feed down', { match: { path: /organizationalEntityNotifications/ } }),
	},
	{ name: 'n8n off', lastsMs: 2.7 * DAY_MS, isOutage: true, begin: () => () => undefined, isOff: true },
	{
		name: 'clock a day ahead',
		lastsMs: 10 * MINUTE_MS,
		isOutage: false,
		begin(world) {
			world.skew(DAY_MS);
			return () => world.skew(0);
		},
	},
	{
		name: 'clock an hour back',
		lastsMs: 30 * MINUTE_MS,
		isOutage: false,
		begin(world) {
			world.skew(-HOUR_MS);
			return () => world.skew(0);
		},
	},
];

export interface Roughness {
	/** That a fault is set before a poll. */
	faultChance: number;
	/** The rate of each quirk. */
	quirkRate: number;
	/** The chance that the process crashes at a poll; the same for publishing the workflow. */
	deathChance: number;
}

/** With many calls. */
export const OFTEN: Roughness = { faultChance: 0.02, quirkRate: 0.05, deathChance: 1 / 700 };
/** Where a call is one of eighty a day. */
export const SELDOM: Roughness = { faultChance: 0.002, quirkRate: 0.04, deathChance: 1 / 1440 };

export interface RoughLife extends Roughness {
	time: World;
	random: Random;
	n8n: N8nProcess;
	/** A minute of what people do. */
	act(): void;
	days: number;
}

export interface RoughDays {
	outages: Outage[];
	/** While the notification feed couldn't be read. */
	feedDown: Outage[];
	episodes: Record<string, number>;
	/** What began when. */
	diary: string[];
	stateBytes: number;
}

/** The chance at each poll that two polls overlap. */
const OVERLAP = 1 / 50;

/** On this share of days LinkedIn refuses a member after about 110 calls. */
const SPENT_EARLY = 0.1;

/** After the last outage there is time for everything to come out: a quarter of the life, three days at most. */
const calmMs = (days: number) => Math.min(3, days / 4) * DAY_MS;

export async function liveRoughly(life: RoughLife): Promise<RoughDays> {
	const { time, random, n8n } = life;
	const { simulator } = time;
	const outages: Outage[] = [];
	const feedDown: Outage[] = [];
	const episodes: Record<string, number> = {};
	const diary: string[] = [];
	const from = time.now();
	const end = from + life.days * DAY_MS;
	let stateBytes = 0;
	let waiting: Episode[] = [];
	let running: { episode: Episode; until: number; finish: () => void } | undefined;
	// A short life has room for conditions of hours, but not of days.
	const isShort = life.days < 10;
	const gapMs = isShort ? 4 * HOUR_MS : 20 * HOUR_MS;
	const mayHappen = EPISODES.filter(({ lastsMs }) => !isShort || lastsMs < DAY_MS);
	let nextAt = from + gapMs;

	await n8n.poll();
	simulator.quirks.on(QUIRKS, { seed: random.below(1_000_000), rate: life.quirkRate });
	simulator.quirks.on('daily429', { seed: random.below(1_000_000), rate: SPENT_EARLY });
	while (time.now() < end) {
		time.pass(MINUTE_MS);
		life.act();
		const now = time.now();
		if (running && now >= running.until) {
			running.finish();
			running = undefined;
			nextAt = now + gapMs / 2 + random.below(gapMs);
		}
		if (!running && now >= nextAt && now < end - calmMs(life.days)) {
			if (waiting.length === 0) waiting = [...mayHappen];
			const [episode] = waiting.splice(random.below(waiting.length), 1);
			episodes[episode.name] = (episodes[episode.name] ?? 0) + 1;
			diary.push(`${new Date(now).toISOString().slice(0, 19)} ${episode.name}`);
			running = { episode, until: now + episode.lastsMs, finish: episode.begin(time) };
			if (episode.isOfFeed) feedDown.push({ from: now, until: now + episode.lastsMs });
			if (episode.isOutage) outages.push({ from: now, until: outageEnd(episode, now) });
		}
		if (running?.episode.isOff) {
			if (now + MINUTE_MS >= running.until) n8n.restart();
			continue;
		}
		if (random.chance(life.faultChance)) simulator.faults.add(someFault(random));
		await somePoll(n8n, random, life.deathChance);
		if (now % (10 * MINUTE_MS) < MINUTE_MS)
			stateBytes = Math.max(stateBytes, n8n.heldBytes(), n8n.savedBytes());
	}
	running?.finish();
	return { outages, feedDown, episodes, diary, stateBytes };
}

/** A used-up daily quota stays used up until the end of the day. */
function outageEnd(episode: Episode, now: number): number {
	const until = now + episode.lastsMs;
	return episode.name === 'quota spent' ? (Math.floor(until / DAY_MS) + 1) * DAY_MS : until;
}

function someFault(random: Random): Fault {
	const name = random.of(Object.keys(FAULTS));
	return { ...FAULTS[name]({ after: random.below(3), times: 1 + random.below(3) }), name };
}

async function somePoll(n8n: N8nProcess, random: Random, deathChance: number): Promise<void> {
	if (random.chance(deathChance))
		return await random.of([() => n8n.die(), () => n8n.dieUnsaved(), async () => n8n.restart()])();
	if (random.chance(deathChance)) return await n8n.publish(random.of(['between', 'meanwhile']));
	if (random.chance(OVERLAP)) await Promise.all([n8n.poll(), n8n.poll()]);
	else await n8n.poll();
}

/** How often each fault and quirk occurred, including zeros. */
export function struck(simulator: Simulator): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const name of Object.keys(FAULTS)) counts[name] = 0;
	for (const { fault } of simulator.requests) {
		if (fault && !fault.startsWith('quirk ')) counts[fault] = (counts[fault] ?? 0) + 1;
	}
	for (const name of QUIRKS) counts[`quirk ${name}`] = simulator.quirks.shown.get(name) ?? 0;
	return counts;
}

/** Daily quotas run out early, and batches are missing on a tier, not per call. */
const NOT_BY_THE_CALL = ['quirk daily429', 'quirk tier404s'];

/** Faults and quirks that occurred less than `least` times in all lives together. */
export function tooSeldom(lives: Array<Record<string, number>>, least: number): string[] {
	const names = [...Object.keys(FAULTS), ...QUIRKS.map((name) => `quirk ${name}`)];
	const sum = (name: string) => lives.reduce((total, counts) => total + (counts[name] ?? 0), 0);
	return names
		.filter((name) => !NOT_BY_THE_CALL.includes(name) && sum(name) < least)
		.map((name) => `${name} ${sum(name)}`);
}
