/** Work that items of one run share: each hands in its part, and gets what became of it from one call for all. */
import { pause } from './pause';

/** Parts are gathered until none has come for so long. */
const QUIET_MS = 50;

interface Collection<P, R> {
	parts: P[];
	results: Promise<R[]>;
}

export interface Collected<P, R> {
	/** Names the work and all that it depends on. */
	key: string;
	/** Parts of one piece of work at the most; more begin another one. */
	most: number;
	/** @returns a result a part, in their order */
	work: (parts: P[]) => Promise<R[]>;
}

/** What is being gathered, by n8n's execute data, which is the same object for all items of a run. */
const gathering = new WeakMap<object, Map<string, Collection<unknown, unknown>>>();

/**
 * Hands in one part. The work begins as soon as no further part has come for a moment: it never waits for a number of
 * them, so an item that fails before it gets here holds up nobody.
 * @param executeData n8n's object for this node run; without one the part is worked on alone
 * @param signal ends the gathering of a cancelled execution
 * @throws what the work throws
 */
export async function collect<P, R>(
	executeData: object | undefined,
	part: P,
	{ key, most, work }: Collected<P, R>,
	signal?: AbortSignal,
): Promise<R> {
	if (!executeData) return (await work([part]))[0];
	const open = gathering.get(executeData) ?? new Map<string, Collection<unknown, unknown>>();
	gathering.set(executeData, open);
	const known = open.get(key) as Collection<P, R> | undefined;
	const collection = known ?? { parts: [], results: Promise.resolve([]) };
	const place = collection.parts.push(part) - 1;
	const close = () => {
		if (open.get(key) === collection) open.delete(key);
	};
	if (!known) {
		open.set(key, collection);
		collection.results = whenQuiet(collection.parts, most, signal)
			.finally(close)
			.then(async () => await work(collection.parts));
	}
	if (collection.parts.length >= most) close();
	return (await collection.results)[place];
}

async function whenQuiet(parts: unknown[], most: number, signal: AbortSignal | undefined): Promise<void> {
	let seen = 0;
	while (parts.length > seen && parts.length < most) {
		seen = parts.length;
		await pause(QUIET_MS, signal);
	}
}
