import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { written } from '../../transport/answers/creation';
import { InputError } from '../../transport/errors/inputError';
import { accessOfMethod } from '../../transport/policy/areas';
import type { RestliMethod } from '../../transport/restli/method';
import { postUrl } from '../../transport/restli/urns/url';
import type { Reply, RestliRequest } from '../../transport/types';
import { DOCS } from '../docs';
import { limitOf, listFields } from '../fields/listFields';
import { operation, type Call } from '../operation';
import { plainText } from '../values/plainText';
import { readKeys, readObject, readQuery } from './input';
import { refuseAds } from './adsPath';
import { readPath } from './path';

const LISTS: RestliMethod[] = ['FINDER', 'GET_ALL'];
const WITH_BODY: RestliMethod[] = [
	'ACTION',
	'BATCH_CREATE',
	'BATCH_PARTIAL_UPDATE',
	'BATCH_UPDATE',
	'CREATE',
	'PARTIAL_UPDATE',
	'UPDATE',
];

const METHOD_NAMES: Record<RestliMethod, string> = {
	ACTION: 'Action (POST)',
	BATCH_CREATE: 'Batch Create (POST)',
	BATCH_DELETE: 'Batch Delete (DELETE)',
	BATCH_FINDER: 'Batch Finder (GET)',
	BATCH_GET: 'Batch Get (GET)',
	BATCH_PARTIAL_UPDATE: 'Batch Partial Update (POST)',
	BATCH_UPDATE: 'Batch Update (PUT)',
	CREATE: 'Create (POST)',
	DELETE: 'Delete (DELETE)',
	FINDER: 'Finder (GET)',
	GET: 'Get (GET)',
	GET_ALL: 'Get All (GET)',
	PARTIAL_UPDATE: 'Partial Update (POST)',
	UPDATE: 'Update (PUT)',
};

const fields: INodeProperties[] = [
	{
		displayName: 'Method',
		name: 'method',
		type: 'options',
		default: 'GET',
		description: "The Rest.li method, as named in LinkedIn's documentation",
		options: Object.entries(METHOD_NAMES).map(([value, name]) => ({ name, value })),
	},
	{
		displayName: 'Path',
		name: 'path',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. /rest/posts/{post}',
		description: 'Path on the API host. Write {name} where a key goes and enter its value in Path Keys.',
	},
	{
		displayName: 'Path Keys',
		name: 'keys',
		type: 'json',
		default: '{}',
		placeholder: '{ "post": "urn:li:share:7045020441609936898" }',
		description: 'Values for the {names} in Path, encoded for you. An object makes a complex key.',
	},
	{
		displayName: 'Query',
		name: 'query',
		type: 'json',
		default: '{}',
		placeholder: '{ "q": "author", "author": "urn:li:organization:2414183" }',
		description:
			'Query parameters, encoded for you by Rest.li rules: lists become List(…), objects become (key:value)',
	},
	{
		displayName: 'Body',
		name: 'body',
		type: 'json',
		default: '{}',
		description: 'The JSON body',
		displayOptions: { show: { method: WITH_BODY } },
	},
	...listFields.map((field) => ({
		...field,
		displayOptions: { show: { ...field.displayOptions?.show, method: LISTS } },
	})),
	{
		displayName: 'Pagination',
		name: 'pagesBy',
		type: 'options',
		default: 'offset',
		description: 'How the list is paginated',
		options: [
			{ name: 'Start and Count', value: 'offset' },
			{ name: 'Page Token', value: 'token', description: 'Used by most Advertising API lists' },
		],
		displayOptions: { show: { method: LISTS } },
	},
];

/** LinkedIn's largest page on most lists. */
const ELEMENTS_A_PAGE = 100;

export const callApi = operation({
	value: 'call',
	name: 'Call',
	action: 'Call any endpoint of the LinkedIn API',
	description:
		'Send any request to the LinkedIn API, with version header, Rest.li encoding, pagination, retries and readable errors',
	builderHint: 'Only for endpoints without an operation; LinkedIn-Version and authentication are added.',
	docs: DOCS.protocolVersion,
	isRaw: true,
	access: 'full',
	scopes: { any: [] },
	routing: { restliMethod: 'GET', path: '/' },
	accessOf: (parameter) => accessOfMethod(String(parameter<unknown>('method'))),
	fields,
	async execute(call) {
		const restliMethod = readMethod(call.parameter('method', 'GET'));
		const path = readPath(call.parameter('path', ''), call.linkedin.connection.apiHost);
		const keys = readKeys(call.parameter('keys', '{}'), path);
		if (accessOfMethod(restliMethod) !== 'read') {
			refuseAds(call.linkedin, path, keys);
			call.plan(() => ({ steps: [`Send ${restliMethod} ${path}`], calls: 1 }));
		}
		const request: RestliRequest = {
			restliMethod,
			path,
			keys,
			query: readQuery(call.parameter('query', '{}')),
		};
		if (LISTS.includes(restliMethod)) return await list(call, request);
		if (WITH_BODY.includes(restliMethod)) request.body = readObject(call.parameter('body', '{}'), 'Body');
		const reply = await call.linkedin.request<unknown>(request);
		const made = written(reply, path, restliMethod === 'CREATE' ? {} : { idIn: () => undefined });
		const { id } = made;
		const isPost = /^urn:li:(share|ugcPost|activity):/.test(id ?? '');
		return [
			{
				status: reply.status,
				id,
				urn: id?.startsWith('urn:') ? id : null,
				url: isPost && id ? postUrl(id) : null,
				body: asData(reply.body),
				...noticeOf(restliMethod, reply, made.notice),
			},
		];
	},
});

/** @throws InputError for a method that Rest.li doesn't have, because an agent may make one up */
function readMethod(value: unknown): RestliMethod {
	const method = plainText(value, 'Method')
		.trim()
		.toUpperCase()
		.replace(/[\s-]+/g, '_');
	if (Object.hasOwn(METHOD_NAMES, method)) return method as RestliMethod;
	const names = Object.keys(METHOD_NAMES).join(', ');
	throw new InputError('Method', `"${method}" is not a LinkedIn API method`, `Use one of ${names}.`);
}

/** Only a create returns an id. */
function noticeOf(
	restliMethod: RestliMethod,
	{ status, isUnreadable }: Reply<unknown>,
	missingId: string | undefined,
): { notice?: string } {
	if (restliMethod === 'CREATE') return missingId === undefined ? {} : { notice: missingId };
	if (!isUnreadable) return {};
	return {
		notice: `LinkedIn accepted this, but its answer (status ${status}) couldn't be read. Check on LinkedIn before you run it again.`,
	};
}

async function list(call: Call, request: RestliRequest): Promise<IDataObject[]> {
	const items: IDataObject[] = [];
	const paging = {
		pageSize: ELEMENTS_A_PAGE,
		limit: limitOf(call),
		by: call.parameter<'offset' | 'token'>('pagesBy', 'offset'),
	};
	for await (const elements of call.linkedin.pages<unknown>(request, paging)) {
		for (const element of elements) items.push(isObject(element) ? element : { value: element as string });
	}
	return items;
}

function asData(body: unknown): IDataObject | string | null {
	if (body === undefined || body === '') return null;
	return isObject(body) ? body : (body as string);
}

function isObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
