/**
 * One attempt over n8n's own HTTP client, so that its proxy, address guard, allowed domains and cancellation hold.
 *
 * Turns every ending into a value: an answer, silence, or a failure that no second try can mend.
 */
import type { IHttpRequestOptions, IHttpRequestMethods } from 'n8n-workflow';

import { isStream, readBody } from './answer';
import type { Bytes } from './binary';
import { deadlineMs, MOST_ANSWER_BYTES, type CallKind } from './callLimits';
import type { Context } from './index';
import type { CredentialType } from './connection';
import { headOf, tokenOf, watchClient } from './cutAnswer';
import { withDeadline, type Deadline } from './deadline';
import { LinkedInError } from './errors';
import { isUnauthorized, renewOnce } from './renewal';
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
			/** Why it was left: past the deadline, or beyond the limit of its size. */
			left?: 'late' | 'tooLarge';
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
	kind: CallKind;
	method: string;
	url: string;
	headers: Record<string, string>;
	body?: string | Bytes;
	/** Of a file. */
	sizeBytes?: number;
	options: HostOptions;
	/** The connection's key, where n8n can renew the token, which it does only on a thrown 401. */
	renews?: string;
}

/** Something answered, and Node's client can't read the head of it: whatever it said, it may have been success. */
const GARBLED = /\bHPE_[A-Z_]+/;

/** The connection was never made, so nothing can have been done. */
const NEVER_SENT = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/;

/** A request on its way. */
interface Sending {
	context: Context;
	type: CredentialType | undefined;
	wire: Wire;
	deadline: Deadline;
}

/**
 * @param type the credential that signs, or undefined to send bare
 * @throws the signal's reason when the execution is cancelled
 */
export async function send(context: Context, type: CredentialType | undefined, wire: Wire): Promise<Attempt> {
	const deadline = withDeadline(timeoutMs(wire), signalOf(context));
	try {
		return await sendRenewed({ context, type, wire, deadline });
	} finally {
		deadline.end();
	}
}

/** For the whole answer. What the user chose holds, but not against the way of a file. */
function timeoutMs({ kind, sizeBytes, options }: Wire): number {
	const chosen = Number(options.timeout);
	const limit = deadlineMs(kind, sizeBytes);
	if (!(chosen > 0)) return limit;
	return kind === 'upload' ? Math.max(chosen, limit) : chosen;
}

async function sendRenewed(sending: Sending): Promise<Attempt> {
	const { context, type, wire, deadline } = sending;
	const first = await exchange(sending, wire.renews ? 'throw401' : 'return');
	// n8n 1.x knows only a boolean here and returns the 401: the same request once more, now to be thrown.
	const isReturned = first.attempt.kind === 'reply' && !first.attempt.wasThrown;
	if (!wire.renews || !type || !isReturned || !isUnauthorized(first.attempt)) return first.attempt;
	let { token } = first;
	const renewing = renewOnce(first.attempt, {
		key: wire.renews,
		isRenewed: async () =>
			token !== undefined && tokenOf(await deadline.hold(context.getCredentials(type))) !== token,
		again: async () => {
			const next = await exchange(sending, 'throw401');
			({ token } = next);
			return next.attempt;
		},
		renew: async () => (await exchange(sending, 'throw')).attempt,
		hold: async (work) => await deadline.hold(work),
	});
	let failure: unknown;
	try {
		return await renewing;
	} catch (error) {
		failure = error;
	}
	if (deadline.isOver()) return first.attempt;
	throw failure;
}

/** Which answers n8n's client throws: none, a 401 where it knows how to, or all but successes. */
type Throws = 'return' | 'throw401' | 'throw';

const IGNORED: Record<Throws, object> = {
	return: { ignoreHttpStatusErrors: true },
	throw401: { ignoreHttpStatusErrors: { ignore: true, except: [401] } },
	throw: {},
};

async function exchange(
	{ context, type, wire, deadline }: Sending,
	throws: Throws,
): Promise<{ attempt: Attempt; token: unknown }> {
	const mostBytes = MOST_ANSWER_BYTES[wire.kind];
	const requestOptions = {
		method: wire.method as IHttpRequestMethods,
		url: wire.url,
		headers: { Accept: 'application/json', ...wire.headers },
		body: bodyOf(wire),
		returnFullResponse: true,
		// Read here, as n8n's client takes an answer of any size.
		encoding: 'stream',
		// A redirect could carry the token to another host.
		disableFollowRedirect: true,
		...wire.options,
		timeout: timeoutMs(wire),
		...IGNORED[throws],
	} as IHttpRequestOptions;
	const watched = watchClient(context, deadline.signal, mostBytes);
	let failure: unknown;
	try {
		const response = (await deadline.hold(
			type
				? context.helpers.httpRequestWithAuthentication.call(watched.context, type, requestOptions, {
						oauth2: { includeCredentialsOnRefreshOnBody: true },
					})
				: watched.context.helpers.httpRequest({ ...requestOptions, abortSignal: deadline.signal }),
		)) as RawResponse;
		const attempt = await readReply(response, mostBytes, deadline);
		signalOf(context)?.throwIfAborted();
		return { attempt, token: watched.token() };
	} catch (error) {
		failure = error;
	}
	const depths = await depthsOf(failure, mostBytes);
	signalOf(context)?.throwIfAborted();
	return { attempt: readFailure(context, depths, watched.thrown(), deadline), token: watched.token() };
}

/** The answer, whose head has come. */
async function readReply(
	response: RawResponse,
	mostBytes: number,
	deadline: Deadline,
): Promise<Attempt & { kind: 'reply' }> {
	const body = await readBody(response.body ?? response.data, mostBytes);
	if (body.kind === 'whole') return replyFrom({ ...response, body: body.value });
	const left = body.kind === 'tooLarge' ? 'tooLarge' : deadline.isOver() ? 'late' : undefined;
	return {
		...replyFrom({ ...response, body: undefined, data: undefined }),
		isCut: true,
		...(left && { left }),
	};
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
	/** A status, or on n8n 1.x the network's code. */
	httpCode?: string | null;
	/** On n8n 1.x the only place that keeps what the network said. */
	messages?: string[];
	response?: RawResponse;
	cause?: ThrownShape;
	errorResponse?: ThrownShape;
	context?: { data?: unknown };
}

/**
 * n8n wraps what its client throws once or twice. A body that nobody has read stands at some depth: n8n 1.x sends a
 * request once more when the renewed token is refused too, past the client that is watched.
 */
async function depthsOf(thrown: unknown, mostBytes: number): Promise<ThrownShape[]> {
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

function readFailure(
	context: Context,
	depths: ThrownShape[],
	byClient: unknown,
	deadline: Deadline,
): Attempt {
	const unsigned = unsignedBecause(context);
	if (unsigned) return { kind: 'failure', error: unsigned };
	if (deadline.isOver()) return { kind: 'silence', cause: 'ETIMEDOUT', neverSent: false };
	return readThrown(depths, byClient);
}

/** The answer or the network's code is looked for at each depth. */
function readThrown(depths: ThrownShape[], byClient: unknown): Attempt {
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
