/**
 * What LinkedIn says about a token.
 * @see docs.introspection
 */
import type { IDataObject } from 'n8n-workflow';

import type { Connection } from '../memory/connection';
import { encodeQuery } from '../restli/encode';
import type { Settings } from '../types';
import { hostOptions } from './buildRequest';
import { sendRequest } from './httpClient';
import type { Signer } from './signing';

export const INTROSPECTION_PATH = '/oauth/v2/introspectToken';

/** @returns undefined if the host that issued the token can't be asked or doesn't give such an answer */
export async function introspect({
	signer,
	connection: { apiHost, credentialType, oauthHost },
	settings,
}: {
	signer: Signer;
	connection: Connection;
	settings: Settings;
}): Promise<IDataObject | undefined> {
	if (credentialType !== 'linkedInSuiteOAuth2Api') return undefined;
	const data = await signer.context.getCredentials(credentialType);
	const token = (data.oauthTokenData as IDataObject | undefined)?.access_token;
	if (typeof token !== 'string' || !data.clientSecret) return undefined;
	const answer = await sendRequest(signer, undefined, {
		kind: 'read',
		method: 'POST',
		url: `${oauthHost}${INTROSPECTION_PATH}`,
		headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
		body: encodeQuery({ client_id: String(data.clientId), client_secret: String(data.clientSecret), token }),
		options: hostOptions(settings.options, apiHost),
	});
	const isAnswered = answer.kind === 'reply' && answer.status === 200 && typeof answer.body === 'object';
	return isAnswered ? (answer.body as IDataObject) : undefined;
}
