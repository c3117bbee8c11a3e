/**
 * What the nodes, pickers and triggers use of LinkedIn. Everything they ask passes one seam:
 * policy → access → gate → quota → send → retry? → error? and, for lists, → page?
 */

import { Session } from './client/session';
import { signedAs } from './client/signing';
import { LinkedInError } from './errors/errors';
import { readConnection, type CredentialType } from './memory/connection';
import { processMemory } from './memory/process';
import { Secrets } from './redaction/secrets';
import type { Context, LinkedInClient, Settings } from './types';

/**
 * Opens a connection from the node's credential, as it is for the context's item: fields of a credential may be
 * expressions. Makes no call, but costs n8n a query.
 * @param memory what was remembered before
 * @throws LinkedInError when the credential is missing, not connected or unusable, or a policy doesn't allow what is
 * needed; InputError when a field of the credential can't be used
 */
export async function connect(
	context: Context,
	settings: Settings,
	memory = processMemory,
): Promise<LinkedInClient> {
	const node = context.getNode();
	const type: CredentialType =
		node.parameters.authentication === 'accessToken'
			? 'linkedInSuiteAccessTokenApi'
			: 'linkedInSuiteOAuth2Api';
	if (!node.credentials?.[type]) {
		throw new LinkedInError('No LinkedIn credential is selected in this node', {
			code: 'NOT_CONNECTED',
			field: 'Credential',
			advice: 'Select one under Credential, or create one there and connect it.',
		});
	}
	const data = await context.getCredentials(type);
	const connection = readConnection(type, data, node);
	const signer = signedAs(context, connection, data, new Secrets(memory.traces));
	const session = new Session(signer, connection, settings, memory);
	for (const need of settings.needs) session.allow(need);
	return session;
}
