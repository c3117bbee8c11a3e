/**
 * The comment trigger over simulated days, in n8n's real poll context against the simulator: comments, edits, deletes,
 * late notifications, faults at any call, crashes, a page refused, a quota spent, a token ended, a weekend switched off.
 * Afterwards every comment of others came out exactly once.
 */
import { faults, startSimulator, type Fault, type Simulator } from '../../simulator';
import { Crowd, PAGE, PAGE_URN } from './soakCrowd';
import { randomFrom } from './soakRandom';
import { credentialFor, Trigger } from './soakTrigger';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const START_MS = Date.UTC(2026, 9, 5, 7, 30);

/** The engine's real clock; `Date.now` is the simulated one while a test runs. */
let nowMs = START_MS;

const ALL_SCOPES = [
	'openid',
	'profile',
	'r_organization_social',
	'r_organization_social_feed',
	'w_organization_social_feed',
	'rw_organization_admin',
];
const WITHOUT_FEED = ALL_SCOPES.filter((scope) => scope !== 'rw_organization_admin');

const FAULTS: Array<(where: { after: number; times: number }) => Fault> = [
	faults.tooManyRequests,
	faults.serverError,
	faults.unavailable,
	faults.gatewayTimeout,
	faults.html,
	faults.emptyBody,
	faults.reset,
	faults.resetAfterHandling,
	faults.timeout,
	faults.conflict,
	faults.expiredToken,
];

interface Soak {
	name: string;
	plan: 'feed' | 'counts' | 'rotation';
	scopes: string[];
	tier: 'standard' | 'development' | 'unknown';
	maxCallsADay: number;
	chosen?: boolean;
}

async function soak(simulator: Simulator, seed: number, { scopes, tier, maxCallsADay, chosen, plan }: Soak) {
	const random = randomFrom(seed);
	simulator.state.addMember({ key: 'dora' });
	simulator.state.notificationDelayMs = () => random.below(15 * MINUTE_MS);
	if (tier !== 'standard') simulator.state.apps.get('suite-app')!.tier = 'development';
	const crowd = new Crowd(simulator, random, plan === 'feed', chosen === true);
	const trigger = new Trigger(credentialFor(simulator, scopes, tier), {
		authentication: 'oAuth2',
		maxCallsADay,
		...(chosen
			? {
					watch: 'posts',
					posts: crowd
						.posts()
						.map((post, place) => (place % 2 ? post.activity : post.urn))
						.join('\n'),
				}
			: { watch: 'pages', pages: [PAGE_URN] }),
	});
	let struck = 0;
	await trigger.poll();
	const activatedAt = nowMs;

	const run = async (forMs: number, how: { calm?: boolean; off?: boolean; quiet?: boolean }) => {
		for (const until = nowMs + forMs; nowMs < until;) {
			nowMs += (how.calm ? 8 : 3) * MINUTE_MS + random.below((how.calm ? 12 : 9) * MINUTE_MS);
			if (!how.quiet) crowd.act();
			if (how.off) continue;
			if (!how.calm && random.chance(0.2)) {
				struck += 1;
				simulator.faults.add(random.of(FAULTS)({ after: random.below(5), times: 1 + random.below(3) }));
			}
			if (!how.calm && random.chance(0.006)) trigger.restart(random.of(['process', 'workflow']));
			if (!how.calm && random.chance(0.015)) await trigger.crash();
			else if (random.chance(0.05)) await Promise.all([trigger.poll(), trigger.poll()]);
			else await trigger.poll();
			if (random.chance(0.3)) simulator.faults.clear();
		}
		simulator.faults.clear();
	};

	await run(1.5 * DAY_MS, {});
	// The page is refused for a night.
	simulator.state.setRole('ada', PAGE, 'ADMINISTRATOR', 'REVOKED');
	await run(7 * HOUR_MS, {});
	simulator.state.setRole('ada', PAGE, 'ADMINISTRATOR');
	await run(5 * HOUR_MS, {});
	// LinkedIn's quota of the day is spent.
	simulator.state.quotas.limit('*', { member: 3 });
	await run(10 * HOUR_MS, {});
	simulator.state.quotas.limit('*', {});
	await run(12 * HOUR_MS, {});
	// Day 61: the token is refused until somebody reconnects.
	simulator.faults.add(faults.expiredToken({ times: Infinity }));
	await run(6 * HOUR_MS, { calm: true });
	simulator.faults.clear();
	await run(12 * HOUR_MS, {});
	// n8n is down for a long weekend.
	await trigger.crash();
	await run(2.7 * DAY_MS, { off: true });
	trigger.restart('process');
	await run(1 * DAY_MS, {});
	// Then nothing more happens, and the sweep may end.
	await run(plan === 'rotation' ? 4 * DAY_MS : 2.5 * DAY_MS, { calm: true, quiet: true });
	return { crowd, trigger, activatedAt, struck };
}

