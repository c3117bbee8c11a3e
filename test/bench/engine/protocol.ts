import type { IDataObject, INodeParameters, OnError } from 'n8n-workflow';

import type { HarnessCredential } from '../../engine/credentials';

/** Whose node runs: this package's from `dist`, n8n's own LinkedIn node, or n8n's HTTP Request or Crypto node. */
export type Side = 'suite' | 'builtIn' | 'httpRequest' | 'crypto';

/** What an engine process is told about the node. */
export interface NodeSetup {
	side: Side;
	/** The side's trigger instead of its action node. */
	trigger?: true;
	/** This package's ads node instead of the one for posts and pages. */
	ads?: true;
	parameters: INodeParameters;
	credential?: HarnessCredential;
}

/** One execution: a start node that emits the items, then the node. */
export interface RunRequest extends NodeSetup {
	/** The json of each item. Default: one empty item. */
	items?: IDataObject[];
	/** Path of a file that each item has as binary field `data`, stored once in n8n's binary store beforehand. */
	file?: string;
	/** Several instead, as binary fields `data_0`, `data_1` and so on. */
	files?: string[];
	fileType?: 'image/png' | 'video/mp4' | 'application/pdf';
	/** The file is in the item itself, as on n8n 1.x by default. */
	inItem?: true;
	onError?: OnError;
	/** Sends nothing: `hook` also leaves out a declarative node's own code, `answer` only the requests. */
	withoutRequests?: 'hook' | 'answer';
	/** Counts pages of a list that are still in memory when the next one arrives. */
	watchPages?: boolean;
	/** Measures memory, at the cost of the times. */
	ofMemory?: boolean;
}

/** The result of a run. Times in milliseconds, sizes in bytes. */
export interface RunReport {
	/** Items on the success output without an `error` key, and with one. */
	done: number;
	failed: number;
	first?: IDataObject;
	/** Why the whole run, or its first failed item, failed. */
	error?: string;
	elapsedMs: number;
	/** Longest time the event loop was blocked. */
	stallMs: number;
	/** With `ofMemory`: maximum memory of the process during the run, minus that just before. */
	memoryBytes?: number;
	/** How often n8n read the credential, each time with a query and a decryption. */
	readings?: number;
	/** With `watchPages`: maximum number of pages in memory besides the one that just arrived. */
	earlierPagesHeld?: number;
}

/** One poll of a trigger, which stays alive between polls. */
export interface PollRequest extends NodeSetup {
	trigger: true;
	/** Its clock, in epoch milliseconds. */
	nowMs: number;
}

export interface PollReport {
	emitted: number;
}

/** Executions with one item each, one after another. */
export interface ExecutionsRequest extends NodeSetup {
	/** The json of each one's item. */
	items: IDataObject[];
	/** One for each, instead of the same one for all. */
	credentials?: HarnessCredential[];
}

export interface ExecutionsReport {
	/** Executions whose item came out without an error. */
	done: number;
	/** Why the first of the others failed. */
	error?: string;
	/** The size of the heap afterwards, after garbage collection. */
	heapBytes: number;
}

/** Parts of a file, PUT with bare undici, four at once. */
export interface BarePartsRequest {
	file: string;
	parts: Array<{ uploadUrl: string; firstByte: number; lastByte: number }>;
	ofMemory?: boolean;
}

export type BarePartsReport = Pick<RunReport, 'elapsedMs' | 'memoryBytes'>;

/** What can be requested of an engine process, and its answers. */
export interface Work {
	run: { request: RunRequest; report: RunReport };
	poll: { request: PollRequest; report: PollReport };
	executions: { request: ExecutionsRequest; report: ExecutionsReport };
	bareParts: { request: BarePartsRequest; report: BarePartsReport };
}

export interface Asked<K extends keyof Work = keyof Work> {
	what: K;
	request: Work[K]['request'];
}

export type Answered = { report: Work[keyof Work]['report'] } | { failure: string };
