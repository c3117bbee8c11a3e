import { badRequest } from '../errors';
import type { Answer, Call } from '../resource';
import { adsRefused, inputRefused } from './errors';

/** Cursor paging of the search finders since 202401 (docs.cursorPagination). */
export const CURSOR = ['pageSize', 'pageToken', 'sortOrder'];
const DEFAULT_PAGE = 100;
export const LARGEST_PAGE = 1000;

interface Place {
	/** Id of the last element shown. */
	after: string;
	/** What the token belongs to. */
	query: string;
	expiresAt: number;
}

/**
 * A page of a search finder.
 * @param all in ascending order of `idOf`
 * @param read returns what is shown of an element
 * @throws ApiError 400 for a page size out of bounds, and for an expired token or one of another query
 */
export function cursorAnswer<T>(
	call: Call,
	all: T[],
	idOf: (one: T) => string,
	read: (one: T) => unknown,
	largest = LARGEST_PAGE,
): Answer {
	const { pageSize, pageToken, sortOrder = 'ASCENDING', ...query } = call.params;
	if (sortOrder !== 'ASCENDING' && sortOrder !== 'DESCENDING') throw badRequest('sortOrder is unknown');
	const size = pageSize === undefined ? Math.min(DEFAULT_PAGE, largest) : sizeOf(pageSize, largest);
	const ordered = sortOrder === 'ASCENDING' ? all : [...all].reverse();
	const asked = JSON.stringify([call.keys, query, sortOrder, pageSize]);
	const start = pageToken === undefined ? 0 : startAfter(call, ordered.map(idOf), String(pageToken), asked);
	const page = ordered.slice(start, start + size);
	const isMore = start + size < ordered.length;
	const place: Place = {
		after: isMore ? idOf(page[page.length - 1]) : '',
		query: asked,
		expiresAt: call.clock.now() + call.state.adsCursorMs,
	};
	const nextPageToken = isMore ? Buffer.from(JSON.stringify(place)).toString('base64url') : null;
	return { status: 200, body: { elements: page.map(read), metadata: { nextPageToken } } };
}

function sizeOf(value: unknown, largest: number): number {
	const size = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : 0;
	if (size >= 1 && size <= largest) return size;
	throw inputRefused([
		{
			code: size > largest ? 'FIELD_VALUE_TOO_HIGH' : 'INVALID_VALUE_FOR_FIELD',
			description: `pageSize ${String(value)} is not between 1 and ${largest}`,
			fieldPath: 'pageSize',
		},
	]);
}

function startAfter(call: Call, ids: string[], token: string, asked: string): number {
	const place = placeOf(token);
	if (!place || place.query !== asked) {
		throw adsRefused(400, 'ILLEGAL_ARGUMENT', 'The page token does not belong to this query');
	}
	if (place.expiresAt < call.clock.now())
		throw adsRefused(400, 'ILLEGAL_ARGUMENT', 'The page token has expired');
	return ids.indexOf(place.after) + 1;
}

function placeOf(token: string): Place | undefined {
	const text = Buffer.from(token, 'base64url').toString();
	return text.startsWith('{"after"') ? (JSON.parse(text) as Place) : undefined;
}
