/** What a poll found, ready for output. */
import type { EventItem } from '../../events/core/item';

export interface News {
	/** When it happened, epoch milliseconds. */
	atMs: number;
	/** A comment's id, otherwise a notification's key or a post's URN: a process emits it once. */
	id: string;
	item: EventItem;
}

/** Oldest first; what has the same time in the order of its ids. */
export function inOrder(news: News[]): News[] {
	return [...news].sort(
		(a, b) => a.atMs - b.atMs || a.id.length - b.id.length || Number(a.id > b.id) - Number(a.id < b.id),
	);
}
