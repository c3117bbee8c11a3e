import { notificationFrom } from '../../../../../../nodes/LinkedIn/triggers/events/core/notification';
import {
	PAGE,
	CLEO,
	ACTIVITY,
	SHARE,
	OTHER,
	ID,
	COMMENT,
	AT,
	ID_AT,
	NOW,
	post,
	comment,
	like,
	share,
	mention,
} from './notifications';

/** docs.notifications */

const told = {
	key: '5603453321',
	atMs: AT,
	page: PAGE,
	post: SHARE,
	activity: ACTIVITY,
	postText: 'A (post)',
	postOwner: PAGE,
};

describe('a notification is read', () => {
	test.each(['COMMENT', 'ADMIN_COMMENT', 'COMMENT_EDIT', 'COMMENT_DELETE'])('of %s', (action) => {
		expect(notificationFrom({ ...comment, action }, NOW)).toEqual({
			kind: 'comment',
			...told,
			action,
			...(action === 'COMMENT_EDIT' && { key: `${told.key} ${AT}` }),
			owner: CLEO,
			commentUrn: COMMENT,
			id: ID,
			text: 'Hi (there)',
			createdAtMs: ID_AT,
		});
	});

	test('of LIKE, which may say nothing of who and how', () => {
		expect(notificationFrom(like, NOW)).toEqual({
			kind: 'reaction',
			...told,
			action: 'LIKE',
			owner: null,
			reactionType: null,
		});
	});

	test.each(['SHARE', 'SHARE_MENTION'])('of %s', (action) => {
		expect(notificationFrom({ ...share, action }, NOW)).toEqual({
			kind: 'share',
			...told,
			action,
			owner: CLEO,
			shareUrn: OTHER,
			comment: null,
			text: 'Look (here)',
		});
	});
});

const { generatedActivity, decoratedGeneratedActivity } = comment;
const commented = { generatedActivity, decoratedGeneratedActivity };
const PARENT = `urn:li:comment:(${ACTIVITY},7094977717598625700)`;
const COMMENT_REF = { urn: COMMENT, id: ID, thread: ACTIVITY };
const NO_POST = { sourcePost: null, decoratedSourcePost: null };
const ugc = 'urn:li:ugcPost:7094977717598625700';

