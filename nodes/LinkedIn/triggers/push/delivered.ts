/** What LinkedIn delivers, read as far as this trigger follows it. */
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { presentLead } from '../../resources/ads/leadResponse/item';
import { monotonic } from '../../transport/limits/clock';
import { AGREES_WITHIN_MS } from '../polling/core/linkedInTime';
import { itemsOf, memberOf, NOBODY, type FoundItem, type Member } from './activity';
import { addComments, type Reading } from './comments';
import { leadNoticeFrom, type Delivery } from './core/delivery';
import type { Found } from './core/pull';
import { isHandled, isSinceChosen, KEPT_MS, leastNow } from './core/state';
import { readNotifications } from './feed';
import { answer, inTime, type Handling } from './handling';
import { knownNow, type Held } from './held';
import { leadKey, readLeadById } from './leads';
import { isFollowed, isWantedLead, kindsOfLead, type PageSettings } from './settings';

/** The latest that a `Date` can have, a day before: nothing that can be shown counts as in the future. */
const LATEST_MS = 8.64e15 - 86_400_000;

/** What a delivery is about. */
export interface Given {
	found: Array<Found<IDataObject | null>>;
	/** Reads the rest of those that a request hands over, as far as there's time. */
	complete?: (isMine: (one: Found<unknown>) => boolean) => Promise<void>;
}

/**
 * What a delivery is about and this trigger follows; LinkedIn has its answer then. If a lead can't be read yet, LinkedIn
 * sends the delivery again, and the others are known by then.
 */
export async function givenBy(handling: Handling, delivery: Delivery): Promise<Given> {
	const { context, linkedin, settings, held } = handling;
	if (settings.subject === 'pageActivity') {
		answer(context, 200, {});
		const told = withoutOld(
			context,
			readNotifications(linkedin, delivery.notifications, knownNow(held) ?? LATEST_MS),
			({ atMs }) => atMs,
			held,
		);
		if (told.length === 0) return { found: [] };
		const me = await memberInTime(handling);
		const found = itemsOf(told, settings, me).filter((one) => isFromSince(held, one, one.page));
		return { found, complete: async (mine) => await addInTime(handling, settings, me, found.filter(mine)) };
	}
	const leads = new Map<string, Found<IDataObject>>();
	const notices = linkedin.elements.read(delivery.leads, leadNoticeFrom, 'notifications of leads');
	for (const notice of withoutOld(context, notices, (one) => one.occurredAtMs, held)) {
		const id = leadKey(notice.id);
		if (!isFollowed(notice, settings) || leads.has(id) || isHandled(held.state, id)) continue;
		const reading = readLeadById(linkedin, notice.id, held.forms, held.time.now());
		const read = (await inTime(handling, reading)) ?? TOO_LATE;
		if (!read.ok) {
			answer(context, 503, { message: "The lead can't be read yet" });
			context.logger.warn(`LinkedIn sends a lead again that couldn't be read. ${read.fault.message}`);
			if (read === TOO_LATE) break;
			continue;
		}
		const { entity } = read.value.value;
		const value = presentLead(entity, true);
		const isChosen = isFromSince(held, { kinds: kindsOfLead(entity), atMs: read.value.atMs });
		if (isChosen && isWantedLead(entity, settings)) leads.set(id, { ...read.value, id, value });
	}
	answer(context, 200, {});
	return { found: [...leads.values()] };
}

async function addInTime(
	handling: Handling,
	settings: PageSettings,
	me: Member,
	items: FoundItem[],
): Promise<void> {
	const { context, linkedin, held, lastCallMs = Infinity } = handling;
	const reading: Reading = {
		linkedin,
		memory: held.comments,
		now: () => held.time.now(),
		mayAsk: () => monotonic.now() < lastCallMs,
		say: (sentence) => context.logger.warn(sentence),
	};
	await addComments(reading, items, settings, me, async (work) => await inTime(handling, work));
}

/**
 * Whether it happened since it's chosen: LinkedIn may deliver late, or again. The moment of choice is by this machine's
 * clock, as far as that agrees with LinkedIn's.
 */
function isFromSince(
	{ state }: Held,
	{ kinds, atMs }: { kinds: readonly string[]; atMs: number },
	page: string | null = null,
): boolean {
	const latestMs = atMs + AGREES_WITHIN_MS;
	const { fromMs = -Infinity } = (page !== null && state.cursors.get(page)) || {};
	return latestMs >= fromMs && isSinceChosen(state, kinds, latestMs);
}

const TOO_LATE = { ok: false, fault: { message: "LinkedIn's answer takes too long." } } as const;

/** If LinkedIn doesn't say in time who is connected, only the page's own activity is known. */
async function memberInTime(handling: Handling): Promise<Member> {
	const { linkedin, held } = handling;
	return (await inTime(handling, memberOf(linkedin, held.state.me))) ?? NOBODY;
}

/** LinkedIn repeats a delivery for eight hours, so an older one, whose events may be forgotten, is a replay. */
function withoutOld<T>(
	context: IWebhookFunctions,
	told: T[],
	atMsOf: (one: T) => number | undefined,
	held: Held,
): T[] {
	const nowMs = knownNow(held) ?? leastNow(held.state);
	const recent = told.filter((one) => (atMsOf(one) ?? nowMs) >= nowMs - KEPT_MS);
	if (recent.length < told.length) {
		context.logger.warn('Something more than four days old was delivered, and is left out.');
	}
	return recent;
}
