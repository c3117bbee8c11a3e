/**
 * The lead trigger over simulated days, in n8n's real poll context against the simulator: leads of two owners that show
 * late, bursts over several pages, leads that LinkedIn forgets, faults at any call, crashes, rights taken for a night, a
 * quota spent, a weekend switched off. Afterwards every lead came out exactly once.
 */
import { LinkedInAdsTrigger } from '../../../nodes/LinkedIn/LinkedInAdsTrigger.node';
import { createLeadPoll } from '../../../nodes/LinkedIn/resources/adsTrigger/poll';
import { newTriggers } from '../../../nodes/LinkedIn/resources/pollInTurn';
import { faults, startSimulator, type Fault, type Simulator } from '../../simulator';
import { ACCOUNT_OWNER, PAGE_OWNER } from './resources/ads/leadForm/leads';
import { adsApp } from './resources/ads/connection';
import { randomFrom, type Random } from './soakRandom';
import { credentialFor, Trigger, type Watcher } from './soakTrigger';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const START_MS = Date.UTC(2026, 9, 5, 7, 30);
const PAGE = '2414183';

/** The engine's real clock; `Date.now` is the simulated one while a test runs. */
let nowMs = START_MS;

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
	faults.expiredToken,
];

const leadTrigger: Watcher = {
	node: 'linkedInAdsTrigger',
	newProcess: () => Object.assign(new LinkedInAdsTrigger(), { poll: createLeadPoll(newTriggers()) }),
};

interface EmittedLead {
	id: string;
	fields: { EMAIL?: string };
	form: { name: string | null };
}

interface Soak {
	name: string;
	maxCallsADay: number;
	parameters: Record<string, string>;
	order: 'newestFirst' | 'oldestFirst';
	includes: 'both' | 'start' | 'neither';
	/** Largest page that LinkedIn takes. */
	pageMax: number;
}

/** People who send forms, with a list of what has to come out. */
class Senders {
	readonly wanted = new Map<string, { at: number; goneAt?: number }>();
	readonly emails = new Map<string, string>();
	bursts = 0;
	gone = 0;

	constructor(
		private readonly simulator: Simulator,
		private readonly random: Random,
	) {
		for (const owner of [ACCOUNT_OWNER, PAGE_OWNER]) {
			simulator.state.ads.leads.addForm({ owner, name: `Form of ${Object.keys(owner)[0]}` });
		}
		for (let old = 0; old < 5; old += 1) this.send(false, nowMs - HOUR_MS);
		this.wanted.clear();
	}

	act(): void {
		const { random } = this;
		if (random.chance(0.25)) this.send(random.chance(0.1));
		if (random.chance(0.01)) {
			this.bursts += 1;
			for (let lead = random.below(30); lead >= 0; lead -= 1) this.send(false);
		}
		const recent = [...this.wanted].filter(([, { at, goneAt }]) => !goneAt && nowMs - at < HOUR_MS);
		if (recent.length > 0 && random.chance(0.02)) {
			this.gone += 1;
			const [id, lead] = random.of(recent);
			lead.goneAt = nowMs;
			this.simulator.state.ads.leads.remove(id);
		}
	}

	private send(isTest: boolean, at = nowMs): void {
		const { leads } = this.simulator.state.ads;
		const email = `lead-${this.emails.size}@example.com`;
		const owner = this.random.of([ACCOUNT_OWNER, PAGE_OWNER]);
		const leadType = owner === PAGE_OWNER && this.random.chance(0.5) ? { leadType: 'EVENT' as const } : {};
		const { id } = leads.submit({
			form: leads.formsOf(owner)[0],
			answers: { Email: email },
			at,
			visibleAt: at + (this.random.chance(0.4) ? this.random.below(15 * MINUTE_MS) : 0),
			testLead: isTest,
			...leadType,
		});
		this.emails.set(id, email);
		if (!isTest) this.wanted.set(id, { at: nowMs });
	}
}

