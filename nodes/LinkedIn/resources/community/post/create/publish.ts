/** Sending the post itself, once. */
import type { IDataObject } from 'n8n-workflow';

import { attemptCreate } from '../../../../transport/answers/creation';
import { twinOf } from '../../../../transport/errors/errorResponse';
import { Beginning } from '../../../../transport/limits/serverClock';
import { readPostUrn } from '../../../../transport/restli/urns/post';
import type { Actor } from '../../../fields/actor';
import type { Call } from '../../../operation';
import { postClaimOf, recoverPost } from '../recoverPost';

export interface Published {
	/** Null if LinkedIn created it without returning its id; the notice says so. */
	urn: string | null;
	deduplicated: boolean;
	/** False only for a post that existed before this call. */
	isNew: boolean;
	notice?: string;
}

/**
 * Creates one post, even if an answer is lost or LinkedIn already has the text.
 * @throws LinkedInError
 */
export async function publish(
	call: Call,
	author: Actor,
	body: IDataObject,
	onDuplicate: 'return' | 'fail',
): Promise<Published> {
	const recover = recoverPost(call.linkedin, author, String(body.commentary), new Beginning());
	const request = { ...call.routing, body };
	const creation = await attemptCreate(
		call.linkedin,
		request,
		{ asId: (id) => readPostUrn(id)?.urn },
		recover,
	);
	if (!('error' in creation)) {
		const { id, notice, reply } = creation;
		if (id === null) call.linkedin.claims.claimUnnamed(postClaimOf(author, String(body.commentary)));
		else call.linkedin.claims.claim(id);
		return { urn: id, deduplicated: reply.deduplicated ?? false, isNew: true, notice };
	}
	const { message, details } = creation.error;
	const twin = creation.kind === 'refused' ? twinOf({ status: details.status, message }) : undefined;
	if (twin && onDuplicate === 'return') return { urn: twin, deduplicated: true, isNew: false };
	throw creation.error;
}
