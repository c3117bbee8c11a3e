/**
 * One attempt over n8n's own HTTP client, so that its proxy, address guard, allowed domains and cancellation hold.
 *
 * Turns every ending into a value: an answer, silence, or a failure that no second try can mend.
 */
import type { IHttpRequestOptions, IHttpRequestMethods } from 'n8n-workflow';

import type { Bytes } from './binary';
import type { Context } from './index';
import type { CredentialType } from './connection';
import { headOf, watchClient } from './cutAnswer';
import { LinkedInError } from './errors';
import { secretsOf } from './secrets';
import { unsignedBecause } from './signing';

export type Attempt =
	| {
			kind: 'reply';
			status: number;
			headers: Record<string, string>;
			body: unknown;
			wasThrown?: true;
			/** The body did not come whole. */
			isCut?: true;
	  }
	| { kind: 'silence'; cause: string; neverSent: boolean; isGarbled?: true }
	| { kind: 'failure'; error: LinkedInError };

/** What n8n prepared for the node's requests and expects on each of them. */
export interface HostOptions {
	timeout?: number;
	proxy?: unknown;
	skipSslCertificateValidation?: unknown;
	allowedDomains?: string;
}

export interface Wire {
	method: string;
	url: string;
	headers: Record<string, string>;
	body?: string | Bytes;
	options: HostOptions;
	/** n8n can renew the token, which it does only on a thrown 401. */
	canRefresh: boolean;
}

/** Something answered, and Node's client can't read the head of it: whatever it said, it may have been success. */
const GARBLED = /\bHPE_[A-Z_]+/;

/** The connection was never made, so nothing can have been done. */
const NEVER_SENT = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/;

/**
 * @param type the credential that signs, or undefined to send bare
 * @throws the signal's reason when the execution is cancelled
 */
export async function send(context: Context, type: CredentialType | undefined, wire: Wire): Promise<Attempt> {
	const answer = await sendAndRenew(context, type, wire);
	if (answer.kind !== 'reply') return answer;
	const secrets = secretsOf(context);
	const headers = Object.entries(answer.headers).map(([name, value]) => [name, secrets.clean(value)]);
	return {
		...answer,
		headers: Object.fromEntries(headers) as Record<string, string>,
		body: secrets.cleanBody(answer.body),
	};
}

async function sendAndRenew(
	context: Context,
	type: CredentialType | undefined,
	wire: Wire,
): Promise<Attempt> {
	const first = await sendOnce(context, type, wire, wire.canRefresh);
	// n8n 1.x knows only a boolean here and returns the 401: the same request once more, now to be thrown.
	const isReturned = first.kind === 'reply' && first.status === 401 && !first.wasThrown;
	if (isReturned && wire.canRefresh && type) {
		return await sendOnce(context, type, wire, 'throw');
	}
	return first;
}

async function sendOnce(
	context: Context,
	type: CredentialType | undefined,
	wire: Wire,
	refresh: boolean | 'throw',
): Promise<Attempt> {
	const { options } = wire;
	const requestOptions = {
		method: wire.method as IHttpRequestMethods,
		url: wire.url,
		headers: { Accept: 'application/json', ...wire.headers },
		body: bodyOf(wire),
		returnFullResponse: true,
		// A redirect could carry the token to another host.
		disableFollowRedirect: true,
		...options,
		...(refresh === 'throw'
			? {}
			: { ignoreHttpStatusErrors: refresh ? { ignore: true, except: [401] } : true }),
	} as IHttpRequestOptions;
	const { watched, thrown } = watchClient(context);
	let failure: unknown;
	try {
		const response = type
			? await context.helpers.httpRequestWithAuthentication.call(watched, type, requestOptions, {
					oauth2: { includeCredentialsOnRefreshOnBody: true },
				})
			: await context.helpers.httpRequest({ ...requestOptions, abortSignal: signalOf(context) });
		return replyFrom(response);
	} catch (error) {
		failure = error;
	}
	signalOf(context)?.throwIfAborted();
	const unsigned = unsignedBecause(context);
	return unsigned ? { kind: 'failure', error: unsigned } : readFailure(failure, thrown());
}

/** n8n's client parses a text that is JSON only to see that it is; bytes go out as they are. */
function bodyOf({ headers, body }: Wire): Wire['body'] {
	return typeof body === 'string' && headers['Content-Type'] === 'application/json'
		? Buffer.from(body)
		: body;
}

function signalOf(context: Context): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}

interface RawResponse {
	statusCode?: number;
	status?: number;
	headers?: Record<string, unknown>;
	body?: unknown;
	data?: unknown;
}

function replyFrom(response: RawResponse): Attempt & { kind: 'reply' } {
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
	/** A status, or on n8n 1.x the network's code. */
	httpCode?: string | null;
	/** On n8n 1.x the only place that keeps what the network said. */
	messages?: string[];
	response?: RawResponse;
	cause?: ThrownShape;
	errorResponse?: ThrownShape;
	context?: { data?: unknown };
}

/** n8n wraps what its client throws once or twice; the answer or the network's code is looked for at each depth. */
function readFailure(thrown: unknown, byClient: unknown): Attempt {
	const depths: ThrownShape[] = [];
	for (let depth = thrown as ThrownShape | undefined; depth && depths.length < 5;) {
		depths.push(depth);
		depth = depth.errorResponse ?? depth.cause;
	}
	const [head] = [byClient, ...depths].flatMap((depth) => headOf(depth) ?? []);
	if (head) return { ...replyFrom(head), wasThrown: true, isCut: true };
	const answered = depths.find((depth) => depth.response?.status ?? depth.response?.statusCode);
	if (answered?.response) return { ...replyFrom(answered.response), wasThrown: true };
	const status = Number(depths.find((depth) => /^\d{3}$/.test(depth.httpCode ?? ''))?.httpCode);
	if (status) {
		// Success is thrown only where the body failed.
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
				"The credential's Allowed HTTP Request Domains or n8n's protection of internal addresses do not permit the API host. Allow it there.",
		});
	}
	if (
		/EAUTH|reconnect|invalid_grant|invalid_request|refresh token|not connected|unable to sign/i.test(words)
	) {
		return failed("This connection's token has ended and could not be renewed", {
			code: 'RECONNECT',
			status: 401,
			field: 'Credential',
			advice:
				'Open the credential and connect again. LinkedIn tokens last 60 days, refresh tokens a year, and only apps of approved partners get one.',
		});
	}
	const codes = depths.flatMap(({ code, httpCode }) => [code, httpCode]);
	const cause = codes.find((code) => code && /^E[A-Z_]+$/.test(code)) ?? '';
	return {
		kind: 'silence',
		cause,
		neverSent: NEVER_SENT.test(`${cause} ${words}`),
		...(GARBLED.test(words) && { isGarbled: true }),
	};
}

function failed(message: string, details: ConstructorParameters<typeof LinkedInError>[1]): Attempt {
	return { kind: 'failure', error: new LinkedInError(message, details) };
}
