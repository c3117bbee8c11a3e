/** A request in the form in which it's sent. */
import { LINKEDIN_API_HOST } from '../memory/connection';
import { encodePath, encodeQuery } from '../restli/encode';
import { HTTP_METHOD } from '../restli/method';
import { tunnel } from '../restli/tunnel';
import type { HostOptions, HttpRequest, RestliRequest } from '../types';

/** n8n's value if the user didn't set a timeout. */
const N8N_DEFAULT_TIMEOUT_MS = 300_000;

/**
 * @param version `YYYYMM`; sent only to versioned resources
 * @param apiHost scheme and host, without a trailing slash
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
 * Of the many options that n8n prepares, those that it expects on every request. If the credential limits its domains,
 * n8n also allows LinkedIn's API host, the node's own address; another API host in the credential is allowed in the
 * same way.
 * @param apiHost of the credential: scheme and host
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
