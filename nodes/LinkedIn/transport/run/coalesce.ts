/** Work that items of one run share: each hands in its part, and gets what became of it from one call for all. */
import type { IExecuteData } from 'n8n-workflow';

import { abortableSleep } from '../limits/sleep';

/** Parts are gathered until none has come for so long; those of a lone item all come at once. */
const QUIET_MS = 50;

interface Collection<P, R> {
	parts: P[];
	results: Promise<R[]>;
}

export interface Coalesced<P, R> {
	/** Names the work and all that it depends on. */
	key: string;
	/** Parts of one piece of work at the most; more begin another one. */
	most: number;
	/** @returns a result a part, in their order */
	work: (parts: P[]) => Promise<R[]>;
}

/** Names a node run; n8n hands out the same object to all its items. */
type RunData = Partial<Pick<IExecuteData, 'data'>>;

/** What is being gathered, by n8n's execute data, which is the same object for all items of a run. */
const gathering = new WeakMap<object, Map<string, Collection<unknown, unknown>>>();

/**
 * Hands in the parts of one item. The work begins as soon as no further part has come for a moment: it never waits for
 * a number of them, so an item that fails before it gets here holds up nobody.
 * @param run n8n's object for this node run; without one the parts are worked on by themselves
 * @param signal ends the gathering of a cancelled execution
 * @returns a result a part, in their order
 * @throws what the work throws
 */
export async function coalesce<P, R>(
	run: RunData = {},
	parts: P[],
	collected: Coalesced<P, R>,
	signal?: AbortSignal,
): Promise<R[]> {
	const results: Array<Promise<R[]>> = [];
	for (let at = 0; at < parts.length;) {
		const collection = openCollection(run, collected, signal);
		const place = collection.parts.length;
		const some = parts.slice(at, at + collected.most - place);
		collection.parts.push(...some);
		if (collection.parts.length >= collected.most) close(run, collected.key, collection);
		results.push(collection.results.then((all) => all.slice(place, place + some.length)));
		at += some.length;
	}
	return (await Promise.all(results)).flat();
}

/** The collection that takes further parts. Its work begins in a later turn, with what has come by then. */
function openCollection<P, R>(
	run: RunData,
	{ key, most, work }: Coalesced<P, R>,
	signal: AbortSignal | undefined,
): Collection<P, R> {
	const open = gathering.get(run) ?? new Map<string, Collection<unknown, unknown>>();
	gathering.set(run, open);
	const known = open.get(key) as Collection<P, R> | undefined;
	if (known) return known;
	const quietMs = itemCount(run) > 1 ? QUIET_MS : 0;
	const collection: Collection<P, R> = { parts: [], results: Promise.resolve([]) };
	open.set(key, collection);
	collection.results = Promise.resolve()
		.then(async () => await whenQuiet(collection.parts, most, quietMs, signal))
		.finally(() => close(run, key, collection))
		.then(async () => await work(collection.parts));
	return collection;
}

function close<P, R>(run: RunData, key: string, collection: Collection<P, R>): void {
	const open = gathering.get(run);
	if (open?.get(key) === collection) open.delete(key);
}

/** How many items a node run has. */
export function itemCount({ data }: RunData): number {
	return Object.values(data ?? {})[0]?.[0]?.length ?? 1;
}

async function whenQuiet(
	parts: unknown[],
	most: number,
	quietMs: number,
	signal: AbortSignal | undefined,
): Promise<void> {
	let seen = 0;
	while (parts.length > seen && parts.length < most) {
		seen = parts.length;
		await abortableSleep(quietMs, signal);
	}
}
