/** Keeps the current choice in a list when the list fails. */
import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import { settled } from '../../../transport/flow/settled';
import { processMemory, type ProcessMemory } from '../../../transport/memory/process';

export type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** Marks a second try of the first page; no real list has such a token. */
const AGAIN = 'again';

/**
 * If a node's credential is changed, n8n's editor looks for the current choice in the new list, often before the
 * credential is connected. If that list fails, the editor clears the field. It keeps a list that it got, so one that
 * says "not connected yet" would still say so later. So a list that fails contains the current choice and promises a
 * further page, which the editor requests at once and which is the error. The editor then starts again, gets the error
 * immediately, stops, and tries again whenever the list is opened.
 *
 * A further page that fails ends the list, and n8n's log says why: after an error the editor would request it
 * endlessly.
 */
export function keepChosen<Name extends string>(
	methods: Record<Name, ListSearch>,
	{ failingLists }: Pick<ProcessMemory, 'failingLists'> = processMemory,
): Record<Name, ListSearch> {
	return Object.fromEntries(
		Object.entries<ListSearch>(methods).map(([name, list]) => [name, keeping(name, list, failingLists)]),
	) as Record<Name, ListSearch>;
}

function keeping(name: string, list: ListSearch, failing: ProcessMemory['failingLists']): ListSearch {
	return async function (filter, paginationToken) {
		const isFurther = paginationToken !== undefined && paginationToken !== AGAIN;
		const chosen = filter ? [] : chosenIn(this);
		const { type, credentials } = this.getNode();
		const key = JSON.stringify([name, type, credentials, chosen]);
		const listed = await settled(() => list.call(this, filter, isFurther ? paginationToken : undefined));
		if (listed.ok) {
			const found = listed.value;
			failing.delete(key);
			return paginationToken === AGAIN ? { ...found, results: besides(found.results, chosen) } : found;
		}
		if (isFurther) {
			this.logger.warn(`The rest of a list is missing: ${(listed.failure as Error).message}`);
			return { results: [] };
		}
		if (paginationToken === AGAIN) {
			failing.set(key, true);
			throw listed.failure;
		}
		if (chosen.length === 0 || failing.has(key)) {
			failing.delete(key);
			throw listed.failure;
		}
		return { results: chosen, paginationToken: AGAIN };
	};
}

/** A single entry is kept under its current name. */
function besides(results: INodeListSearchItems[], chosen: INodeListSearchItems[]): INodeListSearchItems[] {
	const others = results.filter(({ value }) => chosen.every((entry) => entry.value !== value));
	return others.length > 0 ? others : results;
}

/** The value of the field whose list is opened. n8n's types don't include its path, but both versions provide it. */
function chosenIn(context: ILoadOptionsFunctions): INodeListSearchItems[] {
	const { path } = context as { path?: unknown };
	if (typeof path !== 'string' || !path.includes('.')) return [];
	const field = context.getCurrentNodeParameter(path.slice(path.indexOf('.') + 1));
	if (typeof field !== 'object' || field === null || !('__rl' in field)) return [];
	const { mode, value, cachedResultName, cachedResultUrl } = field as Record<string, unknown>;
	if (mode !== 'list' || typeof value !== 'string' || value === '') return [];
	const name = typeof cachedResultName === 'string' && cachedResultName !== '' ? cachedResultName : value;
	return [{ name, value, ...(typeof cachedResultUrl === 'string' && { url: cachedResultUrl }) }];
}
