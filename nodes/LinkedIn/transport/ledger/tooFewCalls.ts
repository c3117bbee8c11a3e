/** What Validate Only says of limits: whether the calls that are left today are enough. Makes no call. */
import { nextReset, spentUntil } from '../limits/quota';
import type { Connection } from '../memory/connection';
import type { Memory } from '../memory/memory';
import { callsOf, limitReached } from './limitUse';

/** What would be sent. */
export interface Wanted {
	/** Method and path template, by which LinkedIn's quotas are known. */
	endpoint: string;
	/** As namedCall gives it, by which calls are counted. */
	named: string;
	/** Of the whole operation, to the API. */
	calls: number;
}

export interface TooFew {
	notice: string;
	/** When the calls are enough again, ISO 8601. */
	retryAt: string;
}

/**
 * Of a limit for one endpoint, it's known only whether it takes one more call.
 * @returns undefined if no limit that is known prevents it
 */
export function tooFewCalls(
	{ connection, memory }: { connection: Connection; memory: Memory },
	{ endpoint, named, calls }: Wanted,
	nowMs: number,
): TooFew | undefined {
	const untilMs = spentUntil(memory, endpoint, nowMs);
	if (untilMs !== undefined) {
		const retryAt = new Date(untilMs).toISOString();
		return { notice: `LinkedIn's daily quota for this is used up until ${retryAt}.`, retryAt };
	}
	const asked = { endpoint: named, hasOwnBudget: false, calls };
	const use = limitReached(memory, connection.rules, asked, nowMs);
	if (!use) return undefined;
	const retryAt = new Date(nextReset(nowMs)).toISOString();
	const left = Math.max(0, use.limit - use.used);
	const notice =
		left === 0
			? `${callsOf(use)} used up until ${retryAt}.`
			: `This takes ${calls} calls, but only ${left} of the ${use.limit} that ${use.from} of the credential allows ${left === 1 ? 'is' : 'are'} left until ${retryAt}.`;
	return { notice, retryAt };
}
