import {
	actionsOf,
	EVENT_LABELS,
	eventOfAction,
	EVENTS,
} from '../../../../../../nodes/LinkedIn/triggers/events/core/event';

/** docs.notifications */

test.each([
	['COMMENT', 'newComment'],
	['ADMIN_COMMENT', 'newComment'],
	['COMMENT_EDIT', 'commentEdited'],
	['LIKE', 'newReaction'],
	['SHARE', 'newShare'],
	['SHARE_MENTION', 'newMention'],
	['COMMENT_DELETE', undefined],
	['COMMENT_MENTION', 'newMention'],
	['MENTION_IN_COMMENT', 'newMention'],
	['MENTION_IN_SHARE', 'newMention'],
	['REACTION', 'newReaction'],
	['FOLLOW', undefined],
	['toString', undefined],
])('%s is %s', (action, event) => {
	expect(eventOfAction(action)).toBe(event);
});

test.each([
	[['newComment'], ['COMMENT', 'ADMIN_COMMENT']],
	[
		['newShare', 'newReaction'],
		['LIKE', 'SHARE'],
	],
	[['newPost'], []],
	[[...EVENTS], ['COMMENT', 'ADMIN_COMMENT', 'COMMENT_EDIT', 'LIKE', 'SHARE_MENTION', 'SHARE']],
])('%j are asked for with %j', (events, actions) => {
	expect(actionsOf(events as never)).toEqual(actions);
});

test('each event has a label', () => {
	expect(Object.keys(EVENT_LABELS)).toEqual([...EVENTS]);
});
