import { parsePostOrComment } from '../../../../../../nodes/LinkedIn/transport/restli/urns/entity';
import { refusalOf } from '../refusal';

/** A post or a comment, in any form a user may have (docs.urns, docs.comments). */

const ACTIVITY = 'urn:li:activity:7094637247890620418';
const COMMENT = `urn:li:comment:(${ACTIVITY},7094977717598625792)`;
const POST_URL = `https://www.linkedin.com/feed/update/${ACTIVITY}`;
const COMMENT_URL = `${POST_URL}?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A7094637247890620418%2C7094977717598625792%29`;

const post = { urn: ACTIVITY, url: POST_URL, post: ACTIVITY, kind: 'post' };
const comment = { urn: COMMENT, url: COMMENT_URL, post: ACTIVITY, kind: 'comment' };

test.each([
	['an activity', ACTIVITY, post],
	['a bare number', '7094637247890620418', post],
	['a feed link', `${POST_URL}/?utm=x`, post],
	[
		'a post link whose words talk of a comment',
		'https://www.linkedin.com/posts/ada_comment-below-activity-7094637247890620418-AbCd',
		post,
	],
	['a comment', COMMENT, comment],
	[
		'a comment in its short form',
		'urn:li:comment:(activity:7094637247890620418,7094977717598625792)',
		comment,
	],
	['a comment percent-encoded', encodeURIComponent(COMMENT), comment],
	['a comment encoded twice', encodeURIComponent(encodeURIComponent(COMMENT)), comment],
	['a comment link', COMMENT_URL, comment],
])('%s', (_what, input, ref) => {
	expect(parsePostOrComment(input, 'Post or Comment')).toEqual(ref);
});

test.each([
	['nothing', ''],
	['a page', 'urn:li:organization:2414183'],
	['a comment without a post', 'urn:li:comment:(1)'],
	['another site', 'https://example.com/comment'],
])('%s is refused with the field and an example', (_what, input) => {
	const refusal = refusalOf(() => parsePostOrComment(input, 'Post or Comment'));
	expect(refusal.message).toMatch(/^Post or Comment/);
	expect(refusal.advice).toMatch(/urn:li:/);
});
