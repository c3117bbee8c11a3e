/** Which notifications start the workflow, and their items. */
import type { IDataObject } from 'n8n-workflow';

import { settled } from '../../transport/flow/settled';
import { canonicalUrn } from '../../transport/restli/urns/urn';
import type { LinkedInClient } from '../../transport/types';
import { eventOfAction, type EventName } from '../events/core/event';
import { notificationItem } from '../events/core/item';
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
export interface FoundItem extends Found<IDataObject> {
	kinds: string[];
}

/** Those of the chosen events and pages and, unless they're wanted, not the user's own. */
export function itemsOf(
	found: ReadonlyArray<Found<Notification>>,
	{ events, sources, includeOwn }: PageSettings,
	me: Member,
): FoundItem[] {
	const items: FoundItem[] = [];
	for (const { id, atMs, value: told } of found) {
		const event = eventOfAction(told.action);
		if (event === undefined || !events.includes(event)) continue;
		if (told.page !== null && !sources.includes(told.page)) continue;
		const page = told.page ?? pageOf(told, event, sources);
		const isByPage = told.action === 'ADMIN_COMMENT';
		const urn = told.owner ?? (isByPage ? page : null);
		const isPage = isByPage || (urn !== null && (page === null ? sources.includes(urn) : urn === page));
		const isMe = urn !== null && urn === me.urn;
		if ((isPage || isMe) && !includeOwn) continue;
		const actor = { urn, name: isMe ? me.name : null, isMe, isPage };
		const kinds = kindsOfEvent(event, isPage || isMe);
		items.push({ id, atMs, kinds, value: { ...notificationItem(told, { actor, page }) } });
	}
	return items;
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
