/**
 * Answers LinkedIn. The node sends each answer itself: n8n 2.41.1 loses static data that was written in a request which
 * n8n answers.
 *
 * LinkedIn gets its answer first, then the state is changed, and n8n saves it and starts the workflow. If the process
 * ends after the answer and before n8n has saved, the saved state is the older one, and the first pull of the next
 * process finds the event again. It's lost only between n8n's two writes: that of the state, and that of the execution.
 * The other order would start a workflow twice after each restart.
 */
import type { IDataObject, INodeExecutionData, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { LinkedInClient } from '../../transport/types';
import { settled } from '../../transport/flow/settled';
import { monotonic } from '../../transport/limits/clock';
import { withDeadline } from '../../transport/limits/deadline';
import { processMemory } from '../../transport/memory/process';
import type { Triggers } from '../../transport/memory/triggers';
import { asNodeError } from '../polling/createPoll';
import { keepSubscribed, openConnection, pull, type PulledItems } from './catchUp';
import { readDelivery } from './core/delivery';
import type { Found } from './core/pull';
import { challengeAnswer, challengeCodeIn, isSigned } from './core/signature';
import { isHandled, leastNow, noteHandled } from './core/state';
import { givenBy, type Given } from './delivered';
import { answer, inTime, type Handling } from './handling';
import { followChosen, knownNow, recall, save } from './held';
import { clientSecret } from './lifecycle';
import { readSettings } from './settings';
import { isTestEvent, newestEvent } from './testEvent';

/** What is delivered is handed over within this time, and what else is done beside it is given up. */
const HAND_OVER_MS = 5_000;
/** When no further call beside it begins. */
const LAST_CALL_MS = 3_000;

/** LinkedIn's deliveries have a few kilobytes. */
const MOST_BYTES = 1_000_000;

const NO_ITEMS: IWebhookResponseData = { noWebhookResponse: true };

/** Before each further try to subscribe after a challenge. */
const DELAYS_MS = [2_000, 10_000, 30_000];

/**
 * Makes the webhook function of the node.
 * @param triggers those of the process; tests pass others
 * @param delaysMs before each further try to subscribe
 */
export function createPushWebhook(triggers: Triggers = processMemory.triggers, delaysMs = DELAYS_MS) {
	return async function webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const isManual = this.getMode() === 'manual';
		const done = await settled(async () =>
			this.getRequestObject().method === 'GET'
				? await onGet(this, isManual, async () => await opened(this, isManual, true))
				: await onPost(this, isManual, async () => await opened(this, isManual, false)),
		);
		if (done.ok) return done.value;
		// n8n shows it in the editor, and answers.
		if (isManual && !this.getResponseObject().headersSent) throw asNodeError(this, done.failure);
		const { message } = done.failure as Error;
		this.logger.error(`A request from LinkedIn couldn't be handled. ${message}`);
		// LinkedIn sends a delivery again for eight hours.
		answer(this, 503, { message: 'Not handled; the log of n8n says why' });
		return NO_ITEMS;
	};

	async function opened(
		context: IWebhookFunctions,
		isManual: boolean,
		isChallenge: boolean,
	): Promise<Handling> {
		const settings = readSettings(context);
		const held = recall(context, isManual ? undefined : triggers);
		const linkedin = await openConnection(context, settings, held);
		return { context, settings, held, linkedin, isChallenge, isManual, delaysMs };
	}
}

async function onGet(
	context: IWebhookFunctions,
	isManual: boolean,
	open: () => Promise<Handling>,
): Promise<IWebhookResponseData> {
	const code = challengeCodeIn(context.getQueryData());
	if (code === undefined && isManual) return await showNewest(context);
	if (code === undefined) {
		answer(context, 400, { message: 'challengeCode is missing' });
		return NO_ITEMS;
	}
	answer(context, 200, challengeAnswer(await clientSecret(context), code));
	return isManual ? NO_ITEMS : await handOver(await open(), { found: [] });
}

