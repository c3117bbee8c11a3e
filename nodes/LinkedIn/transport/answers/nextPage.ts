/**
 * Decides whether there are more pages, and where the next one starts. Pure and called page by page, so that reading
 * can continue later.
 *
 * LinkedIn pages in two ways: by offset (`start`, `count`, sometimes a `rel=next` link, sometimes a total) and by token
 * (`metadata.nextPageToken`). It leaves out elements that it doesn't show, so a short page alone doesn't end a list,
 * and it may use a smaller `count` than requested.
 * @see docs.pagination
 */
import { createHash } from 'crypto';

import type { PageReply, Position } from './pageReply';

/** What is known of a list before its first page. */
export interface ListRule {
	/** Only an empty page ends the list, whatever `total` says. */
	onlyEmptyEnds?: boolean;
	/** Maximum page size; by default the count of the previous page. */
	pageSize?: number;
	/** How many elements are still wanted after this page; all by default. */
	wanted?: number;
}

/** What must be remembered between pages. Small and plain, so that it can be saved: hashes, no elements. */
export interface Trail {
	/** Pages that had elements so far. */
	pages: number;
	/** A page had a next link, so a page without one is the last. Some resources never send one. */
	sendsLinks: boolean;
	/** Empty pages in a row. */
	empty: number;
	/** Of the last page that had elements. */
	print?: string;
	/**
	 * Hash and token, or link, of an earlier page. It's replaced each time the number of pages has doubled, so a cycle
	 * of any length is found.
	 */
	mark?: string;
	markToken?: string;
}

export const NEW_TRAIL: Readonly<Trail> = { pages: 0, sendsLinks: false, empty: 0 };

export type NextStep =
	| {
			kind: 'more';
			position: Position;
			trail: Trail;
			/** LinkedIn says that more follows; otherwise it's only possible. */
			isTold: boolean;
			/** The page had fewer elements than its count. */
			isShort: boolean;
	  }
	| { kind: 'end' }
	/** The elements were sent before and must not be used again. */
	| {
			kind: 'samePage';
			/** LinkedIn doesn't page this list and returned all of it at once. */
			isWhole: boolean;
	  }
	/** The elements are new, but the token leads back, so what follows can't be reached. */
	| { kind: 'sameToken' }
	/**
	 * The elements are new, but the link leads back to them or to earlier ones. Continuing by count might never end.
	 */
	| {
			kind: 'sameLink';
			/** Where the next page would start, by count. */
			behind: Position;
			/** The page had fewer elements than its count, in a list that hides none, so it may be the last. */
			isShort: boolean;
	  }
	/** Too many empty pages in a row that each promise more. */
	| { kind: 'emptyPages' };

/** A list that promises more after several empty pages will keep doing so. */
export const MOST_EMPTY_PAGES = 3;

/** LinkedIn sends this count with a list that it doesn't page. */
const UNPAGED_COUNT = 2_147_483_647;

/** An empty page with a smaller count may only consist of hidden elements, so it doesn't end the list. */
const ENOUGH_TO_PROVE_AN_END = 10;

/** LinkedIn silently hides leads, forms and creatives, in pages with neither a next link nor a correct total. */
const ONLY_EMPTY_ENDS = /\/(leadForms|leadFormResponses|creatives)$/;

/**
 * Whether only an empty page ends a list. With tokens, a missing token ends it anyway, because nothing else leads on.
 * @param path of the request, e.g. `/rest/leadForms`
 */
export function onlyEmptyEnds(path: string): boolean {
	return ONLY_EMPTY_ENDS.test(path);
}

/**
 * Where the next page starts, for a single page: if LinkedIn says that more follows, or after a full page. To read a
 * list to its end, use nextStep.
 * @param asked the position that was requested
 * @returns undefined if nothing says that more follows; an earlier position if the link leads back
 */
export function nextPosition(reply: PageReply, asked: Position): Position | undefined {
	const place = placeBehind(reply, asked, false, false);
	return place && (place.isTold || !isShort(reply, asked)) ? place.position : undefined;
}

/**
 * What to do after a page.
 * @param asked the position that was requested
 * @param trail of the previous page; NEW_TRAIL for the first one
 */
