/** What happens on a page besides comments, told by the fake feed, and what the trigger makes of it. */
import type { EventName } from '../../../../../../nodes/LinkedIn/triggers/events/core/event';
import type { EventItem } from '../../../../../../nodes/LinkedIn/triggers/events/core/item';
import type {
	Notification,
	ReactionNotification,
} from '../../../../../../nodes/LinkedIn/triggers/events/core/notification';
import { BOB, FakeLinkedIn, ME, MINUTE_MS, PAGE, Trigger } from './fakeLinkedIn';

export const ALL_EVENTS: EventName[] = [
	'newComment',
	'commentEdited',
	'newReaction',
	'newMention',
	'newShare',
	'newPost',
];

export let linkedIn: FakeLinkedIn;
export let post: ReturnType<FakeLinkedIn['post']>;

/** A page with one post, for each test of the calling file. */
export function simulateAPage(): void {
	beforeEach(() => {
		linkedIn = new FakeLinkedIn();
		post = linkedIn.post(1);
	});
}

function tell(given: Partial<Notification> & { action: string }): void {
	linkedIn.events.push({
		key: `key ${linkedIn.events.length}`,
		atMs: linkedIn.nowMs,
		page: PAGE,
		owner: BOB,
		post: post.urn,
		activity: post.activity,
		postText: null,
		postOwner: PAGE,
		kind: 'reaction',
		reactionType: 'PRAISE',
		...given,
	} as Notification);
}

export const react = (more: Partial<ReactionNotification> = {}) => tell({ action: 'LIKE', ...more });

export const share = (action = 'SHARE', more: Partial<Notification> = {}) =>
	tell({ action, kind: 'share', shareUrn: 'urn:li:share:77', comment: null, text: 'Look', ...more });

export const by = (urn: string | null) => ({ urn, name: null, isMe: urn === ME, isPage: urn === PAGE });

/** The items of a poll after this many minutes. */
export async function eventsOf(trigger: Trigger, minutes = 5): Promise<EventItem[]> {
	return (await trigger.poll(minutes)).news.map(({ item }) => item);
}

/** A trigger that has polled once, a minute ago. */
export async function started(events: EventName[], more: object = {}, reach = {}): Promise<Trigger> {
	const trigger = new Trigger(linkedIn, { events, ...more }, reach);
	await trigger.poll();
	linkedIn.nowMs += MINUTE_MS;
	return trigger;
}
