/**
 * What happens on a page, by the values of the triggers' Trigger On.
 * @see docs.notifications
 */
export const EVENTS = [
	'newComment',
	'commentEdited',
	'newReaction',
	'newMention',
	'newShare',
	'newPost',
] as const;
export type EventName = (typeof EVENTS)[number];

/** As the field shows them. */
export const EVENT_LABELS: Record<EventName, string> = {
	newComment: 'New Comment',
	commentEdited: 'Comment Edited',
	newReaction: 'New Reaction',
	newMention: 'New Mention of the Page',
	newShare: 'New Share',
	newPost: 'New Post',
};

/** LinkedIn's actions. The feed reports no posts; with an action that LinkedIn doesn't know, a call would fail. */
const EVENT_OF_ACTION: Record<string, EventName> = {
	COMMENT: 'newComment',
	ADMIN_COMMENT: 'newComment',
	COMMENT_EDIT: 'commentEdited',
	LIKE: 'newReaction',
	SHARE_MENTION: 'newMention',
	SHARE: 'newShare',
};

/** @returns undefined for a deleted comment, and for actions that LinkedIn doesn't document */
export function eventOfAction(action: string): EventName | undefined {
	return Object.hasOwn(EVENT_OF_ACTION, action) ? EVENT_OF_ACTION[action] : undefined;
}

/** LinkedIn's actions for these events, in LinkedIn's order; none for a new post. */
export function actionsOf(events: readonly EventName[]): string[] {
	return Object.keys(EVENT_OF_ACTION).filter((action) => events.includes(EVENT_OF_ACTION[action]));
}
