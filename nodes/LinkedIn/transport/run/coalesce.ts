/** Work that items of one run share: each adds its part and gets its result from one call for all. */
import { abortableSleep } from '../limits/sleep';

/** Parts are gathered until none has come for this long; those of a single item all come at once. */
const QUIET_MS = 50;

interface Collection<P, R> {
	parts: P[];
	results: Promise<R[]>;
}

export interface Coalesced<P, R> {
	/** Identifies the work and everything it depends on. */
	key: string;
	/** Maximum parts per call; more start another one. */
	most: number;
	/** @returns one result per part, in order */
	work: (parts: P[]) => Promise<R[]>;
}

/** What is being gathered in one run. */
export class Gathering {
	private readonly open = new Map<string, Collection<unknown, unknown>>();

	/** @param itemCount items of the run; a single one doesn't wait for others */
	constructor(private readonly itemCount = 1) {}

	/**
	 * Adds the parts of one item. The work begins as soon as no further part has come for a moment. It never waits for
	 * a certain number, so an item that fails earlier doesn't hold up the others.
	 * @param signal ends the gathering if the execution is cancelled
	 * @returns one result per part, in order
	 * @throws what the work throws
	 */
	async coalesce<P, R>(parts: P[], collected: Coalesced<P, R>, signal?: AbortSignal): Promise<R[]> {
		const results: Array<Promise<R[]>> = [];
		for (let at = 0; at < parts.length;) {
			const collection = this.collectionFor(collected, signal);
			const place = collection.parts.length;
			const some = parts.slice(at, at + collected.most - place);
			collection.parts.push(...some);
			if (collection.parts.length >= collected.most) this.close(collected.key, collection);
			results.push(collection.results.then((all) => all.slice(place, place + some.length)));
			at += some.length;
		}
		return (await Promise.all(results)).flat();
	}

	/** The collection that accepts further parts. Its work begins in a later turn, with what has come by then. */
	private collectionFor<P, R>(
		{ key, most, work }: Coalesced<P, R>,
		signal: AbortSignal | undefined,
	): Collection<P, R> {
		const known = this.open.get(key) as Collection<P, R> | undefined;
		if (known) return known;
		const quietMs = this.itemCount > 1 ? QUIET_MS : 0;
		const collection: Collection<P, R> = { parts: [], results: Promise.resolve([]) };
		this.open.set(key, collection);
		collection.results = Promise.resolve()
			.then(async () => await whenQuiet(collection.parts, most, quietMs, signal))
			.finally(() => this.close(key, collection))
			.then(async () => await work(collection.parts));
		return collection;
	}

	private close<P, R>(key: string, collection: Collection<P, R>): void {
		if (this.open.get(key) === collection) this.open.delete(key);
	}
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
