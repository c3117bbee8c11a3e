/** How far a feed was read, as it's saved. */
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

/** How far a feed was read. Moments are epoch milliseconds. */
export interface FeedCursor {
	/** The notification feed has been read up to here, by LinkedIn's own times. */
	feed: number;
	/** In a long window, which a new process would otherwise read from its beginning. */
	feedPlace?: FeedPlace;
	/** Up to here nothing more can be listed than was read. */
	feedComplete?: number;
}

/** Of the reactions, while they're read apart. */
export interface ReactionCursor extends FeedCursor {
	/** There are many at least up to here. */
	untilMs: number;
}

/** As text, of which readReactions makes it again. */
export function writeReactions({ feed, feedPlace, feedComplete, untilMs }: ReactionCursor): string {
	const place = feedPlace ? writePlace(feedPlace) : '';
	return joined([short(feed), short(untilMs), short(feedComplete), place], ',');
}

export function readReactions(text: string): ReactionCursor | undefined {
	const [feed, untilMs, feedComplete] = text.split(',').map(long);
	if (feed === undefined || untilMs === undefined) return undefined;
	const [, , , place] = text.split(',');
	return withoutGaps({ feed, untilMs, feedComplete, feedPlace: place ? readPlace(place) : undefined });
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
