import { Unreadable } from '../../../../../../nodes/LinkedIn/transport/answers/elements';
import { notificationFrom } from '../../../../../../nodes/LinkedIn/triggers/events/core/notification';

const ACTIVITY = 'urn:li:activity:7094637247890620418';
const ID = '7094977717598625792';
const URN = `urn:li:comment:(${ACTIVITY},${ID})`;
const FOREIGN = `urn:li:comment:(urn:li:groupPost:123-7094637247890620417,${ID})`;
const NOW = Date.UTC(2026, 10, 29);

describe('the notification of a comment', () => {
	const whole = {
		notificationId: 5603453321,
		organizationalEntity: 'urn:li:organization:2414183',
		action: 'COMMENT',
		lastModifiedAt: 1691574506310,
		sourcePost: ACTIVITY,
		decoratedSourcePost: {
			entity: 'urn:li:share:7094637247487995904',
			mediaCategory: 'NONE',
			text: 'A \\(post\\)',
		},
		generatedActivity: `urn:li:comment:(activity:7094637247890620418,${ID})`,
		decoratedGeneratedActivity: {
			comment: { owner: 'urn:li:person:x', text: 'Hello (plain)', entity: URN, object: ACTIVITY },
		},
	};

	test('is read, its comment in the long form', () => {
		expect(notificationFrom(whole, NOW)).toEqual({
			kind: 'comment',
			key: '5603453321',
			page: 'urn:li:organization:2414183',
			postOwner: null,
			createdAtMs: 1691574506187,
			action: 'COMMENT',
			atMs: 1691574506310,
			commentUrn: URN,
			id: ID,
			activity: ACTIVITY,
			owner: 'urn:li:person:x',
			text: 'Hello (plain)',
			post: 'urn:li:share:7094637247487995904',
			postText: 'A (post)',
		});
	});

	test.each([
		[
			'no decoration',
			{ decoratedGeneratedActivity: undefined },
			{ owner: null, text: null, commentUrn: URN },
		],
		['the comment in the decoration only', { generatedActivity: undefined }, { commentUrn: URN }],
		['no decorated post', { decoratedSourcePost: undefined }, { post: null, postText: null }],
		['a plain post text', { decoratedSourcePost: { text: 'C:\\Temp' } }, { postText: 'C:\\Temp' }],
	])('may have %s', (_, change, expected) => {
		expect(notificationFrom({ ...whole, ...change }, NOW)).toMatchObject(expected);
	});

	test.each([
		['no time: the one in the number', { lastModifiedAt: null }, { atMs: 1691574506187 }],
		['its time in seconds', { lastModifiedAt: 1691574506 }, { atMs: 1691574506000 }],
		['its time as text', { lastModifiedAt: '1691574506310' }, { atMs: 1691574506310 }],
		['a time that no date holds', { lastModifiedAt: 1e20 }, { atMs: 1691574506187 }],
		['a decoration of another type', { decoratedGeneratedActivity: 'x' }, { owner: null, commentUrn: URN }],
		[
			'a source of another type',
			{ decoratedSourcePost: { entity: 5, text: [] } },
			{ post: null, postText: null },
		],
		[
			'null for its decorations',
			{ decoratedGeneratedActivity: null, decoratedSourcePost: null },
			{ post: null },
		],
	])('may have %s', (_, change, expected) => {
		expect(notificationFrom({ ...whole, ...change }, NOW)).toMatchObject(expected);
	});

	test('about a share is not about a comment', () => {
		const body = { ...whole, generatedActivity: 'urn:li:share:1', decoratedGeneratedActivity: undefined };
		expect(notificationFrom(body, NOW)).toBeUndefined();
	});

	test.each([
		['nothing', {}, 'one does not say what happened'],
		['no comment', { action: 'COMMENT' }, 'one does not say which comment it is about'],
		[
			'a post of a group',
			{ ...whole, generatedActivity: FOREIGN, decoratedGeneratedActivity: undefined },
			`${FOREIGN} is not a comment on a post`,
		],
		[
			'an article',
			{ ...whole, decoratedSourcePost: { entity: 'urn:li:linkedInArticle:7' } },
			'urn:li:linkedInArticle:7 is not a post',
		],
		[
			'no moment at all',
			{ action: 'COMMENT', generatedActivity: `urn:li:comment:(${ACTIVITY},11)`, lastModifiedAt: 1e20 },
			`the one about urn:li:comment:(${ACTIVITY},11) does not say when it happened`,
		],
	])('of %s cannot be read', (_, body, reason) => {
		expect(notificationFrom(body, NOW)).toEqual(new Unreadable(reason));
	});
});
