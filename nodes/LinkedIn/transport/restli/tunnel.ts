import { boundaryFor } from './boundary';

/** A request as it's sent: `path` includes the query. */
export interface WireRequest {
	method: string;
	path: string;
	headers: Record<string, string>;
	body?: string;
}

/** LinkedIn's own client tunnels longer queries; its URL limit is about 4 KB (docs/behaviour.md#encoding). */
export const TUNNEL_ABOVE_CHARACTERS = 4000;

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

function withoutContentType(headers: Record<string, string>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-type'),
	);
}

/**
 * Moves a query that is too long for a URL into the body of a POST (docs.queryTunneling).
 *
 * @param request `query` as encodeQuery wrote it, without `?`; `body` as JSON text, absent for a request without one
 * @returns the request with its query in the path up to TUNNEL_ABOVE_CHARACTERS characters; otherwise a POST with
 * `X-HTTP-Method-Override`, form-encoded, or multipart if there is a body. `X-RestLi-Method` stays the same.
 */
export function tunnel(request: {
	method: string;
	path: string;
	query: string;
	headers: Record<string, string>;
	body?: string;
}): WireRequest {
	const { method, path, query, headers, body } = request;
	if (query.length <= TUNNEL_ABOVE_CHARACTERS) {
		return {
			method,
			path: query === '' ? path : `${path}?${query}`,
			headers: { ...headers },
			...(body === undefined ? {} : { body }),
		};
	}
	const tunnelled = { ...withoutContentType(headers), 'X-HTTP-Method-Override': method.toUpperCase() };
	if (body === undefined) {
		return { method: 'POST', path, headers: { ...tunnelled, 'Content-Type': FORM }, body: query };
	}
	const boundary = boundaryFor('restli-tunnel', [query, body]);
	return {
		method: 'POST',
		path,
		headers: { ...tunnelled, 'Content-Type': `multipart/mixed; boundary=${boundary}` },
		body: [
			`--${boundary}`,
			`Content-Type: ${FORM}`,
			'',
			query,
			`--${boundary}`,
			`Content-Type: ${JSON_TYPE}`,
			'',
			body,
			`--${boundary}--`,
		].join('\r\n'),
	};
}
