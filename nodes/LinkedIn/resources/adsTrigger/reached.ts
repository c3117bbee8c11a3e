/** The ad accounts and pages that a member reaches, listed without a throw. */
import { Unreadable, type ReadOne } from '../../transport/elements';
import { nextPosition, pageReply, type Position } from '../../transport/paginate';
import type { RestliRequest } from '../../transport';
import { sponsoredUrn } from '../../transport/restli/sponsored';
import type { Answer } from '../../triggers/sources';
import { mayShowLeads } from '../ads/leadForm/owner';
import { idOf, LARGEST_PAGE } from '../ads/search';
import { ACLS_A_PAGE, readRole } from '../community/organization/pages';
import { faultOf } from '../communityTrigger/sources';
import type { Asker } from './sources';

/** Ad accounts on which the member has any role: one call a thousand. */
export async function accountsOf(asker: Asker): Promise<Answer<string[]>> {
	const request: RestliRequest = {
		restliMethod: 'FINDER',
		path: '/rest/adAccounts',
		query: { q: 'search', fields: 'id' },
	};
	return await listed(asker, request, { pageSize: LARGEST_PAGE }, 'ad accounts', (element) => {
		const id = idOf(element) ?? '';
		return /^\d+$/.test(id) ? sponsoredUrn('account', id) : new Unreadable('one has no number');
	});
}

/** Pages on which the member has a role that shows leads: one call a hundred roles. */
export async function pagesOf(asker: Asker): Promise<Answer<string[]>> {
	const request: RestliRequest = {
		restliMethod: 'FINDER',
		path: '/rest/organizationAcls',
		query: { q: 'roleAssignee', state: 'APPROVED' },
	};
	return await listed(asker, request, { start: 0, count: ACLS_A_PAGE }, 'roles on pages', (element) => {
		const held = readRole(element);
		if (held === undefined || held instanceof Unreadable) return held;
		return mayShowLeads(held.role) ? held.urn : undefined;
	});
}

async function listed(
	asker: Asker,
	request: RestliRequest,
	first: Position,
	what: string,
	read: ReadOne<string>,
): Promise<Answer<string[]>> {
	const urns = new Set<string>();
	for (let position: Position | undefined = first; position;) {
		const result = await asker.attempt<unknown>({ ...request, query: { ...request.query, ...position } });
		if (!result.ok) return { ok: false, fault: faultOf(result.error) };
		let failure: unknown;
		try {
			const reply = pageReply<unknown>(result.reply.body, `FINDER ${request.path}`);
			for (const urn of asker.elements.read(reply.elements, read, what)) urns.add(urn);
			position = nextPosition(reply, position);
		} catch (error) {
			failure = error;
		}
		if (failure) return { ok: false, fault: faultOf(failure) };
	}
	return { ok: true, value: [...urns] };
}
