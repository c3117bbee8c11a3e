/** What the process keeps for a trigger, beside n8n's static data. */
import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { monotonic } from '../../transport/limits/clock';
import type { Triggers } from '../../transport/memory/triggers';
import { newFormMemory, type FormMemory } from '../leads/forms';
import { LinkedInTime } from '../polling/core/linkedInTime';
import { newCommentMemory, type CommentMemory } from './comments';
import type { LastPull, Pulled } from './core/pull';
import { follow, mergeInto, newPushState, readPushState, savePushState, type PushState } from './core/state';
import { kindsOf, type PushSettings } from './settings';

const STATE = 'push';

export interface Held {
	state: PushState;
	/** Ids of events that a request is about to hand over. Another one that gets them too leaves them out. */
	claimed: Set<string>;
	/** Only one request pulls at a time. */
	isPulling: boolean;
	/** Another object once a new pull is due, whatever this one says. */
	lastPull: LastPull;
	/** What pulls found after their delivery had been handed over. */
	pulledLate: Array<Pulled<IDataObject | null>>;
	/** The workflow was unpublished, so nothing may be subscribed. */
	isUnpublished: boolean;
	/** Only one request looks after the subscriptions at a time. */
	isSubscribing: boolean;
	/** How many times in a row not all that is wanted could be subscribed. */
	subscribedInVain: number;
	forms: FormMemory;
	comments: CommentMemory;
	/** Addresses of manual runs, for which nothing was subscribed. */
	testAddresses: Set<string>;
	time: LinkedInTime;
	/** When the workflow was published, if LinkedIn's time wasn't known then; by the monotonic clock. */
	publishedSteadyMs?: number;
}

type Context = IHookFunctions | IWebhookFunctions;

/**
 * The memory of this trigger, with what n8n's copy of its static data knows.
 * @param triggers those of the process; in a manual run, none
 */
export function recall(context: Context, triggers: Triggers | undefined): Held {
	const { id, type } = context.getNode();
	const held = triggers?.getOrSet(`${context.getWorkflow().id} ${id} ${type}`, () => ({}));
	const known = held?.memory as Held | undefined;
	const saved = triggers && readPushState(context.getWorkflowStaticData('node')[STATE]);
	if (known) {
		if (saved) mergeInto(known.state, saved);
		return known;
	}
	const made: Held = {
		state: saved ?? newPushState(),
		claimed: new Set(),
		isPulling: false,
		lastPull: {},
		pulledLate: [],
		isUnpublished: false,
		isSubscribing: false,
		subscribedInVain: 0,
		forms: newFormMemory(),
		comments: newCommentMemory(),
		testAddresses: new Set(),
		time: new LinkedInTime(() => Date.now(), monotonic.now),
	};
	if (held) held.memory = made;
	return made;
}

/**
 * LinkedIn's time, epoch milliseconds; undefined before LinkedIn has answered in this process. Until then this machine's
 * clock may be years wrong, so nothing that is kept may depend on it: nothing is dropped for its age, and no cursor
 * moves.
 */
export function knownNow({ time }: Held): number | undefined {
	return time.isKnown ? time.now() : undefined;
}

/**
 * Follows what is chosen: as soon as LinkedIn's time is known, since the workflow was published in this process.
 * @param isPublishing the workflow is being published
 */
export function followChosen(held: Held, settings: PushSettings, isPublishing = false): void {
	const chosen = { sources: settings.sources, kinds: kindsOf(settings) };
	const nowMs = knownNow(held);
	if (isPublishing) held.publishedSteadyMs = nowMs === undefined ? monotonic.now() : undefined;
	if (nowMs === undefined) return follow(held.state, chosen, undefined);
	const steadyMs = monotonic.now();
	const sinceMs = nowMs - Math.round(steadyMs - (held.publishedSteadyMs ?? steadyMs));
	held.publishedSteadyMs = undefined;
	follow(held.state, chosen, nowMs, sinceMs);
}

/** Hands the state to n8n, which saves it when the request or hook has ended. */
export function save(context: Context, held: Held): void {
	const saved = savePushState(held.state, knownNow(held));
	context.getWorkflowStaticData('node')[STATE] = saved as unknown as IDataObject;
}
