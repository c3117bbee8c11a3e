/**
 * A node's context whose two HTTP helpers really send with Node's own client and fail like n8n's: n8n-core's request
 * helpers, and @n8n/backend-network on 2.x. The engine tests use the real ones.
 */
import { randomUUID } from 'node:crypto';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type IHttpRequestOptions,
	type INode,
	type JsonObject,
} from 'n8n-workflow';

import { connect } from '../../../../nodes/LinkedIn/transport';
import type { Context, LinkedInClient, Settings } from '../../../../nodes/LinkedIn/transport/types';

export const TOKEN = 'AQX-first-token-of-the-member';
export const RENEWED = 'AQX-renewed-token';
export const REFRESH_TOKEN = 'AQX-refresh-token';
export const CLIENT_SECRET = 'the-client-secret';
/** None of these may ever be in an error, a log or an output. */
export const SECRETS = [TOKEN, RENEWED, REFRESH_TOKEN, CLIENT_SECRET];

export interface FakeHostOptions {
	authentication?: 'oAuth2' | 'accessToken';
	/** The n8n version whose client is imitated. */
	line?: 1 | 2;
	/** The token endpoint's answer when n8n renews; absent without a refresh token. */
	refresh?: 'renews' | { error: string; error_description: string };
	/** Added to what n8n stored after connecting. */
	token?: IDataObject;
	/** Further fields of the credential. */
	fields?: IDataObject;
	/** By default every host has a separate credential, because nothing may be remembered from another test. */
	credentialId?: string;
	signal?: AbortSignal;
	/** The same object on every try of one run. */
	executeData?: object;
}

export interface FakeHost {
	context: Context;
	connect(settings?: Partial<Settings>): Promise<LinkedInClient>;
	/** Options of every call of a helper, without the token. */
	calls: IHttpRequestOptions[];
	refreshes: number;
}

interface Answer {
	statusCode: number;
	statusMessage?: string;
	headers: IncomingHttpHeaders;
	body: unknown;
}

/** Like axios: the error has the request with its token, and a reply if there was one. */
class AxiosError extends Error {
	response?: { status: number; headers: IncomingHttpHeaders; data: unknown };

	constructor(
		message: string,
		readonly code: string | undefined,
		readonly config: IHttpRequestOptions,
	) {
		super(message);
		this.name = 'AxiosError';
	}
}

/** RFC 6749, 5.2, in the words of @n8n/client-oauth2 instead of the answer's own description. */
const OAUTH_WORDS: Record<string, string> = {
	invalid_client:
		'Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method).',
	invalid_grant:
		'The provided authorization grant (e.g., authorization code, resource owner credentials) or refresh token is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.',
	invalid_request:
		'The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed.',
};

/** As @n8n/client-oauth2 throws if the token endpoint refuses. */
class AuthError extends Error {
	readonly code = 'EAUTH';

	constructor(readonly body: { error: string; error_description: string }) {
		super(OAUTH_WORDS[body.error] ?? body.error_description);
	}
}

/** What a test is about to do needs nothing of a policy. */
export const OF_A_TEST = { purpose: 'A test', needs: [] } satisfies Settings;

