/**
 * Never writes twice within one run of a node, and doesn't write after a failure that stops the run.
 *
 * n8n runs all items of a declarative node at once, and its Retry On Fail runs the whole node again with the same
 * execute data. So the writes of a run go one after another in item order, results are kept by item and returned again
 * on a re-run, and in stop mode the first failure makes later writes fail without a call.
 */
import { sleep, type IDataObject } from 'n8n-workflow';

import { LinkedInError } from '../errors/errors';
import { fateOf } from '../errors/fate';
import { notSent, Tries, type ItemOfRun, type ItemOutcome } from './tries';

interface Turn {
	priority: number;
	start: () => void;
	cancel: (reason: unknown) => void;
}

/** An item that writes. */
interface Writer extends ItemOfRun {
	/** Items of the run, to list what wasn't written. */
	itemCount: number;
	/** For operations where some items matter more: the highest goes first, equal ones in item order. */
	priority?: number;
}

/** The writes of one run. */
export class WriteQueue {
	private readonly tries = new Tries();
	private readonly kept = new Map<number, ItemOutcome>();
	private readonly waiting: Turn[] = [];
	private isBusy = false;

	/**
	 * Runs one item's write in its turn; must be called synchronously, in item order.
	 * @param write does the work
	 */
	async once(of: Writer, write: () => Promise<ItemOutcome>): Promise<ItemOutcome> {
		this.tries.begin(of.item);
		const written = this.turn(of.priority).then(async () => {
			const before = this.kept.get(of.item);
			if (!before && this.tries.failure) return { ok: false as const, error: notSent(this.tries.failure) };
			return this.settle(of, before ?? (await write()));
		});
		// A cancelled write passes its reason on to all later ones.
		written.then(
			() => this.startNext(),
			(reason) => this.cancelWaiting(reason),
		);
		return await written;
	}

	/**
	 * Runs one item's part of a write that all items of the run share, together with the others; what was written is
	 * kept and reported as by once.
	 */
	async together(of: Writer, write: () => Promise<ItemOutcome>): Promise<ItemOutcome> {
		this.tries.begin(of.item);
		const outcome = this.kept.get(of.item) ?? (await write());
		this.keep(of.item, outcome);
		// The results of the others in the same call are stored before a failure lists them.
		if (!outcome.ok && of.stops) await sleep(0);
		return this.settle(of, outcome);
	}

	private keep(item: number, outcome: ItemOutcome): void {
		if (outcome.ok || fateOf(outcome.error) !== 'refused') this.kept.set(item, outcome);
	}

	private settle(of: Writer, outcome: ItemOutcome): ItemOutcome {
		this.keep(of.item, outcome);
		if (outcome.ok || !of.stops) return outcome;
		this.tries.failure = { item: of.item, error: outcome.error };
		return { ok: false, error: withReport(outcome.error, this.kept, of) };
	}

	/** With priorities, the first turn waits until n8n has started all items. */
	private async turn(priority: number | undefined): Promise<void> {
		const turn = new Promise<void>((resolve, reject) => {
			this.waiting.push({ priority: priority ?? 0, start: resolve, cancel: reject });
		});
		if (!this.isBusy) {
			this.isBusy = true;
			if (priority !== undefined) await sleep(0);
			this.startNext();
		}
		await turn;
	}

	private startNext(): void {
		const highest = Math.max(...this.waiting.map(({ priority }) => priority));
		const index = this.waiting.findIndex(({ priority }) => priority === highest);
		const [next] = index < 0 ? [] : this.waiting.splice(index, 1);
		this.isBusy = next !== undefined;
		next?.start();
	}

	private cancelWaiting(reason: unknown): void {
		this.isBusy = false;
		for (const { cancel } of this.waiting.splice(0)) cancel(reason);
	}
}

/** In stop mode n8n discards all results, so the error itself must say what was written to LinkedIn. */
function withReport(
	error: LinkedInError,
	outcomes: ReadonlyMap<number, ItemOutcome>,
	{ item, itemCount }: Writer,
): LinkedInError {
	if (itemCount < 2) return error;
	const kept = [...outcomes].map(([index, outcome]) => ({
		index,
		fate: outcome.ok ? 'written' : fateOf(outcome.error),
		name: outcome.ok ? nameOf(outcome.items[0]?.json) : 'done',
	}));
	const written = kept
		.filter(({ fate }) => fate === 'written')
		.map(({ index, name }) => `item ${index} → ${name}`);
	const unknown = kept.filter(({ fate }) => fate === 'unknown').map(({ index }) => `item ${index}`);
	const waiting = Array.from({ length: itemCount }, (_, index) => index)
		.filter((index) => index !== item && !outcomes.has(index))
		.map((index) => `item ${index}`);
	const unwritten = outcomes.has(item) ? waiting : [`item ${item} (failed)`, ...waiting];
	const report = [
		`Written: ${written.length > 0 ? written.join(', ') : 'nothing'}.`,
		...(unknown.length > 0 ? [`Unknown: ${unknown.join(', ')}.`] : []),
		`Not written: ${unwritten.length > 0 ? unwritten.join(', ') : 'nothing'}.`,
	].join(' ');
	return new LinkedInError(error.message, {
		...error.details,
		advice: `${error.details.advice} ${report}`,
	});
}

function nameOf(json: IDataObject | undefined): string {
	return String(json?.urn ?? 'done');
}
