/** Which notifications start the workflow, and their items. */
import type { IDataObject } from 'n8n-workflow';

import { settled } from '../../transport/flow/settled';
import { canonicalUrn } from '../../transport/restli/urns/urn';
import type { LinkedInClient } from '../../transport/types';
import { eventOfAction, type EventName } from '../events/core/event';
import { notificationItem, type Actor } from '../events/core/item';
import type { Notification } from '../events/core/notification';
import type { Found } from './core/pull';
import { kindsOfEvent, type PageSettings } from './settings';

/** Who is connected. */
export interface Member {
	urn: string | undefined;
	name: string | null;
}

export const NOBODY: Member = { urn: undefined, name: null };

/** An item, and which of the choices it needs. */
export interface FoundItem extends Found<IDataObject | null> {
	kinds: string[];
	told: Notification;
	/** URN, if it's known. */
	page: string | null;
}

/** Those of the chosen events and pages and, unless they're wanted, not the user's own. */
export function itemsOf(
	found: ReadonlyArray<Found<Notification>>,
	settings: PageSettings,
	me: Member,
): FoundItem[] {
	const { events, sources, includeOwn } = settings;
	const items: FoundItem[] = [];
	for (const { id, atMs, value: told } of found) {
		const event = eventOfAction(told.action);
		if (event === undefined || !events.includes(event)) continue;
		if (told.page !== null && !sources.includes(told.page)) continue;
		const page = told.page ?? pageOf(told, event, sources);
		const urn = told.owner ?? (isByPage(told) ? page : null);
		const actor = actorOf(told, { urn, agent: null }, page, settings, me);
		const isOwn = actor.isMe || actor.isPage;
		if (isOwn && !includeOwn) continue;
		const value = { ...notificationItem(told, { actor, page }) };
		items.push({ id, atMs, kinds: kindsOfEvent(event, isOwn), value, told, page });
	}
	return items;
}

const isByPage = ({ action }: Notification) => action === 'ADMIN_COMMENT';

/** @param agent URN of the member who acted for a page @param page URN of the page in question, if it's known */
export function actorOf(
	told: Notification,
	{ urn, agent }: { urn: string | null; agent: string | null },
	page: string | null,
	{ sources }: PageSettings,
	me: Member,
): Actor {
	const isPage = isByPage(told) || (urn !== null && (page === null ? sources.includes(urn) : urn === page));
	const isMe = me.urn !== undefined && [urn, agent].includes(me.urn);
	return { urn, name: urn === me.urn ? me.name : null, isMe, isPage };
}

/** The page of a notification that doesn't name it: the only one, or the one that wrote the post. */
function pageOf({ postOwner }: Notification, event: EventName, sources: readonly string[]): string | null {
	if (sources.length === 1) return sources[0];
	// The post that mentions a page is somebody else's, maybe of another page.
	const owner = postOwner === null || event === 'newMention' ? null : canonicalUrn(postOwner);
	return owner !== null && sources.includes(owner) ? owner : null;
}

/** A notification of the list of a page, which may not name it. */
export function ofPage({ value, ...found }: Found<Notification>, page: string): Found<Notification> {
	return { ...found, value: { ...value, page: value.page ?? page } };
}

/**
 * Whose activity is the user's own; one call at most. If LinkedIn doesn't say, only the page's own is known.
 * @param known URN that LinkedIn told of this connection before
 */
export async function memberOf(linkedin: LinkedInClient, known?: string): Promise<Member> {
	const { identity } = linkedin.connection;
	const name = identity?.name ?? null;
	if (identity) return { urn: `urn:li:person:${identity.sub}`, name };
	if (known !== undefined) return { urn: known, name };
	const me = await settled(async () => await linkedin.me());
	return me.ok ? { urn: me.value.urn, name: me.value.name ?? null } : { urn: undefined, name };
}