const PLANS: Soak[] = [
	{ name: 'the notification feed', plan: 'feed', scopes: ALL_SCOPES, tier: 'standard', maxCallsADay: 400 },
	{ name: 'comment counts', plan: 'counts', scopes: WITHOUT_FEED, tier: 'standard', maxCallsADay: 400 },
	{
		name: 'comment counts of chosen posts',
		plan: 'counts',
		scopes: ALL_SCOPES,
		tier: 'standard',
		maxCallsADay: 400,
		chosen: true,
	},
	{ name: 'a rotation', plan: 'rotation', scopes: WITHOUT_FEED, tier: 'unknown', maxCallsADay: 80 },
];

describe('new comments over days of faults and crashes', () => {
	let simulator: Simulator;
	let clock: jest.SpyInstance;

	beforeEach(async () => {
		nowMs = START_MS;
		clock = jest.spyOn(Date, 'now').mockImplementation(() => nowMs);
		simulator = await startSimulator({ now: START_MS });
	});
	afterEach(async () => {
		clock.mockRestore();
		await simulator.close();
	});

	const seed = Number(process.env.SOAK_SEED ?? 20_261_122);

	test.each(PLANS)(
		`$name gives out each comment of others exactly once, seed ${seed}`,
		async (plan) => {
			const { crowd, trigger, activatedAt, struck } = await soak(simulator, seed, plan);
			const times = new Map<string, number>();
			for (const { comment } of trigger.emitted) times.set(comment.urn, (times.get(comment.urn) ?? 0) + 1);

			const missing = [...crowd.wanted].filter(
				([urn, { at, deletedAt }]) => at > activatedAt && deletedAt === undefined && !times.has(urn),
			);
			const repeated = [...times].filter(([, count]) => count > 1);
			const unexpected = [...times.keys()].filter((urn) => !crowd.wanted.has(urn));
			const perDay = new Map<string, number>();
			for (const { at } of simulator.requests) {
				const day = new Date(at).toISOString().slice(0, 10);
				perDay.set(day, (perDay.get(day) ?? 0) + 1);
			}
			const size = JSON.stringify(trigger.saved()).length;
			console.info(
				JSON.stringify({
					plan: plan.plan,
					chosen: plan.chosen ?? false,
					...crowd.counts,
					emitted: trigger.emitted.length,
					emissions: trigger.emissions.length,
					polls: trigger.polls,
					faults: struck,
					crashes: trigger.crashes,
					restarts: trigger.restarts,
					calls: simulator.requests.length,
					mostCallsADay: Math.max(...perDay.values()),
					savedBytes: size,
				}),
			);
			expect(trigger.thrown).toEqual([]);
			expect(missing).toEqual([]);
			expect(repeated).toEqual([]);
			expect(unexpected).toEqual([]);
			expect(trigger.idsNotedAt().filter((notedAt) => nowMs - notedAt > 2.1 * DAY_MS)).toEqual([]);
			expect([...perDay].filter(([, calls]) => calls > plan.maxCallsADay)).toEqual([]);
		},
		120_000,
	);
});
