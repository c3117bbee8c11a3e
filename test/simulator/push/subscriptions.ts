import type { Clock } from '../clock';

/** What LinkedIn names as supported; only pages' notifications are documented, and the name of the other is cut. */
export const EVENT_TYPES = ['LIVE_VIDEO_COMMENTS', 'ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS'];

/** The URNs and the type that name a subscription (docs.notifications). */
export interface SubscriptionKey {
	developerApplication: string;
	user: string;
	entity: string;
	eventType: string;
}

export interface EventSubscription extends SubscriptionKey {
	/** Client id. */
	app: string;
	webhook: string;
	/** Epoch ms; what happened before isn't pushed. */
	createdAt: number;
	expiresAt: number;
}

/** Who wants to be told of which page, and where. */
export class EventSubscriptions {
	private readonly byKey = new Map<string, EventSubscription>();

	constructor(private readonly clock: Clock) {}

	/** All that haven't expired. */
	all(): EventSubscription[] {
		return [...this.byKey.values()].filter(({ expiresAt }) => expiresAt > this.clock.now());
	}

	find(key: SubscriptionKey): EventSubscription | undefined {
		return this.all().find((one) => keyOf(one) === keyOf(key));
	}

	/** Creates a subscription, or replaces the address and the end of the one that's there. */
	put(key: SubscriptionKey, subscription: { app: string; webhook: string; lastsMs: number }): void {
		const now = this.clock.now();
		const { lastsMs, ...rest } = subscription;
		const createdAt = this.find(key)?.createdAt ?? now;
		this.byKey.set(keyOf(key), { ...key, ...rest, createdAt, expiresAt: now + lastsMs });
	}

	remove(key: SubscriptionKey): void {
		this.byKey.delete(keyOf(key));
	}
}

const keyOf = ({ developerApplication, user, entity, eventType }: SubscriptionKey) =>
	JSON.stringify([developerApplication, user, entity, eventType]);

export const applicationUrn = (applicationId: string) => `urn:li:developerApplication:${applicationId}`;
