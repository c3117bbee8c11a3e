import { ApiError, badRequest, invalidValue, missingField } from './errors';
import { reducedEncode } from './restli';
import type { Query, RestliValue } from './restli';
import type { Answer } from './resource';

export const PAGING = ['start', 'count'];
const DEFAULT_COUNT = 10;
const MAX_COUNT = 100;

/**
 * `start` and `count` of a list.
 * @param usual the count when none is asked
 * @throws ApiError 400 for what is no whole number or over `most`
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
 * The list envelope of contract §1.5.
 * @param options.link writes the address of the next page; left out = `links` stays empty, as some resources have it
 * @param options.read gives what is shown of an element; asked only for those of the page
 */
export function listAnswer<T>(
	all: T[],
	params: Query,
	options: {
		/** A number = what is printed, whatever the list holds. */
		total?: boolean | number;
		link?: (start: number, count: number) => string;
		read?: (one: T) => unknown;
		/** Largest count; 100 when left out. */
		most?: number;
		/** The count when none is asked; 10 when left out. */
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

/** The `ids` of a batch call. @throws ApiError 400 when it is missing or no list */
export function readIds(params: Query): RestliValue[] {
	if (params.ids === undefined) throw missingField('ids');
	if (!Array.isArray(params.ids)) throw badRequest('The parameter "ids" is a list');
	return params.ids;
}

/**
 * The batch envelope of contract §1.5, keyed by the reduced-encoded keys that were asked for.
 * @param read gives the entity of one key; an ApiError it throws becomes that key's error
 * @param statuses false leaves `statuses` empty where all went well, as on posts
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
