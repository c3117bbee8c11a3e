/**
 * Never write twice within one run of a node, and never write on after a failure that stops the run.
 *
 * n8n runs all items of a declarative node at once, and its Retry On Fail runs the whole node again with the same
 * execute data. So writes of a run go one after another in item order, what was written is kept by item and given
 * again on a re-run, and in stop mode the first failure makes the writes behind it fail unsent.
 */
import { sleep, type IDataObject, type INodeExecutionData } from 'n8n-workflow';

import { LinkedInError } from '../errors/errors';
import { fateOf } from '../errors/fate';

export type ItemOutcome = { ok: true; items: INodeExecutionData[] } | { ok: false; error: LinkedInError };

/** What ended a run in stop mode. */
export interface Failure {
	item: number;
	error: LinkedInError;
}

interface Run {
	/** Items that began in this try; one that begins again starts a new try. */
	begun: Set<number>;
	kept: Map<number, ItemOutcome>;
	failure: Failure | undefined;
	waiting: Turn[];
	isBusy: boolean;
}

interface Turn {
	priority: number;
	start: () => void;
	cancel: (reason: unknown) => void;
}

/** Keyed by n8n's execute data, which is the same object on every try of one node run. */
const runs = new WeakMap<object, Run>();

/**
 * Runs one item's write in its turn.
 * @param executeData n8n's object for this node run
 * @param item index of the item; call this synchronously, in item order
 * @param itemCount items of the run, for the list of what was not written
 * @param stops true when the first failure ends the run
 * @param write does the work
 * @param priority for operations where some items matter more: the highest goes first, the same ones in item order
 */
export async function writeOnce(
	executeData: object,
	item: number,
	itemCount: number,
	stops: boolean,
	write: () => Promise<ItemOutcome>,
	priority?: number,
): Promise<ItemOutcome> {
	const run = begin(executeData, item);
	const written = turnOf(run, priority).then(async () => {
		if (!run.kept.has(item) && run.failure) return { ok: false as const, error: notSent(run.failure) };
		return settle(run, item, itemCount, stops, run.kept.get(item) ?? (await write()));
	});
	// A cancelled write hands its reason on to all behind it.
	written.then(
		() => startNext(run),
		(reason) => cancelWaiting(run, reason),
	);
	return await written;
}

/**
 * Runs one item's part of a write that all items of the run share, at once with the others; what was written is kept
 * and reported as by writeOnce.
 */
export async function writeTogether(
	executeData: object,
	item: number,
	itemCount: number,
	stops: boolean,
	write: () => Promise<ItemOutcome>,
): Promise<ItemOutcome> {
	const run = begin(executeData, item);
	const outcome = run.kept.get(item) ?? (await write());
	keep(run, item, outcome);
	// What became of the others of the same call is noted before a failure lists it.
	if (!outcome.ok && stops) await sleep(0);
	return settle(run, item, itemCount, stops, outcome);
}

function begin(executeData: object, item: number): Run {
	const run = runOf(executeData);
	if (run.begun.has(item)) {
		run.begun.clear();
		run.failure = undefined;
	}
	run.begun.add(item);
	return run;
}

function keep(run: Run, item: number, outcome: ItemOutcome): void {
	if (outcome.ok || fateOf(outcome.error) !== 'refused') run.kept.set(item, outcome);
}

function settle(
	run: Run,
	item: number,
	itemCount: number,
	stops: boolean,
	outcome: ItemOutcome,
): ItemOutcome {
	keep(run, item, outcome);
	if (outcome.ok || !stops) return outcome;
	run.failure = { item, error: outcome.error };
	return { ok: false, error: withReport(outcome.error, run, item, itemCount) };
}

/** With priorities, the first turn waits until n8n has begun all items. */
async function turnOf(run: Run, priority: number | undefined): Promise<void> {
	const turn = new Promise<void>((resolve, reject) => {
		run.waiting.push({ priority: priority ?? 0, start: resolve, cancel: reject });
	});
	if (!run.isBusy) {
		run.isBusy = true;
		if (priority !== undefined) await sleep(0);
		startNext(run);
	}
	await turn;
}

function startNext(run: Run): void {
	const highest = Math.max(...run.waiting.map(({ priority }) => priority));
	const index = run.waiting.findIndex(({ priority }) => priority === highest);
	const [next] = index < 0 ? [] : run.waiting.splice(index, 1);
	run.isBusy = next !== undefined;
	next?.start();
}

function cancelWaiting(run: Run, reason: unknown): void {
	run.isBusy = false;
	for (const { cancel } of run.waiting.splice(0)) cancel(reason);
}

function runOf(executeData: object): Run {
	const known = runs.get(executeData);
	if (known) return known;
	const run: Run = { begun: new Set(), kept: new Map(), failure: undefined, waiting: [], isBusy: false };
	runs.set(executeData, run);
	return run;
}

/** The error of an item that was not begun, because another one ended the run. */
export function notSent(failure: Failure): LinkedInError {
	return new LinkedInError(`Not sent, because item ${failure.item} failed before`, {
		...failure.error.details,
		code: 'NOT_SENT',
	});
}

/** In stop mode n8n throws every result away, so the error itself has to say what stands at LinkedIn now. */
function withReport(error: LinkedInError, run: Run, item: number, itemCount: number): LinkedInError {
	if (itemCount < 2) return error;
	const kept = [...run.kept].map(([index, outcome]) => ({
		index,
		fate: outcome.ok ? 'written' : fateOf(outcome.error),
		name: outcome.ok ? nameOf(outcome.items[0]?.json) : 'done',
	}));
	const written = kept
		.filter(({ fate }) => fate === 'written')
		.map(({ index, name }) => `item ${index} → ${name}`);
	const unknown = kept.filter(({ fate }) => fate === 'unknown').map(({ index }) => `item ${index}`);
	const waiting = Array.from({ length: itemCount }, (_, index) => index)
		.filter((index) => index !== item && !run.kept.has(index))
		.map((index) => `item ${index}`);
	const unwritten = run.kept.has(item) ? waiting : [`item ${item} (failed)`, ...waiting];
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
