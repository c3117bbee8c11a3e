import { parsePost } from '../../../../../../nodes/LinkedIn/transport/restli/urns/post';
import { refusalOf } from '../refusal';

/** Checked against docs.urns and docs/behaviour.md#ids-of-a-post. */

const N = '7094637247890620418';
const ACTIVITY = `urn:li:activity:${N}`;

describe('parsePost', () => {
	const vectors: Array<[form: string, input: string, urn: string]> = [
		['a bare number as activity', N, ACTIVITY],
		['an activity URN', ACTIVITY, ACTIVITY],
		['a share URN', `urn:li:share:${N}`, `urn:li:share:${N}`],
		['a ugcPost URN', `urn:li:ugcPost:${N}`, `urn:li:ugcPost:${N}`],
		['a URN in lower case', `urn:li:ugcpost:${N}`, `urn:li:ugcPost:${N}`],
		['an encoded URN', `urn%3Ali%3Ashare%3A${N}`, `urn:li:share:${N}`],
		['a URN encoded twice', `urn%253Ali%253Ashare%253A${N}`, `urn:li:share:${N}`],
		['space around', `\n  ${ACTIVITY}\u200B\t`, ACTIVITY],
		['double quotes', `"${ACTIVITY}"`, ACTIVITY],
		['curly quotes with space inside', `“ ${ACTIVITY} ”`, ACTIVITY],
		['angle brackets', `<https://www.linkedin.com/feed/update/${ACTIVITY}/>`, ACTIVITY],
		['a feed link', `https://www.linkedin.com/feed/update/${ACTIVITY}/`, ACTIVITY],
		['a feed link without a slash', `https://www.linkedin.com/feed/update/${ACTIVITY}`, ACTIVITY],
		['a feed link with the short form', `https://www.linkedin.com/feed/update/activity:${N}/`, ACTIVITY],
		[
			'a feed link with an encoded share',
			`https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A${N}`,
			`urn:li:share:${N}`,
		],
		[
			'a feed link with a query and a fragment',
			`https://www.linkedin.com/feed/update/${ACTIVITY}?trk=x#y`,
			ACTIVITY,
		],
		[
			'a link wholly encoded',
			`https%3A%2F%2Fwww.linkedin.com%2Ffeed%2Fupdate%2Furn%3Ali%3Ashare%3A${N}`,
			`urn:li:share:${N}`,
		],
		[
			'the post of a comment link',
			`https://www.linkedin.com/feed/update/${ACTIVITY}/?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A1%2C2%29` +
				'&dashCommentUrn=urn%3Ali%3Afsd_comment%3A%282%2Curn%3Ali%3Aactivity%3A1%29',
			ACTIVITY,
		],
		['an embed link', `https://www.linkedin.com/embed/feed/update/urn:li:share:${N}`, `urn:li:share:${N}`],
		[
			'a link from a notification',
			`https://www.linkedin.com/feed/?highlightedUpdateUrn=urn%3Ali%3Aactivity%3A${N}&origin=x`,
			ACTIVITY,
		],
		['an analytics link', `https://www.linkedin.com/analytics/post-summary/${ACTIVITY}/`, ACTIVITY],
		['a post link', `https://www.linkedin.com/posts/ada_launch-activity-${N}-AbCd`, ACTIVITY],
		[
			'a post link with a query',
			`https://www.linkedin.com/posts/ada_launch-activity-${N}-AbCd?utm_source=share&rcm=x`,
			ACTIVITY,
		],
		['a post link with a slash', `https://www.linkedin.com/posts/ada-activity-${N}-Ab_-/`, ACTIVITY],
		['a post link without a check code', `https://www.linkedin.com/posts/ada-activity-${N}`, ACTIVITY],
		['a post link of a share', `https://www.linkedin.com/posts/acme_share-${N}-x9Yz`, `urn:li:share:${N}`],
		[
			'a post link of a ugcPost',
			`https://www.linkedin.com/posts/acme_topic-ugcPost-${N}-x9Yz`,
			`urn:li:ugcPost:${N}`,
		],
		[
			'a slug with dashes and digits',
			`https://www.linkedin.com/posts/ada-b-123456_we-grew-2024-activity-${N}-AbCd`,
			ACTIVITY,
		],
		[
			'a slug that says activity before',
			`https://www.linkedin.com/posts/ada_activity-1234567890-share-${N}-AbCd`,
			`urn:li:share:${N}`,
		],
		[
			'a slug in another script',
			`https://www.linkedin.com/posts/søren-日本_ünï-activity-${N}-AbCd`,
			ACTIVITY,
		],
		['an encoded slug', `https://www.linkedin.com/posts/s%C3%B8ren_%E6%97%A5-activity-${N}-AbCd`, ACTIVITY],
		['a locale subdomain', `https://de.linkedin.com/posts/ada-activity-${N}-AbCd`, ACTIVITY],
		['the mobile site', `http://m.linkedin.com/feed/update/${ACTIVITY}`, ACTIVITY],
		['no www', `https://linkedin.com/feed/update/${ACTIVITY}`, ACTIVITY],
		['no scheme', `www.linkedin.com/feed/update/${ACTIVITY}`, ACTIVITY],
		['capitals in the host', `HTTPS://WWW.LinkedIn.com/feed/update/${ACTIVITY}`, ACTIVITY],
		[
			'a link from an e-mail',
			`https://www.linkedin.com/comm/posts/jane-doe_some-activity-${N}-XyZ1?midToken=AQ&trk=eml`,
			ACTIVITY,
		],
		['a feed link from an e-mail', `https://www.linkedin.com/comm/feed/update/${ACTIVITY}?trk=eml`, ACTIVITY],
		[
			'a wrapped URN in a link',
			`https://www.linkedin.com/feed/?updateEntityUrn=urn%3Ali%3Afs_feedUpdate%3A%28V2%2Curn%3Ali%3Aactivity%3A${N}%29`,
			ACTIVITY,
		],
		[
			'a wrapped URN in the path',
			`https://www.linkedin.com/feed/update/urn:li:fsd_update:(urn:li:ugcPost:${N},MAIN_FEED,EMPTY,DEFAULT,false)`,
			`urn:li:ugcPost:${N}`,
		],
		['a wrapped URN', `urn:li:fs_updateV2:(urn:li:activity:${N},FEED_DETAIL,EMPTY,DEFAULT,false)`, ACTIVITY],
		[
			'the page to sign in',
			`https://www.linkedin.com/login?session_redirect=https%3A%2F%2Fwww.linkedin.com%2Ffeed%2Fupdate%2Furn%3Ali%3Aactivity%3A${N}%2F&trk=x`,
			ACTIVITY,
		],
		[
			'the page to sign in with a path',
			`https://www.linkedin.com/uas/login?trk=x&session_redirect=%2Fposts%2Fada-activity-${N}-AbCd%3Fx%3D1`,
			ACTIVITY,
		],
		[
			'the wall before a post',
			`https://www.linkedin.com/authwall?trk=gf&original_referer=&sessionRedirect=https%3A%2F%2Fde.linkedin.com%2Fposts%2Fada-activity-${N}-AbCd`,
			ACTIVITY,
		],
		[
			'a page to sign in before another, encoded twice',
			`https://www.linkedin.com/checkpoint/lg/login?session_redirect=https%253A%252F%252Fwww.linkedin.com%252Fauthwall%253FsessionRedirect%253Dhttps%25253A%25252F%25252Fwww.linkedin.com%25252Ffeed%25252Fupdate%25252Furn%25253Ali%25253Aactivity%25253A${N}`,
			ACTIVITY,
		],
		[
			'the page to sign in with a link as it stands',
			`https://www.linkedin.com/login?session_redirect=https://www.linkedin.com/feed/?highlightedUpdateUrn=${ACTIVITY}`,
			ACTIVITY,
		],
		[
			'a link wholly encoded twice',
			`https%253A%252F%252Fwww.linkedin.com%252Ffeed%252Fupdate%252Furn%253Ali%253Aactivity%253A${N}`,
			ACTIVITY,
		],
		['a link without scheme, encoded', `www.linkedin.com%2Ffeed%2Fupdate%2F${ACTIVITY}`, ACTIVITY],
		['a path alone', `/posts/ada-activity-${N}-AbCd?x=1#y`, ACTIVITY],
	];

	it.each(vectors)('reads %s', (_form, input, urn) => {
		const [, , type, id] = urn.split(':');
		expect(parsePost(input, 'post')).toEqual({ urn, type, id });
	});

	it('reads a number that an expression handed in', () => {
		expect(parsePost(7094637 as unknown as string, 'post').urn).toBe('urn:li:activity:7094637');
	});

	it.each<[string, unknown, string, RegExp]>([
		['nothing', '', 'post is empty', /Use one of these for a post/],
		['null from an expression', null, 'post is empty', /Use one of these for a post/],
		['quotes around nothing', '""', 'post is empty', /Use one of these for a post/],
		['a word', 'my post', '"my post" is not a post', /Use one of these for a post/],
		['a rounded number', Number('7094637247890620418'), 'has already rounded its last digits', /as text/],
		[
			'an image URN',
			'urn:li:image:C4E10',
			'is a URN of the type "image" with the id "C4E10"',
			/Use one of these for a post/,
		],
		[
			'a URN without a number',
			'urn:li:share:abc',
			'type "share" with the id "abc"',
			/Use one of these for a post/,
		],
		[
			'a comment',
			`urn:li:comment:(activity:${N},1)`,
			'is a comment, not a post',
			new RegExp(`Its post is ${ACTIVITY}\\.`),
		],
		['a short link', 'https://lnkd.in/eXample', 'is a short link', /Open the short link in a browser/],
		[
			'the other short link',
			'https://www.linkedin.com/slink?code=gHi',
			'is a short link',
			/paste the full address/,
		],
		[
			'a profile',
			'https://www.linkedin.com/in/ada/',
			'is a profile link without a post in it',
			/^Find the post under Activity of that profile\. .*"Copy link to post"/,
		],
		[
			'a page to sign in that leads elsewhere',
			`https://www.linkedin.com/login?session_redirect=https%3A%2F%2Fexample.com%2Ffeed%2Fupdate%2F${ACTIVITY}`,
			'without a post in it',
			/Copy link/,
		],
		[
			'a page',
			'https://www.linkedin.com/company/acme/posts/',
			'is a page link without a post in it',
			/Copy link/,
		],
		[
			'an article',
			'https://www.linkedin.com/pulse/title-ada',
			'is an article link without a post in it',
			/Copy link/,
		],
		[
			'a post link cut short',
			'https://www.linkedin.com/posts/ada-activity-70',
			'is a post link without a post in it',
			/Copy/,
		],
		[
			'another site',
			`https://example.com/feed/update/${ACTIVITY}`,
			'is an address outside linkedin.com',
			/Use one of these for a post/,
		],
		[
			'a look-alike site',
			`https://linkedin.com.example.com/feed/update/${ACTIVITY}`,
			'outside linkedin.com',
			/Use one of these/,
		],
		[
			'another look-alike',
			`https://notlinkedin.com/feed/update/${ACTIVITY}`,
			'outside linkedin.com',
			/Use one of these/,
		],
		[
			'a user before the host',
			`https://www.linkedin.com@example.com/${ACTIVITY}`,
			'is not a post',
			/Use one of these/,
		],
	])('refuses %s with an example', (_case, input, problem, advice) => {
		const refusal = refusalOf(() => parsePost(input as string, 'post'));
		expect(refusal.field).toBe('post');
		expect(refusal.message).toContain(problem);
		expect(refusal.advice).toContain(
			'https://www.linkedin.com/feed/update/urn:li:activity:7094637247890620418',
		);
		expect(refusal.advice).toMatch(advice);
	});

	it('quotes only the start of a very long text', () => {
		const { message } = refusalOf(() => parsePost('x'.repeat(5000), 'post'));
		expect(message).toContain(`"${'x'.repeat(120)}…"`);
		expect(message.length).toBeLessThan(500);
	});
});