describe('every form that is plausible', () => {
	test.each<[string, object, object]>([
		[
			'a comment without decoration',
			{ ...comment, decoratedGeneratedActivity: undefined },
			{ owner: null, text: null },
		],
		['a comment in the decoration alone', { ...comment, generatedActivity: null }, { commentUrn: COMMENT }],
		[
			'a comment in the decoration, with an activity of its own',
			{ ...comment, generatedActivity: 'urn:li:activity:7094977717598625793' },
			{ commentUrn: COMMENT },
		],
		[
			'a reply whose source is the comment that it answers',
			{
				...comment,
				sourcePost: PARENT,
				decoratedSourcePost: { owner: CLEO, entity: PARENT, text: 'No post' },
			},
			{ commentUrn: COMMENT, post: null, postText: null, postOwner: null, activity: ACTIVITY },
		],
		[
			'a like of a comment that is the source',
			{ ...like, sourcePost: PARENT, decoratedSourcePost: { owner: CLEO, entity: PARENT, text: 'No post' } },
			{ post: null, postText: null, postOwner: null, activity: ACTIVITY },
		],
		[
			'a like of a comment that is only decorated',
			{ ...like, sourcePost: null, decoratedSourcePost: { entity: PARENT } },
			{ activity: ACTIVITY },
		],
		[
			'a like by its encoded URN',
			{ ...like, ...NO_POST, generatedActivity: encodeURIComponent(`urn:li:like:(${CLEO},${ACTIVITY})`) },
			{ owner: CLEO, activity: ACTIVITY },
		],
		[
			'a like whose source is no post, but whose URN names one',
			{
				...like,
				sourcePost: 'urn:li:article:1',
				decoratedSourcePost: null,
				generatedActivity: `urn:li:like:(${CLEO},${ACTIVITY})`,
			},
			{ activity: ACTIVITY },
		],
		[
			'a mention in a comment that is also its source',
			{ ...mention, ...commented, sourcePost: null, decoratedSourcePost: { entity: PARENT } },
			{ comment: COMMENT_REF, activity: ACTIVITY },
		],
		['a comment by its long URN', { ...comment, generatedActivity: COMMENT }, { commentUrn: COMMENT }],
		[
			'a comment by its encoded URN',
			{ ...comment, generatedActivity: encodeURIComponent(COMMENT) },
			{ id: ID },
		],
		['a comment without a time', { ...comment, lastModifiedAt: null }, { atMs: ID_AT }],
		['a comment from the future', { ...comment, lastModifiedAt: NOW * 2 }, { atMs: ID_AT }],
		['a comment without its post', { ...comment, ...NO_POST }, { activity: ACTIVITY, post: null }],
		[
			'a comment that was deleted, without text',
			{ ...comment, action: 'COMMENT_DELETE', decoratedGeneratedActivity: { comment: {} } },
			{ text: null },
		],
		[
			'a like by its URN',
			{ ...like, generatedActivity: `urn:li:like:(${CLEO},${ACTIVITY})` },
			{ owner: CLEO },
		],
		[
			'a reaction by its URN',
			{ ...like, generatedActivity: `urn:li:reaction:(${CLEO},${ACTIVITY})` },
			{ owner: CLEO },
		],
		[
			'a like by its short URN',
			{ ...like, generatedActivity: 'urn:li:like:(person:zLqTygBP8S,activity:7094637247890620418)' },
			{ owner: CLEO },
		],
		['a like by an activity', { ...like, generatedActivity: ACTIVITY }, { owner: null, activity: ACTIVITY }],
		[
			'a like with its actor',
			{ ...like, decoratedGeneratedActivity: { like: { actor: CLEO } } },
			{ owner: CLEO },
		],
		[
			'a like with its owner',
			{ ...like, decoratedGeneratedActivity: { like: { owner: CLEO } } },
			{ owner: CLEO },
		],
		[
			'a reaction with its type',
			{ ...like, decoratedGeneratedActivity: { reaction: { actor: CLEO, reactionType: 'PRAISE' } } },
			{ owner: CLEO, reactionType: 'PRAISE' },
		],
		[
			'a like whose post is only in its URN',
			{
				...like,
				...NO_POST,
				generatedActivity: `urn:li:like:(${CLEO},${ACTIVITY})`,
			},
			{ activity: ACTIVITY },
		],
		[
			'a like whose post is a share in its URN',
			{
				...like,
				...NO_POST,
				generatedActivity: `urn:li:like:(${CLEO},${SHARE})`,
			},
			{ post: SHARE, activity: null },
		],
		[
			'a like of a comment',
			{
				...like,
				...NO_POST,
				generatedActivity: `urn:li:like:(${CLEO},${COMMENT})`,
			},
			{ activity: ACTIVITY },
		],
		[
			'a like of a post by its share',
			{ ...like, sourcePost: SHARE, decoratedSourcePost: null },
			{ post: SHARE, activity: null },
		],
		[
			'a share by its activity',
			{
				...share,
				generatedActivity: 'urn:li:activity:7094977717598625700',
				decoratedGeneratedActivity: null,
			},
			{ shareUrn: 'urn:li:activity:7094977717598625700', text: null, owner: null },
		],
		[
			'a share by its ugcPost',
			{ ...share, generatedActivity: ugc, decoratedGeneratedActivity: null },
			{ shareUrn: ugc },
		],
		['a share in the decoration alone', { ...share, generatedActivity: null }, { shareUrn: OTHER }],
		[
			'a share that is not said',
			{ ...share, generatedActivity: null, decoratedGeneratedActivity: null },
			{ shareUrn: null, activity: ACTIVITY },
		],
		['a share without a time', { ...share, lastModifiedAt: undefined }, { atMs: ID_AT }],
		[
			'a mention in the source post',
			{
				...mention,
				sourcePost: OTHER,
				decoratedSourcePost: null,
				generatedActivity: null,
				decoratedGeneratedActivity: null,
			},
			{ shareUrn: null, post: OTHER },
		],
		['a mention in the generated post', { ...mention, ...NO_POST }, { shareUrn: OTHER, post: null }],
		[
			'a mention in a comment',
			{ ...mention, ...commented },
			{ kind: 'share', shareUrn: null, comment: COMMENT_REF, owner: CLEO, text: 'Hi (there)', post: SHARE },
		],
		[
			'a mention in a comment, by an undocumented action and without its post',
			{ ...comment, ...NO_POST, action: 'COMMENT_MENTION' },
			{ kind: 'share', comment: COMMENT_REF, post: null, activity: ACTIVITY },
		],
		[
			'a mention in a comment without a time',
			{ ...mention, ...commented, lastModifiedAt: null },
			{ atMs: ID_AT },
		],
		['a reaction by an undocumented action', { ...like, action: 'REACTION' }, { kind: 'reaction' }],
		...[like, share, mention].map((body): [string, object, object] => [
			`${body.action} on a post whose decoration is something else`,
			{ ...body, decoratedSourcePost: { ...post, entity: 'urn:li:article:1' } },
			{ post: null, activity: ACTIVITY },
		]),
		['a page by its number', { ...like, organizationalEntity: 2414183 }, { page: PAGE }],
		['a page by an older URN', { ...like, organizationalEntity: 'urn:li:company:2414183' }, { page: PAGE }],
		['no page', { ...like, organizationalEntity: null }, { page: null }],
		['an id that is text', { ...like, notificationId: 'abc' }, { key: 'abc' }],
	])('%s', (_what, body, expected) => {
		expect(notificationFrom(body, NOW)).toMatchObject(expected);
	});
});

describe('the key', () => {
	const keyOf = (body: object) => (notificationFrom(body, NOW) as { key: string }).key;

	test('tells one edit of a comment from the next', () => {
		const edit = { ...comment, action: 'COMMENT_EDIT' };
		expect(keyOf(edit)).toBe(keyOf({ ...edit }));
		expect(keyOf(edit)).not.toBe(keyOf({ ...edit, lastModifiedAt: AT + 1 }));
		expect(keyOf(comment)).toBe(keyOf({ ...comment, lastModifiedAt: AT + 1 }));
	});

	test('names no one', () => {
		expect(
			keyOf({ ...like, notificationId: null, generatedActivity: `urn:li:like:(${CLEO},${ACTIVITY})` }),
		).toMatch(/^[\w-]{43}$/);
	});

	test.each([
		['no id', undefined, undefined],
		['an id too long for a number', 7094637247890620400, 7094637247890620400],
	])('tells two notifications with %s apart', (_what, one, other) => {
		const first = { ...comment, notificationId: one };
		const second = {
			...first,
			notificationId: other,
			generatedActivity: COMMENT.replace(ID, '7094977717598625793'),
		};
		expect(keyOf(first)).toBe(keyOf({ ...first }));
		expect(keyOf(first)).not.toBe(keyOf(second));
	});
});