export function fakeHost(options: FakeHostOptions = {}): FakeHost {
	const { authentication = 'oAuth2', line = 2, refresh, signal, executeData } = options;
	const type = authentication === 'oAuth2' ? 'linkedInSuiteOAuth2Api' : 'linkedInSuiteAccessTokenApi';
	const node: INode = {
		id: 'node-1',
		name: 'LinkedIn',
		type: 'linkedInCommunity',
		typeVersion: 1,
		position: [0, 0],
		parameters: { authentication },
		credentials: { [type]: { id: options.credentialId ?? randomUUID(), name: 'My LinkedIn' } },
	};
	const oauthTokenData: IDataObject = {
		access_token: TOKEN,
		scope: 'openid,profile,w_member_social',
		expires_in: 5_184_000,
		...(refresh && { refresh_token: REFRESH_TOKEN }),
		...options.token,
	};
	const credential: IDataObject =
		authentication === 'oAuth2'
			? {
					appHas: 'selfServe',
					clientId: `client-${node.credentials?.[type].id}`,
					clientSecret: CLIENT_SECRET,
					oauthTokenData,
					...options.fields,
				}
			: { accessToken: TOKEN, ...options.fields };

	const host = { calls: [] as IHttpRequestOptions[], refreshes: 0 };

	/** @throws AxiosError if n8n's client throws */
	async function deliver(request: IHttpRequestOptions): Promise<Answer> {
		host.calls.push({ ...request, headers: { ...request.headers, Authorization: undefined } });
		const answer = await exchange(request, signal);
		const { ignoreHttpStatusErrors: ignored } = request;
		const isThrown =
			typeof ignored === 'object' && line === 2
				? ignored.except?.includes(answer.statusCode)
				: !ignored && (answer.statusCode < 200 || answer.statusCode >= 300);
		if (!isThrown) return answer;
		const error = new AxiosError(
			`Request failed with status code ${answer.statusCode}`,
			'ERR_BAD_REQUEST',
			request,
		);
		error.response = { status: answer.statusCode, headers: answer.headers, data: answer.body };
		throw error;
	}

	function renew(): string {
		if (!refresh) throw new Error('Cannot read the refresh token: No refresh token');
		host.refreshes += 1;
		if (refresh === 'renews') {
			oauthTokenData.access_token = RENEWED;
			return RENEWED;
		}
		if (line === 2 && refresh.error === 'invalid_grant') {
			throw new NodeOperationError(node, 'The credential "My LinkedIn" needs to be reconnected.');
		}
		throw new AuthError(refresh);
	}

	async function authenticated(request: IHttpRequestOptions): Promise<Answer> {
		const sign = (token: unknown) => ({
			...request,
			headers: { ...request.headers, Authorization: `Bearer ${String(token)}` },
		});
		try {
			return await deliver(sign(authentication === 'oAuth2' ? oauthTokenData.access_token : TOKEN));
		} catch (error) {
			if (!(error instanceof AxiosError) || error.response?.status !== 401) throw error;
			return await deliver(sign(authentication === 'oAuth2' ? renew() : TOKEN));
		}
	}

	const context = {
		getNode: () => node,
		getWorkflow: () => ({ id: '1', name: 'A workflow', active: true }),
		logger: { debug: () => {}, info: () => {} },
		getCredentials: async () => credential,
		getExecutionCancelSignal: () => signal,
		...(executeData && { getExecuteData: () => executeData }),
		helpers: {
			httpRequest: deliver,
			httpRequestWithAuthentication: async (_type: string, request: IHttpRequestOptions) => {
				try {
					return await authenticated(request);
				} catch (error) {
					throw new NodeApiError(node, error as JsonObject);
				}
			},
		},
	} as unknown as Context;

	return Object.assign(host, {
		context,
		connect: async (settings: Partial<Settings> = {}) =>
			await connect(context, { ...OF_A_TEST, ...settings }),
	});
}

/** One HTTP exchange. Paths are sent unchanged; a JSON body is parsed, as by axios. */
async function exchange(request: IHttpRequestOptions, signal: AbortSignal | undefined): Promise<Answer> {
	const url = new URL(request.url);
	const open = url.protocol === 'https:' ? httpsRequest : httpRequest;
	const headers = request.headers as Record<string, string>;
	return await new Promise<Answer>((resolve, reject) => {
		const fail = (error: NodeJS.ErrnoException) =>
			reject(new AxiosError(error.message, error.code ?? error.name, request));
		const outgoing = open(
			{
				host: url.hostname.replace(/^\[|\]$/g, ''),
				port: url.port,
				method: request.method,
				path: request.url.slice(url.origin.length),
				headers,
				signal,
			},
			(incoming) => {
				const parts: Buffer[] = [];
				incoming.on('data', (part: Buffer) => parts.push(part));
				incoming.on('error', fail);
				incoming.on('end', () =>
					resolve({
						statusCode: incoming.statusCode ?? 0,
						statusMessage: incoming.statusMessage,
						headers: incoming.headers,
						body: parsed(Buffer.concat(parts).toString('utf8')),
					}),
				);
			},
		);
		const { timeout = 0 } = request;
		const late = Object.assign(new Error(`timeout of ${timeout}ms exceeded`), { code: 'ECONNABORTED' });
		const timer = timeout > 0 ? setTimeout(() => outgoing.destroy(late), timeout) : undefined;
		outgoing.on('close', () => clearTimeout(timer));
		outgoing.on('error', fail);
		outgoing.end(request.body as string | undefined);
	});
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
