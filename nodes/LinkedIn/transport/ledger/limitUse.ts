/** How much of each known limit this process has used today. */
import { isoTime } from '../answers/isoTime';
import { LinkedInError } from '../errors/errors';
import { nextReset } from '../limits/quota';
import type { CredentialRules } from '../policy/credentialRules';
import type { Counter } from './counter';
import type { DayCount } from './dayCount';
import { counts, isCounted, isOfAll } from './knownLimits';

/** From which share of a limit on the user is warned; LinkedIn e-mails at the same, an hour or two later. */
const WARN_FROM = 0.75;

export interface LimitUse {
	/** Endpoint of the limit as its source names it; `*` for all calls. */
	endpoint: string;
	/** Whose calls it counts. */
	counter: 'credential' | 'member' | 'application';
	used: number;
	limit: number;
	from: 'Max Calls a Day' | 'Known Limits' | 'a refusal of LinkedIn' | 'a header of LinkedIn';
}

/** What is counted for a connection. */
export interface Counts {
	credential: DayCount;
	member: Counter;
	application: Counter;
}

export function limitsOf(counts: Counts, rules: CredentialRules, nowMs: number): LimitUse[] {
	return [...ownLimits(counts, rules, nowMs), ...learntLimits(counts, nowMs)];
}

function ownLimits(
	counts: Counts,
	{ maxCallsADay, knownLimits }: CredentialRules,
	nowMs: number,
): LimitUse[] {
	const uses: LimitUse[] = [];
	if (maxCallsADay !== undefined) {
		const used = counts.credential.of(nowMs);
		const from = 'Max Calls a Day' as const;
		uses.push({ endpoint: '*', counter: 'credential', used, limit: maxCallsADay, from });
	}
	for (const known of knownLimits) {
		for (const counter of ['member', 'application'] as const) {
			const limit = known[counter];
			if (limit === undefined) continue;
			const { ledger } = counts[counter];
			const used = isOfAll(known.endpoint)
				? ledger.calls(nowMs)
				: ledger.calls(nowMs, (endpoint) => matches(known.endpoint, endpoint));
			uses.push({ endpoint: known.endpoint, counter, used, limit, from: 'Known Limits' });
		}
	}
	return uses;
}

/** The parts of files go to another host, which counts nothing. */
function matches(typed: string, endpoint: string): boolean {
	return isCounted(endpoint) && counts(typed, endpoint);
}

function learntLimits({ member, application }: Counts, nowMs: number): LimitUse[] {
	const ofCounter = (counter: 'member' | 'application', { ledger }: Counter) =>
		ledger.today(nowMs).flatMap(([endpoint, { calls: used }]) => {
			const learnt = ledger.limitOf(endpoint);
			if (!learnt) return [];
			const from = learnt.from === 'header' ? 'a header of LinkedIn' : 'a refusal of LinkedIn';
			return [{ endpoint, counter, used, limit: learnt.limit, from } satisfies LimitUse];
		});
	const uses = ofCounter('member', member);
	return member === application ? uses : [...uses, ...ofCounter('application', application)];
}

/**
 * @param asked `calls` is the total number of calls to be made, at least one of them to the endpoint
 * @returns the limit of the owner that they would exceed
 */
export function limitReached(
	counted: Counts,
	rules: CredentialRules,
	{ endpoint, hasOwnBudget, calls = 1 }: { endpoint: string; hasOwnBudget: boolean; calls?: number },
	nowMs: number,
): LimitUse | undefined {
	if (rules.maxCallsADay === undefined && rules.knownLimits.length === 0) return undefined;
	return ownLimits(counted, rules, nowMs).find(
		(use) =>
			use.used + (isOfAll(use.endpoint) ? calls : 1) > use.limit &&
			(use.counter === 'credential' ? !hasOwnBudget : matches(use.endpoint, endpoint)),
	);
}

/** @returns the calls of a limit as a subject with its verb, e.g. `The 10 calls that … allows are` */
export function callsOf({ endpoint, counter, limit, from }: LimitUse): string {
	const of = counter === 'credential' ? '' : ` of the ${counter} for ${endpoint}`;
	const calls = limit === 1 ? 'one call' : `${limit} calls`;
	return `The ${calls}${of} that ${from} of the credential allows ${limit === 1 ? 'is' : 'are'}`;
}

/** The error of a call that wasn't sent because of it. */
export function limitUsed(use: LimitUse, nowMs: number): LinkedInError {
	const { from } = use;
	const retryAt = isoTime(nextReset(nowMs));
	return new LinkedInError(`Not sent: ${callsOf(use).replace('The', 'the')} used up`, {
		code: 'CALLS_USED',
		field: from,
		retryAt,
		advice: `Run it again after ${retryAt}, or raise ${from} in the credential. My Usage: Get shows what the calls were for.`,
	});
}

/** A sentence for each limit of which three quarters are used, the fullest first. */
export function warnings(uses: readonly LimitUse[]): string[] {
	return uses
		.filter(({ used, limit }) => used >= WARN_FROM * limit)
		.sort((one, other) => other.used / other.limit - one.used / one.limit)
		.map(({ endpoint, counter, used, limit, from }) => {
			const what = endpoint === '*' ? 'calls' : `calls to ${endpoint}`;
			const percent = Math.floor((100 * used) / limit);
			return `${percent} percent of today's ${what} are used: ${used} of ${limit} for this ${counter}, by ${from}. Counting starts again at 00:00 UTC.`;
		});
}
