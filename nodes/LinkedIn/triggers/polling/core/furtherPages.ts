/** Whether a list continues after a page. */
import type { Further } from './answer';

/** After this many empty pages in a row, a list is given up even if LinkedIn says that there is more. */
const MOST_EMPTY_PAGES = 3;

/** The log line for a list that never ends. @param list e.g. `list of the posts of urn:li:organization:1` */
export const leadsNowhere = (list: string): string =>
	`LinkedIn's ${list} goes on without new entries, so reading it was stopped.`;

/** The progress through a list. */
export interface Walk {
	/** Where the requested page begins. */
	start: number;
	/** How many pages before the next one were empty. */
	emptyPages: number;
}

/** What is on the page. */
export interface PageContent {
	isEmpty: boolean;
	/** Something that hasn't been found in this list before. */
	isUnmet: boolean;
	/** Something that makes a further page worth a call even if LinkedIn doesn't say that there is one. */
	isNews: boolean;
}

/**
 * Counts the list's empty pages.
 * @returns where the next page begins; undefined at the end; `nowhere` if LinkedIn says that there is more but leads to
 * nothing new
 */
export function furtherStart(
	walk: Walk,
	{ next, isGuess, leadsBack }: Further,
	{ isEmpty, isUnmet, isNews }: PageContent,
): number | 'nowhere' | undefined {
	walk.emptyPages = isEmpty ? walk.emptyPages + 1 : 0;
	if (next === undefined) return undefined;
	const leadsOn = isGuess ? isNews : isUnmet || (isEmpty && walk.emptyPages < MOST_EMPTY_PAGES);
	if (next > walk.start && leadsOn) return next;
	return isGuess && !leadsBack ? undefined : 'nowhere';
}
