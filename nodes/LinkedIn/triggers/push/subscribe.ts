/** Brings LinkedIn's subscriptions in line with the settings. */
import { LinkedInError } from '../../transport/errors/errors';
import { InputError } from '../../transport/errors/inputError';
import { settled } from '../../transport/flow/settled';
import type { LinkedInClient } from '../../transport/types';
import { endsAll } from '../polling/core/asking';
import { faultOf } from '../polling/core/faultOf';
import { channelOf, subscriberOf, type Channel } from './channels';
import type { PushState } from './core/state';
import { isAboutAddress, mayRemove, stepFor } from './core/subscription';
import type { PushSettings } from './settings';

/** After this many, the rest waits for the next try. */
const MOST_FAILURES = 5;

/** The result. */
export interface Subscribed {
	/** Sentences for the log: what isn't subscribed yet, and why. */
	says: string[];
	/** LinkedIn doesn't know or hasn't validated the address. */
	isAddressUnknown?: true;
	/** A refusal that no later challenge would change. */
	refusal?: LinkedInError | InputError;
}

/**
 * Subscribes what is wanted and removes what no longer is. What fails for now is left to the next challenge.
 * @param address production address of the node
 */
export async function subscribe(
	linkedin: LinkedInClient,
	settings: PushSettings,
	state: PushState,
	address: string,
	now: () => number,
): Promise<Subscribed> {
	const me = await settled(async () =>
		settings.subject === 'leads' ? undefined : (await linkedin.me()).urn,
	);
	if (!me.ok) return judged(me.failure, address);
	if (me.value !== undefined) forgetOthers(state, me.value);
	const subscriber = subscriberOf(settings, me.value);
	const channel = channelOf(linkedin, subscriber, address);
	for (const [source, ours] of [...state.subscriptions]) {
		const isWanted = settings.sources.includes(source) && ours.application === subscriber.application;
		if (!isWanted) await unsubscribe(channelOf(linkedin, ours, address), state, source, address);
	}
	const added: string[] = [];
	const says = new Set<string>();
	let isAddressUnknown: true | undefined;
	let failures = 0;
	for (const source of settings.sources) {
		const done = await settled(async () => await subscribeOne(channel, state, source, address, now()));
		if (done.ok) {
			if (done.value) added.push(source);
			continue;
		}
		const { says: said, refusal, ...judgement } = judged(done.failure, address);
		isAddressUnknown ??= judgement.isAddressUnknown;
		if (refusal) {
			for (const one of added) await unsubscribe(channel, state, one, address);
			return { says: [...says], refusal };
		}
		for (const sentence of said) says.add(sentence);
		failures += 1;
		// LinkedIn would say the same for the others.
		if (isAddressUnknown || failures >= MOST_FAILURES || endsAll(faultOf(done.failure))) break;
	}
	state.address = address;
	// Otherwise LinkedIn's first challenge, which may come right away, tries again.
	if (says.size === 0) state.checkedAtMs = now();
	return { says: [...says], isAddressUnknown };
}

/** Only a member itself can change its subscriptions to page activity. */
function forgetOthers(state: PushState, me: string): void {
	for (const [source, { user }] of [...state.subscriptions]) {
		if (user !== undefined && user !== me) state.subscriptions.delete(source);
	}
	state.me = me;
}

/** @returns whether there was none before */
async function subscribeOne(
	channel: Channel,
	state: PushState,
	source: string,
	address: string,
	nowMs: number,
): Promise<boolean> {
	const ours = state.subscriptions.get(source);
	const standing = await channel.standing(source);
	const step = stepFor(standing, ours, address, nowMs);
	if (step === 'elsewhere') throw elsewhere(source, standing?.address ?? '');
	const isNew = standing === undefined;
	if (isNew && ours?.id !== undefined) await channel.remove(source, ours);
	state.subscriptions.set(source, step === 'keep' && standing ? standing : await channel.subscribe(source));
	return isNew;
}

/** Removes one that sends to us or, as we noted, to an address that we had. Failures are left alone. */
export async function unsubscribe(
	channel: Channel,
	state: PushState,
	source: string,
	address: string,
): Promise<LinkedInError | undefined> {
	const ours = state.subscriptions.get(source);
	const removed = await settled(async () => {
		const standing = (await channel.standing(source)) ?? (ours?.id === undefined ? undefined : ours);
		if (standing && mayRemove(standing, ours?.address ?? address)) await channel.remove(source, standing);
	});
	if (removed.ok) {
		state.subscriptions.delete(source);
		return undefined;
	}
	return removed.failure instanceof LinkedInError ? removed.failure : undefined;
}

function elsewhere(source: string, address: string): InputError {
	return new InputError(
		'Page Names or IDs',
		`LinkedIn already sends the activity of ${source} to ${address}`,
		'For each app, member and page, LinkedIn sends to only one address. Unpublish the workflow or stop the program there, then publish this workflow again.',
	);
}

/** Sorts a failure: LinkedIn doesn't know the address yet, it's for now only, or it will be refused again. */
function judged(failure: unknown, address: string): Subscribed {
	const fault = faultOf(failure);
	if (failure instanceof InputError) return { says: [], refusal: failure };
	if (!(failure instanceof LinkedInError)) return { says: [fault.message] };
	if (isAboutAddress(failure.details.status, failure.said)) {
		return {
			isAddressUnknown: true,
			says: [
				`LinkedIn doesn't send to ${address} yet. Add it under Webhooks of your app in LinkedIn's developer portal; this trigger subscribes as soon as LinkedIn has validated it. LinkedIn said: ${failure.said}`,
			],
		};
	}
	const isForNow = ['later', 'quota', 'wait'].includes(fault.kind);
	return isForNow ? { says: [`Not subscribed yet. ${fault.message}`] } : { says: [], refusal: failure };
}
