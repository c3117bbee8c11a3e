/** Whose leads are read: what the credential reaches, and from when on each owner is watched. */
import { DAY_MS } from '../budget';
import { endsAll, isRefusal } from '../round';
import type { Fault } from '../sources';
import type { LeadSources } from './sources';
import { newStream, type LeadState } from './state';

const LIST_AGAIN_AFTER_MS = DAY_MS;
/** After a list that failed. */
const RETRY_MS = 5 * 60_000;
/** A list that is refused would be refused again soon; whoever was given a role need not wait until the next day. */
const REFUSED_RETRY_MS = 6 * 3_600_000;
/** An owner that turned up before a crash was not saved; so far back it is watched after it. */
const BEFORE_CRASH_MS = DAY_MS;

/**
 * Owners that the credential reaches, listed once a day; those of the last list where a list fails.
 * @returns and the fault after which nothing else can succeed
 */
export async function reachedOwners(
	sources: LeadSources,
	state: LeadState,
	{ now, mayAsk, say }: { now: () => number; mayAsk: () => boolean; say: (sentence: string) => void },
): Promise<{ owners: string[]; fault?: Fault }> {
	const known = state.reached?.owners ?? [];
	const isFresh = state.reached !== undefined && now() - state.reached.at < LIST_AGAIN_AFTER_MS;
	if (isFresh || !mayAsk()) return { owners: known };
	const { lists, says } = await sources.owners();
	says.forEach(say);
	const faults = lists.flatMap((list) => (list.ok ? [] : [list.fault]));
	const fault = faults.find(endsAll);
	if (fault) return { owners: known, fault };
	for (const { message } of faults) say(`Owners of leads could not all be listed. ${message}`);
	const found = lists.flatMap((list) => (list.ok ? list.value : []));
	const owners = [...new Set(faults.length > 0 ? [...found, ...known] : found)];
	const isWhole = faults.every(isRefusal);
	const againInMs = faults.length === 0 ? LIST_AGAIN_AFTER_MS : isWhole ? REFUSED_RETRY_MS : RETRY_MS;
	state.reached = { at: now() - LIST_AGAIN_AFTER_MS + againInMs, owners };
	if (isWhole) state.listed = true;
	return { owners };
}

/**
 * Begins to watch the streams that turned up: from the trigger's start until there was a whole list, and from now on
 * after it.
 * @param from what the process remembers of streams that n8n did not save
 * @param lastList when the saved state listed the owners, in the first poll of a process that goes on with one
 */
export function watch(
	state: LeadState,
	from: Map<string, number>,
	keys: string[],
	{ nowMs, wasListed, lastList }: { nowMs: number; wasListed: boolean; lastList: number | undefined },
): void {
	const otherwise =
		lastList === undefined ? nowMs : Math.min(nowMs, Math.max(lastList, nowMs - BEFORE_CRASH_MS));
	const fromMs = wasListed ? otherwise : (state.since ?? nowMs);
	for (const key of keys) {
		if (state.streams[key]) continue;
		const first = from.get(key) ?? fromMs;
		from.set(key, first);
		state.streams[key] = newStream(first);
	}
}
