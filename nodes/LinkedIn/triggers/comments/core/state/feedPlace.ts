/** The place in a long window of the feed, which is saved. */
import { joined, long, short, withoutGaps } from './shorthand';

/** How far a window of the feed was read. Moments are epoch milliseconds. */
export interface FeedPlace {
	fromMs: number;
	toMs: number;
	/** When its first page was asked for. */
	begunAtMs: number;
	/** Everything before this place in the list has been handled. */
	start: number;
	/** How many pages that took. */
	pages: number;
	/** The earliest event that must be asked for again, if there is one. */
	undecidedMs?: number;
}

/** As text, of which readPlace makes it again. */
export function writePlace({ fromMs, toMs, begunAtMs, start, pages, undecidedMs }: FeedPlace): string {
	return joined([fromMs, toMs, begunAtMs, start, pages, undecidedMs].map(short), '.');
}

export function readPlace(text: string): FeedPlace | undefined {
	const [fromMs, toMs, begunAtMs, start, pages, undecidedMs] = text.split('.').map(long);
	if (fromMs === undefined || toMs === undefined || begunAtMs === undefined || start === undefined)
		return undefined;
	return withoutGaps({ fromMs, toMs, begunAtMs, start, pages: pages ?? 0, undecidedMs });
}
