/**
 * The calls that this process made, as one counter of LinkedIn's counts them: a member's, or an application's over all
 * its members. LinkedIn's counters start again at 00:00 UTC (docs.rateLimits).
 */
import { nextReset } from '../limits/quota';
import { Remembered } from '../memory/remembered';
import { isCounted } from './knownLimits';
import { ACTION_NAMES, actionOf, type Action } from './actions';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const HOURS_A_DAY = 24;
/** Days whose actions are kept. */
const MOST_DAYS = 31;
const FIRST_REFUSAL = 400;
const TOO_MANY = 429;

export interface Tally {
	/** Sent to LinkedIn. */
	calls: number;
	/** Of these, answered 429. */
	refused: number;
	/** Held back here, because a limit is used up or the access policy doesn't allow them. */
	notSent: number;
}

export interface EndpointTally extends Tally {
	lastStatus: number | null;
	/** Epoch milliseconds. */
	lastAtMs: number;
}

/** What LinkedIn let know of a limit. */
export interface LearntLimit {
	/** Calls per day. */
	limit: number;
	/** `refusal`: the calls of this process that went through before LinkedIn refused; others may have used the rest. */
	from: 'refusal' | 'header';
}

const newTally = (): Tally => ({ calls: 0, refused: 0, notSent: 0 });

export class Ledger {
	private day = Number.NEGATIVE_INFINITY;
	private readonly endpoints: Remembered<EndpointTally>;
	private readonly learnt: Remembered<LearntLimit>;
	private readonly days = new Map<number, Map<Action, Tally>>();
	private hours: number[] = [];
	/** Calls of today, also to endpoints beyond those that are kept. */
	private total = 0;
	/** Calls of today to endpoints for which there was no room. Of which ones isn't known, so any limit counts them. */
	private forgotten = 0;

	/**
	 * @param most endpoints of a day
	 * @param sinceMs when counting began, epoch milliseconds
	 */
	constructor(
		private readonly most: number,
		readonly sinceMs: number,
	) {
		this.endpoints = new Remembered(most);
		this.learnt = new Remembered(most);
	}

	/** A call leaves. */
	sent(endpoint: string, nowMs: number): void {
		this.add('calls', endpoint, nowMs);
		if (isCounted(endpoint)) this.total += 1;
		this.hours[Math.floor((nowMs % DAY_MS) / HOUR_MS)] += 1;
	}

	/** @param status undefined where no answer came */
	answered(endpoint: string, status: number | undefined, nowMs: number): void {
		if (status === TOO_MANY) this.add('refused', endpoint, nowMs);
		const tally = this.tallyOf(endpoint, nowMs);
		Object.assign(tally, { lastStatus: status ?? null, lastAtMs: nowMs });
		const known = this.learnt.get(endpoint);
		const isMore = known !== undefined && tally.calls - tally.refused > known.limit;
		// Other programs had used the rest of it when LinkedIn refused.
		if (isMore && status !== undefined && status < FIRST_REFUSAL) this.learnt.delete(endpoint);
	}

	notSent(endpoint: string, nowMs: number): void {
		this.add('notSent', endpoint, nowMs);
	}

	/**
	 * LinkedIn said that the daily quota of an endpoint is used up. If counting began during the day, calls before it may
	 * have used most of it, so nothing is learnt.
	 */
	learnFromRefusal(endpoint: string, nowMs: number): void {
		if (this.sinceMs > nextReset(nowMs) - DAY_MS) return;
		const { calls, refused } = this.tallyOf(endpoint, nowMs);
		const limit = calls - refused;
		const known = this.learnt.get(endpoint);
		if (limit > 0 && (known?.limit ?? 0) < limit) this.learnt.set(endpoint, { limit, from: 'refusal' });
	}

	/** LinkedIn named a limit in a header. */
	learnFromHeader(endpoint: string, limit: number): void {
		this.learnt.set(endpoint, { limit, from: 'header' });
	}

	/** Calls of today to the endpoints that match, or to all of the API. */
	calls(nowMs: number, matches?: (endpoint: string) => boolean): number {
		this.turnTo(nowMs);
		if (!matches) return this.total;
		return this.today(nowMs).reduce(
			(sum, [endpoint, { calls }]) => sum + (matches(endpoint) ? calls : 0),
			this.forgotten,
		);
	}

	/** Endpoints of today, the most used first. */
	today(nowMs: number): Array<[endpoint: string, tally: Readonly<EndpointTally>]> {
		this.turnTo(nowMs);
		return this.endpoints.all().sort(([, one], [, other]) => other.calls - one.calls);
	}

	limitOf(endpoint: string): LearntLimit | undefined {
		return this.learnt.get(endpoint);
	}

	/** Calls of each hour of today, UTC. */
	byHour(nowMs: number): readonly number[] {
		this.turnTo(nowMs);
		return this.hours;
	}

	/** By action, the latest day first. @returns days as `YYYY-MM-DD` */
	byAction(): Array<Tally & { day: string; action: string }> {
		return [...this.days]
			.sort(([one], [other]) => other - one)
			.flatMap(([day, tallies]) =>
				[...tallies].map(([action, tally]) => ({
					day: new Date(day * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length),
					action: ACTION_NAMES[action],
					...tally,
				})),
			);
	}

	/** What today will come to at the rate so far; of a period of under an hour, as if it had been one. */
	forecast(calls: number, nowMs: number): number {
		const startMs = Math.max(this.sinceMs, nextReset(nowMs) - DAY_MS);
		const elapsedMs = Math.max(HOUR_MS, nowMs - startMs);
		return Math.round(calls + (calls / elapsedMs) * (nextReset(nowMs) - nowMs));
	}

	private add(what: keyof Tally, endpoint: string, nowMs: number): void {
		this.tallyOf(endpoint, nowMs)[what] += 1;
		const tallies = this.days.get(this.day) ?? new Map<Action, Tally>();
		this.days.set(this.day, tallies);
		const action = actionOf(endpoint);
		const tally = tallies.get(action) ?? newTally();
		tallies.set(action, tally);
		tally[what] += 1;
	}

	private tallyOf(endpoint: string, nowMs: number): EndpointTally {
		this.turnTo(nowMs);
		if (this.endpoints.size >= this.most && !this.endpoints.has(endpoint)) this.makeRoom();
		return this.endpoints.getOrSet(endpoint, () => ({ ...newTally(), lastStatus: null, lastAtMs: nowMs }));
	}

	/** What was only held back goes first, as no limit counts it. */
	private makeRoom(): void {
		const all = this.endpoints.all();
		const [endpoint, { calls }] = all.find(([, tally]) => tally.calls === 0) ?? all[0];
		this.endpoints.delete(endpoint);
		if (isCounted(endpoint)) this.forgotten += calls;
	}

	private turnTo(nowMs: number): void {
		const day = Math.floor(nowMs / DAY_MS);
		if (day === this.day) return;
		this.day = day;
		this.endpoints.clear();
		this.total = 0;
		this.forgotten = 0;
		this.hours = new Array<number>(HOURS_A_DAY).fill(0);
		for (const old of this.days.keys()) if (this.days.size > MOST_DAYS - 1) this.days.delete(old);
	}
}
