import type { Query } from '../restli';
import { isJson, ofCalls, type Asked, type Quirk, type Rewrite } from './quirk';

/** How pages of lists differ from the request. */

const LEADS = ['FINDER /rest/leadForms', 'FINDER /rest/leadFormResponses'];
const BY_OFFSET = [...LEADS, 'FINDER /rest/posts'];
const BY_TOKEN = 'FINDER /rest/adAccounts/{adAccount}/creatives';

const FEWEST_PLACES_PER_HOLE = 3;
const USUAL_COUNT = 10;
const CAP = 10;
const LARGEST_TOKEN_PAGE = 100;

const numberIn = (params: Query, name: string, otherwise: number): number =>
	typeof params[name] === 'string' && /^\d{1,9}$/.test(params[name]) ? Number(params[name]) : otherwise;

/**
 * Every nth position of a list has something that LinkedIn hides: the page is short, but the positions count. The
 * positions are the same for every page, so that continuing by the requested count misses nothing.
 */
export const startShortPages: Quirk['start'] = ({ rate }) => {
	const period = Math.max(FEWEST_PLACES_PER_HOLE, Math.round(1 / rate));
	const holesBefore = (place: number) => Math.floor(place / period);
	return (asked) => {
		if (asked.endpoint === BY_TOKEN) return shortTokenPage(asked);
		if (!BY_OFFSET.includes(asked.endpoint)) return undefined;
		const start = numberIn(asked.params, 'start', 0);
		const count = numberIn(asked.params, 'count', USUAL_COUNT);
		const real = count - (holesBefore(start + count) - holesBefore(start));
		if (real === count) return movedPage(asked.params, start, start - holesBefore(start), count, count);
		// A page that consists of one hidden position would be empty, and an empty page is an end.
		return movedPage(
			asked.params,
			start,
			start - holesBefore(start),
			count,
			Math.max(1, real),
			asked.endpoint,
		);
	};
};

function movedPage(
	params: Query,
	start: number,
	realStart: number,
	count: number,
	realCount: number,
	endpoint?: string,
): { params: Query; body: Rewrite } | undefined {
	if (realStart === start && realCount === count) return undefined;
	const body: Rewrite = (own) => {
		if (!isJson(own) || !isJson(own.paging)) return own;
		const { total, ...paging } = own.paging;
		const links = (paging.links as Array<{ href: string }>).map((link) => ({
			...link,
			href: link.href
				.replace(/([?&]start=)\d+/, `$1${start + count}`)
				.replace(/([?&]count=)\d+/, `$1${count}`),
		}));
		// Neither was there on the short pages of leads that were seen.
		const isMute = endpoint !== undefined && LEADS.includes(endpoint);
		return {
			...own,
			paging: {
				...paging,
				start,
				count,
				links: isMute ? [] : links,
				...(!isMute && total !== undefined && { total }),
			},
		};
	};
	return { params: { ...params, start: String(realStart), count: String(realCount) }, body };
}

/** With a token the page just has one less, and the token continues after it. */
function shortTokenPage({ params }: Asked): { params: Query; body: Rewrite } | undefined {
	const size = numberIn(params, 'pageSize', LARGEST_TOKEN_PAGE);
	if (size <= 1) return undefined;
	return { params: { ...params, pageSize: String(size - 1) }, body: (own) => own };
}

const isCommentList = ({ endpoint }: Asked) => /^GET_ALL .*\/comments$/.test(endpoint);

/** The page says which count it used. */
export const startCappedCounts = ofCalls(isCommentList, ({ params }) => {
	const count = numberIn(params, 'count', USUAL_COUNT);
	return count <= CAP ? undefined : { params: { ...params, count: String(CAP) }, body: (own) => own };
});
