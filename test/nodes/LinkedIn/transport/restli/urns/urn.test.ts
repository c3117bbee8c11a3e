import { parseComment } from '../../../../../../nodes/LinkedIn/transport/restli/urns/comment';
import { parsePost } from '../../../../../../nodes/LinkedIn/transport/restli/urns/post';
import {
	commentUrl,
	organizationUrl,
	postUrl,
} from '../../../../../../nodes/LinkedIn/transport/restli/urns/url';
import { idTime, sameUrn } from '../../../../../../nodes/LinkedIn/transport/restli/urns/urn';

/** Checked against docs/behaviour.md#ids-of-a-post and docs/behaviour.md#addresses-of-posts. */

const ACTIVITY = 'urn:li:activity:7094637247890620418';
const COMMENT = `urn:li:comment:(${ACTIVITY},7094977717598625792)`;

describe('addresses', () => {
	it('are built in one form, without a trailing slash', () => {
		expect(postUrl('urn:li:share:1')).toBe('https://www.linkedin.com/feed/update/urn:li:share:1');
		expect(organizationUrl('2414183')).toBe('https://www.linkedin.com/company/2414183');
		expect(commentUrl({ urn: COMMENT, thread: ACTIVITY })).toBe(
			`https://www.linkedin.com/feed/update/${ACTIVITY}?commentUrn=` +
				'urn%3Ali%3Acomment%3A%28activity%3A7094637247890620418%2C7094977717598625792%29',
		);
	});

	it('read back as what they were built from', () => {
		const comment = parseComment(COMMENT, 'comment');
		expect(parsePost(postUrl('urn:li:ugcPost:1'), 'post').urn).toBe('urn:li:ugcPost:1');
		expect(parseComment(commentUrl(comment), 'comment')).toEqual(comment);
	});
});

describe('sameUrn', () => {
	it.each([
		['the same text', 'urn:li:share:1', 'urn:li:share:1'],
		['encoded and not', 'urn%3Ali%3Ashare%3A1', 'urn:li:share:1'],
		['long and short', COMMENT, 'urn:li:comment:(activity:7094637247890620418,7094977717598625792)'],
		[
			'long and encoded short',
			COMMENT,
			'urn%3Ali%3Acomment%3A%28activity%3A7094637247890620418%2C7094977717598625792%29',
		],
		['brand and organization', 'urn:li:organizationBrand:89758488', 'urn:li:organization:89758488'],
		['the older company', 'urn:li:company:1', 'urn:li:organization:1'],
	])('holds for %s', (_case, a, b) => {
		expect([sameUrn(a, b), sameUrn(b, a)]).toEqual([true, true]);
	});

	it.each([
		['one number under two prefixes', 'urn:li:share:1', 'urn:li:activity:1'],
		['person ids in another case', 'urn:li:person:AbC', 'urn:li:person:abc'],
		['two comments of one post', COMMENT, `urn:li:comment:(${ACTIVITY},1)`],
		['a bare number and a page', '1', 'urn:li:organization:1'],
	])('does not hold for %s', (_case, a, b) => {
		expect(sameUrn(a, b)).toBe(false);
	});
});

describe('idTime', () => {
	it('reads the time off a number made from it', () => {
		const time = Date.UTC(2023, 7, 8, 12);
		const id = ((BigInt(time) << BigInt(22)) + BigInt(4242)).toString();
		expect(idTime(id)).toBe(time);
	});

	it('reads the day of a post that was seen', () => {
		expect(new Date(idTime('7094637247890620418') ?? 0).toISOString().slice(0, 10)).toBe('2023-08-08');
	});

	it.each(['', '2414183', 'abc', '-7094637247890620418', '7.09e18', '99999999999999999999'])(
		'finds no time in "%s"',
		(id) => {
			expect(idTime(id)).toBeUndefined();
		},
	);
});
