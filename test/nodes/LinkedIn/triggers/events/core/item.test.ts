import { notificationItem } from '../../../../../../nodes/LinkedIn/triggers/events/core/item';
import {
	notificationFrom,
	type Notification,
} from '../../../../../../nodes/LinkedIn/triggers/events/core/notification';

/** docs.notifications */

const PAGE = 'urn:li:organization:2414183';
const CLEO = 'urn:li:person:zLqTygBP8S';
const ACTIVITY = 'urn:li:activity:7094637247890620418';
const SHARE = 'urn:li:share:7094637247487995904';
const OTHER = 'urn:li:share:7094977717598625700';
const COMMENT = `urn:li:comment:(${ACTIVITY},7094977717598625792)`;
const NOW = Date.UTC(2026, 10, 29);
const WEB = 'https://www.linkedin.com/feed/update';

const actor = { urn: CLEO, name: null, isMe: false, isPage: false };
const base = {
	notificationId: 1,
	organizationalEntity: PAGE,
	lastModifiedAt: 1691574506310,
	sourcePost: ACTIVITY,
	decoratedSourcePost: { owner: PAGE, entity: SHARE, text: 'A post' },
};
const post = { urn: SHARE, activity: ACTIVITY, url: `${WEB}/${SHARE}`, text: 'A post' };
const common = { occurredAt: '2023-08-09T09:48:26.310Z', actor, post, page: { urn: PAGE } };

const itemOf = (body: object) =>
	notificationItem(notificationFrom({ ...base, ...body }, NOW) as Notification, { actor, page: PAGE });

const commentBody = {
	generatedActivity: COMMENT,
	decoratedGeneratedActivity: { comment: { owner: CLEO, text: 'Hi', entity: COMMENT } },
};
const commentItem = {
	urn: COMMENT,
	id: '7094977717598625792',
	text: 'Hi',
	createdAt: '2023-08-09T09:48:26.310Z',
	url: `${WEB}/${ACTIVITY}?commentUrn=urn%3Ali%3Acomment%3A%28activity%3A7094637247890620418%2C7094977717598625792%29`,
	isReply: null,
};
const shareBody = {
	generatedActivity: OTHER,
	decoratedGeneratedActivity: { share: { owner: CLEO, entity: OTHER, text: 'Look' } },
};
const otherPost = { urn: OTHER, activity: null, url: `${WEB}/${OTHER}`, text: 'Look' };

test.each<[string, object, object]>([
	['COMMENT', commentBody, { event: 'newComment', comment: commentItem, parent: null, ...common }],
	['ADMIN_COMMENT', commentBody, { event: 'newComment', comment: commentItem, parent: null, ...common }],
	[
		'COMMENT_EDIT',
		commentBody,
		{
			event: 'commentEdited',
			// By its number: LinkedIn's time is that of the edit.
			comment: { ...commentItem, createdAt: '2023-08-09T09:48:26.187Z' },
			parent: null,
			...common,
		},
	],
	['LIKE', {}, { event: 'newReaction', reaction: { type: null }, ...common }],
	[
		'LIKE',
		{ decoratedGeneratedActivity: { reaction: { reactionType: 'EMPATHY' } } },
		{ event: 'newReaction', reaction: { type: 'EMPATHY' }, ...common },
	],
	[
		'SHARE',
		shareBody,
		{ event: 'newShare', share: { urn: OTHER, url: `${WEB}/${OTHER}`, text: 'Look' }, ...common },
	],
	['SHARE', {}, { event: 'newShare', share: { urn: null, url: null, text: null }, ...common }],
	['SHARE_MENTION', shareBody, { event: 'newMention', ...common, post: otherPost }],
	['SHARE_MENTION', {}, { event: 'newMention', ...common }],
	[
		'SHARE_MENTION',
		commentBody,
		{
			event: 'newMention',
			comment: { ...commentItem, createdAt: '2023-08-09T09:48:26.187Z' },
			parent: null,
			...common,
		},
	],
	[
		'SHARE_MENTION',
		{ ...shareBody, sourcePost: OTHER, decoratedSourcePost: null },
		{ event: 'newMention', ...common, post: otherPost },
	],
	[
		'COMMENT',
		{ ...commentBody, decoratedSourcePost: null, sourcePost: null },
		{
			event: 'newComment',
			comment: commentItem,
			parent: null,
			...common,
			post: { urn: ACTIVITY, activity: ACTIVITY, url: `${WEB}/${ACTIVITY}`, text: null },
		},
	],
])('%s %j becomes one form of item', (action, body, item) => {
	expect(itemOf({ action, ...body })).toEqual(item);
});

test('without a page, the page is null', () => {
	const told = notificationFrom({ ...base, action: 'LIKE' }, NOW) as Notification;
	expect(notificationItem(told, { actor, page: null }).page).toBeNull();
});
