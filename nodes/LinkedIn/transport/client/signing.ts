/**
 * n8n signs each request with the credential's current values, possibly long after the host was read from it. Here both
 * come from the same reading, or from two that agree on host and member.
 */
import type { ICredentialDataDecryptedObject, INode } from 'n8n-workflow';

import { LinkedInError } from '../errors/errors';
import { settledSync } from '../flow/settled';
import { readConnection, type Connection } from '../memory/connection';
import { Secrets } from '../redaction/secrets';
import type { Context } from '../types';

/** A reading counts as current for this long; after that the token may have been renewed. */
const FRESH_MS = 2_000;

/** A context that sends, and what is known of its credential. */
export interface Signer {
	context: Context;
	/** None if nothing was read from a credential. */
	secrets: Secrets;
	/** Why it no longer signs; not every n8n version keeps the original error. */
	refusal?: LinkedInError;
}

/**
 * @param connection what was read from the credential for the context's item
 * @param data the reading itself, which also signs the first request if that follows at once: each reading costs n8n a
 * query
 * @param secrets still empty
 * @returns with a context in which n8n signs only for this connection
 */
export function signedAs(
	context: Context,
	connection: Connection,
	data: ICredentialDataDecryptedObject,
	secrets: Secrets,
): Signer {
	const { credentialType } = connection;
	const freshUntilMs = performance.now() + FRESH_MS;
	let unused: ICredentialDataDecryptedObject | undefined = data;
	const getCredentials = async (type: string) => {
		const first = unused;
		unused = undefined;
		if (type === credentialType && first && performance.now() < freshUntilMs) return first;
		const again = await context.getCredentials(type);
		if (type === credentialType) secrets.learnFrom(again);
		const refusal = type === credentialType ? reasonAgainst(connection, again, context.getNode()) : undefined;
		if (!refusal) return again;
		signer.refusal = refusal;
		throw refusal;
	};
	const signing = Object.create(context, { getCredentials: { value: getCredentials } }) as Context;
	const signer: Signer = { context: signing, secrets };
	secrets.learnFrom(data);
	return signer;
}

/** Why a later reading may not sign for the connection. */
function reasonAgainst(
	connection: Connection,
	data: ICredentialDataDecryptedObject,
	node: INode,
): LinkedInError | undefined {
	const now = settledSync(() => readConnection(connection.credentialType, data, node));
	if (now.ok) return isSame(connection, now.value) ? undefined : changed();
	return now.failure instanceof LinkedInError ? now.failure : changed();
}

function isSame(before: Connection, now: Connection): boolean {
	return (
		before.apiHost === now.apiHost &&
		before.oauthHost === now.oauthHost &&
		before.identity?.sub === now.identity?.sub
	);
}

function changed(): LinkedInError {
	return new LinkedInError('The credential was changed while this item was running', {
		code: 'CREDENTIAL_CHANGED',
		field: 'Credential',
		advice:
			'It now belongs to another host or member, so nothing more was sent. Run the item again if it should go there.',
	});
}
