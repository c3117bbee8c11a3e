/** Which notifications start the workflow, and their items. */
import type { IDataObject } from 'n8n-workflow';

import { settled } from '../../transport/flow/settled';
import type { LinkedInClient } from '../../transport/types';
import { eventOfAction } from '../events/core/event';
import { notificationItem } from '../events/core/item';
import type { Notification } from '../events/core/notification';
import type { Found } from './core/pull';
import type { PageSettings } from './settings';

/** Who is connected. */
export interface Member {
	urn: string | undefined;
	name: string | null;
}

/** Those of the chosen events and pages and, unless they're wanted, not the user's own. */
export function itemsOf(
	found: ReadonlyArray<Found<Notification>>,
	{ events, sources, includeOwn }: PageSettings,
	me: Member,
): Array<Found<IDataObject>> {
	const items: Array<Found<IDataObject>> = [];
	for (const { id, atMs, value: told } of found) {
		const event = eventOfAction(told.action);
		if (event === undefined || !events.includes(event)) continue;
		if (told.page !== null && !sources.includes(told.page)) continue;
		const page = told.page ?? (sources.length === 1 ? sources[0] : null);
		const isByPage = told.action === 'ADMIN_COMMENT';
		const urn = told.owner ?? (isByPage ? page : null);
		const isPage = isByPage || (urn !== null && urn === page);
		const isMe = urn !== null && urn === me.urn;
		if ((isPage || isMe) && !includeOwn) continue;
		const actor = { urn, name: isMe ? me.name : null, isMe, isPage };
		items.push({ id, atMs, value: { ...notificationItem(told, { actor, page }) } });
	}
	return items;
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
