import { ApiError, badRequest, denied, missingField, notFound, unpermittedParameters } from './errors';
import { openTunnel } from './tunnel';
import { answerInManner, paramsInManner } from './paging';
import { project, readProjection } from './projection';
import { parseKey, parseQuery, resolveMethod } from './restli';
import type { Clock } from './clock';
import type { Protocol, Query, RestliMethod, RestliValue } from './restli';
import type { Answer, Method, Resource } from './resource';
import type { Projection } from './projection';
import type { State } from './state';

export interface RawRequest {
	httpMethod: string;
	/** Path and query exactly as received. */
	url: string;
	/** Names in lower case. */
	headers: Record<string, string | undefined>;
	body: string;
}

/** What a request asks for, before the caller is checked. */
export interface Understood {
	resource: Resource;
	restliMethod: RestliMethod;
	method: Method;
	protocol: Protocol;
	keys: Record<string, RestliValue>;
	key: RestliValue | undefined;
	params: Query;
	fields: string[] | undefined;
	projection: Projection | undefined;
	body: unknown;
	/** E.g. 'CREATE /rest/posts'; the key for quotas and the request log. */
	endpoint: string;
}

const OWN_PARAMETER: Partial<Record<RestliMethod, string>> = {
	FINDER: 'q',
	BATCH_FINDER: 'bq',
	ACTION: 'action',
	BATCH_GET: 'ids',
	BATCH_UPDATE: 'ids',
	BATCH_PARTIAL_UPDATE: 'ids',
	BATCH_DELETE: 'ids',
};

/**
 * Parses a request of the REST API by the grammar of docs.protocolVersion, without checking token or version.
 * @throws ApiError 400, 404, 405, 411, 414, 415 for invalid requests
 */
export function understand(request: RawRequest, resources: Resource[]): Understood {
	const [path, ...queryPieces] = request.url.split('?');
	if (
		request.httpMethod === 'POST' &&
		request.headers['content-length'] === undefined &&
		request.headers['transfer-encoding'] === undefined
	) {
		throw new ApiError(411, '');
	}
	const plain = openTunnel({
		httpMethod: request.httpMethod,
		query: queryPieces.join('?'),
		body: request.body,
		contentType: request.headers['content-type'] ?? '',
		override: request.headers['x-http-method-override'],
	});
	const protocol = protocolOf(request.headers['x-restli-protocol-version']);
	const { resource, keys, key } = findResource(path, resources, protocol);
	const { params, fields } = parseQuery(plain.query, protocol);
	const isKeyedFinder = resource.hasKeyedFinders && plain.httpMethod === 'GET' && Object.hasOwn(params, 'q');
	const restliMethod = resource.isSimple
		? simpleMethod(plain.httpMethod)
		: resolveMethod({
				httpMethod: plain.httpMethod,
				onEntity: key !== undefined && !isKeyedFinder,
				params,
				header: request.headers['x-restli-method'],
			});
	const method = methodOf(resource, restliMethod, params);
	if (method.needsMethodHeader && request.headers['x-restli-method'] === undefined) {
		throw badRequest(`This request needs X-RestLi-Method: ${restliMethod}`);
	}
	const known = [...(method.params ?? []), OWN_PARAMETER[restliMethod]];
	const unknown = Object.keys(params).filter((name) => !known.includes(name));
	if (unknown.length > 0 && !method.checksParams) throw unpermittedParameters(unknown);
	return {
		resource,
		restliMethod,
		method,
		protocol,
		keys,
		key,
		params,
		fields,
		projection: readProjection(plain.query),
		body: readJson(plain.body, plain.contentType),
		endpoint: `${restliMethod} ${resource.path}`,
	};
}

/**
 * Checks and answers a request: token, version, grammar, scope, tier, quota, then the resource's own rules.
 * @param trace is filled with what is known about the request, also if it's refused
 * @throws ApiError for every answer that isn't a success
 */
