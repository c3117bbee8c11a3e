import { kindOfLink, parseInput, refused, unknownUrn, type ExpectedInput } from './parseInput';
import { parsePost, readPostUrn } from './post';

/** `urn` in its long form (docs.comments), `thread` the URN of the post inside it. */
export interface CommentRef {
	urn: string;
	thread: string;
	id: string;
}

const COMMENT: ExpectedInput = {
	name: 'a comment',
	accepted:
		'its URN (urn:li:comment:(urn:li:activity:7094637247890620418,7094977717598625792)) or the link that ' +
		'"Copy link to comment" gives, which contains commentUrn=…',
};

/**
 * The long form, the short form in notifications, and the form of LinkedIn's web pages, which has the comment first.
 */
const COMMENT_URN = /^(?:urn:li:)?(?:fsd?_)?comment:\((.+)\)$/i;

/** The id of a reply is next to its parent's, so the reply is looked for first. */
const COMMENT_PARAMETERS = ['replyUrn', 'dashReplyUrn', 'commentUrn', 'dashCommentUrn'];

/** Reads a comment URN in any of its forms. */
export function readCommentUrn(text: string): CommentRef | undefined {
	const parts =
		COMMENT_URN.exec(text)?.[1]
			.split(',')
			.map((part) => part.trim()) ?? [];
	if (parts.length !== 2) return undefined;
	const [first, second] = parts;
	const id = [second, first].find((part) => /^\d+$/.test(part));
	const post = readPostUrn(id === second ? first : second);
	if (id === undefined || post === undefined) return undefined;
	return { urn: `urn:li:comment:(${post.urn},${id})`, thread: post.urn, id };
}

/**
 * Reads a comment or a reply.
 *
 * @param input long or short comment URN, encoded or not; a link with `commentUrn=` (and `replyUrn=`, which takes
 * precedence); a number only together with `thread`
 * @param thread the post, in any form parsePost accepts
 * @returns `thread` is the post inside the comment URN, as given: usually an activity
 * @throws InputError with an example
 */
export function parseComment(input: string, field: string, thread?: string): CommentRef {
	const { text, url } = parseInput(input, field, COMMENT);
	if (url !== undefined) {
		const named = COMMENT_PARAMETERS.map((name) => url.query.get(name) ?? '');
		for (const candidate of [...named, ...url.segments]) {
			const comment = readCommentUrn(candidate);
			if (comment !== undefined) return comment;
		}
		throw refused(
			field,
			text,
			COMMENT,
			`is ${kindOfLink(url)} without a comment in it`,
			'Open the comment\'s menu on LinkedIn, choose "Copy link to comment", and paste that.',
		);
	}
	if (/^\d+$/.test(text)) {
		if (thread === undefined || thread.trim() === '') {
			throw refused(
				field,
				text,
				COMMENT,
				"is only a number, which doesn't say which post the comment is on",
				'Give the whole comment URN, or the post as well.',
			);
		}
		const post = parsePost(thread, field);
		return { urn: `urn:li:comment:(${post.urn},${text})`, thread: post.urn, id: text };
	}
	const comment = readCommentUrn(text);
	if (comment !== undefined) return comment;
	const inner = COMMENT_URN.exec(text)?.[1];
	if (inner !== undefined)
		throw refused(field, text, COMMENT, `holds "${inner}" where a post and a number belong`);
	throw refused(field, text, COMMENT, unknownUrn(text, 'is not a comment'));
}
