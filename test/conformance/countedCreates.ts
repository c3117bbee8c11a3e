import type { LoggedRequest, Simulator } from '../simulator';

/** How often each thing was created, by `METHOD /path/template`; the entries of a batch each count. */
export type Count = Map<string, number>;

const CREATING = ['CREATE', 'BATCH_CREATE', 'ACTION'];
/** Reserves a place that nobody sees, or ends an upload that was ended: a second one does no harm. */
const HARMLESS = /[?&]action=(initializeUpload|finalizeUpload)\b/;

/** @param counts which of the requests that create count */
export function countOf({ requests }: Simulator, counts: (request: LoggedRequest) => boolean): Count {
	const count: Count = new Map();
	for (const request of requests) {
		const { restliMethod = '', endpoint, url, body } = request;
		if (!endpoint || !CREATING.includes(restliMethod) || HARMLESS.test(url) || !counts(request)) continue;
		const entries = restliMethod === 'BATCH_CREATE' ? elementsOf(body) : 1;
		count.set(endpoint, (count.get(endpoint) ?? 0) + entries);
	}
	return count;
}

function elementsOf(body: string): number {
	return (JSON.parse(body) as { elements: unknown[] }).elements.length;
}

export const createdAt = (count: Count): string[] => [...count.keys()].sort();

/** Paths at which more was created than in the other count; a single entry may go as a create of its own. */
export function moreThan(count: Count, other: Count): string[] {
	const [mine, theirs] = [count, other].map((one) => {
		const byPath = new Map<string, number>();
		for (const [endpoint, number] of one) {
			const path = endpoint.split(' ')[1];
			byPath.set(path, (byPath.get(path) ?? 0) + number);
		}
		return byPath;
	});
	return [...mine].filter(([path, number]) => number > (theirs.get(path) ?? 0)).map(([path]) => path);
}
