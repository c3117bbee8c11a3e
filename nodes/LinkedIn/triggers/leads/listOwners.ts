/** The ad accounts and pages a member can access, one page of a list at a time, without throwing. */
import { mayShowLeads } from '../../resources/ads/leadForm/owner';
import { adEntityIdOf, LARGEST_PAGE } from '../../resources/ads/requests/search';
import { ACLS_A_PAGE, readRole } from '../../resources/pages';
import { Unreadable, type ReadOne } from '../../transport/answers/elements';
import { nextPosition } from '../../transport/answers/nextPage';
import { pageReply, type Position } from '../../transport/answers/pageReply';
import { sponsoredUrn } from '../../transport/restli/urns/sponsored';
import type { ListAsker, RestliRequest } from '../../transport/types';
import type { Answer } from '../polling/core/answer';
import { faultOf, readAnswer } from '../polling/core/faultOf';
import type { OwnerPage } from './core/sources';
import type { OwnerKind } from './core/state';

interface OwnerList {
	request: RestliRequest;
	first: Position;
	/** In the plural. */
	what: string;
	read: ReadOne<string>;
}

const LISTS: Record<OwnerKind, OwnerList> = {
	/** Those on which the member has any role: one call per 1,000. */
	sponsoredAccount: {
		request: { restliMethod: 'FINDER', path: '/rest/adAccounts', query: { q: 'search', fields: 'id' } },
		first: { pageSize: LARGEST_PAGE },
		what: 'ad accounts',
		read: (element) => {
			const id = adEntityIdOf(element) ?? '';
			return /^\d+$/.test(id) ? sponsoredUrn('account', id) : new Unreadable('one has no number');
		},
	},
	/** Those on which the member has a role that shows leads: one call per 100 roles. */
	organization: {
		request: {
			restliMethod: 'FINDER',
			path: '/rest/organizationAcls',
			query: { q: 'roleAssignee', state: 'APPROVED' },
		},
		first: { start: 0, count: ACLS_A_PAGE },
		what: 'roles on pages',
		read: (element) => {
			const held = readRole(element);
			if (held === undefined || held instanceof Unreadable) return held;
			return mayShowLeads(held.role) ? held.urn : undefined;
		},
	},
};

export async function ownersOf(
	asker: ListAsker,
	kind: OwnerKind,
	given: Position | undefined,
): Promise<Answer<OwnerPage>> {
	const { request, first, what, read } = LISTS[kind];
	const position = given ?? first;
	const result = await asker.attempt<unknown>({ ...request, query: { ...request.query, ...position } });
	if (!result.ok) return { ok: false, fault: faultOf(result.error) };
	return readAnswer(() => {
		const reply = pageReply<unknown>(result.reply.body, `FINDER ${request.path}`);
		const owners = asker.elements.read(reply.elements, read, what);
		return { owners, size: reply.elements.length, next: nextPosition(reply, position) };
	});
}
