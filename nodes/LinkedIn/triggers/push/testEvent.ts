/**
 * A manual run, such as Fetch Test Event. n8n then waits for a request to the test address, so `create` sends one
 * itself, signed as LinkedIn signs; opening the address in a browser does the same. The newest event that LinkedIn
 * lists starts the workflow. Nothing is subscribed or remembered.
 */
import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { presentLead } from '../../resources/ads/leadResponse/item';
import { connect } from '../../transport';
import { LinkedInError } from '../../transport/errors/errors';
import { settled } from '../../transport/flow/settled';
import type { LinkedInClient } from '../../transport/types';
import { recentLeads } from '../leads/core/manualRun';
import { leadSourcesOf, newSourceMemory } from '../leads/leadSources';
import { itemsOf, memberOf, type FoundItem } from './activity';
import { addComments, newCommentMemory, type Reading } from './comments';
import { signatureOf } from './core/signature';
import { feedPage } from './feed';
import { isWantedLead, neededFor, type LeadSettings, type PageSettings, type PushSettings } from './settings';

const BODY = JSON.stringify({ type: 'FETCH_TEST_EVENT' });
const DAY_MS = 86_400_000;
/** LinkedIn keeps notifications for 60 days. */
const BACK_MS = 59 * DAY_MS;
const MANUAL_WAIT_MS = 20_000;
const RUN_MS = 60_000;
const MOST_PAGES = 5;

/** Whether it's the request that askForTestEvent sends; its signature has been checked. */
export function isTestEvent(body: Uint8Array): boolean {
	return Buffer.from(body).toString('utf8') === BODY;
}

/** Sends the request, without waiting for the answer: n8n tells the editor that it's listening only after `create`. */
export function askForTestEvent(context: IHookFunctions, secret: string): void {
	const url = context.getNodeWebhookUrl('default') ?? '';
	void settled(
		async () =>
			await (context.helpers.httpRequest({
				method: 'POST',
				url,
				body: BODY,
				headers: {
					'content-type': 'application/json',
					'x-li-signature': signatureOf(secret, Buffer.from(BODY)),
				},
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
			}) as Promise<unknown>),
	).then((sent) => {
		if (sent.ok) return;
		context.logger.warn(`n8n can't reach ${url} itself. Open it in a browser to fetch the newest event.`);
	});
}

/** @throws LinkedInError, also if there's nothing to show */
export async function newestEvent(context: IWebhookFunctions, settings: PushSettings): Promise<IDataObject> {
	const linkedin = await connect(context, { ...neededFor(settings), maxWaitMs: MANUAL_WAIT_MS });
	linkedin.need();
	const newest =
		settings.subject === 'leads'
			? await newestLead(linkedin, settings)
			: await newestActivity(context, linkedin, settings);
	const notices = [...linkedin.notices, ...linkedin.elements.notices];
	for (const notice of notices) context.logger.warn(notice);
	return notices.length > 0 ? { ...newest, notice: notices.join(' ') } : newest;
}

async function newestActivity(
	context: IWebhookFunctions,
	linkedin: LinkedInClient,
	settings: PageSettings,
): Promise<IDataObject> {
	const me = await memberOf(linkedin);
	const nowMs = Date.now();
	let newest: FoundItem | undefined;
	for (const page of settings.sources) {
		let start: number | undefined = 0;
		for (let pages = 0; pages < MOST_PAGES && start !== undefined; pages += 1) {
			const span = { fromMs: nowMs - BACK_MS, toMs: nowMs, start };
			const answer = await feedPage(linkedin, page, settings.events, span);
			if (!answer.ok) throw answer.fault.cause ?? new LinkedInError(answer.fault.message, { advice: CHECK });
			for (const one of itemsOf(answer.value.found, settings, me)) {
				if (!newest || one.atMs > newest.atMs) newest = one;
			}
			const { next, isGuess } = answer.value.further;
			start = answer.value.isEmpty || isGuess || (next ?? 0) <= start ? undefined : next;
		}
	}
	if (newest) {
		const { value } = newest;
		const reading: Reading = {
			linkedin,
			memory: newCommentMemory(),
			now: () => Date.now(),
			mayAsk: () => true,
			say: (sentence) => context.logger.warn(sentence),
		};
		await addComments(reading, [newest], settings, me);
		return newest.value ?? value ?? {};
	}
	throw new LinkedInError('LinkedIn lists no such activity of the last 59 days', {
		advice:
			'Do something of the kind on the page, e.g. comment as someone else, or choose more under Trigger On.',
	});
}

const CHECK = 'Check the pages and the credential.';

async function newestLead(linkedin: LinkedInClient, settings: LeadSettings): Promise<IDataObject> {
	const now = () => Date.now();
	const { leads, fault } = await recentLeads({
		owners: settings.sources,
		streamsOf: (source) => [source],
		isWanted: ({ entity }) => isWantedLead(entity, settings),
		sources: leadSourcesOf(linkedin, settings.types, newSourceMemory(), () => linkedin.sent, now),
		now,
		endByMs: now() + RUN_MS,
	});
	if (leads.length > 0) return presentLead(leads[0].entity, true);
	throw (
		fault?.cause ??
		new LinkedInError(fault?.message ?? 'LinkedIn lists no leads of these owners', {
			advice: 'Send a test lead in Campaign Manager, and turn on Include Test Leads.',
		})
	);
}