async function onPost(
	context: IWebhookFunctions,
	isManual: boolean,
	open: () => Promise<Handling>,
): Promise<IWebhookResponseData> {
	const { rawBody, headers } = context.getRequestObject() as { rawBody?: unknown; headers: IDataObject };
	const body = ArrayBuffer.isView(rawBody) ? (rawBody as Uint8Array) : new Uint8Array();
	if (body.length > MOST_BYTES) {
		answer(context, 413, { message: 'Larger than what LinkedIn sends' });
		return NO_ITEMS;
	}
	if (!isSigned(await clientSecret(context), body, headers['x-li-signature'])) {
		answer(context, 401, { message: 'X-LI-Signature is wrong or missing' });
		return NO_ITEMS;
	}
	if (isManual && isTestEvent(body)) return await showNewest(context);
	const deadline = withDeadline(HAND_OVER_MS, undefined);
	try {
		const handling = { ...(await open()), deadline, lastCallMs: monotonic.now() + LAST_CALL_MS };
		const delivery = readDelivery(body) ?? { notifications: [], leads: [], leftOut: 0 };
		if (delivery.leftOut > 0) {
			context.logger.warn(
				`LinkedIn delivered ${delivery.leftOut} more than are read at once. They're read with what it may not have sent.`,
			);
			handling.held.lastPull = {};
		}
		return await handOver(handling, await givenBy(handling, delivery));
	} finally {
		deadline.end();
	}
}

/**
 * Starts the workflow with what is new of a delivery and of a pull. Requests overlap, so what one is about to hand over
 * is claimed at once. It's noted as handled only at the end, because another request may save the state before.
 */
async function handOver(handling: Handling, given: Given): Promise<IWebhookResponseData> {
	const { context, held, isManual, linkedin, settings } = handling;
	const { claimed, state } = held;
	const mine: Array<Found<IDataObject | null>> = [];
	const claim = (found: Array<Found<IDataObject | null>>) => {
		for (const one of found) {
			if (claimed.has(one.id) || isHandled(state, one.id)) continue;
			claimed.add(one.id);
			mine.push(one);
		}
	};
	try {
		claim(given.found);
		await given.complete?.((one) => mine.includes(one as Found<IDataObject>));
		const work = isManual ? undefined : caughtUp(handling);
		const inTimePulled = work && (await inTime(handling, work));
		if (handling.deadline?.isOver() && !inTimePulled) {
			context.logger.warn("What LinkedIn may not have sent is read later. LinkedIn's answer takes too long.");
			void work?.then((late) => late && held.pulledLate.push(late));
		}
		const pulled = [...held.pulledLate.splice(0), ...(inTimePulled ? [inTimePulled] : [])];
		for (const { found } of pulled) claim(found);
		for (const { id, atMs } of mine) {
			noteHandled(state, id, knownNow(held) ?? Math.max(atMs, leastNow(state)));
		}
		if (!isManual) followChosen(held, settings);
		for (const { commit } of pulled) commit();
		if (!isManual) save(context, held);
	} finally {
		for (const { id } of mine) claimed.delete(id);
	}
	return asItems(context, linkedin, mine);
}

/** What fails beside a delivery must not keep it from starting the workflow. */
async function caughtUp(handling: Handling): Promise<PulledItems | undefined> {
	const { context, settings, held, linkedin, isChallenge, delaysMs, lastCallMs } = handling;
	const done = await settled(async () => {
		await keepSubscribed(context, settings, held, isChallenge, delaysMs);
		return await pull(context, linkedin, settings, held, lastCallMs);
	});
	if (done.ok) return done.value;
	context.logger.warn(`What LinkedIn may not have sent is read later. ${(done.failure as Error).message}`);
	return undefined;
}

function asItems(
	context: IWebhookFunctions,
	linkedin: LinkedInClient,
	found: Array<Found<IDataObject | null>>,
): IWebhookResponseData {
	const said = linkedin.elements.notices;
	for (const sentence of said) context.logger.warn(sentence);
	const items: INodeExecutionData[] = found.flatMap(({ value }) => (value ? { json: value } : []));
	if (items.length === 0) return NO_ITEMS;
	const notices = [...linkedin.notices, ...said];
	if (notices.length > 0) items[0].json.notice = notices.join(' ');
	return { noWebhookResponse: true, workflowData: [items] };
}

/** In a manual run. */
async function showNewest(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const newest = await newestEvent(context, readSettings(context));
	answer(context, 200, { message: 'The newest event has been handed to the workflow' });
	return { noWebhookResponse: true, workflowData: [[{ json: newest }]] };
}
