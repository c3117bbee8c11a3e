import type { IDataObject, INodeParameters, OnError } from 'n8n-workflow';

import type { HarnessCredential } from '../../engine/credentials';

/** Whose node runs: this package's from `dist`, n8n's own LinkedIn node, or n8n's HTTP Request or Crypto node. */
export type Side = 'suite' | 'builtIn' | 'httpRequest' | 'crypto';

/** What an engine process is told about the node. */
export interface NodeSetup {
	side: Side;
	/** In place of the side's action node, its trigger. */
	trigger?: true;
	/** In place of this package's node on posts and pages, the one on ads. */
	ads?: true;
	parameters: INodeParameters;
	credential?: HarnessCredential;
}

/** One execution: a start node that emits the items, then the node. */
export interface RunRequest extends NodeSetup {
	/** The json of each item. Default: one empty item. */
	items?: IDataObject[];
	/** Path of a file that each item carries as binary field `data`, stored once in n8n's binary store beforehand. */
	file?: string;
	fileType?: 'image/png' | 'video/mp4' | 'application/pdf';
	/** The file stands in the item itself, as on n8n 1.x by default. */
	inItem?: true;
	onError?: OnError;
	/** Sends nothing: `hook` leaves out a declarative node's own code too, `answer` only the requests. */
	withoutRequests?: 'hook' | 'answer';
	/** Counts pages of a list that are still held when the next one arrives. */
	watchPages?: boolean;
	/** Measures memory, at the cost of the times. */
	ofMemory?: boolean;
}

/** What a run came to. Times in milliseconds, sizes in bytes. */
export interface RunReport {
	/** Items on the success output without an `error` key, and with one. */
	done: number;
	failed: number;
	first?: IDataObject;
	/** Why the whole run, or its first failed item, failed. */
	error?: string;
	elapsedMs: number;
	/** Longest time the event loop stood still. */
	stallMs: number;
	/** With `ofMemory`: most memory of the process during the run, over what it held just before. */
	memoryBytes?: number;
	/** How often n8n read the credential, each time with a query and a decryption. */
	readings?: number;
	/** With `watchPages`: most pages held beside the one that just came. */
	earlierPagesHeld?: number;
}

/** One poll of a trigger, which lives on between polls. */
export interface PollRequest extends NodeSetup {
	trigger: true;
	/** What its clock shows, in epoch milliseconds. */
	nowMs: number;
}

export interface PollReport {
	emitted: number;
}

/** One execution of one item after another. */
export interface ExecutionsRequest extends NodeSetup {
	/** The json of the item of each. */
	items: IDataObject[];
	/** One for each, in place of the same one for all. */
	credentials?: HarnessCredential[];
}

export interface ExecutionsReport {
	/** Executions whose item came out without an error. */
	done: number;
	/** Why the first of the others failed. */
	error?: string;
	/** What the heap holds afterwards, garbage collected. */
	heapBytes: number;
}

/** Parts of a file, PUT with bare undici, four at once. */
export interface BarePartsRequest {
	file: string;
	parts: Array<{ uploadUrl: string; firstByte: number; lastByte: number }>;
	ofMemory?: boolean;
}

export type BarePartsReport = Pick<RunReport, 'elapsedMs' | 'memoryBytes'>;

/** What may be asked of an engine process, and what it answers. */
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
