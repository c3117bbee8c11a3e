/** An answer of LinkedIn's that isn't a success. Thrown by parsers, access checks and routes; the server sends it. */
export class ApiError extends Error {
	constructor(
		readonly status: number,
		readonly body: unknown,
		readonly headers: Record<string, string> = {},
	) {
		super(JSON.stringify(body));
	}
}

/** LinkedIn's error body (docs.errors). `code` marks the newer format; `serviceErrorCode` is left out if unknown. */
export function apiError(status: number, code: string, message: string, serviceErrorCode?: number): ApiError {
	return new ApiError(status, {
		status,
		...(serviceErrorCode === undefined ? {} : { serviceErrorCode }),
		code,
		message,
	});
}

/** 400 for a request that breaks Rest.li's grammar; the message says what is wrong, in the simulator's words. */
export const badRequest = (message: string) => apiError(400, 'ILLEGAL_ARGUMENT', message);

export const missingField = (field: string) =>
	apiError(400, 'MISSING_FIELD', `${field} is required but missing`);

/** A finder without one of its parameters, as some were seen to answer (docs/behaviour.md#people). */
export const missingParameter = (name: string) =>
	apiError(400, 'ILLEGAL_ARGUMENT', `Parameter '${name}' is required`);

export const invalidValue = (field: string, value: unknown) =>
	apiError(400, 'INVALID_VALUE_FOR_FIELD', `${field} can't be set to ${String(value)}`);

export const blankField = (field: string) =>
	apiError(400, 'INVALID_VALUE_BLANK_FIELD', `${field} can't be blank`);

export const tooLong = (field: string, length: number, max: number) =>
	apiError(400, 'FIELD_LENGTH_TOO_LONG', `${field} length ${length} can't exceeded maximum ${max} length`);

export const wrongUrnType = (field: string, value: unknown, urnType: string) =>
	apiError(400, 'INVALID_URN_TYPE', `${field} value ${String(value)} must be a ${urnType} URN`);

export const denied = (message: string) => apiError(403, 'ACCESS_DENIED', message, 100);

/**
 * Null members and members the method doesn't know are a 403, not a 400 (docs/behaviour.md#unknown-and-null-fields).
 */
export const unpermittedFields = (paths: string[]) =>
	denied(
		`Unpermitted fields present in REQUEST_BODY: Data Processing Exception while processing fields [${paths.join(', ')}]`,
	);

export const unpermittedParameters = (names: string[]) =>
	denied(
		`Unpermitted fields present in PARAMETER: Data Processing Exception while processing fields [${names
			.map((name) => `/${name}`)
			.join(', ')}]`,
	);

export const notFound = (message = 'Could not find entity') => apiError(404, 'NOT_FOUND', message);

/** OAuth endpoints have their own format. */
export const oauthError = (status: number, error: string, description: string) =>
	new ApiError(status, { error, error_description: description });
