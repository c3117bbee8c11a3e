/**
 * Reads of one run begin a few at a time, in item order.
 *
 * n8n starts all items of a declarative node at once, before the first request can leave. A thousand items that begin
 * their own work then hold it up; begun in their turn, they do it while others wait for LinkedIn. And in stop mode n8n
 * throws every result away when one item failed, so the reads behind a failed one would only burn quota.
 */
import { notSent, type Failure, type ItemOutcome } from './writeQueue';

/** Twice the lane of reads (rateLimiter.ts), so that one is always ready when a place comes free. */
const AT_ONCE = 8;

interface Run {
	/** Items that began in this try; one that begins again starts a new try. */
	asked: Set<number>;
	failure: Failure | undefined;
	atWork: number;
	waiting: Array<() => void>;
}

/** Keyed by n8n's execute data, which is the same object on every try of one node run. */
const runs = new WeakMap<object, Run>();

/**
 * Runs one item's read in its turn.
 * @param executeData n8n's object for this node run
 * @param item index of the item; call this synchronously, in item order
 * @param stops true when the first failure ends the run: the reads that have not begun by then fail unsent
 */
export async function readInTurn(
	executeData: object,
	item: number,
	stops: boolean,
	read: () => Promise<ItemOutcome>,
): Promise<ItemOutcome> {
	const run = begin(executeData, item);
	if (run.atWork < AT_ONCE) run.atWork += 1;
	else await new Promise<void>((resolve) => run.waiting.push(resolve));
	try {
		if (run.failure) return { ok: false, error: notSent(run.failure) };
		const outcome = await read();
		if (!outcome.ok && stops) run.failure ??= { item, error: outcome.error };
		return outcome;
	} finally {
		// The place is handed on, so that nobody slips in between.
		const next = run.waiting.shift();
		if (next) next();
		else run.atWork -= 1;
	}
}

function begin(executeData: object, item: number): Run {
	const known = runs.get(executeData);
	const run = known ?? { asked: new Set<number>(), failure: undefined, atWork: 0, waiting: [] };
	if (!known) runs.set(executeData, run);
	if (run.asked.has(item)) {
		run.asked.clear();
		run.failure = undefined;
	}
	run.asked.add(item);
	return run;
}
