import { newPushState, type Subscription } from '../../../../../../nodes/LinkedIn/triggers/push/core/state';
import {
	isAboutAddress,
	isCheckDue,
	mayRemove,
	stepFor,
} from '../../../../../../nodes/LinkedIn/triggers/push/core/subscription';

const OURS = 'https://n8n.example/webhook/1/linkedin';
const BEFORE = 'https://old.example/webhook/1/linkedin';
const OTHER = 'https://other.example/hook';
const NOW = Date.UTC(2026, 11, 1);
const HOUR = 3_600_000;
const MINUTE = 60_000;

test.each<[string, Subscription | undefined, Subscription | undefined, string]>([
	['none', undefined, undefined, 'subscribe'],
	['none any more', undefined, { address: OURS }, 'subscribe'],
	['ours', { address: OURS }, undefined, 'keep'],
	['ours with a slash', { address: `${OURS}/` }, undefined, 'keep'],
	['ours for long', { address: OURS, expiresAtMs: NOW + 25 * HOUR }, undefined, 'keep'],
	['ours, which ends soon', { address: OURS, expiresAtMs: NOW + 23 * HOUR }, undefined, 'subscribe'],
	['ours, which has ended', { address: OURS, expiresAtMs: NOW - 1 }, undefined, 'subscribe'],
	['ours at our earlier address', { address: BEFORE }, { address: BEFORE }, 'subscribe'],
	["somebody else's", { address: OTHER }, undefined, 'elsewhere'],
	["somebody else's since then", { address: OTHER }, { address: OURS }, 'elsewhere'],
])('%s', (_what, standing, ours, step) => {
	expect(stepFor(standing, ours, OURS, NOW)).toBe(step);
});

test.each<[Subscription | undefined, boolean]>([
	[{ address: OURS }, true],
	[{ address: OTHER }, false],
	[undefined, false],
])('%j may be removed: %j', (standing, may) => {
	expect(mayRemove(standing, OURS)).toBe(may);
});

const stateWith = (subscription: Subscription | undefined, checkedMsAgo: number) => {
	const state = { ...newPushState(), checkedAtMs: NOW - checkedMsAgo };
	if (subscription) state.subscriptions.set('a', subscription);
	return state;
};

test.each<[string, Subscription | undefined, number, boolean, boolean]>([
	['missing, in a challenge', undefined, 11_000, true, true],
	['missing, in a challenge just before', undefined, 9_000, true, false],
	['missing, in a delivery', undefined, 9 * MINUTE, false, false],
	['missing, in a later delivery', undefined, 10 * MINUTE, false, true],
	['standing', { address: OURS }, 5 * HOUR, true, false],
	['standing for hours', { address: OURS }, 6 * HOUR, false, true],
	['ending soon', { address: OURS, expiresAtMs: NOW + HOUR }, 10 * MINUTE, false, true],
	['never looked at', undefined, NOW, false, true],
	['looked at in the future, by a clock that was ahead', { address: OURS }, -7 * HOUR, false, true],
])('a look at one that is %s', (_what, subscription, checkedMsAgo, isChallenge, isDue) => {
	expect(isCheckDue(stateWith(subscription, checkedMsAgo), ['a'], isChallenge, NOW)).toBe(isDue);
});

test.each([
	[0, 10_000],
	[1, 40_000],
	[9, 2_560_000],
])('after %i tries in vain, a challenge lets it try again after %i ms', (inVain, waitMs) => {
	const due = (ms: number) => isCheckDue(stateWith(undefined, ms), ['a'], true, NOW, inVain);
	expect([due(waitMs - 1), due(waitMs)]).toEqual([false, true]);
});

test.each<[number | null, string, boolean]>([
	[400, 'Webhook is not registered', true],
	[403, 'The webhook URL has not been validated', true],
	[422, 'Callback URL must be validated first', true],
	[400, 'Invalid URI', true],
	[412, 'Webhook challenge has not passed', true],
	[400, 'Only HTTPS is supported', true],
	[403, 'Not enough permissions to access: eventSubscriptions.UPDATE', false],
	[400, 'Parameter developerApplication is invalid', false],
	[401, 'Webhook token expired', false],
	[429, 'Webhook quota', false],
	[500, 'Webhook failed', false],
	[400, 'Bad request', true],
	[404, 'Not Found', true],
	[403, 'The destination is not registered', true],
	[403, 'Not enough permissions', false],
	[null, 'webhook', false],
])('%j "%s" is about the address: %j', (status, said, isAbout) => {
	expect(isAboutAddress(status, said)).toBe(isAbout);
});
