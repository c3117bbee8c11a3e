import type { PageReply, Position } from '../../../../../nodes/LinkedIn/transport/answers/pageReply';

/** A list as LinkedIn serves it page by page. */

export const elements = (length: number) => Array.from({ length }, (_, index) => index);
export const link = (rel: string, href?: string) => ({ rel, href });

/** How the modelled resource shows that there is more (docs.pagination). */
export type Manner = 'links' | 'total' | 'both' | 'neither';

/** A list as LinkedIn serves it: hidden elements make a page short although more follow. */
export function serve(list: number[], manner: Manner, isHidden: (element: number) => boolean = () => false) {
	const asked: Position[] = [];
	const fetchPage = async (position: Position): Promise<PageReply<number>> => {
		asked.push(position);
		if ('pageSize' in position) {
			const start = Number(position.pageToken ?? 0);
			const end = start + position.pageSize;
			return {
				elements: list.slice(start, end).filter((element) => !isHidden(element)),
				metadata: { nextPageToken: end < list.length ? String(end) : null },
			};
		}
		const { start, count } = position;
		const hasMore = start + count < list.length;
		const hasLinks = manner === 'links' || manner === 'both';
		return {
			elements: list.slice(start, start + count).filter((element) => !isHidden(element)),
			paging: {
				...((manner === 'total' || manner === 'both') && { total: list.length }),
				links: [
					...(hasLinks && start > 0
						? [link('prev', `?start=${Math.max(0, start - count)}&count=${count}`)]
						: []),
					...(hasLinks && hasMore ? [link('next', `?start=${start + count}&count=${count}`)] : []),
				],
			},
		};
	};
	return { asked, fetchPage };
}
