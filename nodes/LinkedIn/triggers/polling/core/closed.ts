/**
 * Sources that don't accept calls for a while, because LinkedIn sent a 429 with a time. It only concerns the requested
 * resource (docs.rateLimits). So a trigger leaves that one alone until then and continues with everything else: other
 * endpoints and, at an endpoint that is requested page by page or owner by owner, the other pages and owners.
 */
import { explain, type LinkedInError } from '../../../transport/errors/errors';
import { notAfterReset } from '../../../transport/limits/quota';
import type { Fault } from './answer';

/** Epoch milliseconds by source, until which it's closed. */
export type SavedClosings = Record<string, number>;

/** Of one trigger and connection. A source is an endpoint, with the page or owner if it's requested for those. */
export class ClosedSources {
	private readonly until = new Map<string, number>();

	/**
	 * LinkedIn's presumable answer to a call now, which isn't made.
	 * @returns undefined if the source is open
	 */
	standing(source: string, nowMs: number): LinkedInError | undefined {
		const noted = this.until.get(source);
		if (noted === undefined) return undefined;
		// The clock may have been ahead when it was stored.
		const untilMs = notAfterReset(noted, nowMs);
		if (untilMs <= nowMs) {
			this.until.delete(source);
			return undefined;
		}
		this.until.set(source, untilMs);
		const retryAtMs = Date.now() + untilMs - nowMs;
		return explain({ status: 429, code: 'TOO_MANY_REQUESTS' }, { endpoint: source, retryAtMs });
	}

	/** Closes the source if the error says until when; a used-up daily quota isn't limited to one source. */
	note(source: string, { details, isDaily }: LinkedInError, nowMs: number): void {
		const { status, retryAt } = details;
		if (status !== 429 || retryAt === null || isDaily) return;
		this.until.set(source, nowMs + Date.parse(retryAt) - Date.now());
	}

	/** Another connection is tried at once. */
	clear(): void {
		this.until.clear();
	}

	/** Takes over what an earlier process knew. */
	restore(saved: SavedClosings = {}): void {
		for (const [source, untilMs] of Object.entries(saved)) {
			if (!this.until.has(source)) this.until.set(source, untilMs);
		}
	}

	/** @returns undefined if all are open */
	save(nowMs: number): SavedClosings | undefined {
		const closed = [...this.until].filter(([, untilMs]) => untilMs > nowMs);
		return closed.length > 0 ? Object.fromEntries(closed) : undefined;
	}
}

/** Whether only the requested source doesn't accept calls until a certain time. */
export function closesSource(fault: Fault): fault is Fault & { untilMs: number } {
	return fault.kind === 'later' && fault.untilMs !== undefined;
}

/** As text, for the log. */
export function whenAgain(fault: Fault): string {
	return closesSource(fault) ? `at ${new Date(fault.untilMs).toISOString()}` : 'soon';
}
