/** The post that LinkedIn names when it refuses a second one with the same text. */
import type { Actor } from '../../../fields/actor';
import type { Call } from '../../../operation';
import { contentTypeOf, postMediaOf, readPost, type PostEntity } from '../entity';

/** What the item says about it. Null or empty if this connection can't read the post. */
export interface ExistingPost {
	contentType: string | null;
	media: string[];
	visibility: string | null;
	notice: string;
}

/**
 * Reads the post with one call if the scope allows it, so that the item describes the existing post and not the
 * requested one.
 * @param wanted the requested content type, whether there is a first comment, and whether its text was continued now
 * @throws no LinkedInError: the post exists either way
 */
export async function describeExisting(
	call: Call,
	author: Actor,
	urn: string,
	wanted: { contentType: string; hasComment: boolean; isContinued: boolean },
): Promise<ExistingPost> {
	const post = await readExisting(call, author, urn);
	const contentType = post ? contentTypeOf(post) : null;
	const continued =
		'The post was there already, without a part of its text. What was missing was added in comments.';
	const sentences = [
		'Nothing was published: the same author already has a post with this text, which is returned instead.',
		contentType === null ? "This connection can't read its content." : `Its content type is ${contentType}.`,
		...(wanted.contentType === 'text' ? [] : ["It doesn't contain the files, link or poll of this item."]),
		...(wanted.hasComment ? ["The first comment wasn't written."] : []),
		'To publish anyway, change the text.',
	];
	return {
		contentType,
		media: post ? postMediaOf(post) : [],
		visibility: post?.visibility ?? null,
		notice: wanted.isContinued ? continued : sentences.join(' '),
	};
}

async function readExisting(call: Call, author: Actor, urn: string): Promise<PostEntity | undefined> {
	const scope = author.as === 'page' ? 'r_organization_social' : 'r_member_social';
	// Documented keys are share and ugcPost.
	if (call.linkedin.may([scope]) === false || urn.startsWith('urn:li:activity:')) return undefined;
	const found = await call.linkedin.attempt<unknown>({
		restliMethod: 'GET',
		path: '/rest/posts/{post}',
		keys: { post: urn },
	});
	if (!found.ok) return undefined;
	const post = readPost(found.reply.body);
	return post.id === undefined ? undefined : post;
}
