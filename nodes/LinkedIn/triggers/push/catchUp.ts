/**
 * What n8n gives no other moment for: LinkedIn's challenge every two hours, and each delivery, also keep the
 * subscriptions alive and read what wasn't pushed.
 */
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { presentLead } from '../../resources/ads/leadResponse/item';
import { connect } from '../../transport';
import type { LinkedInError } from '../../transport/errors/errors';
import type { InputError } from '../../transport/errors/inputError';
import { monotonic } from '../../transport/limits/clock';
import type { LinkedInClient } from '../../transport/types';
import { itemsOf, memberOf, NOBODY, ofPage, type Member } from './activity';
import { addComments, type Reading } from './comments';
import { isHandled, isSinceChosen, LEADS_OVERLAP_MS, OVERLAP_MS } from './core/state';
import {
	isPullDue,
	noteRead,
	readWindow,
	windowOf,
	type Found,
	type FoundPage,
	type Pulled,
} from './core/pull';
import type { Window } from './core/state';
import { isCheckDue } from './core/subscription';
import { feedPage } from './feed';
import { followChosen, type Held } from './held';
import { leadPages } from './leads';
import { isWantedLead, kindsOfLead, neededFor, type PushSettings } from './settings';
import { subscribe } from './subscribe';
import type { Answer } from '../polling/core/answer';
import { endsAll } from '../polling/core/asking';

/** In one pull, over all sources; the rest is for the next one. */
const MOST_CALLS = 60;
const CALL_TIMEOUT_MS = 30_000;
const PULL_AFTER_CHALLENGE_MS = 120_000;

/** A connection for the trigger, without waiting: a later challenge or delivery asks again. */
export async function openConnection(
	context: Parameters<typeof connect>[0],
	settings: PushSettings,
	{ time }: Held,
	needs = neededFor(settings).needs,
): Promise<LinkedInClient> {
	return await connect(context, {
		...neededFor(settings),
		needs,
		hasOwnBudget: true,
		maxWaitMs: 0,
		options: { timeout: CALL_TIMEOUT_MS },
		hearTime: (atMs) => time.note(atMs),
	});
}

/**
 * The same for calls about subscriptions. Only what may be read is subscribed to, which openConnection has checked, and
 * a subscription changes nothing else, so a policy that allows reading allows it.
 */
export async function openForSubscriptions(
	context: Parameters<typeof connect>[0],
	settings: PushSettings,
	held: Held,
): Promise<LinkedInClient> {
	return await openConnection(context, settings, held, []);
}

/** What a pull finds; null for what is only to be noted. */
export type PulledItems = Pulled<IDataObject | null>;

type ReadPage = (source: string, window: Window) => Promise<Answer<FoundPage<IDataObject | null>>>;

const NOTHING: PulledItems = { found: [], outcome: 'unfinished', commit: () => undefined };

/**
 * Renews, and subscribes what couldn't be subscribed before. LinkedIn knows the address only some time after the answer
 * to its first challenge, so after a challenge it's tried again.
 * @param delaysMs before each further try
 */
export async function keepSubscribed(
	context: IWebhookFunctions,
	settings: PushSettings,
	held: Held,
	isChallenge: boolean,
	delaysMs: readonly number[],
): Promise<void> {
	const { state, time } = held;
	const now = () => time.now();
	if (held.isSubscribing || !isCheckDue(state, settings.sources, isChallenge, now(), held.subscribedInVain))
		return;
	held.isSubscribing = true;
	// Until LinkedIn has answered for all of them.
	held.subscribedInVain += 1;
	try {
		const address = context.getNodeWebhookUrl('default') ?? '';
		const linkedin = await openForSubscriptions(context, settings, held);
		let subscribed = await subscribe(linkedin, settings, state, address, now);
		for (const delayMs of isChallenge ? delaysMs : []) {
			if (!subscribed.isAddressUnknown) break;
			await linkedin.sleep(delayMs);
			if (held.isUnpublished) return;
			subscribed = await subscribe(linkedin, settings, state, address, now);
		}
		const { says, refusal } = subscribed;
		if (says.length === 0 && refusal === undefined) held.subscribedInVain = 0;
		for (const sentence of says) context.logger.warn(sentence);
		if (refusal) context.logger.warn(`Not subscribed: ${refusal.message}. ${adviceOf(refusal)}`);
	} finally {
		state.checkedAtMs = now();
		held.isSubscribing = false;
	}
}

const adviceOf = (refusal: LinkedInError | InputError) =>
	'advice' in refusal ? refusal.advice : refusal.details.advice;

/**
 * Reads what wasn't pushed, if it's due.
 * @param endMs when to stop beside a delivery, by the monotonic clock; undefined after a challenge
 * @returns what may be new: the caller leaves out what it knows
 */
