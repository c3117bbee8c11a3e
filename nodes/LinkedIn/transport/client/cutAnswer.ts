/**
 * An answer whose head came and whose body did not: cut, too slow, or packed so that it cannot be unpacked.
 *
 * n8n's client throws then. n8n 2.x keeps what it threw inside an error of its own; n8n 1.x keeps a few words of it. So
 * it is looked at before n8n wraps it, which works where n8n hands the request to the context's own client: with OAuth2,
 * and without a credential. With a token credential on n8n 1.x the status is all that is left.
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

/** As axios throws: the request, with what Node's client has read of the answer. */
interface Thrown {
	request?: { res?: { statusCode?: number; headers?: Record<string, unknown> } };
	response?: { data?: unknown; status?: number };
}

/** @returns the head, or undefined where none came, or the body came too */
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

/** What became of the request that n8n's helper sends for us, seen before n8n wraps it. */
export interface Watched {
	/** Does what the given context does. */
	context: Context;
	/** What its client threw last. */
	thrown(): unknown;
	/** The token that signed last, where there is one. */
	token(): unknown;
	/** Whether a 401 was kept from n8n. */
	isHeldBack(): boolean;
}

/**
 * @param signal ends the request; n8n takes it from the context of an action node
 * @param mostBytes of the body of an answer that is thrown
 * @param isHopeless whether a token that LinkedIn refused can't be renewed; n8n then does not see the 401
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
		// A token that n8n has just renewed stands nowhere else yet.
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

/** The body of an answer that is thrown has not been read either. */
async function readThrown(failure: unknown, mostBytes: number): Promise<void> {
	const { response } = (failure ?? {}) as Thrown;
	if (!response || !isStream(response.data)) return;
	const body = await readBody(response.data, mostBytes);
	response.data = body.kind === 'whole' ? body.value : undefined;
}
