/** What to do with the subscriptions at LinkedIn. */
import type { PushState, Subscription } from './state';

const HOUR_MS = 3_600_000;
/** LinkedIn removes a subscription silently, and how long one lasts isn't documented. */
const CHECK_EVERY_MS = 6 * HOUR_MS;
const TRY_EVERY_MS = 10 * 60_000;
/** LinkedIn's first challenge comes as soon as the address is registered, maybe right after publishing. */
const TRY_AFTER_CHALLENGE_MS = 10_000;
/** Anyone can send a challenge, so after each try in vain the next one waits four times as long. */
const MOST_STEPS = 4;
const RENEW_BEFORE_MS = 24 * HOUR_MS;

/** `elsewhere`: it sends to an address that isn't ours, which isn't ours to change. */
export type Step = 'keep' | 'subscribe' | 'elsewhere';

/**
 * @param standing LinkedIn's subscription; undefined if there is none
 * @param ours what this trigger noted of its own, maybe at an address that it had before
 */
export function stepFor(
	standing: Subscription | undefined,
	ours: Subscription | undefined,
	address: string,
	nowMs: number,
): Step {
	if (!standing) return 'subscribe';
	if (!isSameAddress(standing.address, address)) {
		return ours && isSameAddress(standing.address, ours.address) ? 'subscribe' : 'elsewhere';
	}
	return isExpiring(standing, nowMs) ? 'subscribe' : 'keep';
}

/** Whether LinkedIn's subscription may be removed: only one that sends to us. */
export function mayRemove(standing: Subscription | undefined, address: string): boolean {
	return standing !== undefined && isSameAddress(standing.address, address);
}

function isExpiring({ expiresAtMs }: Subscription, nowMs: number): boolean {
	return expiresAtMs !== undefined && expiresAtMs - nowMs < RENEW_BEFORE_MS;
}

/** LinkedIn may write it with or without a slash at the end. */
export function isSameAddress(one: string, other: string): boolean {
	return withoutSlash(one) === withoutSlash(other);
}

const withoutSlash = (address: string) => (address.endsWith('/') ? address.slice(0, -1) : address);

/**
 * Whether the subscriptions should be compared with LinkedIn's, in a challenge or a delivery.
 * @param inVain how many tries in a row didn't end with all of them subscribed
 */
export function isCheckDue(
	{ checkedAtMs, subscriptions }: PushState,
	sources: readonly string[],
	isChallenge: boolean,
	nowMs: number,
	inVain = 0,
): boolean {
	const sinceMs = Math.abs(nowMs - checkedAtMs);
	const isUrgent = sources.some((source) => {
		const one = subscriptions.get(source);
		return one === undefined || isExpiring(one, nowMs);
	});
	if (!isUrgent) return sinceMs >= CHECK_EVERY_MS;
	const afterChallengeMs = TRY_AFTER_CHALLENGE_MS * 4 ** Math.min(inVain, MOST_STEPS);
	return sinceMs >= (isChallenge ? afterChallengeMs : TRY_EVERY_MS);
}

/** LinkedIn's words for an address that it doesn't know or hasn't validated; which ones isn't documented. */
const OF_ADDRESS =
	/webhook|call-?back|challenge|end-?point|\bur[il]s?\b|\bhttps\b|\b(?:un|not )validated|\bregistered\b/i;

/** Words for something else that is wrong. A refusal that names nothing may be about the address. */
const OF_OTHERS = /parameter|field|application|organization|person|account|scope|permission|version/i;

/**
 * Whether LinkedIn refuses because of the address, which has to be registered before.
 * @param said LinkedIn's words
 */
export function isAboutAddress(status: number | null, said: string): boolean {
	if (status === null || status < 400 || status >= 500 || status === 401 || status === 429) return false;
	return OF_ADDRESS.test(said) || (status !== 403 && !OF_OTHERS.test(said));
}
