/**
 * Errors that a user should read. LinkedIn's own message is always included; no text contains a token or a whole
 * request.
 */
import { lookUp } from '../answers/lookUp';
import { codeAdvice } from './codeAdvice';
import { codeGiven, type ErrorCode } from './codes';
import type { ErrorResponse } from './errorResponse';
import { NOT_OFFERED, rowFor, type RequestFacts } from './errorTable';

/** Part of every error, also on the error output. */
export interface ErrorDetails {
	/** HTTP status, or null if no answer came. */
	status: number | null;
	/** LinkedIn's code, or one of this package's. */
	code: ErrorCode | null;
	serviceErrorCode: number | null;
	/** ISO time from which trying again makes sense. */
	retryAt: string | null;
	/** LinkedIn's trace id of the call, for its support. */
	requestId: string | null;
	/** The node's field to change. */
	field: string | null;
	/** What to do. */
	advice: string;
}

/** Any error that a user should read. */
export class LinkedInError extends Error {
	readonly details: ErrorDetails;
	/** The daily quota is used up; the call wasn't just too early. */
	readonly isDaily: boolean;
	/** LinkedIn's own words in the message; empty if it didn't say anything. */
	readonly said: string;

	constructor(
		message: string,
		details: Partial<ErrorDetails> & { advice: string },
		isDaily = false,
		said = '',
	) {
		super(message);
		this.isDaily = isDaily;
		this.said = said;
		this.name = 'LinkedInError';
		this.details = {
			status: null,
			code: null,
			serviceErrorCode: null,
			retryAt: null,
			requestId: null,
			field: null,
			...details,
		};
	}
}

/**
 * The error for a refusal.
 * @param refusal LinkedIn's answer
 * @param asked what was requested
 */
export function explain(refusal: ErrorResponse, asked: RequestFacts): LinkedInError {
	const row = rowFor(refusal);
	const own = refusal.unreadable ? undefined : refusal.message;
	const refused = refusal.inputErrors ?? [];
	const nameOf = (path: string) => asked.fieldName?.(path) ?? path;
	const inputs = refused.map((input) => `${nameOf(input.path)}: ${input.description}`);
	const said = [own, ...inputs].filter(Boolean).join('; ');
	const message = row.message(refusal, asked) + (said ? `: ${said}` : '');
	const details = {
		status: refusal.status,
		code: codeGiven(refusal.code),
		serviceErrorCode: refusal.serviceErrorCode ?? null,
		retryAt: asked.retryAtMs === undefined ? null : new Date(asked.retryAtMs).toISOString(),
		requestId: refusal.requestId ?? null,
		field: (refused.length > 0 ? asked.fieldName?.(refused[0].path) : undefined) ?? row.field ?? null,
		advice: codeAdvice([refusal.code, ...refused.map(({ code }) => code)]) ?? row.advice(refusal, asked),
	};
	return new LinkedInError(message, details, asked.isDaily, said);
}

/** Whether LinkedIn says that the app's product or tier lacks the resource, which doesn't say what exists there. */
export function isNotOffered({ message, details }: LinkedInError): boolean {
	return details.status === 404 && NOT_OFFERED.test(message);
}

/** In words, because n8n replaces a message that contains one of these codes with its own text. */
const NETWORK_FAULTS: Record<string, string> = {
	ECONNREFUSED: 'nothing listens there',
	ENOTFOUND: 'no such host',
	EAI_AGAIN: "the name can't be looked up now",
	ECONNRESET: 'the connection broke',
	EPIPE: 'the connection broke',
	ECONNABORTED: 'it took too long',
	ETIMEDOUT: 'it took too long',
	EHOSTUNREACH: "the host can't be reached",
	ENETUNREACH: "the network can't be reached",
};

/**
 * The error for a request without an answer.
 * @param cause the network's error code, e.g. ECONNREFUSED
 * @param host the API host
 */
export function noAnswer(cause: string, host: string): LinkedInError {
	const fault = lookUp(NETWORK_FAULTS, cause);
	return new LinkedInError(`No answer came from ${host}${fault ? `: ${fault}` : ''}`, {
		code: 'NO_ANSWER',
		field: 'API Host',
		advice:
			'Check that n8n can reach the internet and that Environment in the credential has the right API host, then run it again.',
	});
}

/**
 * The error for an answer that was cut off.
 * @param host the API host
 */
export function brokeOff(host: string): LinkedInError {
	return new LinkedInError(`The answer from ${host} broke off`, {
		code: 'NO_ANSWER',
		advice:
			'Run it again later, or raise Max Wait in the options to keep trying for longer. If this keeps happening, something between n8n and LinkedIn cuts off answers: a proxy or a gateway.',
	});
}

/** Also by name: n8n's tests run code in a separate realm, with separate classes. */
const FAULTS_OF_CODE = ['EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError', 'URIError'];

/** The error for anything else that was thrown. JavaScript's own messages don't help users. */
export function unexpected(failure: unknown): LinkedInError {
	const { name, message, description } = Object(failure) as Record<string, unknown>;
	const isOurs = FAULTS_OF_CODE.includes(String(name)) || typeof message !== 'string' || message === '';
	return new LinkedInError(
		isOurs
			? 'Something unexpected happened in this node'
			: `Something unexpected happened in this node: ${message}`,
		{
			code: 'UNEXPECTED',
			advice:
				typeof description === 'string' && !isOurs
					? description
					: "Check the fields of this node. If they're right, please report it with the operation and fields that lead to it.",
		},
	);
}
