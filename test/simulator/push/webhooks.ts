import { adsRefused, inputRefused, notThere, wrong } from '../ads/errors';
import { denied, type ApiError } from '../errors';
import { WebhookAddresses } from './addresses';
import { Outbox } from './outbox';
import { EventSubscriptions } from './subscriptions';
import type { Clock } from '../clock';
import type { Call } from '../resource';
import type { State } from '../state';
import type { PushSettings } from './settings';

/** All that LinkedIn knows of webhooks. Subscriptions to leads are with the leads. */
export class Webhooks {
	readonly addresses = new WebhookAddresses();
	readonly subscriptions: EventSubscriptions;
	readonly outbox: Outbox;

	constructor(state: State, clock: Clock) {
		this.subscriptions = new EventSubscriptions(clock);
		this.outbox = new Outbox(state, clock);
	}
}

const UNVALIDATED: Record<PushSettings['webhookRefusal'], (url: string) => ApiError> = {
	argument: (url) => adsRefused(400, 'ILLEGAL_ARGUMENT', `Webhook ${url} is not validated`),
	field: (url) => inputRefused([wrong('/webhook', url)]),
	forbidden: () => denied('The application has no permission to use this webhook URL'),
	missing: (url) => notThere(`Webhook ${url}`),
	unprocessable: (url) =>
		adsRefused(422, 'UNPROCESSABLE_ENTITY', `Webhook ${url} did not pass the security challenge check`),
};

/** @throws ApiError unless the address is registered for the caller's app and passed its challenge */
export function requireWebhook({ state, app }: Call, url: string): void {
	if (state.webhooks.addresses.isValidated(app.clientId, url)) return;
	throw UNVALIDATED[state.webhookRefusal](url);
}
