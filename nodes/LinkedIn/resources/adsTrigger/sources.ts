/** What the lead trigger asks of LinkedIn. */
import type { LinkedIn } from '../../transport';
import { nextPosition, pageReply } from '../../transport/paginate';
import { sponsoredUrn } from '../../transport/restli/sponsored';
import type { LeadSources, NewLead } from '../../triggers/leads/poll';
import type { Answer } from '../../triggers/sources';
import { readLead } from '../ads/leadResponse/item';
import { leadRequest, LEADS_A_PAGE, typesOf, type LeadType } from '../ads/leadResponse/read';
import { parseOwner } from '../ads/leadForm/owner';
import { LARGEST_PAGE } from '../ads/search';
import { findRoles } from '../community/organization/pages';
import { faultOf } from '../communityTrigger/sources';

/** Page roles with which LinkedIn shows leads. */
const LEAD_ROLES = ['ADMINISTRATOR', 'LEAD_GEN_FORMS_MANAGER', 'LEAD_CAPTURE_ADMINISTRATOR'];

/** The streams of one owner: one for each type of leads that it can have. */
export function streamsOf(owner: string, types: readonly LeadType[]): string[] {
	return typesOf(parseOwner(owner, 'Owners'), types).map((type) => `${owner} ${type}`);
}

/**
 * @param types that are wanted; where none of an owner's kind is, that kind is not listed
 */
export function leadSourcesOf(linkedin: LinkedIn, types: readonly LeadType[]): LeadSources {
	const wants = (type: LeadType) => types.length === 0 || types.includes(type);
	const wantsPages = wants('COMPANY') || wants('EVENT') || wants('ORGANIZATION_PRODUCT');
	return {
		async owners() {
			const says: string[] = [];
			const owners: string[] = [];
			let calls = 0;
			if (wants('SPONSORED')) {
				calls += 1;
				const accounts = await accountsOf(linkedin);
				if (!accounts.ok) return accounts;
				owners.push(...accounts.value);
			}
			if (wantsPages && linkedin.may(['rw_organization_admin', 'r_organization_admin']) === false) {
				says.push(
					'Pages cannot be listed without the scope rw_organization_admin; name them under Chosen Owners.',
				);
			} else if (wantsPages) {
				calls += 1;
				const pages = await pagesOf(linkedin);
				if (!pages.ok) return pages;
				owners.push(...pages.value);
			}
			return { ok: true, value: { owners, calls, says } };
		},
		async page(stream, startMs, endMs, start) {
			const [owner, leadType] = stream.split(' ');
			const request = leadRequest({
				owner: parseOwner(owner, 'Owners'),
				leadType: leadType as LeadType,
				startMs,
				endMs,
				testOnly: false,
			});
			const position = { start, count: LEADS_A_PAGE };
			const result = await linkedin.attempt<unknown>({
				...request,
				query: { ...request.query, ...position },
			});
			if (!result.ok) return { ok: false, fault: faultOf(result.error) };
			let failure: unknown;
			try {
				const reply = pageReply<unknown>(result.reply.body, 'FINDER /rest/leadFormResponses');
				const next = nextPosition(reply, position);
				return {
					ok: true,
					value: {
						leads: reply.elements.flatMap(newLead),
						next: next && 'start' in next ? next.start : undefined,
						total: totalOf(reply.paging?.total),
					},
				};
			} catch (error) {
				failure = error;
			}
			return { ok: false, fault: faultOf(failure) };
		},
	};
}

/** LinkedIn writes -1 where it does not count. */
function totalOf(total: number | undefined): number | undefined {
	return total !== undefined && total >= 0 ? total : undefined;
}

export function newLead(entity: unknown): NewLead[] {
	const { id, submittedAt } = readLead(entity);
	return id === undefined || submittedAt === undefined ? [] : [{ id, submittedAtMs: submittedAt, entity }];
}

async function accountsOf(linkedin: LinkedIn): Promise<Answer<string[]>> {
	const result = await linkedin.attempt<{ elements?: Array<{ id?: unknown }> }>({
		restliMethod: 'FINDER',
		path: '/rest/adAccounts',
		query: { q: 'search', pageSize: LARGEST_PAGE, fields: 'id' },
	});
	if (!result.ok) return { ok: false, fault: faultOf(result.error) };
	const ids = (result.reply.body.elements ?? []).map(({ id }) => String(id)).filter((id) => /^\d+$/.test(id));
	return { ok: true, value: ids.map((id) => sponsoredUrn('account', id)) };
}

async function pagesOf(linkedin: LinkedIn): Promise<Answer<string[]>> {
	let failure: unknown;
	try {
		const roles = await findRoles(linkedin);
		const pages = [...roles].filter(([, held]) => held.some((role) => LEAD_ROLES.includes(role)));
		return { ok: true, value: pages.map(([urn]) => urn) };
	} catch (error) {
		failure = error;
	}
	return { ok: false, fault: faultOf(failure) };
}
