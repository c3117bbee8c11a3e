/** Errors of creates that stand at LinkedIn, or may: Retry On Fail gives them again, and nothing is sent. */
import { LinkedInError } from './errors';

/** What became of a create that ended in an error. */
export type Fate = 'refused' | 'unknown' | 'written';

/** @returns `refused` for whatever may be tried again */
export function fateOf({ details }: LinkedInError): Fate {
	if (details.code === 'OUTCOME_UNKNOWN') return 'unknown';
	return details.code === 'WRITTEN' ? 'written' : 'refused';
}

/**
 * The error for a create whose fate nobody knows: sending it again could make a second one.
 * @param endpoint e.g. `CREATE /rest/posts`
 * @param second what ended the one more send that followed the lost answer
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
 * The error for a create that was answered by a web page or a redirect, as LinkedIn's API does not: it may have been
 * done all the same.
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
 * The error for something that was written, when what came after failed.
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
