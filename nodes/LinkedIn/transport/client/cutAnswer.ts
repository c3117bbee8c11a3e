/**
 * An answer whose headers arrived but whose body didn't: cut off, too slow, or not decompressible.
 *
 * n8n's client then throws. n8n 2.x keeps the original error inside its own; n8n 1.x keeps only a few words of it. So
 * the error is inspected before n8n wraps it, which works if n8n passes the request to the context's own client: with
 * OAuth2, and without a credential. With a token credential on n8n 1.x only the status is left.
 */
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { settled } from '../flow/settled';
import type { Context } from '../types';
import { isStream, readBody } from './answer';
import type { Signer } from './signing';

export interface Head {
	status: number;
	headers: Record<string, unknown>;
}

/** What axios throws: the request, with what Node's client has read of the answer. */
interface Thrown {
	request?: { res?: { statusCode?: number; headers?: Record<string, unknown> } };
	response?: { data?: unknown; status?: number };
}

/** @returns the headers, or undefined if none arrived or the body did too */
export function headOf(thrown: unknown): Head | undefined {
	const { request, response } = (thrown ?? {}) as Thrown;
	const { statusCode, headers = {} } = request?.res ?? {};
	if (statusCode === undefined || response?.data !== undefined) return undefined;
	return { status: statusCode, headers };
}

function tokenIn(headers: Record<string, unknown> | undefined): string | undefined {
	const [, header] = Object.entries(headers ?? {}).find(([name]) => /^authorization$/i.test(name)) ?? [];
	return typeof header === 'string' ? header.replace(/^Bearer /i, '') : undefined;
}

/** The result of the request that n8n's helper sends for us, before n8n wraps it. */
export interface Watched {
	/** Behaves like the given context. */
	context: Context;
	/** The last error its client threw. */
	thrown(): unknown;
	/** The token that signed last, if any. */
	token(): unknown;
	/** Whether a 401 was hidden from n8n. */
	isHeldBack(): boolean;
}

/**
 * @param signal ends the request; n8n takes it from the context of an action node
 * @param mostBytes maximum body size of an answer that is thrown
 * @param isHopeless whether a token that LinkedIn refused can't be renewed; n8n then doesn't see the 401
 */
export function watchClient(
	{ context, secrets }: Signer,
	signal: AbortSignal,
	mostBytes: number,
	isHopeless: (token: unknown) => boolean = () => false,
): Watched {
	let last: unknown;
	let token: unknown;
	let isHeldBack = false;
	const httpRequest: Context['helpers']['httpRequest'] = async (options) => {
		last = undefined;
		// A token that n8n has just renewed isn't stored anywhere else yet.
		secrets.learn(tokenIn(options.headers));
		const answer = await settled<unknown>(() => context.helpers.httpRequest(options));
		if (answer.ok) return answer.value;
		const { failure } = answer;
		await readThrown(failure, mostBytes);
		last = failure;
		isHeldBack = (failure as Thrown | undefined)?.response?.status === 401 && isHopeless(token);
		throw isHeldBack ? new Error("The token couldn't be renewed a moment ago") : failure;
	};
	const getCredentials = async (type: string) => {
		const data = await context.getCredentials(type);
		token = tokenOf(data);
		return data;
	};
	const helpers = Object.create(context.helpers, { httpRequest: { value: httpRequest } }) as object;
	const watched = Object.create(context, {
		helpers: { value: helpers },
		getCredentials: { value: getCredentials },
		getExecutionCancelSignal: { value: () => signal },
	}) as Context;
	return { context: watched, thrown: () => last, token: () => token, isHeldBack: () => isHeldBack };
}

/** The access token of an OAuth2 credential. */
export function tokenOf({ oauthTokenData }: ICredentialDataDecryptedObject): unknown {
	return (oauthTokenData as { access_token?: unknown } | undefined)?.access_token;
}

/** The body of an answer that is thrown hasn't been read either. */
async function readThrown(failure: unknown, mostBytes: number): Promise<void> {
	const { response } = (failure ?? {}) as Thrown;
	if (!response || !isStream(response.data)) return;
	const body = await readBody(response.data, mostBytes);
	response.data = body.kind === 'whole' ? body.value : undefined;
}
