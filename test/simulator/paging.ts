import { ApiError, badRequest, invalidValue, missingField } from './errors';
import { reducedEncode } from './restli';
import type { Query, RestliValue } from './restli';
import type { Answer } from './resource';

export const PAGING = ['start', 'count'];
const DEFAULT_COUNT = 10;
const MAX_COUNT = 100;

/**
 * `start` and `count` of a list.
 * @param usual the default count
 * @throws ApiError 400 if it isn't a whole number or is over `most`
 */
export function readPaging(
	params: Query,
	most = MAX_COUNT,
	usual = DEFAULT_COUNT,
): { start: number; count: number } {
	return {
		start: wholeNumber(params, 'start', 0, 0, Number.MAX_SAFE_INTEGER),
		count: wholeNumber(params, 'count', usual, 0, most),
	};
}

function wholeNumber(params: Query, name: string, otherwise: number, min: number, max: number): number {
	const text = params[name];
	if (text === undefined) return otherwise;
	const number = typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : -1;
	if (number < min || number > max) throw invalidValue(name, text);
	return number;
}

/**
 * The list envelope (docs.pagination).
 * @param options.link writes the address of the next page; left out = `links` stays empty, as for some resources
 * @param options.read returns what is shown of an element; only called for those on the page
 */
export function listAnswer<T>(
	all: T[],
	params: Query,
	options: {
		/** A number = printed whatever the list contains. */
		total?: boolean | number;
		link?: (start: number, count: number) => string;
		read?: (one: T) => unknown;
		/** Maximum count; 100 by default. */
		most?: number;
		/** The default count; 10 if left out. */
		usual?: number;
	} = {},
): Answer {
	const { start, count } = readPaging(params, options.most, options.usual);
	const isMore = start + count < all.length;
	const page = all.slice(start, start + count);
	return {
		status: 200,
		body: {
			paging: {
				start,
				count,
				links:
					isMore && options.link
						? [{ type: 'application/json', rel: 'next', href: options.link(start + count, count) }]
						: [],
				...(options.total ? { total: options.total === true ? all.length : options.total } : {}),
			},
			elements: options.read ? page.map(options.read) : page,
		},
	};
}

/** The `ids` of a batch call. @throws ApiError 400 if it's missing or isn't a list */
export function readIds(params: Query): RestliValue[] {
	if (params.ids === undefined) throw missingField('ids');
	if (!Array.isArray(params.ids)) throw badRequest('The parameter "ids" is a list');
	return params.ids;
}

/**
 * The batch envelope (docs.methods), keyed by the requested keys in reduced encoding.
 * @param read returns the entity of a key; an ApiError it throws becomes that key's error
 * @param statuses false leaves `statuses` empty if everything succeeded, as for posts
 */
export function batchAnswer(ids: RestliValue[], read: (id: RestliValue) => unknown, statuses = true): Answer {
	const body = {
		results: {} as Record<string, unknown>,
		statuses: {} as Record<string, number>,
		errors: {} as Record<string, unknown>,
	};
	for (const id of ids) {
		const key = reducedEncode(id);
		try {
			body.results[key] = read(id);
			if (statuses) body.statuses[key] = 200;
		} catch (error) {
			if (!(error instanceof ApiError)) throw error;
			const { message } = error.body as { message: string };
			body.errors[key] = { message, status: error.status };
			body.statuses[key] = error.status;
		}
	}
	return { status: 200, body };
}

/**
 * How lists of the live service were seen to differ from the documentation (docs.pagination,
 * docs/behaviour.md#lists-with-gaps).
 */
export interface ListManner {
	/** Paths of these lists; all by default. */
	path?: RegExp;
	/** Positions of elements that are counted but not shown, so that pages are short. */
	hides?: (place: number) => boolean;
	/** The maximum count used, whatever is requested; the answer says which. */
	countAtMost?: number;
	/** `none` sends no next link, `toItself` always links to the same page, `endless` even links beyond the end. */
	links?: 'none' | 'toItself' | 'endless';
	/** What `total` says; `none` leaves it out. */
	total?: 'none' | number;
	/** The requested position is ignored: each page is the first one. */
	ignoresPlace?: true;
	/** The page token is the same on each page, and so is the page. */
	sameToken?: true;
	/** Sent instead of an empty page after the last element. */
	refusesBehindEnd?: Answer;
}

interface Page {
	elements?: unknown[];
	paging?: { start?: number; count?: number; links?: unknown[]; total?: number };
	metadata?: { nextPageToken?: string | null };
}

/** @param where path and query of the list */
const mannerOf = (manners: ListManner[], where: string) =>
	manners.find(({ path }) => path === undefined || path.test(where));

/** The parameters for a list with its own behaviour. */
export function paramsInManner(manners: ListManner[], where: string, params: Query): Query {
	const manner = mannerOf(manners, where);
	if (!manner) return params;
	const changed = { ...params };
	const { countAtMost: most = Infinity } = manner;
	if (Number(params.count ?? DEFAULT_COUNT) > most) changed.count = String(most);
	if (manner.ignoresPlace && params.start !== undefined) changed.start = '0';
	if (manner.ignoresPlace || manner.sameToken) delete changed.pageToken;
	return changed;
}

/** A page of a list with its own behaviour. */
export function answerInManner(manners: ListManner[], where: string, params: Query, answer: Answer): Answer {
	const manner = mannerOf(manners, where);
	const page = answer.body as Page | undefined;
	if (!manner || answer.status !== 200 || !Array.isArray(page?.elements)) return answer;
	const start = Number(params.start ?? 0);
	const count = Number(params.count ?? DEFAULT_COUNT);
	if (manner.refusesBehindEnd && start > 0 && page.elements.length === 0) return manner.refusesBehindEnd;
	const { hides = () => false } = manner;
	const elements = page.elements.filter((_element, index) => !hides(start + index));
	const linkTo = (from: number) => {
		const [path, query = ''] = where.split('?');
		const rest = query.split('&').filter((part) => !/^(start|count)=/.test(part));
		const href = `${path}?${[...rest, `start=${from}`, `count=${count}`].join('&')}`;
		return [{ type: 'application/json', rel: 'next', href }];
	};
	const paging = page.paging && { ...page.paging };
	if (paging) {
		if (manner.links === 'none') paging.links = [];
		if (manner.links === 'toItself') paging.links = linkTo(start);
		if (manner.links === 'endless') paging.links = linkTo(start + count);
		if (manner.total === 'none') delete paging.total;
		else if (manner.total !== undefined) paging.total = manner.total;
	}
	const metadata = manner.sameToken ? { nextPageToken: 'the-same-token' } : page.metadata;
	return { ...answer, body: { ...page, ...(paging && { paging }), ...(metadata && { metadata }), elements } };
}
