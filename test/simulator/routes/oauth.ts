import { ApiError, oauthError } from '../errors';
import { scopesOf } from '../apps';
import { keySet, signed } from '../idTokens';
import { ACCESS_TOKEN_SECONDS } from '../tokens';
import type { App } from '../apps';
import type { Clock } from '../clock';
import type { IssuedToken } from '../tokens';
import type { RawRequest } from '../dispatch';
import type { Answer } from '../resource';
import type { State } from '../state';

interface World {
	state: State;
	clock: Clock;
	url: string;
}

/** Everything under /oauth (docs.authorization). @throws ApiError 404 for other paths, and OAuth's own errors */
export async function answerOAuth(request: RawRequest, world: World): Promise<Answer> {
	const [path, query = ''] = request.url.split('?');
	switch (`${request.httpMethod} ${path}`) {
		case 'GET /oauth/v2/authorization':
			return authorize(new URLSearchParams(query), world);
		case 'POST /oauth/v2/accessToken':
			return await accessToken(readForm(request), world);
		case 'POST /oauth/v2/introspectToken':
			return introspect(readForm(request), world);
		case 'GET /oauth/.well-known/openid-configuration':
			return { status: 200, body: discovery(world.url) };
		case 'GET /oauth/openid/jwks':
			return { status: 200, body: await keySet() };
		default:
			throw new ApiError(404, '');
	}
}

/**
 * docs.authorization. The member of `state.oauthMember` is logged in and consents immediately. Errors about the client
 * or its address are shown as a page, because redirecting isn't allowed then; an unknown scope is reported to the app.
 */
function authorize(query: URLSearchParams, { state }: World): Answer {
	const app = state.apps.get(query.get('client_id') ?? '');
	if (!app) return page(400, "Client_id doesn't match");
	const redirectUri = query.get('redirect_uri') ?? '';
	if (!isRegistered(app, redirectUri)) return page(400, "Redirect_uri doesn't match");
	const redirect = (answer: Record<string, string>): Answer => {
		const location = new URL(redirectUri);
		for (const [name, value] of Object.entries(answer)) location.searchParams.set(name, value);
		const stateParameter = query.get('state');
		if (stateParameter !== null) location.searchParams.set('state', stateParameter);
		return { status: 302, headers: { location: location.toString() } };
	};
	if (query.get('response_type') !== 'code') {
		return redirect({
			error: 'unsupported_response_type',
			error_description: 'response_type has to be code',
		});
	}
	const scopes = (query.get('scope') ?? '').split(/[ ,]+/).filter((scope) => scope !== '');
	if (scopes.length === 0) return page(401, 'Invalid scope');
	const allowed = scopesOf(app);
	const foreign = scopes.find((scope) => !allowed.has(scope));
	if (foreign !== undefined) {
		return redirect({
			error: 'unauthorized_scope_error',
			error_description: `Scope "${foreign}" is not authorized for your application`,
		});
	}
	if (state.oauthRefusal) {
		return redirect({
			error: state.oauthRefusal,
			error_description: 'The user cancelled LinkedIn login',
		});
	}
	return redirect({ code: state.tokens.consent(app, state.member(state.oauthMember), scopes, redirectUri) });
}

/** Exact match, ignoring the query of a registered address; https, or http on this machine. */
function isRegistered(app: App, redirectUri: string): boolean {
	if (!URL.canParse(redirectUri) || redirectUri.includes('#')) return false;
	const { protocol, hostname } = new URL(redirectUri);
	const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
	if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback)) return false;
	return app.redirectUris.some((one) =>
		typeof one === 'string' ? one.split('?')[0] === redirectUri.split('?')[0] : one.test(redirectUri),
	);
}

const page = (status: number, message: string): Answer => ({
	status,
	headers: { 'content-type': 'text/html; charset=utf-8' },
	body: `<!DOCTYPE html><html lang="en"><title>LinkedIn</title><h1>Bummer, something went wrong.</h1><p>${message}</p></html>`,
});

function readForm(request: RawRequest): URLSearchParams {
	const contentType = (request.headers['content-type'] ?? '').split(';')[0].trim().toLowerCase();
	if (contentType !== 'application/x-www-form-urlencoded') {
		throw oauthError(400, 'invalid_request', 'The body has to be application/x-www-form-urlencoded');
	}
	return new URLSearchParams(request.body);
}

/** The app of `client_id` and `client_secret` in the body; LinkedIn doesn't read an Authorization header here. */
function requireClient(form: URLSearchParams, state: State): App {
	for (const name of ['client_id', 'client_secret']) {
		if (!form.get(name))
			throw oauthError(400, 'invalid_request', `A required parameter "${name}" is missing`);
	}
	const app = state.apps.get(form.get('client_id') ?? '');
	if (!app || app.clientSecret !== form.get('client_secret')) {
		throw oauthError(401, 'invalid_client', 'Client authentication failed');
	}
	return app;
}

