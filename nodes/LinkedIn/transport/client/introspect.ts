/**
 * What LinkedIn says about a token.
 * @see docs.introspection
 */
import type { IDataObject } from 'n8n-workflow';

import type { Connection } from '../memory/connection';
import { encodeQuery } from '../restli/encode';
import type { Context, Settings } from '../types';
import { hostOptions } from './buildRequest';
import { sendRequest } from './httpClient';

/** @returns undefined where the host that issued the token cannot be asked, or does not answer as such */
export async function introspect({
	context,
	connection: { apiHost, credentialType, oauthHost },
	settings,
}: {
	context: Context;
	connection: Connection;
	settings: Settings;
}): Promise<IDataObject | undefined> {
	if (credentialType !== 'linkedInSuiteOAuth2Api') return undefined;
	const data = await context.getCredentials(credentialType);
	const token = (data.oauthTokenData as IDataObject | undefined)?.access_token;
	if (typeof token !== 'string' || !data.clientSecret) return undefined;
	const answer = await sendRequest(context, undefined, {
		kind: 'read',
		method: 'POST',
		url: `${oauthHost}/oauth/v2/introspectToken`,
		headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
		body: encodeQuery({ client_id: String(data.clientId), client_secret: String(data.clientSecret), token }),
		options: hostOptions(settings.options, apiHost),
	});
	const isAnswered = answer.kind === 'reply' && answer.status === 200 && typeof answer.body === 'object';
	return isAnswered ? (answer.body as IDataObject) : undefined;
}
