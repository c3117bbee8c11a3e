/** Error codes for `details.code`. docs/errors.md lists those of this package. */

/** This package's own, with what each says. Workflows branch on them, so they don't change. */
export const OWN_CODES = {
	ALLOWANCE_USED: 'No more messages may be sent before `retryAt`',
	ANSWER_TOO_LARGE: 'The answer was larger than this package reads',
	BLOCKED_BY_N8N: "n8n's own settings don't allow this request",
	BUDGET_TOO_HIGH: 'The budget is higher than the credential allows; nothing was sent',
	CALLS_USED: 'A limit of the credential, Max Calls a Day or one of Known Limits, is used up until `retryAt`',
	CREDENTIAL_CHANGED: 'The credential was changed to another host or member while the item ran',
	EMPTY_PAGES: 'LinkedIn sent three empty pages in a row, each naming another one',
	FILE_NOT_FETCHED: "A web address didn't give the file; nothing was posted",
	INVALID_INPUT: "A field of the node or credential has a value that can't be used; no call was made",
	MEDIA_NOT_READY: 'The upload was still being processed when the wait ended',
	MISSING_SCOPE: 'The connection lacks a scope that this needs; no call was made',
	NOT_ALLOWED: 'The access policy of the credential or of the node does not allow this; nothing was sent',
	NOT_CONNECTED: 'The credential has no token',
	NOT_SENT: 'Not sent, because something before it failed',
	NO_ANSWER: 'No answer came, or it broke off',
	OUTCOME_UNKNOWN: 'LinkedIn may or may not have done this',
	RECONNECT: 'The connection ended and must be made again',
	REPEATED_PAGE: 'LinkedIn sent the same page of a list again',
	TOO_MANY_BAD_EVENTS: 'LinkedIn rejected so many events of a batch that the rest were not sent',
	UNEXPECTED: 'Something this package did not expect',
	UNEXPECTED_ANSWER: "LinkedIn's answer doesn't have the documented form",
	UNFINISHED: 'The post is published, but not all of its text; run it again, and it continues',
	UNSAFE_UPLOAD_HOST: 'LinkedIn gave an upload address outside its own hosts; the file was not sent',
	WRITTEN: 'LinkedIn did this, but what came after failed; do not run it again as it is',
} as const;

/** LinkedIn's codes that decide what happens next, or that are reported before LinkedIn would. */
export const LINKEDIN_CODES = [
	'EXPIRED_UPLOAD_URL',
	'MEDIA_ASSET_PROCESSING_FAILED',
	'NONEXISTENT_VERSION',
	'QUOTA_EXCEEDED',
	'TOO_MANY_REQUESTS',
] as const;

declare const other: unique symbol;

/** Any other code of LinkedIn's: shown, but nothing depends on it. */
export type OtherCode = string & { readonly [other]: true };

/** What `details.code` may contain. A misspelt code doesn't compile. */
export type ErrorCode = keyof typeof OWN_CODES | (typeof LINKEDIN_CODES)[number] | OtherCode;

/** @returns LinkedIn's code; null if there isn't one */
export function codeGiven(code: string | undefined): ErrorCode | null {
	return (code as OtherCode | undefined) ?? null;
}
