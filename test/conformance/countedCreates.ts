import type { LoggedRequest, Simulator } from '../simulator';
import { classOf, placeOf, type Place } from './places';

/** How often each thing was created, by place; each entry of a batch counts. */
export type Count = Map<Place, number>;

/** @param counts which of the creating requests count */
export function countOf({ requests }: Simulator, counts: (request: LoggedRequest) => boolean): Count {
	const count: Count = new Map();
	for (const request of requests) {
		const place = placeOf(request);
		if (!place || classOf(place) !== 'create' || !counts(request)) continue;
		const entries = place.startsWith('BATCH_') ? elementsOf(request.body) : 1;
		count.set(place, (count.get(place) ?? 0) + entries);
	}
	return count;
}

function elementsOf(body: string): number {
	return (JSON.parse(body) as { elements: unknown[] }).elements.length;
}

/** Paths at which more was created than in the other count; a single entry may be sent as a separate create. */
export function moreThan(count: Count, other: Count): string[] {
	const [mine, theirs] = [count, other].map((one) => {
		const byPath = new Map<string, number>();
		for (const [place, number] of one) {
			const path = place.split(' ')[1];
			byPath.set(path, (byPath.get(path) ?? 0) + number);
		}
		return byPath;
	});
	return [...mine].filter(([path, number]) => number > (theirs.get(path) ?? 0)).map(([path]) => path);
}
