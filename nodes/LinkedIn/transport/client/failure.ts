/** What an error thrown by n8n means: an answer, no answer, or a failure that retrying can't fix. */
import { LinkedInError } from '../errors/errors';
import type { Deadline } from '../limits/deadline';
import type { Attempt } from '../types';
import { isStream, readBody } from './answer';
import { headOf } from './cutAnswer';
import type { Signer } from './signing';

/** Something answered, but Node's client can't parse its headers. It may have been a success. */
const GARBLED = /\bHPE_[A-Z_]+/;

/** The connection was never made, so nothing can have been done. */
const NEVER_SENT = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/;
/** The same words for an established connection that broke: what was sent may have arrived. */
const BROKEN_OFF = /\b(read|write) E[A-Z]+/;

export interface RawResponse {
	statusCode?: number;
	status?: number;
	headers?: Record<string, unknown>;
	body?: unknown;
	data?: unknown;
}

/** The answer as it's passed on. */
export function replyFrom(response: RawResponse): Attempt & { kind: 'reply' } {
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(response.headers ?? {}))
		headers[name.toLowerCase()] = String(value);
	return {
		kind: 'reply',
		status: response.statusCode ?? response.status ?? 0,
		headers,
		body: parsed(response.body ?? response.data),
	};
}

function parsed(body: unknown): unknown {
	// Of an answer that n8n gave up.
	if (isStream(body)) return undefined;
	if (typeof body !== 'string' || !/^\s*[[{]/.test(body)) return body;
	try {
		return JSON.parse(body);
	} catch {
		return body;
	}
}

interface ThrownShape {
	message?: string;
	description?: string;
	code?: string;
	/** A status, or on n8n 1.x the network's error code. */
	httpCode?: string | null;
	/** On n8n 1.x the only place with the network's message. */
	messages?: string[];
	response?: RawResponse;
	cause?: ThrownShape;
	errorResponse?: ThrownShape;
	context?: { data?: unknown };
}

/**
 * n8n wraps its client's error once or twice. An unread body may be at some depth: if the renewed token is refused too,
 * n8n 1.x sends the request once more, bypassing the client that is watched.
 */
export async function depthsOf(thrown: unknown, mostBytes: number): Promise<ThrownShape[]> {
	const depths: ThrownShape[] = [];
	for (let depth = thrown as ThrownShape | undefined; depth && depths.length < 5;) {
		depths.push(depth);
		depth = depth.errorResponse ?? depth.cause;
	}
	for (const holder of depths.flatMap(({ response, context }) => [response ?? [], context ?? []].flat())) {
		if (!isStream(holder.data)) continue;
		const body = await readBody(holder.data, mostBytes);
		holder.data = body.kind === 'whole' ? body.value : undefined;
	}
	return depths;
}

/**
 * @param depths levels of the thrown error
 * @param byClient the last error of n8n's client, before n8n wrapped it
 */
export function readFailure(
	{ refusal }: Signer,
	depths: ThrownShape[],
	byClient: unknown,
	deadline: Deadline,
): Attempt {
	if (refusal) return { kind: 'failure', error: refusal };
	if (deadline.isOver()) return { kind: 'silence', cause: 'ETIMEDOUT', neverSent: false };
	return readThrown(depths, byClient);
}

/** The answer or the network's code is looked for at each level. */
function readThrown(depths: ThrownShape[], byClient: unknown): Attempt {
	const [head] = [byClient, ...depths].flatMap((depth) => headOf(depth) ?? []);
	if (head) return { ...replyFrom(head), wasThrown: true, isCut: true };
	const answered = depths.find((depth) => depth.response?.status ?? depth.response?.statusCode);
	if (answered?.response) return { ...replyFrom(answered.response), wasThrown: true };
	const status = Number(depths.find((depth) => /^\d{3}$/.test(depth.httpCode ?? ''))?.httpCode);
	if (status) {
		// A success is thrown only if its body failed.
		const isCut = status < 300 && { isCut: true as const };
		return { kind: 'reply', status, headers: {}, body: depths[0].context?.data, wasThrown: true, ...isCut };
	}

	const words = depths
		.flatMap(({ code, httpCode, message, description, messages = [] }) => [
			code,
			httpCode,
			message,
			description,
			...messages,
		])
		.join(' ');
	if (/domain not allowed|restricted ip|not allowed to be used/i.test(words)) {
		return failed('n8n itself blocked this request', {
			code: 'BLOCKED_BY_N8N',
			field: 'Credential',
			advice:
				"The credential's Allowed HTTP Request Domains or n8n's protection of internal addresses don't allow the API host. Allow it there.",
		});
	}
	if (
		/EAUTH|reconnect|invalid_grant|invalid_request|refresh token|not connected|unable to sign/i.test(words)
	) {
		return failed("This connection's token has expired and couldn't be renewed", {
			code: 'RECONNECT',
			status: 401,
			field: 'Credential',
			advice:
				'Open the credential and connect again. LinkedIn tokens last 60 days, refresh tokens a year, and only some apps get one.',
		});
	}
	const codes = depths.flatMap(({ code, httpCode }) => [code, httpCode]);
	const cause = codes.find((code) => code && /^E[A-Z_]+$/.test(code)) ?? '';
	return {
		kind: 'silence',
		cause,
		neverSent: NEVER_SENT.test(`${cause} ${words}`) && !BROKEN_OFF.test(words),
		...(GARBLED.test(words) && { isGarbled: true }),
	};
}

function failed(message: string, details: ConstructorParameters<typeof LinkedInError>[1]): Attempt {
	return { kind: 'failure', error: new LinkedInError(message, details) };
}
