/**
 * LinkedIn's daily quotas: what a 429 means, and which endpoints are used up until midnight UTC.
 *
 * LinkedIn documents neither the limits nor a Retry-After on its REST resources, so only a 429 that mentions the day
 * reveals a limit.
 * @see docs.rateLimits
 */

import { Remembered } from '../memory/remembered';

export interface ThrottleReply {
	status: number;
	code?: string;
	message?: string;
}

const DAY_MS = 86_400_000;

/** True if a 429 says that the daily quota is used up, so that waiting minutes doesn't help. */
export function isDaily(reply: ThrottleReply): boolean {
	return (
		reply.status === 429 && (reply.code === 'QUOTA_EXCEEDED' || /\bday\b|daily/i.test(reply.message ?? ''))
	);
}

/** Epoch milliseconds of the next 00:00 UTC, when LinkedIn resets its counters. */
export function nextReset(nowMs: number): number {
	return (Math.floor(nowMs / DAY_MS) + 1) * DAY_MS;
}

/** A time, or the next reset if that comes first: none of LinkedIn's counters lasts longer. */
export function notAfterReset(atMs: number, nowMs: number): number {
	return Math.min(atMs, nextReset(nowMs));
}

/** What one counter of LinkedIn's has left: a member's, or an application's over all its members. */
export class Quota {
	private readonly spent: Remembered<number>;

	/** @param most maximum number of endpoints; forgetting one costs a refused call */
	constructor(most: number) {
		this.spent = new Remembered(most);
	}

	/**
	 * Stores a daily 429.
	 * @param endpoint method and path template, e.g. `CREATE /rest/posts`
	 */
	spend(endpoint: string, nowMs: number): number {
		const until = nextReset(nowMs);
		this.spent.set(endpoint, until);
		return until;
	}

	/** Epoch milliseconds until which an endpoint is used up, or undefined. */
	spentUntil(endpoint: string, nowMs: number): number | undefined {
		const noted = this.spent.get(endpoint);
		if (noted === undefined) return undefined;
		// The clock may have been fast when it was stored.
		const until = notAfterReset(noted, nowMs);
		if (until > nowMs) this.spent.set(endpoint, until);
		else this.spent.delete(endpoint);
		return until > nowMs ? until : undefined;
	}
}

/** A call draws on the counter of the member and on that of the application. */
interface Counters<C> {
	member: C;
	application: C;
}

/** Epoch milliseconds until which an endpoint is used up, or undefined. */
export function spentUntil(
	{ member, application }: Counters<{ quota: Quota }>,
	endpoint: string,
	nowMs: number,
): number | undefined {
	return member.quota.spentUntil(endpoint, nowMs) ?? application.quota.spentUntil(endpoint, nowMs);
}

/** The one that a daily 429 speaks of. @param message LinkedIn's words */
export function counterOf<C>({ member, application }: Counters<C>, message: string | undefined): C {
	return /APPLICATION(?!_AND_MEMBER)/i.test(message ?? '') ? application : member;
}
