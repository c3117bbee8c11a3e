/** What LinkedIn delivers, read as far as this trigger follows it. */
import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { presentLead } from '../../resources/ads/leadResponse/item';
import { itemsOf, memberOf, NOBODY, type Member } from './activity';
import { leadNoticeFrom, type Delivery } from './core/delivery';
import type { Found } from './core/pull';
import { isHandled, KEPT_MS, leastNow } from './core/state';
import { readNotifications } from './feed';
import { answer, inTime, type Handling } from './handling';
import { knownNow, type Held } from './held';
import { leadKey, readLeadById } from './leads';
import { isFollowed, isWantedLead } from './settings';

/** The latest that a `Date` can have, a day before: nothing that can be shown counts as in the future. */
const LATEST_MS = 8.64e15 - 86_400_000;

/**
 * What a delivery is about and this trigger follows; LinkedIn has its answer then. If a lead can't be read yet, LinkedIn
 * sends the delivery again, and the others are known by then.
 */
export async function givenBy(handling: Handling, delivery: Delivery): Promise<Array<Found<IDataObject>>> {
	const { context, linkedin, settings, held } = handling;
	if (settings.subject === 'pageActivity') {
		answer(context, 200, {});
		const told = withoutOld(
			context,
			readNotifications(linkedin, delivery.notifications, knownNow(held) ?? LATEST_MS),
			({ atMs }) => atMs,
			held,
		);
		return told.length === 0 ? [] : itemsOf(told, settings, await memberInTime(handling));
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
		if (isWantedLead(entity, settings)) leads.set(id, { ...read.value, id, value });
	}
	answer(context, 200, {});
	return [...leads.values()];
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
