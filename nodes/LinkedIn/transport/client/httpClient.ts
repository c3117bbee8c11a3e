/**
 * One attempt with n8n's own HTTP client, so that its proxy, address guard, allowed domains and cancellation apply.
 *
 * Every outcome becomes a value: an answer, no answer, or a failure that retrying can't fix.
 */
import type { IHttpRequestMethods, IHttpRequestOptions } from 'n8n-workflow';

import { settled } from '../flow/settled';
import { deadlineMs, MOST_ANSWER_BYTES } from '../limits/callLimits';
import { withDeadline, type Deadline } from '../limits/deadline';
import type { CredentialType } from '../memory/connection';
import type { Attempt, Context, HttpRequest } from '../types';
import { readBody } from './answer';
import { tokenOf, watchClient } from './cutAnswer';
import { depthsOf, readFailure, replyFrom, type RawResponse } from './failure';
import { isUnauthorized } from './renewal';
import type { Signer } from './signing';

/** A request on its way. */
interface Sending {
	signer: Signer;
	type: CredentialType | undefined;
	wire: HttpRequest;
	deadline: Deadline;
}

/**
 * @param type the credential that signs, or undefined to send without one
 * @throws the signal's reason if the execution is cancelled
 */
export async function sendRequest(
	signer: Signer,
	type: CredentialType | undefined,
	wire: HttpRequest,
): Promise<Attempt> {
	const deadline = withDeadline(timeoutMs(wire), signalOf(signer.context));
	try {
		return await cleaned(signer, await sendRenewed({ signer, type, wire, deadline }));
	} finally {
		deadline.end();
	}
}

/** The answer without the credential's secrets, which a server may repeat. */
async function cleaned({ secrets }: Signer, answer: Attempt): Promise<Attempt> {
	if (answer.kind !== 'reply') return answer;
	const headers = Object.entries(answer.headers).map(([name, value]) => [name, secrets.clean(value)]);
	return {
		...answer,
		headers: Object.fromEntries(headers) as Record<string, string>,
		body: await secrets.cleanBody(answer.body),
	};
}

/** For the whole answer. The user's timeout applies, but not to file uploads. */
function timeoutMs({ kind, sizeBytes, options }: HttpRequest): number {
	const chosen = Number(options.timeout);
	const limit = deadlineMs(kind, sizeBytes);
	if (!(chosen > 0)) return limit;
	return kind === 'upload' ? Math.max(chosen, limit) : chosen;
}

async function sendRenewed(sending: Sending): Promise<Attempt> {
	const { signer, type, wire, deadline } = sending;
	const first = await exchange(sending, wire.renewal ? 'throw401' : 'return');
	if (isReconnect(first.attempt)) wire.renewal?.noteFailed(first.token, first.attempt);
	// n8n 1.x only knows a boolean here and returns the 401, so the same request is sent once more to be thrown.
	const isReturned = first.attempt.kind === 'reply' && !first.attempt.wasThrown;
	if (!wire.renewal || !type || !isReturned || !isUnauthorized(first.attempt)) return first.attempt;
	let { token } = first;
	const renewing = wire.renewal.once(first.attempt, {
		sentToken: () => token,
		isRenewed: async () =>
			token !== undefined && tokenOf(await deadline.hold(signer.context.getCredentials(type))) !== token,
		again: async () => {
			const next = await exchange(sending, 'throw401');
			({ token } = next);
			return next.attempt;
		},
		renew: async () => (await exchange(sending, 'throw')).attempt,
		hold: async (work) => await deadline.hold(work),
	});
	const renewed = await settled(() => renewing);
	if (renewed.ok) return renewed.value;
	if (deadline.isOver()) return first.attempt;
	throw renewed.failure;
}

/** n8n 2.x renews within the request, and its renewal was refused. */
function isReconnect(attempt: Attempt): boolean {
	return attempt.kind === 'failure' && attempt.error.details.code === 'RECONNECT';
}

/** Which answers n8n's client throws: none, a 401 if it supports that, or everything but successes. */
type Throws = 'return' | 'throw401' | 'throw';

const IGNORED: Record<Throws, object> = {
	return: { ignoreHttpStatusErrors: true },
	throw401: { ignoreHttpStatusErrors: { ignore: true, except: [401] } },
	throw: {},
};

async function exchange(
	{ signer, type, wire, deadline }: Sending,
	throws: Throws,
): Promise<{ attempt: Attempt; token: unknown }> {
	const mostBytes = MOST_ANSWER_BYTES[wire.kind];
	const requestOptions = {
		method: wire.method as IHttpRequestMethods,
		url: wire.url,
		headers: { Accept: 'application/json', ...wire.headers },
		body: bodyOf(wire),
		returnFullResponse: true,
		// Read here, because n8n's client accepts answers of any size.
		encoding: 'stream',
		// A redirect could carry the token to another host.
		disableFollowRedirect: true,
		...wire.options,
		timeout: timeoutMs(wire),
		...IGNORED[throws],
	} as IHttpRequestOptions;
	const { context } = signer;
	const endedBefore = (token: unknown) => wire.renewal?.failedBefore(token) as Attempt | undefined;
	const watched = watchClient(
		signer,
		deadline.signal,
		mostBytes,
		(token) => endedBefore(token) !== undefined,
	);
	const exchanged = await settled(async () => {
		const response = (await deadline.hold(
			type
				? context.helpers.httpRequestWithAuthentication.call(watched.context, type, requestOptions, {
						oauth2: { includeCredentialsOnRefreshOnBody: true },
					})
				: watched.context.helpers.httpRequest({ ...requestOptions, abortSignal: deadline.signal }),
		)) as RawResponse;
		const attempt = await readReply(response, mostBytes, deadline);
		signalOf(context)?.throwIfAborted();
		return attempt;
	});
	if (exchanged.ok) return { attempt: exchanged.value, token: watched.token() };
	const before = watched.isHeldBack() ? endedBefore(watched.token()) : undefined;
	if (before) return { attempt: before, token: watched.token() };
	const depths = await depthsOf(exchanged.failure, mostBytes);
	signalOf(context)?.throwIfAborted();
	return { attempt: readFailure(signer, depths, watched.thrown(), deadline), token: watched.token() };
}

/** The answer, once its headers have arrived. */
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

/** n8n's client parses JSON text only to check it; bytes are sent unchanged. */
function bodyOf({ headers, body }: HttpRequest): HttpRequest['body'] {
	return typeof body === 'string' && headers['Content-Type'] === 'application/json'
		? Buffer.from(body)
		: body;
}

function signalOf(context: Context): AbortSignal | undefined {
	return 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
}
