/**
 * The lead trigger over simulated days, in n8n's real poll context against the simulator: leads of two owners that show
 * late, bursts over several pages, leads that LinkedIn forgets, faults at any call, crashes, rights taken for a night, a
 * quota spent, a weekend switched off. Afterwards every lead came out exactly once.
 */
import { LinkedInAdsTrigger } from '../../../nodes/LinkedIn/LinkedInAdsTrigger.node';
import { createLeadPoll } from '../../../nodes/LinkedIn/resources/adsTrigger/poll';
import { newTriggers } from '../../../nodes/LinkedIn/resources/pollInTurn';
import { ACCOUNT_OWNER, PAGE_OWNER } from './resources/ads/leadForm/leads';
import { adsApp } from './resources/ads/connection';
import {
	callsByDay,
	DAY_MS,
	HOUR_MS,
	liveThroughDays,
	MINUTE_MS,
	READ_FAULTS,
	simulator,
	SOAK_SEED,
	soakEachTest,
	tell,
	timesOf,
} from './soakDays';
import { randomFrom, type Random } from './soakRandom';
import { credentialFor, Trigger, type Watcher } from './soakTrigger';

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

	constructor(private readonly random: Random) {
		for (const owner of [ACCOUNT_OWNER, PAGE_OWNER]) {
			simulator.state.ads.leads.addForm({ owner, name: `Form of ${Object.keys(owner)[0]}` });
		}
		for (let old = 0; old < 5; old += 1) this.send(false, Date.now() - HOUR_MS);
		this.wanted.clear();
	}

	act(): void {
		const { random } = this;
		if (random.chance(0.25)) this.send(random.chance(0.1));
		if (random.chance(0.01)) {
			this.bursts += 1;
			for (let lead = random.below(30); lead >= 0; lead -= 1) this.send(false);
		}
		const recent = [...this.wanted].filter(([, { at, goneAt }]) => !goneAt && Date.now() - at < HOUR_MS);
		if (recent.length > 0 && random.chance(0.02)) {
			this.gone += 1;
			const [id, lead] = random.of(recent);
			lead.goneAt = Date.now();
			simulator.state.ads.leads.remove(id);
		}
	}

	private send(isTest: boolean, at = Date.now()): void {
		const { leads } = simulator.state.ads;
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
		if (!isTest) this.wanted.set(id, { at: Date.now() });
	}
}

async function soak(plan: Soak) {
	const random = randomFrom(SOAK_SEED);
	const { state } = simulator;
	state.leadOrder = plan.order;
	state.leadRangeIncludes = plan.includes;
	state.leadPageMax = plan.pageMax;
	state.testLeadsAmongReal = true;
	const senders = new Senders(random);
	const credential = credentialFor(simulator, adsApp.scopes, 'standard', adsApp.app);
	const trigger = new Trigger<EmittedLead>(
		{ ...credential },
		{ authentication: 'oAuth2', maxCallsADay: plan.maxCallsADay, ...plan.parameters },
		leadTrigger,
	);
	const { activatedAt, struck } = await liveThroughDays({
		random,
		trigger,
		faults: READ_FAULTS,
		act: () => senders.act(),
		calmMs: 2 * DAY_MS,
	});
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
	soakEachTest();

	test.each(PLANS)(
		`$name: each lead comes out exactly once, seed ${SOAK_SEED}`,
		async (plan) => {
			const { senders, trigger, activatedAt, struck } = await soak(plan);
			const times = timesOf(trigger.emitted.map(({ id }) => id));
			const missing = [...senders.wanted].filter(
				([id, { at, goneAt }]) => at > activatedAt && goneAt === undefined && !times.has(id),
			);
			const repeated = [...times].filter(([, count]) => count > 1);
			const unexpected = [...times.keys()].filter((id) => !senders.wanted.has(id));
			const unnamed = trigger.emitted.filter(
				({ id, fields, form }) => fields.EMAIL !== senders.emails.get(id) || !form.name,
			);
			tell(trigger, {
				plan: plan.name,
				leads: senders.wanted.size,
				bursts: senders.bursts,
				gone: senders.gone,
				faults: struck,
			});
			expect(trigger.thrown).toEqual([]);
			expect(missing).toEqual([]);
			expect(repeated).toEqual([]);
			expect(unexpected).toEqual([]);
			expect(unnamed).toEqual([]);
			expect(trigger.emitted.length).toBeGreaterThan(200);
			expect([...callsByDay()].filter(([, calls]) => calls > plan.maxCallsADay)).toEqual([]);
		},
		120_000,
	);
});
