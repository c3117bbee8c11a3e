/** People who send lead forms, and the world's own list of it, the only thing the lead trigger is judged by. */
import type { Simulator } from '../simulator';
import type { LeadForm } from '../simulator/ads/leadForm';
import type { LeadOwner, LeadType } from '../simulator/ads/leads';
import type { Judged } from './judge';
import type { Random } from './random';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './time';

const ACME_PAGE = 'urn:li:organization:2414183';
export const ACME_ACCOUNT = '507404993';
const MINUTES_A_DAY = 1_440;

export interface LeadWorldOptions {
	/** Ad accounts that ada can access, besides the one of the simulator's world. */
	moreAccounts?: number;
	leadsADay: number;
	/** This many leads within an hour, every fifth day. */
	burst?: number;
	/** Ada gets an ad account on day 3 at this hour, UTC. */
	gainedAtHour?: number;
	/** Whether ada loses an account for two days and gets it back. */
	losesOne?: boolean;
}

interface Owned {
	owner: LeadOwner;
	form: LeadForm;
	types: LeadType[];
	/** When ada got access to it, epoch milliseconds. */
	since: number;
}

export class LeadWorld {
	readonly events = new Map<string, Judged>();
	readonly counts = { late: 0, forgotten: 0, tests: 0, bursts: 0 };
	private readonly owners: Owned[] = [];
	private readonly startedAt: number;
	private burstLeft = 0;
	private nextBurstAt: number;
	private gainedOwner: Owned | undefined;
	private readonly gainedAt: number | undefined;

	constructor(
		private readonly simulator: Simulator,
		private readonly random: Random,
		private readonly now: () => number,
		readonly options: LeadWorldOptions,
	) {
		this.startedAt = now();
		this.nextBurstAt = this.startedAt + 1.5 * DAY_MS;
		const { gainedAtHour } = options;
		const midnight = Math.floor(this.startedAt / DAY_MS) * DAY_MS;
		this.gainedAt = gainedAtHour === undefined ? undefined : midnight + 3 * DAY_MS + gainedAtHour * HOUR_MS;
		simulator.state.testLeadsAmongReal = true;
		this.own({ sponsoredAccount: `urn:li:sponsoredAccount:${ACME_ACCOUNT}` }, ['SPONSORED']);
		this.own({ organization: ACME_PAGE }, ['COMPANY', 'EVENT', 'ORGANIZATION_PRODUCT']);
		for (let more = 0; more < (options.moreAccounts ?? 0); more += 1) this.ownAccount('ACCOUNT_MANAGER');
		for (let old = 0; old < 20; old += 1)
			this.send(random.of(this.owners), this.startedAt - random.below(3 * DAY_MS));
		this.events.clear();
	}

	/** URNs of all owners, for a trigger that lists them. */
	ownerUrns(): string[] {
		return this.owners.flatMap(({ owner }) => Object.values(owner) as string[]);
	}

	private own(owner: LeadOwner, types: LeadType[]): Owned {
		const form = this.simulator.state.ads.leads.addForm({ owner, name: `Form ${this.owners.length}` });
		const owned = { owner, form, types, since: this.now() };
		this.owners.push(owned);
		return owned;
	}

	private ownAccount(role: 'ACCOUNT_MANAGER' | undefined): Owned {
		const { id } = this.simulator.state.ads.addAccount({ reference: ACME_PAGE, roles: { ada: role } });
		return this.own({ sponsoredAccount: `urn:li:sponsoredAccount:${id}` }, ['SPONSORED']);
	}

	/** A minute on LinkedIn. */
	act(): void {
		const { random, options } = this;
		if (random.chance(options.leadsADay / MINUTES_A_DAY)) this.send(random.of(this.owners));
		if (random.chance(options.leadsADay / 20 / MINUTES_A_DAY)) this.forget();
		if (options.burst && this.now() >= this.nextBurstAt) {
			this.nextBurstAt += 5 * DAY_MS;
			this.burstLeft = options.burst;
			this.counts.bursts += 1;
		}
		for (
			let now = Math.min(this.burstLeft, random.below(Math.ceil((options.burst ?? 0) / 20)));
			now > 0;
			now -= 1
		) {
			this.burstLeft -= 1;
			this.send(this.owners[0]);
		}
		if (this.gainedAt !== undefined && !this.gainedOwner && this.now() >= this.gainedAt) {
			this.gainedOwner = this.ownAccount('ACCOUNT_MANAGER');
		}
		// A gained account is busy: its first hours are what matters.
		if (this.gainedOwner && random.chance(options.leadsADay / MINUTES_A_DAY)) this.send(this.gainedOwner);
	}

	private send(owned: Owned, at = this.now()): void {
		const { random } = this;
		const { leads } = this.simulator.state.ads;
		const isTest = random.chance(0.05);
		const [delayMs, how] = this.delay();
		const leadType = random.of(owned.types);
		const { id } = leads.submit({
			form: owned.form,
			answers: { Email: `lead-${this.events.size}@example.com` },
			at,
			visibleAt: at + delayMs,
			testLead: isTest,
			leadType,
		});
		if (isTest) this.counts.tests += 1;
		const isNew = owned === this.gainedOwner && at - owned.since < DAY_MS;
		this.events.set(id, {
			id,
			at,
			dueFrom: at + delayMs,
			isWanted: !isTest,
			isPromised: !isTest,
			kind: `${isNew ? 'gained, ' : ''}${leadType.toLowerCase()}${how}`,
		});
	}

	/** Most leads are visible at once, some within a quarter of an hour, a few only days later. */
	private delay(): [number, string] {
		const { random } = this;
		if (random.chance(0.2)) return [random.below(15 * MINUTE_MS), ''];
		if (!random.chance(0.06)) return [0, ''];
		this.counts.late += 1;
		const delayMs = 15 * MINUTE_MS + random.below(3 * DAY_MS - 15 * MINUTE_MS);
		return [
			delayMs,
			delayMs > 2 * DAY_MS ? ', over 2 days late' : delayMs > HOUR_MS ? ', over 1 h late' : ', late',
		];
	}

	/** LinkedIn deletes a lead, for example if its member asks for it. */
	private forget(): void {
		const since = this.now() - 2 * HOUR_MS;
		const recent = [...this.events.values()].filter(
			(event) => event.at > since && event.goneAt === undefined,
		);
		if (recent.length === 0) return;
		const gone = this.random.of(recent);
		gone.goneAt = this.now();
		this.counts.forgotten += 1;
		this.simulator.state.ads.leads.remove(gone.id);
	}
}
