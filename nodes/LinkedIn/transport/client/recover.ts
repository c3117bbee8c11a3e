import type { Recovered, Recover } from '../types';

/**
 * Looks for what a create may have made. A failed look-up proves nothing.
 * @throws the signal's reason if the execution is cancelled
 */
export async function lookFor<T>(
	recover: Recover<T> | undefined,
	after: Parameters<Recover<T>>[0],
	signal: AbortSignal | undefined,
): Promise<Recovered<T>> {
	let found: Recovered<T>;
	try {
		found = await recover?.(after);
	} catch {
		signal?.throwIfAborted();
	}
	return found;
}
