/**
 * What LinkedIn said when it refused a request.
 * @see docs.errors
 */
import { z } from 'zod';

import { readEntity } from '../answers/readEntity';

/** One input that an ads resource rejects. */
export interface InputRefusal {
	/** e.g. `/dailyBudget/amount`; the code if LinkedIn doesn't name a field. */
	path: string;
	code?: string;
	description: string;
}

export interface ErrorResponse {
	status: number;
	code?: string;
	serviceErrorCode?: number;
	message?: string;
	/** Field paths from `errorDetails`, if an ads resource names them. */
	inputErrors?: InputRefusal[];
	/** The body was HTML or empty, so it came from a gateway, not from the API. */
	unreadable?: boolean;
	requestId?: string;
}

const inputError = z
	.object({
		description: z.string().optional(),
		code: z.string().optional(),
		input: z
			.object({ inputPath: z.object({ fieldPath: z.string() }).partial().or(z.string()) })
			.partial()
			.optional(),
	})
	.transform(({ input, code, description }) => ({
		path: (typeof input?.inputPath === 'object' ? input.inputPath.fieldPath : input?.inputPath) ?? code ?? '',
		code,
		description: description ?? code ?? '',
	}));
const inputErrors = z.array(inputError).default([]);

/** The API answers with `code` and `message`, the OAuth endpoints with `error` and `error_description`. */
const errorBody = z.object({
	code: z.string().optional(),
	error: z.string().optional(),
	serviceErrorCode: z.number().optional(),
	message: z.string().optional(),
	error_description: z.string().optional(),
	errorDetails: z
		.object({ inputErrors, conditionalInputErrors: inputErrors })
		.transform((details) => [...details.inputErrors, ...details.conditionalInputErrors])
		.optional(),
});

/** JSON that was cut off is still text; complete JSON was parsed. */
export function isBrokenJson(body: unknown): boolean {
	return typeof body === 'string' && /^\s*[[{]/.test(body);
}

/** @param answer status, lower-case headers and the body, parsed if it was JSON */
export function readErrorResponse(answer: {
	status: number;
	headers: Record<string, string>;
	body: unknown;
}): ErrorResponse {
	const requestId = answer.headers['x-li-uuid'] ?? answer.headers['x-li-request-id'];
	const body = readEntity(errorBody, answer.body);
	// JSON that was cut off comes from the API.
	if (!body) return { status: answer.status, unreadable: !isBrokenJson(answer.body), requestId };
	return {
		status: answer.status,
		code: body.code ?? body.error,
		serviceErrorCode: body.serviceErrorCode,
		message: body.message ?? body.error_description,
		inputErrors: body.errorDetails?.length ? body.errorDetails : undefined,
		requestId,
	};
}

/** e.g. SEGMENT_LIMIT_EXCEEDED. A limit on calls per time passes, so it doesn't count. */
const STANDING_LIMIT =
	/^(?!.*(RATE|REQUEST|CALL|THROTTL|QUOTA|DAY|DAILY|HOUR|MINUTE))\w*LIMIT_(EXCEEDED|REACHED)$/;

/**
 * Whether LinkedIn refuses because the maximum number of something exists. Waiting doesn't help, whatever the status.
 */
export function isStandingLimit({ status, code, inputErrors = [] }: ErrorResponse): boolean {
	const codes = [code, ...inputErrors.map((one) => one.code)];
	return status >= 400 && status < 500 && codes.some((one) => STANDING_LIMIT.test(one ?? ''));
}

/** The post that LinkedIn names when it refuses another one with the same text, or undefined. */
export function twinOf(refusal: { status: number | null; message?: string }): string | undefined {
	if (refusal.status !== 422 && refusal.status !== 409) return undefined;
	return /duplicate of (urn:li:(?:share|ugcPost|activity):\d+)/i.exec(refusal.message ?? '')?.[1];
}
