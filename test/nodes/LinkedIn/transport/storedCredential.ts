import type { ICredentialDataDecryptedObject, INode } from 'n8n-workflow';

import { LinkedInError } from '../../../../nodes/LinkedIn/transport/errors/errors';
import {
	readConnection,
	type Connection,
	type CredentialType,
} from '../../../../nodes/LinkedIn/transport/memory/connection';

/** Credentials as n8n stores them, and what is read from them. */
export const OAUTH = 'linkedInSuiteOAuth2Api';
export const PASTED = 'linkedInSuiteAccessTokenApi';
export const SECRET = 'AQX-secret-of-the-member';

export function nodeWith(type: CredentialType, id: string | null = 'cred-1'): INode {
	return {
		id: 'node-1',
		name: 'LinkedIn',
		type: 'linkedInCommunity',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [type]: { id, name: 'My LinkedIn' } },
	};
}

/** What n8n stores after connecting (docs.authorization). */
export const stored = {
	access_token: SECRET,
	expires_in: 5_184_000,
	scope: 'email,openid,profile,w_member_social',
	token_type: 'Bearer',
};

export const idToken = (claims: object) =>
	`eyJhbGciOiJSUzI1NiJ9.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2lnbmF0dXJl`;

export const withToken = (token: object, data: object = {}) =>
	readConnection(
		OAUTH,
		{ ...data, oauthTokenData: { ...stored, ...token } } as ICredentialDataDecryptedObject,
		nodeWith(OAUTH),
	);
export const withFields = (data: object) => withToken({}, data);
export const pasted = (data: object = {}) =>
	readConnection(PASTED, { accessToken: SECRET, ...data }, nodeWith(PASTED));

export function refusalOf(read: () => Connection): LinkedInError {
	try {
		read();
	} catch (error) {
		if (error instanceof LinkedInError) return error;
		throw error;
	}
	throw new Error('it was not refused');
}
