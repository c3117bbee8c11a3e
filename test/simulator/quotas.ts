import { apiError } from './errors';
import { utcDay } from './clock';
import type { App } from './apps';
import type { Clock } from './clock';

/** Development tier of Community Management: daily calls over all endpoints (docs.increasingAccess). */
export const DEVELOPMENT_CALLS_PER_APP = 500;
export const DEVELOPMENT_CALLS_PER_MEMBER = 100;

export interface Limit {
	/** Daily calls of the app, all members together. */
	application?: number;
	/** Daily calls of one member at the app. */
	member?: number;
}

/** LinkedIn's daily counters, one pair per endpoint, and the Development tier's over all; both restart at 00:00 UTC. */
export class Quotas {
	/** Daily calls of a member at an app of the Development tier, over all endpoints. */
	developmentCallsPerMember = DEVELOPMENT_CALLS_PER_MEMBER;
	private readonly limits = new Map<string, Limit>();
	private readonly counts = new Map<string, number>();
	private day = '';

	constructor(private readonly clock: Clock) {}

	/** @param endpoint as in the request log, e.g. 'CREATE /rest/posts'; '*' applies to all without their own */
	limit(endpoint: string, limit: Limit): void {
		this.limits.set(endpoint, limit);
	}

	/** Calls counted today for an endpoint: of the app, or of one member at it. */
	used(endpoint: string, app: string, member?: string): number {
		this.turnDay();
		return this.counts.get(counterKey(endpoint, app, member)) ?? 0;
	}

	/** Counts one call. @throws ApiError 429 instead (docs/behaviour.md#rate-limits) if a counter is full */
	count(endpoint: string, app: App, member: string | undefined): void {
		this.turnDay();
		const own = this.limits.get(endpoint) ?? this.limits.get('*') ?? {};
		const counters = [
			{ key: counterKey(endpoint, app.clientId), max: own.application, words: 'APPLICATION DAY' },
			{
				key: counterKey(endpoint, app.clientId, member ?? ''),
				max: own.member,
				words: 'APPLICATION_AND_MEMBER DAY',
			},
		];
		if (app.tier === 'development') {
			counters.push(
				{
					key: counterKey('development', app.clientId),
					max: DEVELOPMENT_CALLS_PER_APP,
					words: 'APPLICATION DAY',
				},
				{
					key: counterKey('development', app.clientId, member ?? ''),
					max: this.developmentCallsPerMember,
					words: 'APPLICATION_AND_MEMBER DAY',
				},
			);
		}
		const full = counters.find(({ key, max }) => (this.counts.get(key) ?? 0) >= (max ?? Infinity));
		if (full) {
			throw apiError(
				429,
				'TOO_MANY_REQUESTS',
				`Resource level throttle ${full.words} limit for calls to this resource is reached.`,
				101,
			);
		}
		for (const { key } of counters) this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
	}

	private turnDay(): void {
		const today = utcDay(this.clock.now());
		if (today !== this.day) this.counts.clear();
		this.day = today;
	}
}

const counterKey = (endpoint: string, app: string, member?: string) =>
	JSON.stringify(member === undefined ? [endpoint, app] : [endpoint, app, member]);
