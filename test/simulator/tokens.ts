import { randomBytes } from 'node:crypto';
import { apiError } from './errors';
import { idClaims, type IdClaims } from './idTokens';
import type { Clock } from './clock';
import type { App } from './apps';
import type { Member } from './model';

export const ACCESS_TOKEN_SECONDS = 60 * 24 * 60 * 60;
export const REFRESH_TOKEN_SECONDS = 365 * 24 * 60 * 60;
export const APPLICATION_TOKEN_SECONDS = 30 * 60;
export const CODE_SECONDS = 30 * 60;

export interface Token {
	value: string;
	app: string;
	/** Key of the member; absent on an application's own (2-legged) token. */
	member?: string;
	scopes: Set<string>;
	authorizedAt: number;
	createdAt: number;
	expiresAt: number;
	isRevoked: boolean;
}

export interface RefreshToken extends Omit<Token, 'createdAt'> {
	member: string;
}

interface Code {
	app: string;
	member: string;
	scopes: string[];
	redirectUri: string;
	expiresAt: number;
}

export interface IssuedToken {
	accessToken: string;
	refreshToken?: string;
	refreshTokenExpiresIn?: number;
	/** What the id token says, if there is one. */
	idClaims?: IdClaims;
	/** Comma-separated, as LinkedIn answers (docs/behaviour.md#tokens). */
	scope: string;
	expiresIn: number;
}

/** Access and refresh tokens and authorization codes (docs.authorization), all expiring by the simulator's clock. */
export class Tokens {
	private readonly access = new Map<string, Token>();
	private readonly refresh = new Map<string, RefreshToken>();
	private readonly codes = new Map<string, Code>();
	private readonly grants = new Map<string, string>();

	constructor(private readonly clock: Clock) {}

	/** Every access token so far, newest last. */
	all(): Token[] {
		return [...this.access.values()];
	}

	/** A member's consent: another set of scopes revokes all earlier tokens of member and app (docs.authorization). */
	consent(app: App, member: Member, scopes: string[], redirectUri: string): string {
		const grant = `${app.clientId} ${member.key}`;
		const scopeSet = [...new Set(scopes)].sort().join(' ');
		if ((this.grants.get(grant) ?? scopeSet) !== scopeSet) this.revokeAll(app.clientId, member.key);
		this.grants.set(grant, scopeSet);
		const code = `AQ${randomBytes(90).toString('base64url')}`;
		const expiresAt = this.clock.now() + CODE_SECONDS * 1000;
		this.codes.set(code, { app: app.clientId, member: member.key, scopes, redirectUri, expiresAt });
		return code;
	}

	/** The code's grant, once. Undefined for an unknown or used code. */
	takeCode(code: string): Code | undefined {
		const found = this.codes.get(code);
		this.codes.delete(code);
		return found;
	}

	issue(options: {
		app: App;
		member: Member;
		scopes: string[];
		issuer: string;
		expiresInSeconds?: number;
		refreshable?: boolean;
	}): IssuedToken {
		const { app, member, scopes } = options;
		const now = this.clock.now();
		const expiresIn = options.expiresInSeconds ?? ACCESS_TOKEN_SECONDS;
		const token = this.addAccess(app.clientId, member.key, scopes, now, expiresIn);
		const issued: IssuedToken = {
			accessToken: token.value,
			scope: [...token.scopes].sort().join(','),
			expiresIn,
		};
		if (options.refreshable) {
			issued.refreshToken = randomToken();
			issued.refreshTokenExpiresIn = REFRESH_TOKEN_SECONDS;
			this.refresh.set(issued.refreshToken, {
				value: issued.refreshToken,
				app: app.clientId,
				member: member.key,
				scopes: token.scopes,
				authorizedAt: now,
				expiresAt: now + REFRESH_TOKEN_SECONDS * 1000,
				isRevoked: false,
			});
		}
		if (token.scopes.has('openid')) {
			issued.idClaims = idClaims(app, member, options.issuer, now, expiresIn);
		}
		return issued;
	}

	/** A new access token; the refresh token stays the same and its lifetime isn't extended (docs.refreshTokens). */
	renew(value: string, app: App): IssuedToken | undefined {
		const found = this.refresh.get(value);
		const now = this.clock.now();
		if (!found || found.app !== app.clientId || found.isRevoked || found.expiresAt <= now) return undefined;
		const scopes = [...found.scopes];
		const token = this.addAccess(
			found.app,
			found.member,
			scopes,
			found.authorizedAt,
			app.accessTokenSeconds ?? ACCESS_TOKEN_SECONDS,
		);
		return {
			accessToken: token.value,
			refreshToken: value,
			refreshTokenExpiresIn: Math.floor((found.expiresAt - now) / 1000),
			scope: scopes.sort().join(','),
			expiresIn: Math.floor((token.expiresAt - now) / 1000),
		};
	}

	issueToApplication(app: App): IssuedToken {
		const token = this.addAccess(app.clientId, undefined, [], this.clock.now(), APPLICATION_TOKEN_SECONDS);
		return { accessToken: token.value, scope: '', expiresIn: APPLICATION_TOKEN_SECONDS };
	}

	find(value: string): Token | undefined {
		return this.access.get(value);
	}

	/** Whether a member still lets an app do this: an access or refresh token with one of the scopes is valid. */
	hasGrant(app: string, member: string, scopes: readonly string[]): boolean {
		const now = this.clock.now();
		return [...this.access.values(), ...this.refresh.values()].some(
			(one) =>
				one.app === app &&
				one.member === member &&
				!one.isRevoked &&
				one.expiresAt > now &&
				scopes.some((scope) => one.scopes.has(scope)),
		);
	}

	/** Ends one token early; its next use answers 65601. */
	revoke(value: string): void {
		const token = this.access.get(value) ?? this.refresh.get(value);
		if (token) token.isRevoked = true;
	}

	/** Ends every token of a member at an app, including refresh tokens. */
	revokeAll(app: string, member: string): void {
		for (const token of [...this.access.values(), ...this.refresh.values()]) {
			if (token.app === app && token.member === member) token.isRevoked = true;
		}
	}

	/** The token of an Authorization header. @throws ApiError 401 with the codes of docs.errors */
	require(header: string | undefined): Token {
		const value = /^Bearer (\S+)$/i.exec(header ?? '')?.[1];
		if (value === undefined) {
			throw apiError(401, 'EMPTY_ACCESS_TOKEN', 'Empty or missing OAuth2 access token', 65604);
		}
		const token = this.access.get(value);
		if (!token) throw apiError(401, 'INVALID_ACCESS_TOKEN', 'Invalid access token', 65600);
		if (token.isRevoked) {
			const message = 'The token used in the request has been revoked by the user';
			throw apiError(401, 'REVOKED_ACCESS_TOKEN', message, 65601);
		}
		if (token.expiresAt <= this.clock.now()) {
			throw apiError(401, 'EXPIRED_ACCESS_TOKEN', 'The token used in the request has expired', 65602);
		}
		return token;
	}

	private addAccess(
		app: string,
		member: string | undefined,
		scopes: string[],
		authorizedAt: number,
		seconds: number,
	): Token {
		const now = this.clock.now();
		const token: Token = {
			value: randomToken(),
			app,
			...(member === undefined ? {} : { member }),
			scopes: new Set(scopes),
			authorizedAt,
			createdAt: now,
			expiresAt: now + seconds * 1000,
			isRevoked: false,
		};
		this.access.set(token.value, token);
		return token;
	}
}

/** About 1,200 characters: LinkedIn says to allow for 1,000 and more. */
const randomToken = () => `AQ${randomBytes(900).toString('base64url')}`;
