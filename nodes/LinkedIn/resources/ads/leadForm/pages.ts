/**
 * Lists of forms and leads: LinkedIn doesn't document a maximum page size for them. A hundred are requested, as for its
 * other lists, and after a 400 fifty, then the ten of LinkedIn's own examples; what works is remembered.
 * @see docs.leads
 */
import { LinkedInError } from '../../../transport/errors/errors';
import type { LinkedInClient, RestliRequest } from '../../../transport/types';

const SIZES = [100, 50, 10];
const SMALLEST = SIZES[SIZES.length - 1];

/** Page sizes to try, in this order. */
export function pageSizes({ memory }: Pick<LinkedInClient, 'memory'>, path: string): number[] {
	const most = memory.grant.leadPageSizes.get(path) ?? Infinity;
	return SIZES.filter((size) => size <= most);
}

/** Remembers a size that LinkedIn accepted, perhaps after rejecting a larger one. */
export function notePageSize({ memory }: Pick<LinkedInClient, 'memory'>, path: string, size: number): void {
	if (size < SIZES[0]) memory.grant.leadPageSizes.set(path, size);
}

/** Whether a smaller page might work after this response. */
export function mayBeTooLarge(error: unknown, size: number): boolean {
	return size > SMALLEST && error instanceof LinkedInError && error.details.status === 400;
}

/**
 * Reads a list, one page at a time.
 * @throws LinkedInError
 */
export async function* leadPages(
	linkedin: LinkedInClient,
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
