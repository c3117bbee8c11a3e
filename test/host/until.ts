const LOOK_EVERY_MS = 250;

/**
 * Tries again until there is an answer.
 *
 * @throws with `failure` if there is none in time; errors of `look` are passed on
 */
export async function until<T>(
	withinMs: number,
	failure: string | (() => string),
	look: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
	const deadline = Date.now() + withinMs;
	for (;;) {
		const found = await look();
		if (found !== undefined) return found;
		if (Date.now() > deadline) {
			throw new Error(
				`${typeof failure === 'string' ? failure : failure()} (waited ${Math.round(withinMs / 1000)} s)`,
			);
		}
		await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
	}
}
