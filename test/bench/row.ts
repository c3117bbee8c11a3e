import type { Engine } from './engine';
import type { RunReport } from './engine/protocol';
import type { InstalledHost } from '../host/install';
import type { Simulator } from '../simulator';

/** What a row needs; everything ends with the row. */
export interface Bench {
	/** A separate LinkedIn. @param nowMs its clock; real time by default */
	simulator(nowMs?: number): Promise<Simulator>;
	/**
	 * A new process with n8n's engine.
	 * @param ofMemory whether to measure memory
	 */
	engine(simulator: Simulator, ofMemory?: boolean): Engine;
	/** An empty folder for files. */
	folder: string;
	/** The installed n8n. */
	host: InstalledHost;
	/** The Node that the engine runs on, e.g. `v24.1.0`. */
	nodeVersion: string;
}

/** One line of the budget table. */
export interface Row {
	/** To run it alone: `npm run bench -- <name>`. */
	name: string;
	what: string;
	budget: string;
	/** It counts calls or bytes, which are the same on every machine, so that missing the budget fails the run. */
	isCount: boolean;
	/** @throws Error if it couldn't be measured, which fails any row */
	run(bench: Bench): Promise<Figures>;
}

export interface Figures {
	figure: string;
	/** The same work done another way, in the same run. */
	beside: string;
	isMet: boolean;
}

/** @throws Error unless this many items succeeded: a run that fails early is fast and cheap */
export function finished(report: RunReport, items: number, side: string): RunReport {
	if (report.done === items) return report;
	throw new Error(`${side}: ${report.done} of ${items} items came out: ${report.error ?? 'no error given'}`);
}

/** @throws Error if no page was seen: then "nothing held" would mean nothing */
export function heldIn({ earlierPagesHeld }: RunReport): number {
	if (earlierPagesHeld === undefined) throw new Error('The pages were not watched');
	return earlierPagesHeld;
}

/**
 * The minimum of several runs: what is really held is held every time, while V8 may sometimes keep an unused page a
 * moment longer.
 */
export const heldEachTime = (reports: RunReport[]) => Math.min(...reports.map(heldIn));

/** @throws Error if the memory wasn't measured */
export function memoryIn({ memoryBytes }: Pick<RunReport, 'memoryBytes'>): number {
	if (memoryBytes === undefined) throw new Error('The memory was not measured');
	return memoryBytes;
}

const BYTES_PER_MB = 1_048_576;
export const megabytes = (bytes: number) => `${(bytes / BYTES_PER_MB).toFixed(1)} MB`;
export const milliseconds = (ms: number) => `${ms < 10 ? ms.toFixed(2) : Math.round(ms)} ms`;

/** The round least disturbed by other work on the machine. */
export const fastest = (times: number[]) => Math.min(...times);

/** The median; for an even number the lower one. */
export function median(values: number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
}
