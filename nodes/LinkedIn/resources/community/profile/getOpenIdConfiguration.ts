import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { optionalText, readEntity } from '../../../transport/answers/readEntity';
import { parsedUrl } from '../../../transport/text/parsedUrl';
import { neededEntity } from '../../batchGet';
import { DOCS } from '../../docs';
import { operation } from '../../operation';

/** Where LinkedIn's own discovery document says its keys are. */
const JWKS_PATH = '/oauth/openid/jwks';

const discoveryDocument = z.object({ jwks_uri: optionalText }).passthrough();
const keySet = z.object({ keys: z.array(z.record(z.unknown())) }).partial();

export const getOpenIdConfiguration = operation({
	value: 'getOpenIdConfiguration',
	name: 'Get OpenID Configuration',
	action: 'Get the OpenID Connect configuration and keys',
	description: "Get LinkedIn's OpenID endpoints and the public keys that verify ID tokens",
	docs: DOCS.signIn,
	access: 'read',
	scopes: { any: [] },
	routing: { restliMethod: 'GET', path: '/oauth/.well-known/openid-configuration' },
	fields: [],
	async execute(call) {
		const discovery = await call.linkedin.request<unknown>({ ...call.routing, isAtOAuthHost: true });
		const document = neededEntity(discovery.body, call.routing);
		const configuration = readEntity(discoveryDocument, document) ?? {};
		const { body } = await call.linkedin.request<unknown>({
			restliMethod: 'GET',
			path: keysPath(configuration.jwks_uri),
			isAtOAuthHost: true,
		});
		const { keys = [] } = readEntity(keySet, body) ?? {};
		if (!call.simplify) return [{ ...(document as IDataObject), keys: keys as IDataObject[] }];
		return [
			{
				url: `${call.linkedin.connection.oauthHost}${call.routing.path}`,
				issuer: text(configuration.issuer),
				authorizationEndpoint: text(configuration.authorization_endpoint),
				tokenEndpoint: text(configuration.token_endpoint),
				userinfoEndpoint: text(configuration.userinfo_endpoint),
				keysUrl: configuration.jwks_uri ?? null,
				scopes: texts(configuration.scopes_supported),
				claims: texts(configuration.claims_supported),
				algorithms: texts(configuration.id_token_signing_alg_values_supported),
				keys: keys as IDataObject[],
			},
		];
	},
});

/** Only the path is taken from the document: the host stays that of the credential. */
function keysPath(address: string | undefined): string {
	const path = parsedUrl(address ?? '')?.pathname ?? JWKS_PATH;
	return /^\/oauth\/[\w/.-]+$/.test(path) ? path : JWKS_PATH;
}

function text(value: unknown): string | null {
	return typeof value === 'string' ? value : null;
}

function texts(value: unknown): string[] {
	return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