export function answer(
	request: RawRequest,
	understood: Understood | ApiError,
	world: { state: State; clock: Clock; url: string },
	trace: { member?: string; app?: string; version?: string },
): Answer {
	const { state } = world;
	trace.version = request.headers['linkedin-version'];
	const token = state.tokens.require(request.headers.authorization);
	trace.member = token.member;
	trace.app = token.app;
	const version = request.url.startsWith('/rest/')
		? state.versions.require(request.headers['linkedin-version'])
		: undefined;
	if (understood instanceof ApiError) throw understood;
	const { resource, restliMethod, method } = understood;
	const app = state.apps.get(token.app);
	if (!app) throw new Error(`The token's app ${token.app} is gone`);
	const isRefusedBatch = app.tier === 'development' && restliMethod.startsWith('BATCH_');
	const hasScope = method.scopes.length === 0 || method.scopes.some((scope) => token.scopes.has(scope));
	if (!hasScope || isRefusedBatch) {
		throw denied(
			`Not enough permissions to access: ${resource.permission}.${restliMethod}.${
				version === undefined ? 'NO_VERSION' : `${version}01`
			}`,
		);
	}
	state.quotas.count(understood.endpoint, app, token.member);
	const { listManners } = state;
	const isList = restliMethod === 'FINDER' || restliMethod === 'GET_ALL';
	const params = isList ? paramsInManner(listManners, request.url, understood.params) : understood.params;
	const handled = method.handle({
		...world,
		method: restliMethod,
		version,
		protocol: understood.protocol,
		keys: understood.keys,
		key: understood.key,
		params,
		fields: understood.fields,
		body: understood.body,
		token,
		member: token.member === undefined ? undefined : state.member(token.member),
		app,
	});
	const result = isList ? answerInManner(listManners, request.url, params, handled) : handled;
	return understood.projection && result.status === 200
		? { ...result, body: project(result.body, understood.projection, restliMethod) }
		: result;
}

function protocolOf(header: string | undefined): Protocol {
	if (header === undefined || header === '1.0.0') return '1.0.0';
	if (header === '2.0.0') return '2.0.0';
	throw badRequest(`X-Restli-Protocol-Version ${header} is not supported`);
}

/**
 * The resource whose template matches the path, possibly with one more piece, the entity's key. @throws ApiError 404
 */
function findResource(path: string, resources: Resource[], protocol: Protocol) {
	const segments = path.split('/').slice(1);
	for (const resource of resources) {
		const template = resource.path.split('/').slice(1);
		const isEntity = segments.length === template.length + 1 && !resource.isSimple;
		if (segments.length !== template.length && !isEntity) continue;
		const fits = template.every((piece, at) => piece.startsWith('{') || piece === segments[at]);
		if (!fits || segments.some((segment) => segment === '')) continue;
		const keys: Record<string, RestliValue> = {};
		template.forEach((piece, at) => {
			if (piece.startsWith('{')) keys[piece.slice(1, -1)] = parseKey(segments[at], protocol);
		});
		const key = isEntity ? parseKey(segments[segments.length - 1], protocol) : undefined;
		return { resource, keys, key };
	}
	throw notFound(`No virtual resource found for ${path}`);
}

function simpleMethod(httpMethod: string): RestliMethod {
	if (httpMethod !== 'GET') throw methodNotAllowed(httpMethod);
	return 'GET';
}

function methodOf(resource: Resource, restliMethod: RestliMethod, params: Query): Method {
	if (restliMethod === 'FINDER') return named(resource.finders, params.q, 'finder');
	if (restliMethod === 'BATCH_FINDER') return named(resource.batchFinders, params.bq, 'batch finder');
	if (restliMethod === 'ACTION') return named(resource.actions, params.action, 'action');
	const method = resource.methods?.[restliMethod];
	if (!method) throw methodNotAllowed(restliMethod);
	return method;
}

function named(methods: Record<string, Method> | undefined, name: RestliValue, kind: string): Method {
	if (methods && typeof name === 'string' && Object.hasOwn(methods, name)) return methods[name];
	throw badRequest(`This resource has no ${kind} ${String(name)}`);
}

const methodNotAllowed = (method: string) =>
	new ApiError(405, { status: 405, code: 'METHOD_NOT_ALLOWED', message: `${method} is not allowed here` });

function readJson(body: string, contentType: string): unknown {
	if (body === '') return undefined;
	if (contentType.split(';')[0].trim().toLowerCase() !== 'application/json') {
		throw new ApiError(415, {
			status: 415,
			code: 'UNSUPPORTED_MEDIA_TYPE',
			message: `A body is application/json, not ${contentType || 'untyped'}`,
		});
	}
	let parsed: { value?: unknown } = {};
	try {
		parsed = { value: JSON.parse(body) };
	} catch {
		parsed = {};
	}
	if (!('value' in parsed)) throw badRequest('The body is not JSON');
	return parsed.value ?? undefined;
}

/** A parameter that is required and must be a single value. @throws ApiError 400 */
export function requireText(params: Query, name: string): string {
	const value = params[name];
	if (value === undefined) throw missingField(name);
	if (typeof value !== 'string' || value === '')
		throw badRequest(`The parameter "${name}" is a single value`);
	return value;
}
