/** What the lead trigger requests from LinkedIn. */
import { createHash } from 'crypto';

import { parseOwner } from '../../resources/ads/leadForm/owner';
import { mayBeTooLarge, notePageSize, pageSizes } from '../../resources/ads/leadForm/pages';
import { leadRequest, typesOf, type LeadType } from '../../resources/ads/leadResponse/read';
import { pageReply, type PageReply } from '../../transport/answers/pageReply';
import { isEntity } from '../../transport/answers/readEntity';
import type { LinkedInClient, ListAsker, RestliRequest } from '../../transport/types';
import { attemptOpen } from '../polling/attemptOpen';
import type { Answer } from '../polling/core/answer';
import { ClosedSources } from '../polling/core/closed';
import { faultOf, readAnswer } from '../polling/core/faultOf';
import type { LeadPage, LeadSources } from './core/sources';
import type { OwnerKind } from './core/state';
import { newFormMemory, readForms, type FormMemory } from './forms';
import { ownersOf } from './listOwners';
import { newLead, readable } from './newLead';

/** The streams of one owner: one for each type of leads that it can have. */
export function streamsOf(owner: string, types: readonly LeadType[]): string[] {
	return typesOf(parseOwner(owner, 'Owners'), types).map((type) => `${owner} ${type}`);
}

/** What the process remembers about requesting leads. Losing it costs calls. */
export interface SourceMemory {
	forms: FormMemory;
	closed: ClosedSources;
	/** How many page sizes were refused as possibly too large, while the next one hasn't been tried yet. */
	refusedSizes: number;
}

export const newSourceMemory = (): SourceMemory => ({
	forms: newFormMemory(),
	closed: new ClosedSources(),
	refusedSizes: 0,
});

/**
 * @param types that are wanted; a kind of owner without any of them isn't listed
 * @param calls that the connection has made so far
 * @param now epoch milliseconds
 */
export function leadSourcesOf(
	linkedin: LinkedInClient,
	types: readonly LeadType[],
	memory: SourceMemory,
	calls: () => number,
	now: () => number,
): LeadSources {
	const { connection, elements } = linkedin;
	const attempt = attemptOpen(linkedin, memory.closed, now);
	const asker: ListAsker = {
		connection,
		elements,
		attempt: attempt(),
		get memory() {
			return linkedin.memory;
		},
	};
	const wants = (...some: LeadType[]) => types.length === 0 || some.some((type) => types.includes(type));

	return {
		calls,
		leftOut: () => linkedin.elements.leftOut(),
		kinds() {
			const kinds: OwnerKind[] = wants('SPONSORED') ? ['sponsoredAccount'] : [];
			if (!wants('COMPANY', 'EVENT', 'ORGANIZATION_PRODUCT')) return { kinds, says: [] };
			if (linkedin.may(['rw_organization_admin', 'r_organization_admin']) !== false) {
				return { kinds: [...kinds, 'organization'], says: [] };
			}
			const says =
				"Pages can't be listed without the scope rw_organization_admin; add them under Chosen Owners.";
			return { kinds, says: [says] };
		},
		owners: async (kind, position) => await ownersOf(asker, kind, position),
		async page(stream, startMs, endMs, start) {
			const [owner, leadType] = stream.split(' ');
			const request = leadRequest({
				owner: parseOwner(owner, 'Owners'),
				leadType: leadType as LeadType,
				startMs,
				endMs,
				testOnly: false,
			});
			const answer = await pageAt({ ...asker, attempt: attempt(stream) }, request, start, memory);
			if (!answer.ok) return answer;
			if (answer.value === 'again') return { ok: true, value: 'again' };
			const { elements, ...page } = answer.value;
			const found = linkedin.elements.read(elements, readable, `leads of ${stream}`);
			return { ok: true, value: { ...page, leads: found.map((lead) => newLead(lead, endMs)) } };
		},
		withForms: async (leads, mayAsk) => await readForms(asker, leads, memory.forms, mayAsk),
	};
}

type PageOf = Omit<LeadPage, 'leads'> & { elements: unknown[] };

async function pageAt(
	asker: ListAsker,
	request: RestliRequest,
	start: number,
	memory: SourceMemory,
): Promise<Answer<PageOf | 'again'>> {
	const sizes = pageSizes(asker, request.path);
	const refused = Math.min(memory.refusedSizes, sizes.length - 1);
	const count = sizes[refused];
	const result = await asker.attempt<unknown>({ ...request, query: { ...request.query, start, count } });
	if (!result.ok && refused < sizes.length - 1 && mayBeTooLarge(result.error, count)) {
		memory.refusedSizes = refused + 1;
		return { ok: true, value: 'again' };
	}
	memory.refusedSizes = 0;
	if (!result.ok) return { ok: false, fault: faultOf(result.error) };
	notePageSize(asker, request.path, count);
	return readAnswer(() => {
		const reply = pageReply<unknown>(result.reply.body, `FINDER ${request.path}`);
		return pageOf(reply, countIn(result.reply.body), start, count);
	});
}

/**
 * The next page starts after as many as LinkedIn says it looked at, otherwise after as many as were requested: a
 * shorter page has hidden some.
 */
function pageOf(
	{ elements, paging }: PageReply<unknown>,
	given: number | undefined,
	start: number,
	asked: number,
): PageOf {
	const link = paging?.links?.find(({ rel }) => rel === 'next');
	const linked = Number(/[?&]start=(\d+)/.exec(link?.href ?? '')?.[1] ?? NaN);
	const isAhead = Number.isSafeInteger(linked) && linked > start;
	const count = Math.min(given ?? (isAhead ? linked - start : asked), asked);
	// LinkedIn sends -1 if it doesn't count.
	const total = paging?.total !== undefined && paging.total >= 0 ? paging.total : undefined;
	const print = createHash('sha256').update(JSON.stringify(elements)).digest('base64');
	return { elements, size: elements.length, count, next: start + count, print, hasLink: isAhead, total };
}

/** `paging.count`, if it's usable. */
function countIn(body: unknown): number | undefined {
	const { paging } = isEntity(body) ? body : {};
	const { count } = isEntity(paging) ? paging : {};
	return Number.isSafeInteger(count) && Number(count) > 0 ? Number(count) : undefined;
}
