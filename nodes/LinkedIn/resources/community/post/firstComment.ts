/** The comment that goes out with a post. */
import type { IDataObject } from 'n8n-workflow';

import type { Call } from '../../define';
import type { Actor } from '../actor';
import { sendComment } from '../comment/send';

/** A new post answers 404 for some seconds before it takes comments. */
const LONGEST_RACE_MS = 30_000;
const FIRST_WAIT_MS = 500;

/**
 * Writes a comment under a post that was just made, waiting out the time in which LinkedIn does not find it yet.
 * @returns the comment's urn, or why it was not written; the post stands either way, so this never throws for LinkedIn
 */
export async function writeFirstComment(
	call: Call,
	post: string,
	author: Actor,
	text: string,
): Promise<IDataObject> {
	const until = Date.now() + LONGEST_RACE_MS;
	for (let waitMs = FIRST_WAIT_MS; ; waitMs *= 2) {
		const written = await sendComment(call.linkedin, { post, actor: author, text });
		if (written.ok) return { urn: written.comment.urn, error: null };
		const isRace = written.error.details.status === 404;
		if (!isRace || Date.now() + waitMs > until) {
			return { urn: null, error: `${written.error.message}. ${written.error.details.advice}` };
		}
		await call.linkedin.pause(waitMs);
	}
}
