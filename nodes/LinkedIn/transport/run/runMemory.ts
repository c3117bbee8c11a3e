/** What one run of a node remembers, through all its tries; memory/kept.ts says how much. */
import type { IExecuteData } from 'n8n-workflow';

import { Gathering } from './coalesce';
import { HeldBytes } from './heldBytes';
import { ReadQueue } from './readQueue';
import { RunCache } from './runCache';
import { Speakers } from './speaker';
import { WriteQueue } from './writeQueue';

/** Identifies a node run: n8n passes the same object to all its items, on every try. */
export type RunData = Partial<Pick<IExecuteData, 'data'>>;

export class RunMemory {
	readonly writes = new WriteQueue();
	readonly reads = new ReadQueue();
	readonly cache = new RunCache();
	readonly fetched = new HeldBytes();
	readonly gathering: Gathering;
	readonly speakers = new Speakers();
	/** Ids of what it has written. */
	readonly written = new Set<string>();
	/** Since when something that LinkedIn refused may exist anyway, by what a look-up compares. */
	readonly refused = new Map<string, unknown>();
	/** What may have been deleted, because no answer said so. */
	readonly deleted = new Set<string>();
	readonly itemCount: number;

	constructor({ data }: RunData = {}) {
		this.itemCount = Object.values(data ?? {})[0]?.[0]?.length ?? 1;
		this.gathering = new Gathering(this.itemCount);
	}
}

/** Each is freed with n8n's object, when the execution is over. */
const runs = new WeakMap<RunData, RunMemory>();

/** @param executeData n8n's object for this node run */
export function runMemoryOf(executeData: RunData): RunMemory {
	const known = runs.get(executeData);
	if (known) return known;
	const made = new RunMemory(executeData);
	runs.set(executeData, made);
	return made;
}