async function soak(simulator: Simulator, seed: number, plan: Soak) {
	const random = randomFrom(seed);
	const { state } = simulator;
	state.leadOrder = plan.order;
	state.leadRangeIncludes = plan.includes;
	state.leadPageMax = plan.pageMax;
	state.testLeadsAmongReal = true;
	const senders = new Senders(simulator, random);
	const credential = credentialFor(simulator, adsApp.scopes, 'standard', adsApp.app);
	const trigger = new Trigger<EmittedLead>(
		{ ...credential },
		{ authentication: 'oAuth2', maxCallsADay: plan.maxCallsADay, ...plan.parameters },
		leadTrigger,
	);
	let struck = 0;
	await trigger.poll();
	const activatedAt = nowMs;

	const run = async (forMs: number, how: { calm?: boolean; off?: boolean; quiet?: boolean }) => {
		for (const until = nowMs + forMs; nowMs < until;) {
			nowMs += (how.calm ? 8 : 3) * MINUTE_MS + random.below((how.calm ? 12 : 9) * MINUTE_MS);
			if (!how.quiet) senders.act();
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
	// Rights on the page are taken for a night; the ad account's leads need them too.
	state.setRole('ada', PAGE, 'ADMINISTRATOR', 'REVOKED');
	await run(7 * HOUR_MS, {});
	state.setRole('ada', PAGE, 'ADMINISTRATOR');
	await run(5 * HOUR_MS, {});
	state.quotas.limit('*', { member: 3 });
	await run(10 * HOUR_MS, {});
	state.quotas.limit('*', {});
	await run(12 * HOUR_MS, {});
	simulator.faults.add(faults.expiredToken({ times: Infinity }));
	await run(6 * HOUR_MS, { calm: true });
	simulator.faults.clear();
	await run(12 * HOUR_MS, {});
	// n8n is down for a long weekend.
	await trigger.crash();
	await run(2.7 * DAY_MS, { off: true });
	trigger.restart('process');
	await run(1 * DAY_MS, {});
	await run(2 * DAY_MS, { calm: true, quiet: true });
	return { senders, trigger, activatedAt, struck };
}

const PLANS: Soak[] = [
	{
		name: 'all that is reached',
		maxCallsADay: 300,
		parameters: { watch: 'reached' },
		order: 'newestFirst',
		includes: 'start',
		pageMax: 100,
	},
	{
		name: 'chosen owners, pages of ten, both bounds left out',
		maxCallsADay: 300,
		parameters: {
			watch: 'chosen',
			owners: `${ACCOUNT_OWNER.sponsoredAccount}, ${PAGE_OWNER.organization}`,
		},
		order: 'oldestFirst',
		includes: 'neither',
		pageMax: 50,
	},
	{
		name: 'all that is reached on the default of 80 calls',
		maxCallsADay: 80,
		parameters: { watch: 'reached' },
		order: 'newestFirst',
		includes: 'both',
		pageMax: 50,
	},
];

describe('new leads over days of faults and crashes', () => {
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
		`$name: each lead comes out exactly once, seed ${seed}`,
		async (plan) => {
			const { senders, trigger, activatedAt, struck } = await soak(simulator, seed, plan);
			const times = new Map<string, number>();
			for (const { id } of trigger.emitted) times.set(id, (times.get(id) ?? 0) + 1);
			const missing = [...senders.wanted].filter(
				([id, { at, goneAt }]) => at > activatedAt && goneAt === undefined && !times.has(id),
			);
			const repeated = [...times].filter(([, count]) => count > 1);
			const unexpected = [...times.keys()].filter((id) => !senders.wanted.has(id));
			const unnamed = trigger.emitted.filter(
				({ id, fields, form }) => fields.EMAIL !== senders.emails.get(id) || !form.name,
			);
			const perDay = new Map<string, number>();
			for (const { at } of simulator.requests) {
				const day = new Date(at).toISOString().slice(0, 10);
				perDay.set(day, (perDay.get(day) ?? 0) + 1);
			}
			console.info(
				JSON.stringify({
					plan: plan.name,
					leads: senders.wanted.size,
					bursts: senders.bursts,
					gone: senders.gone,
					emitted: trigger.emitted.length,
					emissions: trigger.emissions.length,
					polls: trigger.polls,
					faults: struck,
					crashes: trigger.crashes,
					restarts: trigger.restarts,
					calls: simulator.requests.length,
					mostCallsADay: Math.max(...perDay.values()),
					savedBytes: JSON.stringify(trigger.saved()).length,
				}),
			);
			expect(trigger.thrown).toEqual([]);
			expect(missing).toEqual([]);
			expect(repeated).toEqual([]);
			expect(unexpected).toEqual([]);
			expect(unnamed).toEqual([]);
			expect(trigger.emitted.length).toBeGreaterThan(200);
			expect([...perDay].filter(([, calls]) => calls > plan.maxCallsADay)).toEqual([]);
		},
		120_000,
	);
});
