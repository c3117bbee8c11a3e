const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Settings of webhooks in which LinkedIn may vary, and those that tests shorten. */
export interface PushSettings {
	/** Whether addresses on this machine may use http, which LinkedIn never accepts. */
	plainWebhooks: boolean;
	/** What a subscription for an address that isn't validated answers; no page says. */
	webhookRefusal: 'argument' | 'field' | 'forbidden' | 'missing' | 'unprocessable';
	/** What a PUT of a subscription answers; clients expect 200 or 201, and 204 is usual for Rest.li. */
	eventSubscriptionPutStatus: 200 | 201 | 204;
	/** How long a subscription lasts; LinkedIn only says when each ends. */
	eventSubscriptionMs: number;
	/** How long an address may take to answer, in real milliseconds. */
	webhookTimeoutMs: number;
	/** How often each address is validated again. */
	webhookCheckMs: number;
	/** Whether a challenge names the application, as for those with child applications. */
	challengeNamesApplication: boolean;
	/** How long after a failure a push is sent again, and for how long. */
	pushRetryMs: number;
	pushRetryForMs: number;
	/** How many pushes are under way at once. */
	pushesAtOnce: number;
	/** Whether a push that arrived is sent once more. A function is called per push. */
	pushTwice: boolean | (() => boolean);
}

export const defaultPushSettings = (): PushSettings => ({
	plainWebhooks: false,
	webhookRefusal: 'argument',
	eventSubscriptionPutStatus: 200,
	eventSubscriptionMs: 60 * DAY_MS,
	webhookTimeoutMs: 3000,
	webhookCheckMs: 2 * HOUR_MS,
	challengeNamesApplication: false,
	pushRetryMs: 5 * MINUTE_MS,
	pushRetryForMs: 8 * HOUR_MS,
	pushesAtOnce: 1,
	pushTwice: false,
});
