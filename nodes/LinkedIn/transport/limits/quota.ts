/**
 * LinkedIn's daily quotas: what a 429 means, and which endpoints are spent until midnight UTC.
 *
 * LinkedIn documents neither the limits nor any Retry-After on its REST resources, so only a 429 that names the
 * day teaches a limit.
 * @see docs.rateLimits
 */

import { Remembered } from '../memory/remembered';

export interface ThrottleReply {
	status: number;
	code?: string;
	message?: string;
}

const DAY_MS = 86_400_000;
/** Counters that are spent at a time; one that is forgotten costs a refused call. */
const MOST_COUNTERS = 2_000;

/** True when a 429 says that the day's quota is spent, so that waiting minutes cannot help. */
export function isDaily(reply: ThrottleReply): boolean {
	return (
		reply.status === 429 && (reply.code === 'QUOTA_EXCEEDED' || /\bday\b|daily/i.test(reply.message ?? ''))
	);
}

/** Epoch milliseconds of the next 00:00 UTC, when LinkedIn's counters start again. */
export function nextReset(nowMs: number): number {
	return (Math.floor(nowMs / DAY_MS) + 1) * DAY_MS;
}

/** A moment, or the next reset where that comes before it: nothing that LinkedIn counts holds longer. */
export function notAfterReset(atMs: number, nowMs: number): number {
	return Math.min(atMs, nextReset(nowMs));
}

/** Whose counter a daily 429 speaks of: the application's (over all its members) or one member's. */
export function counterOf(message: string | undefined): 'application' | 'member' {
	return /APPLICATION(?!_AND_MEMBER)/i.test(message ?? '') ? 'application' : 'member';
}

/** Remembers spent counters. */
export class Quota {
	private readonly spentUntil = new Remembered<number>(MOST_COUNTERS);

	/**
	 * Takes note of a daily 429.
	 * @param owner the connection's key for a member counter, host and client id for an application counter
	 * @param endpoint method and path template, e.g. `CREATE /rest/posts`
	 */
	spend(owner: string, endpoint: string, nowMs: number): number {
		const until = nextReset(nowMs);
		this.spentUntil.set(`${owner} ${endpoint}`, until);
		return until;
	}

	/** Epoch milliseconds until which an endpoint is spent for any of these owners, or undefined. */
	spent(owners: string[], endpoint: string, nowMs: number): number | undefined {
		for (const owner of owners) {
			const key = `${owner} ${endpoint}`;
			const noted = this.spentUntil.get(key);
			if (noted === undefined) continue;
			// The clock may have run ahead when it was noted.
			const until = notAfterReset(noted, nowMs);
			if (until > nowMs) {
				this.spentUntil.set(key, until);
				return until;
			}
			this.spentUntil.delete(key);
		}
		return undefined;
	}
}

/** Shared by all nodes of this process. */
export const quota = new Quota();
