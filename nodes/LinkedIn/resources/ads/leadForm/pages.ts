/**
 * Lists of forms and leads: LinkedIn names no largest page for them. A hundred, as its other lists take, is asked for,
 * and after a 400 the ten of LinkedIn's own examples; what works is remembered.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/lead-sync/leadsync
 */
import type { LinkedIn, RestliRequest } from '../../../transport';
import { LinkedInError } from '../../../transport/errors';
import { Remembered } from '../../../transport/remembered';

const LARGE_PAGE = 100;
const SMALL_PAGE = 10;

/** For the life of the process, by grant and path. */
const smallOnly = new Remembered<true>();

/** Page sizes to try, in this order. */
export function pageSizes({ connection }: Pick<LinkedIn, 'connection'>, path: string): number[] {
	return smallOnly.has(`${connection.grantKey} ${path}`) ? [SMALL_PAGE] : [LARGE_PAGE, SMALL_PAGE];
}

/** Remembers a size that LinkedIn took. */
export function notePageSize({ connection }: Pick<LinkedIn, 'connection'>, path: string, size: number): void {
	if (size === SMALL_PAGE) smallOnly.set(`${connection.grantKey} ${path}`, true);
}

/** Whether a smaller page may pass where this was answered. */
export function mayBeTooLarge(error: unknown, size: number): boolean {
	return size > SMALL_PAGE && error instanceof LinkedInError && error.details.status === 400;
}

/**
 * Walks a list, one page at a time.
 * @throws LinkedInError
 */
export async function* leadPages(
	linkedin: LinkedIn,
	request: RestliRequest,
	limit?: number,
): AsyncGenerator<unknown[]> {
	for (const pageSize of pageSizes(linkedin, request.path)) {
		let hasBegun = false;
		let failure: unknown;
		try {
			for await (const elements of linkedin.pages<unknown>(request, { pageSize, limit })) {
				hasBegun = true;
				yield elements;
			}
			notePageSize(linkedin, request.path, pageSize);
			return;
		} catch (error) {
			failure = error;
		}
		if (hasBegun || !mayBeTooLarge(failure, pageSize)) throw failure;
	}
}