export function nextStep(
	reply: PageReply,
	asked: Position,
	trail: Readonly<Trail> = NEW_TRAIL,
	{ onlyEmptyEnds: isHiding = false, pageSize = sizeOf(asked), wanted = Infinity }: ListRule = {},
): NextStep {
	const place = placeBehind(reply, asked, isHiding, trail.sendsLinks);
	const isEmpty = reply.elements.length === 0;
	const short = isShort(reply, asked);
	if (!isEmpty && isKnown(printOf(reply.elements), [trail.print, trail.mark])) {
		return { kind: 'samePage', isWhole: short && !isHiding && place?.isTold !== true };
	}
	if (!place) return { kind: 'end' };
	if (place.behind) return { kind: 'sameLink', behind: place.behind, isShort: short && !isHiding };
	const token = 'pageToken' in place.position ? place.position.pageToken : place.link;
	const askedToken = 'pageToken' in asked ? asked.pageToken : undefined;
	if (isKnown(token, [askedToken, trail.markToken])) {
		if (place.link === undefined) return { kind: 'sameToken' };
		return { kind: 'sameLink', behind: place.position, isShort: short && !isHiding };
	}
	const empty = isEmpty ? trail.empty + 1 : 0;
	if (empty >= MOST_EMPTY_PAGES) return { kind: 'emptyPages' };

	const position = sized(place.position, pageSize, isEmpty || isHiding ? atLeastEnough(wanted) : wanted);
	const pages = trail.pages + (isEmpty ? 0 : 1);
	const moves = !isEmpty && (pages & (pages - 1)) === 0;
	return {
		kind: 'more',
		position,
		isTold: place.isTold,
		isShort: short,
		trail: {
			pages,
			sendsLinks: trail.sendsLinks || hasNextLink(reply),
			empty,
			print: isEmpty ? trail.print : printOf(reply.elements.slice(0, sizeOf(position))),
			mark: moves ? printOf(reply.elements) : trail.mark,
			markToken: moves ? token : trail.markToken,
		},
	};
}

interface Place {
	position: Position;
	isTold: boolean;
	/** What follows the page if the link leads back. */
	behind?: Position;
	/** A link without an offset, by its hash: it leads on only as long as it changes. */
	link?: string;
}

function placeBehind(
	reply: PageReply,
	asked: Position,
	isHiding: boolean,
	sendsLinks: boolean,
): Place | undefined {
	const token = reply.metadata?.nextPageToken;
	if (token) return { position: { pageToken: token, pageSize: sizeOf(asked) }, isTold: true };
	const link = reply.paging?.links?.find(({ rel }) => rel === 'next');
	if ('pageSize' in asked) return behindToken(asked, link?.href);

	const { start, count } = asked;
	const behind = start + usedCount(reply, count);
	const at = (next: number, isTold: boolean): Place => ({ position: { start: next, count }, isTold });
	if (link) {
		const linked = startOf(link.href);
		if (linked === undefined) return { ...at(behind, true), link: printOf([link.href]) };
		return linked > start ? at(linked, true) : { ...at(linked, true), behind: { start: behind, count } };
	}
	const { elements } = reply;
	const total = reply.paging?.total ?? -1;
	// LinkedIn sends -1 if it doesn't count, and some totals are lower than the number of elements.
	const isCounted = total >= 0 && total >= start + elements.length;
	if (isCounted && !isHiding) return total > behind ? at(behind, true) : undefined;
	if (isHiding) {
		const isProof = elements.length === 0 && count >= ENOUGH_TO_PROVE_AN_END;
		return isProof ? undefined : at(behind, false);
	}
	const isWhole = elements.length === 0 || reply.paging?.count === UNPAGED_COUNT;
	return isWhole || sendsLinks ? undefined : at(behind, false);
}

/** A search that was requested by token but answered with a link, as older versions do. */
function behindToken(
	asked: { pageToken?: string; pageSize: number },
	href: string | undefined,
): Place | undefined {
	const start = startOf(href);
	if (asked.pageToken !== undefined || start === undefined || start === 0) return undefined;
	return { position: { start, count: asked.pageSize }, isTold: true };
}

/** How far LinkedIn got: by the count it says it used if that is plausible, otherwise by the requested count. */
function usedCount({ elements, paging }: PageReply, asked: number): number {
	const said = paging?.count ?? 0;
	const fits = Number.isSafeInteger(said) && said >= 1 && said >= elements.length;
	const isMeant = said <= asked || (elements.length > asked && said < UNPAGED_COUNT);
	return fits && isMeant ? said : Math.max(asked, elements.length);
}

function isShort(reply: PageReply, asked: Position): boolean {
	const count = 'pageSize' in asked ? asked.pageSize : usedCount(reply, asked.count);
	return reply.elements.length < count;
}

function hasNextLink({ paging }: PageReply): boolean {
	return paging?.links?.some(({ rel }) => rel === 'next') ?? false;
}

function startOf(href: string | undefined): number | undefined {
	const match = /[?&]start=(\d+)/.exec(href ?? '');
	const start = Number(match?.[1]);
	return Number.isSafeInteger(start) ? start : undefined;
}

function sizeOf(position: Position): number {
	return 'pageSize' in position ? position.pageSize : position.count;
}

/** Requests only what is wanted. A token is valid only for exactly the same query. */
function sized(position: Position, pageSize: number, wanted: number): Position {
	return 'pageSize' in position ? position : { ...position, count: Math.min(pageSize, wanted) };
}

function atLeastEnough(wanted: number): number {
	return Math.max(wanted, ENOUGH_TO_PROVE_AN_END);
}

function isKnown(value: string | undefined, known: Array<string | undefined>): boolean {
	return value !== undefined && known.includes(value);
}

/** Undefined if it's nested too deeply to be serialized. */
function printOf(elements: unknown[]): string | undefined {
	try {
		return createHash('sha256').update(JSON.stringify(elements)).digest('base64').slice(0, PRINT_LENGTH);
	} catch {
		return undefined;
	}
}

/** Base64 characters of 6 bits each: enough that two pages never get the same one by chance. */
const PRINT_LENGTH = 22;
