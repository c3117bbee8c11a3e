/** Deleting: LinkedIn deletes only drafts; everything else gets a status that schedules the deletion. */
import type { IDataObject } from 'n8n-workflow';

import { patch } from '../../../transport/restli/patch';
import type { LinkedInClient, RestliRequest } from '../../../transport/types';

/** LinkedIn's codes for deleting something that isn't a draft. */
const ONLY_DRAFTS = ['DELETE_ALLOWED_ONLY_FOR_DRAFT_STATUS', 'DELETE_NOT_ALLOWED'];

/**
 * Deletes a draft, or sets the status of anything else to PENDING_DELETION, which LinkedIn deletes later.
 * @param target path and keys of the entity
 * @param statusField `status`, or `intendedStatus` for creatives
 * @returns `deleted` true with status null, or false with status PENDING_DELETION; what no longer exists counts as
 * deleted
 * @throws LinkedInError
 */
export async function deleteOrRetire(
	linkedin: LinkedInClient,
	target: Pick<RestliRequest, 'path' | 'keys'>,
	statusField: 'status' | 'intendedStatus' = 'status',
): Promise<IDataObject> {
	const result = await linkedin.attempt<unknown>({ ...target, restliMethod: 'DELETE' });
	if (result.ok) return { deleted: true, status: null };
	if (!isNoDraft(result.error)) throw result.error;
	await linkedin.request<unknown>({
		...target,
		restliMethod: 'PARTIAL_UPDATE',
		body: patch({ [statusField]: 'PENDING_DELETION' }),
	});
	return { deleted: false, status: 'PENDING_DELETION' };
}

/** Campaigns have a code for this, creatives also use words. */
function isNoDraft({
	message,
	details,
}: {
	message: string;
	details: { code: string | null; status: number | null };
}) {
	if (ONLY_DRAFTS.includes(details.code ?? '')) return true;
	const isRefused = details.status !== null && [400, 403, 409, 422].includes(details.status);
	return isRefused && (ONLY_DRAFTS.some((code) => message.includes(code)) || saysOnlyDrafts(message));
}

function saysOnlyDrafts(message: string): boolean {
	const words = message.toLowerCase();
	const only = words.indexOf('only ');
	return words.includes('not draft') || (only >= 0 && words.includes('draft', only));
}
