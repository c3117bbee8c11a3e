/** All elements of a statistic. */
import type { ReadOne } from '../transport/answers/elements';
import { pageReply } from '../transport/answers/pageReply';
import type { Entity } from '../transport/answers/readEntity';
import { LinkedInError } from '../transport/errors/errors';
import { settled } from '../transport/flow/settled';
import type { LinkedInClient, RestliRequest } from '../transport/types';

const ELEMENTS_A_PAGE = 100;

/** `sent` also counts those that could not be read. */
export type Elements<T = Entity> =
	{ ok: true; elements: T[]; sent: number } | { ok: false; error: LinkedInError };

/** An element that only has to be an object. */
export const asItIs = (element: Entity): Entity => element;

/**
 * For a statistic that LinkedIn doesn't page: all of it is in one answer, however long, and its `count` means nothing
 * (docs.shareStatistics).
 * @param readOne reads one element; those that cannot be read are left out
 * @throws LinkedInError if the answer isn't a list; a refusal is returned
 */
export async function elementsOf<T>(
	linkedin: LinkedInClient,
	request: RestliRequest,
	readOne: ReadOne<T>,
): Promise<Elements<T>> {
	const result = await linkedin.attempt<unknown>(request);
	if (!result.ok) return result;
	const { elements } = pageReply(result.reply.body, `${request.restliMethod} ${request.path}`);
	return { ok: true, elements: linkedin.elements.read(elements, readOne), sent: elements.length };
}

/** The same, where a refusal ends the operation. @throws LinkedInError */
export async function needElements(linkedin: LinkedInClient, request: RestliRequest): Promise<Entity[]> {
	const result = await elementsOf(linkedin, request, asItIs);
	if (!result.ok) throw result.error;
	return result.elements;
}

/**
 * Of a statistic that may have pages: the analytics of members and videos, split by time (docs.memberPostStatistics).
 */
export async function pagedElementsOf<T>(
	linkedin: LinkedInClient,
	request: RestliRequest,
	readOne: ReadOne<T>,
): Promise<Elements<T>> {
	const elements: T[] = [];
	let sent = 0;
	const read = await settled(async () => {
		for await (const page of linkedin.pages<unknown>(request, { pageSize: ELEMENTS_A_PAGE })) {
			for (const one of linkedin.elements.read(page, readOne)) elements.push(one);
			sent += page.length;
		}
	});
	if (read.ok) return { ok: true, elements, sent };
	if (read.failure instanceof LinkedInError) return { ok: false, error: read.failure };
	throw read.failure;
}

/** The same, where a refusal ends the operation. @throws LinkedInError */
export async function needPagedElements(linkedin: LinkedInClient, request: RestliRequest): Promise<Entity[]> {
	const result = await pagedElementsOf(linkedin, request, asItIs);
	if (!result.ok) throw result.error;
	return result.elements;
}
