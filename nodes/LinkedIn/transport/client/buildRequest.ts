/** A request in the form in which it travels. */
import { LINKEDIN_API_HOST } from '../memory/connection';
import { encodePath, encodeQuery } from '../restli/encode';
import { HTTP_METHOD } from '../restli/method';
import { tunnel } from '../restli/tunnel';
import type { HostOptions, HttpRequest, RestliRequest } from '../types';

/** What n8n sets where the user chose no timeout. */
const N8N_DEFAULT_TIMEOUT_MS = 300_000;

/**
 * @param version `YYYYMM`; only versioned resources carry it
 * @param apiHost scheme and host, without a slash at the end
 * @see docs.protocolVersion
 */
export function buildRequest(
	request: RestliRequest,
	version: string,
	apiHost: string,
): Pick<HttpRequest, 'kind' | 'method' | 'url' | 'headers' | 'body'> {
	const headers: Record<string, string> = { 'X-Restli-Protocol-Version': '2.0.0' };
	if (request.path.startsWith('/rest/')) headers['Linkedin-Version'] = version;
	if (request.restliMethod !== 'GET') headers['X-RestLi-Method'] = request.restliMethod;
	if (request.body) headers['Content-Type'] = 'application/json';
	const wire = tunnel({
		method: HTTP_METHOD[request.restliMethod],
		path: encodePath(request.path, request.keys),
		query: encodeQuery(request.query ?? {}),
		headers,
		body: request.body && JSON.stringify(request.body),
	});
	return {
		kind: HTTP_METHOD[request.restliMethod] === 'GET' ? 'read' : 'write',
		method: wire.method,
		url: apiHost + wire.path,
		headers: wire.headers,
		body: wire.body,
	};
}

/**
 * Of the many options n8n prepares, those that it expects on every request of the node. Where the credential is kept to
 * some domains, n8n adds the API host of LinkedIn to them, the node's own address; a credential for another API host
 * works at that host in the same way.
 * @param apiHost the credential's, scheme and host
 */
export function hostOptions(options: HostOptions = {}, apiHost: string): HostOptions {
	const { timeout = N8N_DEFAULT_TIMEOUT_MS, proxy, skipSslCertificateValidation, allowedDomains } = options;
	return {
		...(timeout !== N8N_DEFAULT_TIMEOUT_MS && { timeout }),
		proxy,
		skipSslCertificateValidation,
		...(allowedDomains !== undefined && {
			allowedDomains:
				apiHost === LINKEDIN_API_HOST ? allowedDomains : `${new URL(apiHost).hostname}, ${allowedDomains}`,
		}),
	};
}