/** docs.authorization, docs.refreshTokens, docs.clientCredentials */
async function accessToken(form: URLSearchParams, world: World): Promise<Answer> {
	const grantType = form.get('grant_type');
	if (!grantType) throw oauthError(400, 'invalid_request', 'A required parameter "grant_type" is missing');
	const app = requireClient(form, world.state);
	switch (grantType) {
		case 'authorization_code':
			return await exchangeCode(form, app, world);
		case 'refresh_token':
			return await refresh(form, app, world);
		case 'client_credentials':
			if (!app.applicationTokens) {
				const description = 'This application is not allowed to create application tokens';
				throw oauthError(401, 'access_denied', description);
			}
			return await tokenAnswer(world.state.tokens.issueToApplication(app), false);
		default:
			throw oauthError(400, 'unsupported_grant_type', `grant_type ${grantType} is not supported`);
	}
}

async function exchangeCode(form: URLSearchParams, app: App, { state, clock, url }: World): Promise<Answer> {
	for (const name of ['code', 'redirect_uri']) {
		if (!form.get(name))
			throw oauthError(400, 'invalid_request', `A required parameter "${name}" is missing`);
	}
	const code = state.tokens.takeCode(form.get('code') ?? '');
	if (!code) {
		const description = 'Unable to retrieve access token: authorization code not found';
		throw oauthError(401, 'invalid_request', description);
	}
	const isRight =
		code.app === app.clientId &&
		code.redirectUri === form.get('redirect_uri') &&
		code.expiresAt > clock.now();
	if (!isRight) {
		throw oauthError(
			400,
			'invalid_redirect_uri',
			'Unable to retrieve access token: appid/redirect uri/code verifier does not match authorization code. Or authorization code expired. Or external member binding exists',
		);
	}
	const issued = state.tokens.issue({
		app,
		member: state.member(code.member),
		scopes: code.scopes,
		issuer: `${url}/oauth`,
		expiresInSeconds: app.accessTokenSeconds ?? ACCESS_TOKEN_SECONDS,
		refreshable: app.refreshTokens,
	});
	return await tokenAnswer(issued, true);
}

async function refresh(form: URLSearchParams, app: App, { state }: World): Promise<Answer> {
	const value = form.get('refresh_token');
	if (!value) throw oauthError(400, 'invalid_request', 'A required parameter "refresh_token" is missing');
	const issued = state.tokens.renew(value, app);
	if (!issued) {
		throw oauthError(
			400,
			'invalid_request',
			'The provided authorization grant or refresh token is invalid, expired or revoked.',
		);
	}
	return await tokenAnswer(issued, false);
}

async function tokenAnswer(issued: IssuedToken, isFirst: boolean): Promise<Answer> {
	return {
		status: 200,
		body: {
			access_token: issued.accessToken,
			expires_in: issued.expiresIn,
			...(issued.refreshToken
				? {
						refresh_token: issued.refreshToken,
						refresh_token_expires_in: issued.refreshTokenExpiresIn,
					}
				: {}),
			...(isFirst ? { scope: issued.scope, token_type: 'Bearer' } : {}),
			...(issued.idClaims ? { id_token: await signed(issued.idClaims) } : {}),
		},
	};
}

/** Another app's token is just inactive (docs.introspection). */
function introspect(form: URLSearchParams, { state, clock }: World): Answer {
	const app = state.apps.get(form.get('client_id') ?? '');
	if (!app) throw oauthError(400, 'invalid_request', 'Client id is wrong');
	if (app.clientSecret !== form.get('client_secret')) {
		throw oauthError(401, 'invalid_client', 'Client authentication failed');
	}
	const value = form.get('token');
	if (!value) throw oauthError(400, 'invalid_request', 'A required parameter "token" is missing');
	const token = state.tokens.find(value);
	if (!token) throw oauthError(400, 'invalid_request', 'The token is malformed');
	if (token.app !== app.clientId) return { status: 200, body: { active: false } };
	const isExpired = token.expiresAt <= clock.now();
	const status = token.isRevoked ? 'revoked' : isExpired ? 'expired' : 'active';
	const seconds = (ms: number) => Math.floor(ms / 1000);
	return {
		status: 200,
		body: {
			active: status === 'active',
			client_id: token.app,
			authorized_at: seconds(token.authorizedAt),
			created_at: seconds(token.createdAt),
			status,
			expires_at: seconds(token.expiresAt),
			...(token.member === undefined ? {} : { scope: [...token.scopes].sort().join(',') }),
			auth_type: token.member === undefined ? '2L' : '3L',
		},
	};
}

/** As in docs.signIn, with the simulator's own address. */
function discovery(url: string): Record<string, unknown> {
	return {
		issuer: `${url}/oauth`,
		authorization_endpoint: `${url}/oauth/v2/authorization`,
		token_endpoint: `${url}/oauth/v2/accessToken`,
		userinfo_endpoint: `${url}/v2/userinfo`,
		jwks_uri: `${url}/oauth/openid/jwks`,
		response_types_supported: ['code'],
		subject_types_supported: ['pairwise'],
		id_token_signing_alg_values_supported: ['RS256'],
		scopes_supported: ['openid', 'profile', 'email'],
		claims_supported: ['iss', 'aud', 'iat', 'exp', 'sub', 'name', 'given_name', 'family_name', 'locale'],
	};
}
