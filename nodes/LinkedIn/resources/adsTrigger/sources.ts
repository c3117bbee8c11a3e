/** What the lead trigger asks of LinkedIn. */
import type { LinkedIn, RestliRequest } from '../../transport';
import { Unreadable } from '../../transport/elements';
import { isoTime } from '../../transport/isoTime';
import type { Entity } from '../../transport/readEntity';
import { nextPosition, pageReply, type PageReply } from '../../transport/paginate';
import type { Answer } from '../../triggers/sources';
import type { LeadPage, LeadSources, NewLead } from '../../triggers/leads/sources';
import { parseOwner } from '../ads/leadForm/owner';
import { mayBeTooLarge, notePageSize, pageSizes } from '../ads/leadForm/pages';
import { readLead } from '../ads/leadResponse/item';
import { leadRequest, typesOf, type LeadType } from '../ads/leadResponse/read';
import { withForms, type KnownForms } from '../ads/leadResponse/forms';
import { faultOf } from '../communityTrigger/sources';
import { accountsOf, pagesOf } from './reached';

/** The part of the connection that asks one thing at a time. */
export type Asker = Pick<LinkedIn, 'attempt' | 'connection' | 'elements'>;

/** The streams of one owner: one for each type of leads that it can have. */
export function streamsOf(owner: string, types: readonly LeadType[]): string[] {
	return typesOf(parseOwner(owner, 'Owners'), types).map((type) => `${owner} ${type}`);
}

/**
 * @param types that are wanted; where none of an owner's kind is, that kind is not listed
 * @param known forms that need not be asked for again
 */
export function leadSourcesOf(
	linkedin: LinkedIn,
	types: readonly LeadType[],
	known: KnownForms,
): LeadSources {
	let calls = 0;
	const asker: Asker = {
		connection: linkedin.connection,
		elements: linkedin.elements,
		attempt: async (request, recover) => {
			calls += 1;
			return await linkedin.attempt(request, recover);
		},
	};
	const wants = (...some: LeadType[]) => types.length === 0 || some.some((type) => types.includes(type));

	return {
		calls: () => calls,
		leftOut: () => linkedin.elements.leftOut(),
		async owners() {
			const lists = wants('SPONSORED') ? [await accountsOf(asker)] : [];
			if (!wants('COMPANY', 'EVENT', 'ORGANIZATION_PRODUCT')) return { lists, says: [] };
			if (linkedin.may(['rw_organization_admin', 'r_organization_admin']) === false) {
				const says =
					'Pages cannot be listed without the scope rw_organization_admin; name them under Chosen Owners.';
				return { lists, says: [says] };
			}
			return { lists: [...lists, await pagesOf(asker)], says: [] };
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
			const answer = await pageAt(asker, request, start);
			if (!answer.ok) return answer;
			let failure: unknown;
			try {
				const { elements, ...page } = answer.value;
				const found = linkedin.elements.read(elements, named, `leads of ${stream}`);
				const leads = (await withForms(asker, found, known)).map((lead) => newLead(lead, endMs));
				return { ok: true, value: { ...page, leads } };
			} catch (error) {
				failure = error;
			}
			return { ok: false, fault: faultOf(failure) };
		},
	};
}

type PageOf = Omit<LeadPage, 'leads'> & { elements: unknown[] };

async function pageAt(asker: Asker, request: RestliRequest, start: number): Promise<Answer<PageOf>> {
	const [size, smaller] = pageSizes(asker, request.path);
	const ask = async (count: number) =>
		await asker.attempt<unknown>({ ...request, query: { ...request.query, start, count } });
	let count = size;
	let result = await ask(count);
	if (!result.ok && smaller !== undefined && mayBeTooLarge(result.error, count)) {
		count = smaller;
		result = await ask(count);
	}
	if (!result.ok) return { ok: false, fault: faultOf(result.error) };
	notePageSize(asker, request.path, count);
	let failure: unknown;
	try {
		const reply = pageReply<unknown>(result.reply.body, `FINDER ${request.path}`);
		return { ok: true, value: pageOf(reply, start, count) };
	} catch (error) {
		failure = error;
	}
	return { ok: false, fault: faultOf(failure) };
}

function pageOf(reply: PageReply<unknown>, start: number, count: number): PageOf {
	const { elements, paging } = reply;
	const next = nextPosition(reply, { start, count });
	// LinkedIn writes -1 where it does not count.
	const total = paging?.total !== undefined && paging.total >= 0 ? paging.total : undefined;
	return { elements, size: elements.length, next: next && 'start' in next ? next.start : undefined, total };
}

/** A lead that has no id cannot be told from another. */
function named(entity: Entity): Entity | Unreadable {
	return readLead(entity).id === undefined ? new Unreadable('one has no id') : entity;
}

/** @param endMs end of the span that was asked for: a lead whose time cannot be read was submitted before it */
export function newLead(entity: Entity, endMs: number): NewLead {
	const { id = '', submittedAt } = readLead(entity);
	const isMoment = submittedAt !== undefined && isoTime(submittedAt) !== null;
	return { id, submittedAtMs: isMoment ? submittedAt : endMs, entity };
}
