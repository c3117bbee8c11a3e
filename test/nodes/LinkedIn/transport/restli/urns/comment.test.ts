import { parseComment } from '../../../../../../nodes/LinkedIn/transport/restli/urns/comment';
import { refusalOf } from '../refusal';

/** Checked against docs.comments and docs/behaviour.md#notification-feed. */

const POST = '7094637247890620418';
const ID = '7094977717598625792';
const REPLY = '7094988888888888888';
const ACTIVITY = `urn:li:activity:${POST}`;
const feed = `https://www.linkedin.com/feed/update/${ACTIVITY}`;
const encoded = (urn: string) => encodeURIComponent(urn).replace(/\(/g, '%28').replace(/\)/g, '%29');

const comment = { urn: `urn:li:comment:(${ACTIVITY},${ID})`, thread: ACTIVITY, id: ID };
const reply = { urn: `urn:li:comment:(${ACTIVITY},${REPLY})`, thread: ACTIVITY, id: REPLY };

describe('parseComment', () => {
	it.each([
		['the long form', comment.urn],
		['the short form', `urn:li:comment:(activity:${POST},${ID})`],
		['a space after the comma', `urn:li:comment:(activity:${POST}, ${ID})`],
		['the encoded long form', encoded(comment.urn)],
		['the encoded short form, in quotes', `"${encoded(`urn:li:comment:(activity:${POST},${ID})`)}"`],
		['the form of LinkedIn pages', `urn:li:fsd_comment:(${ID},${ACTIVITY})`],
		[
			'a link with the short form',
			`${feed}/?commentUrn=${encoded(`urn:li:comment:(activity:${POST},${ID})`)}`,
		],
		['a link with the long form', `${feed}?commentUrn=${encoded(comment.urn)}&trk=x#y`],
		['a link with raw parentheses', `${feed}?commentUrn=urn:li:comment:(activity:${POST},${ID})`],
		[
			'a link with only the page form',
			`${feed}?dashCommentUrn=${encoded(`urn:li:fsd_comment:(${ID},${ACTIVITY})`)}`,
		],
		[
			'a link copied out of HTML',
			`${feed}?a=b&amp;commentUrn=${encoded(comment.urn)}&amp;dashCommentUrn=${encoded(comment.urn)}`,
		],
		[
			'a post link with a comment',
			`https://de.linkedin.com/posts/ada-activity-${POST}-AbCd?commentUrn=${encoded(comment.urn)}`,
		],
	])('reads %s', (_form, input) => {
		expect(parseComment(input, 'comment')).toEqual(comment);
	});

	it('takes the reply where a link names both, the parent first', () => {
		const link = `${feed}?commentUrn=${encoded(comment.urn)}&replyUrn=${encoded(reply.urn)}`;
		expect(parseComment(link, 'comment')).toEqual(reply);
	});

	it.each(['share', 'ugcPost'])('keeps a %s inside as given', (type) => {
		const urn = `urn:li:comment:(urn:li:${type}:1,2)`;
		expect(parseComment(urn, 'comment')).toEqual({ urn, thread: `urn:li:${type}:1`, id: '2' });
	});

	it.each([
		['a number', POST, ACTIVITY],
		['a share', 'urn:li:share:1', 'urn:li:share:1'],
		['a link', feed, ACTIVITY],
	])('reads a number under %s', (_case, thread, urn) => {
		expect(parseComment(ID, 'comment', thread)).toEqual({
			urn: `urn:li:comment:(${urn},${ID})`,
			thread: urn,
			id: ID,
		});
	});

	it.each<[string, string, string, RegExp]>([
		['nothing', ' ', 'comment is empty', /Use one of these for a comment/],
		['a number alone', ID, "doesn't say which post", /or the post as well/],
		['the link of the post', feed, 'is a feed link without a comment in it', /Copy link to comment/],
		['a post', ACTIVITY, 'is a URN of the type "activity"', /Use one of these for a comment/],
		[
			'a comment on something else',
			'urn:li:comment:(urn:li:article:1,2)',
			'holds "urn:li:article:1,2"',
			/Use one of these for a comment/,
		],
		[
			'a comment without a number',
			`urn:li:comment:(${ACTIVITY})`,
			`holds "${ACTIVITY}"`,
			/Use one of these for a comment/,
		],
		['a short link', 'lnkd.in/abc', 'is a short link', /Open the short link/],
		['a word', 'first!', '"first!" is not a comment', /Use one of these for a comment/],
	])('refuses %s with an example', (_case, input, problem, advice) => {
		const refusal = refusalOf(() => parseComment(input, 'comment'));
		expect(refusal.field).toBe('comment');
		expect(refusal.message).toContain(problem);
		expect(refusal.advice).toContain(
			'urn:li:comment:(urn:li:activity:7094637247890620418,7094977717598625792)',
		);
		expect(refusal.advice).toMatch(advice);
	});

	it('refuses a number under something that is not a post', () => {
		expect(refusalOf(() => parseComment(ID, 'comment', 'nonsense')).message).toContain(
			'"nonsense" is not a post',
		);
	});
});
