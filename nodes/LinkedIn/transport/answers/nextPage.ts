/**
 * One question: is there more? And from where? Pure, and asked page by page, so that a walk may go on later.
 *
 * LinkedIn pages in two ways: by offset (`start`, `count`, sometimes a `rel=next` link, sometimes a total) and by
 * token (`metadata.nextPageToken`). It leaves out elements that it does not show, so a short page alone does not end a list,
 * and it may use a smaller `count` than it was asked for.
 * @see docs.pagination
 */
import { createHash } from 'crypto';

import type { PageReply, Position } from './pageReply';

/** What is known of a list before its first page. */
export interface ListRule {
	/** Only an empty page ends the list, whatever `total` says. */
	onlyEmptyEnds?: boolean;
	/** Elements a page at the most; the count of the page before when left out. */
	pageSize?: number;
	/** Elements that are still wanted behind this page; all when left out. */
	wanted?: number;
}

/**
 * What a walk has to remember from page to page. Plain and small, so that it can be saved: no element, only hashes.
 */
export interface Trail {
	/** Pages that held something so far. */
	pages: number;
	/** A page had a next link, so that its absence means the end; some resources never send one. */
	sendsLinks: boolean;
	/** Empty pages in a row. */
	empty: number;
	/** Of the last page that held something. */
	print?: string;
	/** Print and token, or link, of an earlier page. It moves on each time the pages have doubled, so a circle of any length meets it. */
	mark?: string;
	markToken?: string;
}

export const NEW_TRAIL: Readonly<Trail> = { pages: 0, sendsLinks: false, empty: 0 };

export type NextStep =
	| {
			kind: 'more';
			position: Position;
			trail: Trail;
			/** LinkedIn says that more follows; else it is only not sure that nothing does. */
			isTold: boolean;
			/** The page held fewer elements than its count. */
			isShort: boolean;
	  }
	| { kind: 'end' }
	/** The elements were sent before: they are not to be taken again. */
	| {
			kind: 'samePage';
			/** LinkedIn does not page this list, and gave all of it on its only page. */
			isWhole: boolean;
	  }
	/** The elements are new, and what follows cannot be reached: the token leads back. */
	| { kind: 'sameToken' }
	/** The elements are new, and the link leads back to them or to what came before: followed by count, it may never end. */
	| {
			kind: 'sameLink';
			/** Where the next page would start by count. */
			behind: Position;
			/** The page held fewer elements than its count, in a list that hides none: it may well be the last. */
			isShort: boolean;
	  }
	/** Too many empty pages in a row, each with the word that more follows. */
	| { kind: 'emptyPages' };

/** A list that says of empty pages that more follows goes on saying so. */
export const MOST_EMPTY_PAGES = 3;

/** LinkedIn prints this count beside a list that it sends whole. */
const UNPAGED_COUNT = 2_147_483_647;

/** An empty page of fewer may be a few elements that are not shown, and proves no end. */
const ENOUGH_TO_PROVE_AN_END = 10;

/** LinkedIn hides leads, forms and creatives without a word, in pages that have neither next link nor right total. */
const ONLY_EMPTY_ENDS = /\/(leadForms|leadFormResponses|creatives)$/;

/**
 * Whether only an empty page ends a list. By token the missing token ends it all the same: nothing else leads on.
 * @param path of the request, e.g. `/rest/leadForms`
 */
export function onlyEmptyEnds(path: string): boolean {
	return ONLY_EMPTY_ENDS.test(path);
}

/**
 * Where the next page starts, for one page alone: by LinkedIn's word that more follows, or behind a full page. For a
 * list that is read to its end, take nextStep.
 * @param asked the position that the page was asked for
 * @returns undefined where nothing says that more follows; a position that was asked for already where the link leads back
 */
export function nextPosition(reply: PageReply, asked: Position): Position | undefined {
	const place = placeBehind(reply, asked, false, false);
	return place && (place.isTold || !isShort(reply, asked)) ? place.position : undefined;
}

/**
 * What to do after a page.
 * @param asked the position that the page was asked for
 * @param trail of the page before; NEW_TRAIL for the first one
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
	/** What lies behind the page, where the link leads back. */
	behind?: Position;
	/** A link that names no offset, by its hash: it leads on only as long as it changes. */
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
	// LinkedIn writes -1 where it does not count, and some totals are less than what came.
	const isCounted = total >= 0 && total >= start + elements.length;
	if (isCounted && !isHiding) return total > behind ? at(behind, true) : undefined;
	if (isHiding) {
		const isProof = elements.length === 0 && count >= ENOUGH_TO_PROVE_AN_END;
		return isProof ? undefined : at(behind, false);
	}
	const isWhole = elements.length === 0 || reply.paging?.count === UNPAGED_COUNT;
	return isWhole || sendsLinks ? undefined : at(behind, false);
}

/** A search that was asked for by token and answers as older versions did, with a link. */
function behindToken(
	asked: { pageToken?: string; pageSize: number },
	href: string | undefined,
): Place | undefined {
	const start = startOf(href);
	if (asked.pageToken !== undefined || start === undefined || start === 0) return undefined;
	return { position: { start, count: asked.pageSize }, isTold: true };
}

/** How far LinkedIn got: by the count it says it used, where that can be, else by the one it was asked for. */
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

/** Asks for what is wanted only. A token holds only for the very query it came with. */
function sized(position: Position, pageSize: number, wanted: number): Position {
	return 'pageSize' in position ? position : { ...position, count: Math.min(pageSize, wanted) };
}

function atLeastEnough(wanted: number): number {
	return Math.max(wanted, ENOUGH_TO_PROVE_AN_END);
}

function isKnown(value: string | undefined, known: Array<string | undefined>): boolean {
	return value !== undefined && known.includes(value);
}

/** Undefined for what is nested too deeply to be written. */
function printOf(elements: unknown[]): string | undefined {
	try {
		return createHash('sha256').update(JSON.stringify(elements)).digest('base64').slice(0, PRINT_LENGTH);
	} catch {
		return undefined;
	}
}

/** Base64 characters, 6 bits each: two pages of a walk get the same one by chance never. */
const PRINT_LENGTH = 22;
