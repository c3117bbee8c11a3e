/** Requests of a trigger that leave a source alone for as long as LinkedIn said. */
import { endpointOf } from '../../transport/client/verdict';
import type { LinkedInClient } from '../../transport/types';
import type { ClosedSources } from './core/closed';

/** @param of the page or owner, if the endpoint is requested for one at a time */
export type AttemptOpen = (of?: string) => LinkedInClient['attempt'];

/**
 * The attempts of a connection, except at closed sources, where they get the result that LinkedIn would return.
 * @param now epoch milliseconds
 */
export function attemptOpen(
	linkedin: Pick<LinkedInClient, 'attempt'>,
	closed: ClosedSources,
	now: () => number,
): AttemptOpen {
	return (of = '') =>
		async (request, recover) => {
			const source = `${endpointOf(request)} ${of}`.trim();
			const standing = closed.standing(source, now());
			if (standing) return { ok: false, error: standing };
			const result = await linkedin.attempt(request, recover);
			if (!result.ok) closed.note(source, result.error, now());
			return result;
		};
}
