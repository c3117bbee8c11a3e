/**
 * Posts named by the user, as statistics take them: share and ugcPost URNs, never activities (docs.shareStatistics).
 */
import type { IDataObject } from 'n8n-workflow';

import type { LinkedInError } from '../../../transport/errors/errors';
import { parsePost } from '../../../transport/restli/urns/post';
import type { Call } from '../../operation';
import { resolveActivity } from '../../posts/activity';
import { entriesOf } from '../../values/plainText';

/**
 * The posts of the field Posts, checked before any call.
 * @throws InputError if an entry isn't a post
 */
export function readPosts(call: Call): Array<ReturnType<typeof parsePost>> {
	return entriesOf(call.parameter<unknown>('posts', ''), 'Posts').map((entry) => parsePost(entry, 'Posts'));
}

/**
 * Share and ugcPost URNs, in the order given. An activity costs the calls of resolveActivity.
 * @throws InputError when an activity's post is not found
 */
export async function resolvePosts(call: Call, posts: ReturnType<typeof readPosts>): Promise<string[]> {
	const urns: string[] = [];
	for (const { urn, type } of posts) {
		urns.push(type === 'activity' ? await resolveActivity(call.linkedin, urn, 'Posts') : urn);
	}
	return urns;
}

export const isShare = (urn: string): boolean => urn.startsWith('urn:li:share:');

/** The row of a post that LinkedIn refuses, in its place. */
export function notFound(keys: { urn: string; url: string }, error: LinkedInError): IDataObject {
	return { ...keys, found: false, status: error.details.status, reason: error.message };
}
