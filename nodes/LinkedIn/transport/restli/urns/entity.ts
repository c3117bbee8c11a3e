import { parseComment } from './comment';
import { parsePost } from './post';
import { commentUrl, postUrl } from './url';

/** What people react to and comment on. */
export interface EntityRef {
	urn: string;
	url: string;
	/** The post itself, or the one the comment stands under. */
	post: string;
	kind: 'post' | 'comment';
}

/** A comment's URN, or a link that holds one, encoded or not; the slug of a post may hold the word too. */
const NAMES_COMMENT = /(?:comment|reply)Urn=|comment(?::|%(?:25)*3A)\s*(?:\(|%(?:25)*28)/i;

/**
 * Reads a post or a comment in any form a person may have at hand.
 *
 * @param input what parsePost and parseComment take
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
