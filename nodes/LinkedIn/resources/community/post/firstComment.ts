/** Comments that are written under a new post. */
import type { IDataObject } from 'n8n-workflow';

import { monotonic } from '../../../transport/limits/clock';
import type { Actor } from '../../fields/actor';
import type { Call } from '../../operation';
import type { NewComment } from '../comment/entity';
import { sendComment, type SentComment } from '../comment/send';

/** A new post answers 404 for some seconds before it takes comments. */
const LONGEST_RACE_MS = 30_000;
const FIRST_WAIT_MS = 500;

const NO_POST =
	"The first comment wasn't written because LinkedIn didn't return the post's ID. Find the post on LinkedIn and comment there, or use Comment: Create.";

/**
 * Comments on a post that was just created, and tries again while LinkedIn does not find the post yet.
 * @param post its URN; null if LinkedIn did not return it
 * @returns the comment's urn, or why it was not written; never throws a LinkedInError, because the post exists
 */
export async function writeFirstComment(
	call: Call,
	post: string | null,
	author: Actor,
	text: string,
): Promise<IDataObject> {
	if (post === null) return { urn: null, error: NO_POST };
	const written = await commentOnNewPost(call, { post, actor: author, text });
	if (!written.ok) return { urn: null, error: `${written.error.message}. ${written.error.details.advice}` };
	const { urn, notice } = written.comment;
	return { urn, error: null, ...(notice !== undefined && { notice }) };
}

/** As sendComment, but tries again while LinkedIn does not find the post yet. */
export async function commentOnNewPost(call: Call, comment: NewComment): Promise<SentComment> {
	const until = monotonic.now() + LONGEST_RACE_MS;
	for (let waitMs = FIRST_WAIT_MS; ; waitMs *= 2) {
		const written = await sendComment(call.linkedin, comment);
		if (written.ok) return written;
		const isRace = written.error.details.status === 404;
		if (!isRace || monotonic.now() + waitMs > until) return written;
		await call.linkedin.sleep(waitMs);
	}
}
