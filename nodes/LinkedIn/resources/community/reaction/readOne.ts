/**
 * Reads one reaction.
 * @see docs.reactions
 */
import type { Entity } from '../../../transport/answers/readEntity';
import { explain, type LinkedInError } from '../../../transport/errors/errors';
import { batchKey, decodeBatch } from '../../../transport/restli/decode';
import type { LinkedInClient } from '../../../transport/types';
import { neededEntity } from '../../batchGet';
import { keysOf, REACTION, REACTIONS, type Reacting } from './keys';

type Read = { ok: true; body: unknown } | { ok: false; error: LinkedInError };

/** LinkedIn lists the reading of one reaction under these; that of several under w_member_social_feed too. */
const ONE_BY_ONE = ['r_member_social_feed', 'r_organization_social_feed'];

/** Costs one call. */
export async function attemptReaction(linkedin: LinkedInClient, reacting: Reacting): Promise<Read> {
	const { reaction } = keysOf(reacting);
	if (linkedin.may(ONE_BY_ONE) !== false) {
		const result = await linkedin.attempt<unknown>({
			restliMethod: 'GET',
			path: REACTION,
			keys: { reaction },
		});
		return result.ok ? { ok: true, body: result.reply.body } : result;
	}
	const batch = { restliMethod: 'BATCH_GET' as const, path: REACTIONS };
	const result = await linkedin.attempt<object>({ ...batch, query: { ids: [reaction] } });
	if (!result.ok) return result;
	const found = decodeBatch<unknown>(result.reply.body).get(batchKey(reaction));
	if (found?.value !== undefined) return { ok: true, body: found.value };
	// A reaction that does not exist is left out.
	const { status = 404, message } = found ?? {};
	const refusal = { status: status >= 400 ? status : 404, message };
	return { ok: false, error: explain(refusal, { endpoint: `BATCH_GET ${REACTIONS}` }) };
}

/** @throws LinkedInError if there is none, or if LinkedIn does not show it */
export async function fetchReaction(linkedin: LinkedInClient, reacting: Reacting): Promise<Entity> {
	const read = await attemptReaction(linkedin, reacting);
	if (!read.ok) throw read.error;
	return neededEntity(read.body, { restliMethod: 'GET', path: REACTION });
}
