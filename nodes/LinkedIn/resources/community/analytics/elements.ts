/** All elements of a statistic. */
import { z } from 'zod';

import type { LinkedIn, RestliRequest } from '../../../transport';
import { LinkedInError } from '../../../transport/errors';
import { pageReply } from '../../../transport/paginate';

const ELEMENTS_A_PAGE = 100;

export type Elements = { ok: true; elements: unknown[] } | { ok: false; error: LinkedInError };

/**
 * Of a statistic that LinkedIn does not page: all of it is in one answer, however long, and its `count` means nothing
 * (contract §9.7).
 * @throws LinkedInError for an answer that is no list; a refusal is returned
 */
export async function elementsOf(linkedin: LinkedIn, request: RestliRequest): Promise<Elements> {
	const result = await linkedin.attempt<unknown>(request);
	if (!result.ok) return result;
	const endpoint = `${request.restliMethod} ${request.path}`;
	return { ok: true, elements: pageReply<unknown>(result.reply.body, endpoint).elements };
}

/** The same, where a refusal ends the operation. @throws LinkedInError */
export async function needElements(linkedin: LinkedIn, request: RestliRequest): Promise<unknown[]> {
	const result = await elementsOf(linkedin, request);
	if (!result.ok) throw result.error;
	return result.elements;
}

/** Of a statistic that may have pages: the analytics of members and videos, split by time (contract §9.11). */
export async function pagedElementsOf(linkedin: LinkedIn, request: RestliRequest): Promise<Elements> {
	const elements: unknown[] = [];
	let failure: unknown;
	try {
		for await (const page of linkedin.pages<unknown>(request, { pageSize: ELEMENTS_A_PAGE })) {
			elements.push(...page);
		}
		return { ok: true, elements };
	} catch (error) {
		failure = error;
	}
	if (failure instanceof LinkedInError) return { ok: false, error: failure };
	throw failure;
}

/** The same, where a refusal ends the operation. @throws LinkedInError */
export async function needPagedElements(linkedin: LinkedIn, request: RestliRequest): Promise<unknown[]> {
	const result = await pagedElementsOf(linkedin, request);
	if (!result.ok) throw result.error;
	return result.elements;
}

/** A count that LinkedIn may leave out. */
export const count = z.number().nullable().catch(null);
