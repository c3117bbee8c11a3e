import { parseComment } from './comment';
import { parsePost } from './post';
import { commentUrl, postUrl } from './url';

/** What people react to and comment on. */
export interface EntityRef {
	urn: string;
	url: string;
	/** The post itself, or the one that the comment is on. */
	post: string;
	kind: 'post' | 'comment';
}

/** A comment's URN, or a link that contains one, encoded or not; a post's slug may contain the word too. */
const NAMES_COMMENT = /(?:comment|reply)Urn=|comment(?::|%(?:25)*3A)\s*(?:\(|%(?:25)*28)/i;

/**
 * Reads a post or a comment in any form a user may have.
 *
 * @param input as for parsePost and parseComment
 * @throws InputError with an example
 */
export function parsePostOrComment(input: string, field: string): EntityRef {
	if (NAMES_COMMENT.test(input)) {
		const { urn, thread } = parseComment(input, field);
		return { urn, url: commentUrl({ urn, thread }), post: thread, kind: 'comment' };
	}
	const { urn } = parsePost(input, field);
	return { urn, url: postUrl(urn), post: urn, kind: 'post' };
}
