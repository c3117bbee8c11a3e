/**
 * Starts the reads of one run a few at a time, in item order.
 *
 * n8n starts all items of a declarative node at once, before the first request can leave. A thousand items that all
 * prepare their requests would delay it; started in turn, they do so while others wait for LinkedIn. And in stop mode
 * n8n discards all results if one item fails, so later reads would only waste quota.
 */
import { Semaphore } from '../flow/semaphore';
import { notSent, Tries, type ItemOfRun, type ItemOutcome } from './tries';

/** Twice the lane of reads (rateLimiter.ts), so that one is always ready when a slot becomes free. */
const AT_ONCE = 8;

/** The reads of one run. */
export class ReadQueue {
	private readonly tries = new Tries();
	private readonly places = new Semaphore(AT_ONCE);

	/**
	 * Runs one item's read in its turn; must be called synchronously, in item order. In stop mode, once one has failed,
	 * reads that haven't started fail without a call.
	 */
	async inTurn({ item, stops }: ItemOfRun, read: () => Promise<ItemOutcome>): Promise<ItemOutcome> {
		this.tries.begin(item);
		if (!this.places.tryEnter()) await new Promise<void>((resolve) => this.places.wait(resolve));
		try {
			if (this.tries.failure) return { ok: false, error: notSent(this.tries.failure) };
			const outcome = await read();
			if (!outcome.ok && stops) this.tries.failure ??= { item, error: outcome.error };
			return outcome;
		} finally {
			this.places.leave();
		}
	}
}
