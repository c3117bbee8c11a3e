/** Things that all items of one run share, so that ten posts with one picture upload it once. */

/** Keyed by n8n's execute data, which is the same object on every try of one node run. */
const runs = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * Does the work for the first who asks and gives its result to all others of the run. A failure is not kept.
 * @param executeData n8n's object for this node run; without one nothing is shared
 * @param key names the work and all that it depends on
 */
export async function oncePerRun<T>(
	executeData: object | undefined,
	key: string,
	work: () => Promise<T>,
): Promise<T> {
	if (!executeData) return await work();
	const done = runs.get(executeData) ?? new Map<string, Promise<unknown>>();
	runs.set(executeData, done);
	const known = done.get(key) as Promise<T> | undefined;
	if (known) return await known;
	const begun = work();
	done.set(key, begun);
	begun.catch(() => done.delete(key));
	return await begun;
}
