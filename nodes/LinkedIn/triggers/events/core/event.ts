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

/** LinkedIn notifies of these; it has no notification of a new post. */
export const PUSHED = EVENTS.filter((event) => event !== 'newPost');

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

/** Not documented, but code of others expects them; LinkedIn is never asked for them. */
const EVENT_OF_UNDOCUMENTED: Record<string, EventName> = {
	COMMENT_MENTION: 'newMention',
	MENTION_IN_COMMENT: 'newMention',
	MENTION_IN_SHARE: 'newMention',
	REACTION: 'newReaction',
};

/** @returns undefined for a deleted comment, and for actions that nobody knows */
export function eventOfAction(action: string): EventName | undefined {
	const known = [EVENT_OF_ACTION, EVENT_OF_UNDOCUMENTED].find((of) => Object.hasOwn(of, action));
	return known?.[action];
}

/** LinkedIn's actions for these events, in LinkedIn's order; none for a new post. */
export function actionsOf(events: readonly EventName[]): string[] {
	return Object.keys(EVENT_OF_ACTION).filter((action) => events.includes(EVENT_OF_ACTION[action]));
}
