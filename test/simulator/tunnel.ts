import { ApiError, badRequest } from './errors';

/** "URL length limit ~4 KB, 414 URI Too Long" (docs.queryTunneling): longer queries must be tunnelled. */
const MAX_QUERY_CHARACTERS = 4096;

export interface Untunnelled {
	httpMethod: string;
	query: string;
	contentType: string;
	/** The body of the original request; empty if it has none. */
	body: string;
}

/**
 * Unpacks a tunnelled request (docs.queryTunneling): a POST with X-HTTP-Method-Override whose body is the query, or a
 * multipart of query and JSON. Other requests are returned unchanged.
 * @throws ApiError 400 for an invalid tunnel, 414 for a query that should have been tunnelled
 */
export function openTunnel(request: {
	httpMethod: string;
	query: string;
	body: string;
	contentType: string;
	override?: string;
}): Untunnelled {
	const { httpMethod, query, body, contentType } = request;
	if (query.length > MAX_QUERY_CHARACTERS) throw new ApiError(414, '');
	if (request.override === undefined) return { httpMethod, query, body, contentType };
	const override = request.override.toUpperCase();
	if (httpMethod !== 'POST') throw badRequest('X-HTTP-Method-Override goes with POST only');
	if (!['GET', 'POST', 'PUT', 'DELETE'].includes(override)) {
		throw badRequest(`X-HTTP-Method-Override ${request.override} is not GET, POST, PUT or DELETE`);
	}
	if (query !== '') throw badRequest('A tunnelled request has its query in the body, not in the URL');
	const mediaType = contentType.split(';')[0].trim().toLowerCase();
	if (mediaType === 'application/x-www-form-urlencoded') {
		return { httpMethod: override, query: body, contentType: '', body: '' };
	}
	if (mediaType !== 'multipart/mixed') {
		throw badRequest(`A tunnelled body is form-urlencoded or multipart/mixed, not ${mediaType || 'untyped'}`);
	}
	if (override === 'GET') throw badRequest('A tunnelled GET has no body of its own');
	const boundary = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType);
	if (!boundary) throw badRequest('The multipart body has no boundary');
	const parts = readParts(body, boundary[1] ?? boundary[2]);
	return {
		httpMethod: override,
		query: parts['application/x-www-form-urlencoded'],
		contentType: 'application/json',
		body: parts['application/json'],
	};
}

type PartType = 'application/x-www-form-urlencoded' | 'application/json';

function readParts(body: string, boundary: string): Record<PartType, string> {
	const pieces = body.split(`--${boundary}`);
	if (pieces.length !== 4 || pieces[0] !== '' || pieces[3].trimEnd() !== '--') {
		throw badRequest('A tunnelled multipart body has exactly two parts and a closing boundary');
	}
	const parts = new Map<string, string>();
	for (const piece of pieces.slice(1, 3)) {
		const part = /^\r\n([\s\S]*?)\r\n\r\n([\s\S]*)\r\n$/.exec(piece);
		const type = part && /^content-type:\s*([^\s;]+)/im.exec(part[1]);
		if (!part || !type) throw badRequest('A part of the multipart body has no Content-Type');
		parts.set(type[1].toLowerCase(), part[2]);
	}
	const query = parts.get('application/x-www-form-urlencoded');
	const json = parts.get('application/json');
	if (query === undefined || json === undefined) {
		throw badRequest('A tunnelled multipart body has one form-urlencoded and one JSON part');
	}
	return { 'application/x-www-form-urlencoded': query, 'application/json': json };
}
