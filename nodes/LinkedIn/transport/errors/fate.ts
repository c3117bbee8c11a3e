/** Errors of creates that succeeded or may have: Retry On Fail returns them again and sends nothing. */
import { LinkedInError } from './errors';

/** The outcome of a create that ended in an error. */
export type Fate = 'refused' | 'unknown' | 'written';

/** @returns `refused` for anything that may be tried again */
export function fateOf({ details }: LinkedInError): Fate {
	if (details.code === 'OUTCOME_UNKNOWN') return 'unknown';
	return details.code === 'WRITTEN' ? 'written' : 'refused';
}

/**
 * The error for a create with an unknown outcome: sending it again could create a duplicate.
 * @param endpoint e.g. `CREATE /rest/posts`
 * @param second what ended the second attempt, after the lost answer
 */
export function outcomeUnknown(
	endpoint: string,
	requestId: string | null | undefined,
	second?: LinkedInError,
): LinkedInError {
	const after = second ? `. Sent once more, it failed: ${second.message}` : '';
	return new LinkedInError(
		`The outcome is unknown: LinkedIn may or may not have done this (${endpoint}), and no answer says which${after}`,
		{
			code: 'OUTCOME_UNKNOWN',
			requestId: requestId ?? null,
			advice:
				"Check LinkedIn before you run it again. It wasn't sent a second time, because that could have created it twice.",
		},
	);
}

/**
 * The error for a create that was answered by a web page or a redirect, which LinkedIn's API never sends: it may have
 * been done anyway.
 */
export function answeredElsewhere(
	endpoint: string,
	status: number,
	requestId: string | undefined,
): LinkedInError {
	const what = status < 300 ? 'web page' : 'redirect';
	return new LinkedInError(
		`The outcome is unknown: the answer to ${endpoint} was a ${what} (status ${status}), which doesn't say whether LinkedIn did this`,
		{
			status,
			code: 'OUTCOME_UNKNOWN',
			requestId: requestId ?? null,
			advice:
				"Check LinkedIn before you run it again. Something between n8n and LinkedIn may have answered: a proxy, a gateway or a wrong API host. It wasn't sent a second time, because that could have created it twice.",
		},
	);
}

/**
 * The error if something was written but a later step failed.
 * @param written what LinkedIn accepted, e.g. `CREATE /rest/posts → urn:li:share:1`
 */
export function writtenBut(written: readonly string[], failure: LinkedInError): LinkedInError {
	return new LinkedInError(
		`LinkedIn did this (${written.join(', ')}), but what came after failed: ${failure.message}`,
		{
			...failure.details,
			code: 'WRITTEN',
			field: null,
			retryAt: null,
			advice:
				'Check LinkedIn before you run it again: what was created exists, and would be created a second time.',
		},
	);
}
