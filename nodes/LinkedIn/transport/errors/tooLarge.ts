import { LinkedInError } from './errors';

const BYTES_A_MEGABYTE = 1_000_000;

/**
 * The error for an answer that exceeded the size limit.
 * @param endpoint e.g. `FINDER /rest/posts`
 */
export function tooLarge(endpoint: string, mostBytes: number): LinkedInError {
	return new LinkedInError(
		`The answer to ${endpoint} is larger than ${mostBytes / BYTES_A_MEGABYTE} MB, so it wasn't read to the end`,
		{
			code: 'ANSWER_TOO_LARGE',
			advice:
				"LinkedIn's answers are smaller, so something between n8n and LinkedIn may have answered: check Environment in the credential. For a report, ask for a shorter time or fewer metrics.",
		},
	);
}
