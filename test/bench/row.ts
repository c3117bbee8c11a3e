import type { Engine } from './engine';
import type { RunReport } from './engine/protocol';
import type { Simulator } from '../simulator';

/** What a row needs; all of it ends with the row. */
export interface Bench {
	/** A LinkedIn of the row's own. @param nowMs its clock; real time when left out */
	simulator(nowMs?: number): Promise<Simulator>;
	/**
	 * A process with n8n's engine, in which nothing has run yet.
	 * @param ofMemory it is to measure memory
	 */
	engine(simulator: Simulator, ofMemory?: boolean): Engine;
	/** An empty folder for files. */
	folder: string;
	/** The Node that the engine runs on, e.g. `v24.1.0`. */
	nodeVersion: string;
}

/** One line of design's budget table. */
export interface Row {
	/** To run it alone: `npm run bench -- <name>`. */
	name: string;
	what: string;
	budget: string;
	/** It counts calls or bytes, the same on every machine, so that missing the budget fails the run. */
	isCount: boolean;
	/** @throws Error when it could not be measured, which counts as failed whatever the row is */
	run(bench: Bench): Promise<Figures>;
}

export interface Figures {
	figure: string;
	/** The same work another way, in the same run. */
	beside: string;
	isMet: boolean;
}

/** @throws Error unless so many items came out well: a run that fails early is fast and cheap */
export function finished(report: RunReport, items: number, side: string): RunReport {
	if (report.done === items) return report;
	throw new Error(`${side}: ${report.done} of ${items} items came out: ${report.error ?? 'no error given'}`);
}

/** @throws Error where no page was seen: that nothing was held would be no news */
export function heldIn({ earlierPagesHeld }: RunReport): number {
	if (earlierPagesHeld === undefined) throw new Error('The pages were not watched');
	return earlierPagesHeld;
}

/** The fewest of several runs: what is held is held each time, while V8 may keep a dead page a moment longer in any. */
export const heldEachTime = (reports: RunReport[]) => Math.min(...reports.map(heldIn));

/** @throws Error where the memory was not measured */
export function memoryIn({ memoryBytes }: Pick<RunReport, 'memoryBytes'>): number {
	if (memoryBytes === undefined) throw new Error('The memory was not measured');
	return memoryBytes;
}

const BYTES_PER_MB = 1_048_576;
export const megabytes = (bytes: number) => `${(bytes / BYTES_PER_MB).toFixed(1)} MB`;
export const milliseconds = (ms: number) => `${ms < 10 ? ms.toFixed(2) : Math.round(ms)} ms`;

/** The round that other work of the machine disturbed least. */
export const fastest = (times: number[]) => Math.min(...times);

/** The middle one; of an even number the lower middle. */
export function median(values: number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
}
