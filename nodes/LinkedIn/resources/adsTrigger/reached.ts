/** The ad accounts and pages that a member reaches, listed without a throw. */
import { nextPosition, pageReply, type Position } from '../../transport/paginate';
import type { RestliRequest } from '../../transport';
import { sponsoredUrn } from '../../transport/restli/sponsored';
import type { Answer } from '../../triggers/sources';
import { mayShowLeads } from '../ads/leadForm/owner';
import { LARGEST_PAGE } from '../ads/search';
import { ACLS_A_PAGE, readAccessControl } from '../community/organization/pages';
import { faultOf } from '../communityTrigger/sources';
import type { Asker } from './sources';

/** Ad accounts on which the member has any role: one call a thousand. */
export async function accountsOf(asker: Asker): Promise<Answer<string[]>> {
	const request: RestliRequest = {
		restliMethod: 'FINDER',
		path: '/rest/adAccounts',
		query: { q: 'search', fields: 'id' },
	};
	return await listed(asker, request, { pageSize: LARGEST_PAGE }, (element) => {
		const id = String((element as { id?: unknown } | null)?.id);
		return /^\d+$/.test(id) ? sponsoredUrn('account', id) : undefined;
	});
}

/** Pages on which the member has a role that shows leads: one call a hundred roles. */
export async function pagesOf(asker: Asker): Promise<Answer<string[]>> {
	const request: RestliRequest = {
		restliMethod: 'FINDER',
		path: '/rest/organizationAcls',
		query: { q: 'roleAssignee', state: 'APPROVED' },
	};
	return await listed(asker, request, { start: 0, count: ACLS_A_PAGE }, (element) => {
		const acl = readAccessControl(element);
		const isApproved = acl?.state === undefined || acl.state === 'APPROVED';
		return acl && isApproved && mayShowLeads(acl.role) ? acl.urn : undefined;
	});
}

async function listed(
	asker: Asker,
	request: RestliRequest,
	first: Position,
	read: (element: unknown) => string | undefined,
): Promise<Answer<string[]>> {
	const urns = new Set<string>();
	for (let position: Position | undefined = first; position;) {
		const result = await asker.attempt<unknown>({ ...request, query: { ...request.query, ...position } });
		if (!result.ok) return { ok: false, fault: faultOf(result.error) };
		let failure: unknown;
		try {
			const reply = pageReply<unknown>(result.reply.body, `FINDER ${request.path}`);
			for (const urn of reply.elements.map(read)) if (urn) urns.add(urn);
			position = nextPosition(reply, position);
		} catch (error) {
			failure = error;
		}
		if (failure) return { ok: false, fault: faultOf(failure) };
	}
	return { ok: true, value: [...urns] };
}