export async function pull(
	context: IWebhookFunctions,
	linkedin: LinkedInClient,
	settings: PushSettings,
	held: Held,
	endMs: number | undefined,
): Promise<PulledItems> {
	const { state, time, lastPull } = held;
	const isChallenge = endMs === undefined;
	const isUnfinished = state.windows.size > 0;
	if (held.isPulling || !isPullDue(lastPull, { isChallenge, isUnfinished }, time.now())) return NOTHING;
	held.isPulling = true;
	lastPull.triedAtMs = time.now();
	try {
		const untilMs = endMs ?? monotonic.now() + PULL_AFTER_CHALLENGE_MS;
		const sentBefore = linkedin.sent;
		const me = settings.subject === 'leads' ? NOBODY : await memberOf(linkedin, state.me);
		const pulled = await time.during(async ({ isVoid }) => {
			followChosen(held, settings);
			const mayAsk = () => !isVoid() && monotonic.now() < untilMs && linkedin.sent - sentBefore < MOST_CALLS;
			const read = reader(linkedin, settings, held, me, mayAsk, (said) => context.logger.warn(said));
			return await pullAll(context, read, settings, held, mayAsk);
		});
		if (pulled.outcome === 'whole') lastPull.faults = 0;
		if (pulled.outcome === 'faulty') lastPull.faults = (lastPull.faults ?? 0) + 1;
		return pulled;
	} finally {
		held.isPulling = false;
	}
}

async function pullAll(
	context: IWebhookFunctions,
	read: ReadPage,
	{ sources, subject }: PushSettings,
	held: Held,
	mayAsk: () => boolean,
): Promise<PulledItems> {
	const { state, time, lastPull } = held;
	const found: Array<Found<IDataObject | null>> = [];
	const notes: Array<() => void> = [];
	const overlapMs = subject === 'leads' ? LEADS_OVERLAP_MS : OVERLAP_MS;
	const round = lastPull.round ?? { asked: new Set<string>(), isWhole: true };
	const asked = new Set(round.asked);
	let { isWhole } = round;
	let isEnded = false;
	for (const source of sources) {
		if (asked.has(source)) continue;
		if (!mayAsk()) break;
		const window = { ...windowOf(state, source, time.now(), overlapMs) };
		const isNew = ({ id }: Found<unknown>) => !isHandled(state, id);
		const result = await readWindow(window, async (at) => await read(source, at), mayAsk, isNew);
		found.push(...result.found);
		isWhole &&= result.fault === undefined;
		if (result.fault && result.fault.kind !== 'wait') {
			context.logger.warn(`What may have been missed of ${source} is read later. ${result.fault.message}`);
		}
		notes.push(() => noteRead(state, source, window, result.isDone, time.now()));
		isEnded = result.fault !== undefined && endsAll(result.fault);
		if (isEnded) break;
		if (result.isDone || result.fault) asked.add(source);
	}
	const isOver = sources.every((source) => asked.has(source));
	return {
		found: found.sort((a, b) => a.atMs - b.atMs),
		outcome: isEnded || (isOver && !isWhole) ? 'faulty' : isOver ? 'whole' : 'unfinished',
		commit: () => {
			if (!time.isKnown) return;
			for (const note of notes) note();
			lastPull.round = isOver ? undefined : { asked, isWhole };
			if (isOver && isWhole) lastPull.doneAtMs = time.now();
		},
	};
}

/** Reads a page of a source, and makes items of what starts the workflow. */
function reader(
	linkedin: LinkedInClient,
	settings: PushSettings,
	held: Held,
	me: Member,
	mayAsk: () => boolean,
	say: (sentence: string) => void,
): ReadPage {
	const isDue = ({ kinds, atMs }: { kinds: readonly string[]; atMs: number }) =>
		isSinceChosen(held.state, kinds, atMs);
	if (settings.subject === 'pageActivity') {
		const { comments: memory, time } = held;
		const reading: Reading = { linkedin, memory, now: () => time.now(), mayAsk, say };
		return async (page, window) => {
			const answer = await feedPage(linkedin, page, settings.events, window);
			if (!answer.ok) return answer;
			const told = answer.value.found.map((one) => ofPage(one, page));
			const found = itemsOf(told, settings, me).filter(isDue);
			const news = found.filter(({ id }) => !isHandled(held.state, id) && !held.claimed.has(id));
			await addComments(reading, news, settings, me);
			return { ok: true, value: { ...answer.value, found } };
		};
	}
	const read = leadPages(linkedin, settings, held.forms, () => held.time.now());
	return async (source, window) => {
		const answer = await read(source, window, mayAsk);
		if (!answer.ok) return answer;
		const found = answer.value.found
			.filter(({ value }) => isWantedLead(value.entity, settings))
			.filter(({ value, atMs }) => isDue({ kinds: kindsOfLead(value.entity), atMs }))
			.map((one) => ({ ...one, value: presentLead(one.value.entity, true) }));
		return { ok: true, value: { ...answer.value, found } };
	};
}
