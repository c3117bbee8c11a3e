import { ApiError } from '../errors';

/** One refused input; `fieldPath` e.g. `/dailyBudget/amount`. */
export interface InputFault {
	code: string;
	description: string;
	fieldPath: string;
}

/** LinkedIn's error schema of ads resources (docs.errorResponses). */
export function inputRefused(faults: InputFault[], status = 400): ApiError {
	const isOne = faults.length === 1;
	return new ApiError(status, {
		status,
		code: isOne ? faults[0].code : 'MULTIPLE_VALIDATIONS_FAILED',
		message: isOne
			? faults[0].description
			: 'Multiple errors occurred during the input validation. Please see errorDetails for more information.',
		errorDetailType: 'com.linkedin.common.error.BadRequest',
		errorDetails: {
			inputErrors: faults.map(({ code, description, fieldPath }) => ({
				code,
				description,
				input: { inputPath: { fieldPath } },
			})),
			conditionalInputErrors: [],
		},
	});
}

/** A refusal that isn't about a single input. */
export function adsRefused(status: number, code: string, message: string): ApiError {
	return new ApiError(status, { status, code, message });
}

export const noPermission = (entity: string) =>
	adsRefused(403, 'NO_PERMISSION_ON_ENTITY', `The member has no permission on ${entity}`);

export const notThere = (what: string) => adsRefused(404, 'NOT_FOUND', `${what} is not found`);

export const missing = (fieldPath: string): InputFault => ({
	code: 'MISSING_FIELD',
	description: `${fieldPath} is required but missing`,
	fieldPath,
});

export const wrong = (fieldPath: string, value: unknown): InputFault => ({
	code: 'INVALID_VALUE_FOR_FIELD',
	description: `${fieldPath} can't be set to ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
	fieldPath,
});

export const notAllowed = (fieldPath: string): InputFault => ({
	code: 'FIELD_NOT_ALLOWED',
	description: `${fieldPath} is not allowed`,
	fieldPath,
});

/** A refused query parameter (docs.errorResponses). */
export function paramRefused(code: string, fieldPath: string, description?: string): ApiError {
	return new ApiError(400, {
		errorDetailType: 'com.linkedin.common.error.BadRequest',
		message: 'Invalid param. Please see errorDetails for more information.',
		errorDetails: {
			inputErrors: [{ code, ...(description ? { description } : {}), input: { inputPath: { fieldPath } } }],
		},
		status: 400,
	});
}

/** A limit of calls over a short time, not per day (docs.rateLimits). */
export const throttled = () =>
	new ApiError(429, {
		serviceErrorCode: 101,
		message: 'Resource level throttle limit for calls to this resource is reached.',
		status: 429,
	});
