import formbody from '@fastify/formbody';
import fastify from 'fastify';
import {
	NodeConnectionTypes,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IDataObject,
	type IExecutePaginationFunctions,
	type IHttpRequestOptions,
	type IN8nHttpFullResponse,
	type INodeExecutionData,
	type INodeProperties,
	type INodeType,
	type INodeTypeDescription,
	type DeclarativeRestApiSettings,
} from 'n8n-workflow';
import type { AddressInfo } from 'node:net';

import type { HarnessCredential } from './credentials';

/** A minimal declarative node and API that show the facts about the engine. */

export type Hook = (
	this: IExecutePaginationFunctions,
	request: DeclarativeRestApiSettings.ResultOptions,
) => Promise<INodeExecutionData[]>;

export const exampleOAuth2: ICredentialType = {
	name: 'exampleOAuth2Api',
	displayName: 'Example OAuth2 API',
	extends: ['oAuth2Api'],
	properties: [
		{ displayName: 'Host', name: 'host', type: 'string', default: '' },
		{
			displayName: 'Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: '={{$self["host"]}}/oauth/token',
		},
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
	],
};

export const exampleToken: ICredentialType = {
	name: 'exampleTokenApi',
	displayName: 'Example Token API',
	properties: [
		{ displayName: 'Host', name: 'host', type: 'string', default: '' },
		{ displayName: 'Token', name: 'accessToken', type: 'string', default: '' },
	],
	authenticate: {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.accessToken}}' } },
	},
};

/** A credential for the example API; an OAuth2 one is connected with the token `first`. */
export function exampleCredential(
	kind: 'oAuth2' | 'accessToken',
	host: string,
	oauthTokenData: IDataObject = { access_token: 'first', refresh_token: 'refresh', token_type: 'Bearer' },
): HarnessCredential {
	return kind === 'oAuth2'
		? {
				type: exampleOAuth2.name,
				credentialType: exampleOAuth2,
				data: {
					host,
					clientId: 'client',
					clientSecret: 'secret',
					oauthTokenData: oauthTokenData as unknown as ICredentialDataDecryptedObject,
				},
			}
		: { type: exampleToken.name, credentialType: exampleToken, data: { host, accessToken: 'first' } };
}

/** The credential type that the node's `authentication` parameter selects. */
export function credentialTypeOf(hook: IExecutePaginationFunctions): string {
	return hook.getNodeParameter('authentication') === 'oAuth2' ? exampleOAuth2.name : exampleToken.name;
}

/** Sends one request from a hook, with the credential's host as base. */
export async function send(
	hook: IExecutePaginationFunctions,
	options: Omit<IHttpRequestOptions, 'url'> & { path: string },
): Promise<IN8nHttpFullResponse> {
	const type = credentialTypeOf(hook);
	const { host } = await hook.getCredentials<{ host: string }>(type);
	const { path, ...rest } = options;
	return (await hook.helpers.httpRequestWithAuthentication.call(hook, type, {
		returnFullResponse: true,
		...rest,
		url: `${host}${path}`,
	})) as IN8nHttpFullResponse;
}

export function exampleNode(
	hook: Hook,
	{ paginate = true, more = {} }: { paginate?: boolean; more?: Partial<INodeType> } = {},
): INodeType {
	const credential = (name: string, authentication: string) => ({
		name,
		required: true,
		displayOptions: { show: { authentication: [authentication] } },
	});
	const choices = (name: string, values: string[], routing: INodeProperties['routing']): INodeProperties => ({
		displayName: name,
		name,
		type: 'options',
		noDataExpression: true,
		options: values.map((value) => ({ name: value, value, action: value })),
		default: values[0],
		routing,
	});
	const description: INodeTypeDescription = {
		displayName: 'Example',
		name: 'example',
		group: ['transform'],
		version: 1,
		description: 'Shows what the engine does',
		defaults: { name: 'Example' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [credential(exampleOAuth2.name, 'oAuth2'), credential(exampleToken.name, 'accessToken')],
		requestDefaults: { baseURL: '={{$credentials.host}}' },
		requestOperations: { pagination: hook },
		properties: [
			choices('authentication', ['oAuth2', 'accessToken'], undefined),
			choices('resource', ['thing'], paginate ? { send: { paginate: true } } : undefined),
			choices('operation', ['create'], { request: { method: 'POST', url: '/things' } }),
			{ displayName: 'ID', name: 'id', type: 'string', default: '' },
		],
	};
	return { description, ...more };
}

export interface ExampleApi {
	url: string;
	/** Method, path and query as received, the bearer token, the JSON body. */
	requests: Array<{ method: string; url: string; token: string; body: unknown }>;
	/** Maximum number of requests in parallel. */
	mostAtOnce: number;
	/** How many token requests there were; each returns the token `second`. */
	refreshes: number;
	close(): Promise<void>;
}

/**
 * A local API. `/things/bad` answers 400, `/things/expired` answers 401 to the token `first`, `/things/refused` always
 * 401, `/things/hang` never answers, everything else gets a 201 without a body after `delayMs`.
 */
export async function startExampleApi(delayMs = 0): Promise<ExampleApi> {
	const server = fastify({ forceCloseConnections: true });
	await server.register(formbody);
	let open = 0;
	const api: ExampleApi = {
		url: '',
		requests: [],
		mostAtOnce: 0,
		refreshes: 0,
		close: async () => await server.close(),
	};
	server.post('/oauth/token', async () => {
		api.refreshes++;
		return { access_token: 'second', expires_in: 3600, scope: 'one two' };
	});
	server.all('/*', async (request, reply) => {
		const token = (request.headers.authorization ?? '').replace('Bearer ', '');
		api.requests.push({ method: request.method, url: request.url, token, body: request.body });
		api.mostAtOnce = Math.max(api.mostAtOnce, ++open);
		await new Promise((resolve) => setTimeout(resolve, delayMs));
		open--;
		const path = request.url.split('?')[0];
		if (path === '/things/hang') return await new Promise(() => undefined);
		if (path === '/things/bad') return await reply.code(400).send({ message: 'bad thing', code: 'BAD' });
		if (path === '/things/refused' || (path === '/things/expired' && token === 'first')) {
			return await reply.code(401).send({ message: 'token refused', code: 'EXPIRED' });
		}
		return await reply.code(201).header('x-restli-id', 'made').send();
	});
	await server.listen({ host: '127.0.0.1', port: 0 });
	api.url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
	return api;
}
