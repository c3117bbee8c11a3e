/** Sending the post itself, once. */
import type { IDataObject } from 'n8n-workflow';

import type { Call } from '../../../define';
import type { Reply } from '../../../../transport';
import { outcomeUnknown } from '../../../../transport/errors';
import { twinOf } from '../../../../transport/refusal';
import { decodeId } from '../../../../transport/restli/decode';
import type { Actor } from '../../actor';
import { recoverPost } from '../twin';

/**
 * One post, even where an answer is lost or LinkedIn knows the text already.
 * @returns `isNew` is false only for a post that stood before this call
 * @throws LinkedInError
 */
export async function publish(
	call: Call,
	author: Actor,
	body: IDataObject,
	onDuplicate: 'return' | 'fail',
): Promise<{ urn: string; deduplicated: boolean; isNew: boolean }> {
	const recover = recoverPost(call.linkedin, author, String(body.commentary), Date.now());
	const result = await call.linkedin.attempt<unknown>({ ...call.routing, body }, recover);
	if (result.ok) {
		const urn = createdUrn(call, result.reply);
		return { urn, deduplicated: result.reply.deduplicated ?? false, isNew: true };
	}
	const twin = twinOf({ status: result.error.details.status, message: result.error.message });
	if (twin && onDuplicate === 'return') return { urn: twin, deduplicated: true, isNew: false };
	throw result.error;
}

/** LinkedIn names the new post in a header, and its older resources in the body too. */
function createdUrn(call: Call, reply: Reply<unknown>): string {
	const id = reply.headers['x-restli-id'] ?? (reply.body as { id?: unknown } | undefined)?.id;
	if (typeof id === 'string' && id !== '') return decodeId(id);
	throw outcomeUnknown(`${call.routing.restliMethod} ${call.routing.path}`, reply.headers['x-li-uuid']);
}
