/**
 * Sources that take no calls for a while, as LinkedIn said with a 429 and a time. It speaks of the resource that was
 * asked for (docs.rateLimits), so a trigger leaves that one alone until then and goes on with everything else: the
 * other endpoints, and at an endpoint that is asked page by page or owner by owner, the other pages and owners.
 */
import { explain, type LinkedInError } from '../../../transport/errors/errors';
import { notAfterReset } from '../../../transport/limits/quota';
import type { Fault } from './answer';

/** Epoch milliseconds by source, until which it is closed. */
export type SavedClosings = Record<string, number>;

/** Of one trigger and connection. A source is an endpoint, with the page or owner where it is asked for those. */
export class ClosedSources {
	private readonly until = new Map<string, number>();

	/**
	 * What LinkedIn would answer to a call now, which is not made.
	 * @returns undefined where the source is open
	 */
	standing(source: string, nowMs: number): LinkedInError | undefined {
		const noted = this.until.get(source);
		if (noted === undefined) return undefined;
		// The clock may have run ahead when it was noted.
		const untilMs = notAfterReset(noted, nowMs);
		if (untilMs <= nowMs) {
			this.until.delete(source);
			return undefined;
		}
		this.until.set(source, untilMs);
		const retryAtMs = Date.now() + untilMs - nowMs;
		return explain({ status: 429, code: 'TOO_MANY_REQUESTS' }, { endpoint: source, retryAtMs });
	}

	/** Closes the source where the error says until when; a spent day is not its own. */
	note(source: string, { details, isDaily }: LinkedInError, nowMs: number): void {
		const { status, retryAt } = details;
		if (status !== 429 || retryAt === null || isDaily) return;
		this.until.set(source, nowMs + Date.parse(retryAt) - Date.now());
	}

	/** Another connection is asked at once. */
	clear(): void {
		this.until.clear();
	}

	/** Takes over what an earlier process knew. */
	restore(saved: SavedClosings = {}): void {
		for (const [source, untilMs] of Object.entries(saved)) {
			if (!this.until.has(source)) this.until.set(source, untilMs);
		}
	}

	/** @returns undefined where all are open */
	save(nowMs: number): SavedClosings | undefined {
		const closed = [...this.until].filter(([, untilMs]) => untilMs > nowMs);
		return closed.length > 0 ? Object.fromEntries(closed) : undefined;
	}
}

/** Whether the source that was asked takes no calls until a time, and others do. */
export function closesSource(fault: Fault): fault is Fault & { untilMs: number } {
	return fault.kind === 'later' && fault.untilMs !== undefined;
}

/** As text, for the log. */
export function whenAgain(fault: Fault): string {
	return closesSource(fault) ? `at ${new Date(fault.untilMs).toISOString()}` : 'soon';
}
