/** What a credential says about a connection, read without a call. */
import { createHash } from 'crypto';
import type { ICredentialDataDecryptedObject, INode } from 'n8n-workflow';
import { z } from 'zod';

import { readEntity } from '../answers/readEntity';
import { LinkedInError } from '../errors/errors';
import { productsOf, type ProductKey } from '../linkedin/products';
import { DEFAULT_VERSION, isVersion } from '../linkedin/version';
import { parsedUrl } from '../text/parsedUrl';
import { readRules, type CredentialRules } from '../policy/credentialRules';

export const LINKEDIN_API_HOST = 'https://api.linkedin.com';
export const LINKEDIN_OAUTH_HOST = 'https://www.linkedin.com';

/**
 * An address that may receive a token, without its query: https, or plain http to this machine, and without a user
 * name. A pattern, because n8n's expressions don't have URL; a run uses it too, so that both refuse the same addresses.
 */
const SAFE_ADDRESS =
	/^(https:\/\/[^\s\p{Cc}/?#\\@]+|http:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?)(\/[^\s\p{Cc}?#\\]*)?(?:[?#][^\s\p{Cc}]*)?$/iu;

/**
 * The credential's own host as an n8n expression, without braces: empty if a run would refuse it.
 * @param field the expression of the field, e.g. `$credentials.apiHost`
 * @returns the code of a text without a trailing slash
 */
export function safeHostCode(field: string): string {
	return `(String(${field} ?? "").trim().match(${SAFE_ADDRESS}) || []).slice(1).join("").replace(/\\/{1,64}$/, "")`;
}

/** The API host as n8n resolves it from the credential, to test a pasted token. */
export const API_HOST_EXPRESSION = `={{ $credentials.environment === "custom" && $credentials.advanced !== false ? ${safeHostCode('$credentials.apiHost')} : "${LINKEDIN_API_HOST}" }}`;

/** Of 6 bits each. */
const DIGEST_CHARACTERS = 22;

export type Tier = 'unknown' | 'development' | 'standard';
export type CredentialType = 'linkedInSuiteOAuth2Api' | 'linkedInSuiteAccessTokenApi';

export interface Connection {
	credentialType: CredentialType;
	/**
	 * Identifies credential, hosts and member, for what is remembered about them: lanes, quotas, version, who the
	 * member is. Stays when n8n renews the token. Contains no secret.
	 */
	key: string;
	/**
	 * Identifies the member's consent, for what LinkedIn turned out to permit. Changes when the member connects again,
	 * and stays when n8n renews the token. Contains no secret.
	 */
	grantKey: string;
	/** Names the credential, also when another member connects. Not a secret. */
	credentialKey: string;
	clientId: string | undefined;
	/** Scheme, host and port; no trailing slash. */
	apiHost: string;
	oauthHost: string;
	/** The pinned version, `YYYYMM`. */
	version: string;
	movesOn: boolean;
	tier: Tier;
	/** What LinkedIn granted; undefined for a pasted token, whose scopes aren't known. */
	grantedScopes: ReadonlySet<string> | undefined;
	/** When the token ends, epoch milliseconds, if the stored token says so. */
	expiresAtMs: number | undefined;
	/** n8n can renew the token. */
	canRefresh: boolean;
	/** What the credential says the LinkedIn app has; undefined for a pasted token. */
	products: readonly ProductKey[] | undefined;
	/** What the owner of the credential allows. */
	rules: CredentialRules;
	/** Claims of the stored id_token, where LinkedIn sent one. */
	identity: MemberIdentity | undefined;
}

/** @see docs.signIn */
const identityClaims = z.object({
	sub: z.string().min(1),
	iat: z.number().optional(),
	name: z.string().optional(),
	given_name: z.string().optional(),
	family_name: z.string().optional(),
	picture: z.string().optional(),
	email: z.string().optional(),
	/** Documented as a string, but also seen as an object. */
	locale: z.union([z.string(), z.object({ language: z.string(), country: z.string() })]).optional(),
});

export type MemberIdentity = z.infer<typeof identityClaims>;

/** Only what is used here; n8n stores more. Scopes are separated by commas, with some clients by spaces. */
const text = z.string().min(1).optional().catch(undefined);
const storedToken = z.object({
	access_token: text,
	scope: text,
	expires_in: z.coerce.number().finite().optional().catch(undefined),
	n8n_expires_at: z
		.union([z.number(), z.string().min(1)])
		.optional()
		.catch(undefined),
	refresh_token: text,
	id_token: text,
});

/**
 * @param type the credential type the node uses
 * @param data the decrypted credential
 * @param node the node, for the credential's id
 * @throws LinkedInError for an unconnected credential, a bad version or an unsafe host, before any call
 */
export function readConnection(
	type: CredentialType,
	data: ICredentialDataDecryptedObject,
	node: INode,
): Connection {
	const isOAuth = type === 'linkedInSuiteOAuth2Api';
	const token = storedToken.catch({}).parse(data.oauthTokenData ?? {});
	const usesClientCredentials = isOAuth && data.advanced === true && data.grantType === 'clientCredentials';
	const secret = isOAuth ? token.access_token : String(data.accessToken ?? '');
	if (!secret && !usesClientCredentials) throw notConnected(isOAuth);

	const isCustom = data.environment === 'custom' && (!isOAuth || data.advanced === true);
	const clientId = isOAuth ? String(data.clientId ?? '') : undefined;
	const apiHost = isCustom ? safeHost(data.apiHost, 'API Host') : LINKEDIN_API_HOST;
	const oauthHost = isCustom && isOAuth ? safeHost(data.oauthHost, 'OAuth Host') : LINKEDIN_OAUTH_HOST;
	const grantedScopes = token.scope ? new Set(token.scope.split(/[\s,]+/).filter(Boolean)) : undefined;
	// n8n keeps the id_token of an earlier connection, even if the current one doesn't have openid.
	const hasIdentity = grantedScopes === undefined || grantedScopes.has('openid');
	const claims = hasIdentity ? idTokenClaims(token.id_token) : undefined;
	// LinkedIn returns the same refresh token on each renewal; without one, nothing is renewed.
	const grant = usesClientCredentials ? ['client', clientId] : ['token', token.refresh_token ?? secret];
	const member = claims ? ['sub', claims.sub] : grant;
	const { id, name = 'unsaved' } = node.credentials?.[type] ?? { id: null };
	const credentialKey = `${type} ${id ?? name}`;
	const key = `${credentialKey} ${digest([apiHost, oauthHost, member])}`;
	return {
		credentialType: type,
		key,
		grantKey: `${key} ${digest([grant, [...(grantedScopes ?? [])].sort()])}`,
		credentialKey,
		clientId,
		apiHost,
		oauthHost,
		version: pinnedVersion(data),
		movesOn: data.whenVersionEnds !== 'fail',
		tier: data.tier === 'development' || data.tier === 'standard' ? data.tier : 'unknown',
		grantedScopes,
		expiresAtMs: expiry(token, claims?.iat),
		canRefresh: usesClientCredentials || Boolean(token.refresh_token),
		products: isOAuth ? productsOf(data) : undefined,
		rules: readRules(data),
		identity: claims,
	};
}

/** A hash that identifies the input without revealing it. */
function digest(parts: unknown[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, DIGEST_CHARACTERS);
}

function notConnected(isOAuth: boolean): LinkedInError {
	return new LinkedInError(
		isOAuth ? 'This LinkedIn credential is not connected yet' : 'The access token is empty',
		{
			code: 'NOT_CONNECTED',
			field: 'Credential',
			advice: isOAuth
				? 'Open the credential and press Connect. If LinkedIn ends on "Insufficient parameters for OAuth2 callback", it refused a scope: under Your App Has, choose only products that your LinkedIn app has, and add a single scope that it lacks to Leave Out Scopes (under Advanced).'
				: 'Paste a token from the Token Generator of the LinkedIn developer portal into the credential.',
		},
	);
}

function pinnedVersion(data: ICredentialDataDecryptedObject): string {
	const chosen = data.version === 'custom' ? data.customVersion : (data.version ?? DEFAULT_VERSION);
	const version = String(chosen ?? '').trim();
	if (isVersion(version)) return version;
	throw new LinkedInError(`"${version}" is not a LinkedIn API version`, {
		code: 'INVALID_INPUT',
		field: 'API Version',
		advice: `Type year and month without a dash in the credential, e.g. ${DEFAULT_VERSION}.`,
	});
}

/**
 * The token goes to this host, so it must be https; plain http only to this machine.
 * @returns scheme, host, port and path prefix without a trailing slash
 */
function safeHost(value: unknown, field: string): string {
	const text = String(value ?? '').trim();
	const url = parsedUrl(text);
	if (url && SAFE_ADDRESS.test(text)) return `${url.origin}${withoutSlashes(url.pathname)}`;
	throw new LinkedInError(
		`"${url?.username || url?.password ? 'the given address' : text}" can't be used as ${field}`,
		{
			code: 'INVALID_INPUT',
			field,
			advice:
				'Enter an address that starts with https://, e.g. https://gateway.example.com. Plain http:// works only for this machine (http://127.0.0.1:4010), because the token travels to it.',
		},
	);
}

function withoutSlashes(path: string): string {
	let end = path.length;
	while (path[end - 1] === '/') end -= 1;
	return path.slice(0, end);
}

function expiry(token: z.infer<typeof storedToken>, issuedAtSeconds: number | undefined): number | undefined {
	if (token.n8n_expires_at !== undefined) {
		const at = Number(token.n8n_expires_at);
		if (Number.isFinite(at)) return at < 1e11 ? at * 1000 : at;
		const parsed = Date.parse(String(token.n8n_expires_at));
		if (!Number.isNaN(parsed)) return parsed;
	}
	if (issuedAtSeconds !== undefined && token.expires_in !== undefined) {
		return (issuedAtSeconds + token.expires_in) * 1000;
	}
	return undefined;
}

/** The claims aren't verified: the token came directly from LinkedIn's endpoint at the credential's host. */
function idTokenClaims(idToken: string | undefined): MemberIdentity | undefined {
	const payload = idToken?.split('.')[1];
	if (!payload) return undefined;
	try {
		return readEntity(identityClaims, JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
	} catch {
		return undefined;
	}
}
