/** Reads a list to its end, one page at a time. */
import { LinkedInError } from '../errors/errors';
import { MOST_EMPTY_PAGES, NEW_TRAIL, nextStep, type ListRule, type NextStep } from './nextPage';
import type { PageReply, Position } from './pageReply';

export interface Paging {
	/** Maximum page size. */
	pageSize: number;
	/** Stop after this many elements. */
	limit?: number;
	/** Some lists answer 404 if they're empty; that counts as an empty page. */
	missingIsEmpty?: boolean;
	/** How the resource pages; most of LinkedIn's use offsets. */
	by?: 'offset' | 'token';
}

/** The list to read. */
export interface List<T> extends Pick<ListRule, 'onlyEmptyEnds'> {
	/** For the texts, e.g. `FINDER /rest/posts`. */
	endpoint: string;
	/**
	 * Sends one request for a position.
	 * @param endsWith statuses that mean that the list has ended
	 */
	fetchPage: (position: Position, endsWith: readonly number[]) => Promise<PageReply<T>>;
	/** Receives a sentence that the user should read. */
	say: (sentence: string) => void;
}

/**
 * Reads all pages, holding one at a time.
 * @returns pages that aren't empty; by offset, the last request asks only for the missing elements
 * @throws LinkedInError if LinkedIn leads back to an earlier page, so that the rest can't be read
 */
export async function* pages<T>(
	{ endpoint, fetchPage, say, onlyEmptyEnds }: List<T>,
	{ pageSize, limit = Number.POSITIVE_INFINITY, by = 'offset' }: Paging,
): AsyncGenerator<T[]> {
	if (limit <= 0) return;
	const count = Math.min(pageSize, limit);
	let position: Position = by === 'token' ? { pageSize: count } : { start: 0, count };
	let trail = NEW_TRAIL;
	let endsWith: readonly number[] = [];
	let taken = 0;
	let reply: PageReply<T> | undefined;
	let elements: T[] = [];
	for (;;) {
		// While a generator waits, V8 keeps what its variables referred to last, so the earlier page would stay.
		reply = undefined;
		elements = [];
		reply = await fetchPage(position, endsWith);
		elements = reply.elements.slice(0, limit - taken);
		const wanted = limit - taken - elements.length;
		const step: NextStep = nextStep(reply, position, trail, { onlyEmptyEnds, pageSize, wanted });
		if (step.kind === 'samePage') {
			if (step.isWhole) return;
			throw repeats(endpoint, taken, 'it sent a page that it had sent before');
		}
		if (elements.length > 0) yield elements;
		taken += elements.length;
		if (wanted <= 0 || step.kind === 'end') return;
		if (step.kind === 'sameToken') throw repeats(endpoint, taken, 'its page token leads back');
		if (step.kind === 'sameLink') {
			if (!step.isShort || taken === 0) throw repeats(endpoint, taken, 'its next link leads back');
			say(stoppedBehind(endpoint, taken, 'its link to it leads back'));
			return;
		}
		if (step.kind === 'emptyPages') {
			if (taken === 0) throw onlyEmptyPages(endpoint);
			say(stoppedBehind(endpoint, taken, `sent ${MOST_EMPTY_PAGES} empty pages in a row`));
			return;
		}
		({ position, trail } = step);
		endsWith = endOf(step, onlyEmptyEnds);
	}
}

/** Some resources refuse positions after the last element instead of sending an empty page. */
function endOf({ isTold, isShort }: NextStep & { kind: 'more' }, isHiding = false): number[] {
	if (isTold) return [];
	return isShort && !isHiding ? [400, 404] : [404];
}

function repeats(endpoint: string, taken: number, how: string): LinkedInError {
	const first = taken === 1 ? 'the first element' : `the first ${taken} elements`;
	return new LinkedInError(
		`LinkedIn's answers to ${endpoint} repeat: after ${first} ${how}, so the rest can't be read`,
		{
			code: 'REPEATED_PAGE',
			field: 'Limit',
			advice:
				taken === 0
					? 'Run it again later. If this keeps happening, narrow the filters.'
					: `Run it again later. If this keeps happening and this operation has a Limit, set it to ${taken} to work with what LinkedIn gives.`,
		},
	);
}

function onlyEmptyPages(endpoint: string): LinkedInError {
	return new LinkedInError(
		`LinkedIn says that ${endpoint} has elements, but sent ${MOST_EMPTY_PAGES} empty pages in a row`,
		{
			code: 'EMPTY_PAGES',
			advice:
				'It may be hiding all of them from this connection, or have a server error. Run it again later, or with other filters.',
		},
	);
}

function stoppedBehind(endpoint: string, taken: number, why: string): string {
	const these = taken === 1 ? 'this one element' : `these ${taken} elements`;
	return `LinkedIn says that more follows after ${these} of ${endpoint}, but ${why}, so reading stopped there.`;
}
