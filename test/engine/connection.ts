import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Simulator } from '../simulator';
import type { HarnessCredential } from './credentials';

export interface ConnectionOptions {
	/** A member of the simulator's world. Default `ada`, who administers a page. */
	member?: string;
	/** By default everything that the Community Management product gives. */
	scopes?: readonly string[];
	/** The simulator's client id. */
	app?: string;
	authentication?: 'oAuth2' | 'accessToken';
	refreshable?: boolean;
	expiresInSeconds?: number;
	/** Further fields of the credential, e.g. `{ tier: 'standard' }`. */
	fields?: ICredentialDataDecryptedObject;
}

/**
 * The scopes that LinkedIn's own page lists for the product (docs.communityManagement), without the analytics of
 * members.
 */
export const COMMUNITY_SCOPES = [
	'r_basicprofile',
	'w_member_social',
	'w_member_social_feed',
	'r_organization_social',
	'w_organization_social',
	'r_organization_social_feed',
	'w_organization_social_feed',
	'rw_organization_admin',
] as const;

/** A credential of this package that is connected to the simulator, as a user would have saved it. */
export function connectTo(simulator: Simulator, options: ConnectionOptions = {}): HarnessCredential {
	const { member = 'ada', scopes = COMMUNITY_SCOPES, authentication = 'oAuth2' } = options;
	const { app, refreshable = true, expiresInSeconds } = options;
	const token = simulator.issueToken({ member, scopes: [...scopes], app, refreshable, expiresInSeconds });
	if (authentication === 'accessToken') {
		return {
			type: 'linkedInSuiteAccessTokenApi',
			data: {
				accessToken: token.accessToken,
				environment: 'custom',
				apiHost: simulator.url,
				tier: 'standard',
				...options.fields,
			},
		};
	}
	const registered = [...simulator.state.apps.values()].find((known) => !app || known.clientId === app);
	if (!registered) throw new Error(`The simulator has no app ${app}`);
	return {
		type: 'linkedInSuiteOAuth2Api',
		data: {
			appHas: 'communityManagement',
			tier: 'standard',
			advanced: true,
			environment: 'custom',
			apiHost: simulator.url,
			oauthHost: simulator.url,
			clientId: registered.clientId,
			clientSecret: registered.clientSecret,
			oauthTokenData: {
				access_token: token.accessToken,
				token_type: 'Bearer',
				scope: token.scope,
				expires_in: token.expiresIn,
				...(token.refreshToken && { refresh_token: token.refreshToken }),
				...(token.idToken && { id_token: token.idToken }),
			} as unknown as ICredentialDataDecryptedObject,
			...options.fields,
		},
	};
}
