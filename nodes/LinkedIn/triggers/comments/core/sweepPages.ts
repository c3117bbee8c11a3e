/** How the calls are used that are left once each page that's due was polled. */
import type { Fault } from '../../polling/core/answer';
import { endsAll, isRefusal } from '../../polling/core/asking';
import { quiet, retryAfterMs } from './backoff';
import type { News } from './news';
import { readReactions } from './plans/feed';
import { isPageRefused } from './plans/plans';
import { rotate, sweep } from './plans/sweep';
import type { PollContext } from './pollContext';
import type { ReadPosts } from './reading/readPosts';
import { dropQuiet } from './state/bound';
import type { WatchedPage } from './state/state';
import { beginToWatch, managedPages } from './watchedPages';

/** The longest wait of the sweep after errors in a row. */
const SWEEP_RETRY_AT_MOST_MS = 15 * 60_000;

/** In which turn reactions that are read apart come before the sweep. */
const REACTIONS_EVERY = 3;

const NOTHING: ReadPosts = { news: [] };

/** The sweep of each page and, if calls remain even then, a check which pages are managed now. */
export async function sweepPages(poll: PollContext, urns: string[], usualMs: number): Promise<News[]> {
	const { state, memory, now } = poll;
	const news: News[] = [];
	const first = memory.sweptPages % Math.max(1, urns.length);
	for (const urn of [...urns.slice(first), ...urns.slice(0, first)]) {
		const page = state.pages[urn];
		const leftMs = (memory.sweepAt.get(urn) ?? 0) - now();
		// A clock that was ahead set the later due times.
		const isLater = leftMs > 0 && leftMs <= SWEEP_RETRY_AT_MOST_MS;
		if (isLater || page.plan === undefined || isPageRefused(page, now())) continue;
		const answeredBefore = poll.answered();
		const isReactionsTurn = Math.floor(memory.sweptPages / urns.length) % REACTIONS_EVERY === 0;
		const swept = await sweepPage(poll, urn, page, urns.length, isReactionsTurn);
		news.push(...swept.news);
		let { fault } = swept;
		if (!fault && poll.reach.comments && page.plan === 'rotation') {
			const rotated = await rotate(poll, urn, page, 'sweep', usualMs);
			news.push(...rotated.news);
			fault = rotated.fault;
		}
		if (poll.answered() > answeredBefore) memory.faults.delete(`sweep ${urn}`);
		if (!fault) {
			if (poll.reach.comments) dropQuiet(page, now());
			continue;
		}
		if (endsAll(fault)) {
			memory.sweptPages += fault.kind === 'wait' ? 1 : 0;
			if (fault.kind !== 'wait') quiet(poll, fault);
			return news;
		}
		const count = memory.faults.get(`sweep ${urn}`) ?? 0;
		memory.faults.set(`sweep ${urn}`, count + 1);
		memory.sweepAt.set(urn, now() + Math.min(SWEEP_RETRY_AT_MOST_MS, retryAfterMs(count)));
		if (!isRefusal(fault)) poll.say(`Not all posts of ${urn} could be read. ${fault.message}`);
	}
	if (poll.watch.pages === 'managed') {
		const pages = await managedPages(poll, 'sweep');
		if ('urns' in pages) beginToWatch(poll, pages);
	}
	return news;
}

/** The sweep of a page, and its reactions if they're read apart: in turn, because either may take all calls for days. */
async function sweepPage(
	poll: PollContext,
	urn: string,
	page: WatchedPage,
	pages: number,
	isReactionsTurn: boolean,
): Promise<ReadPosts> {
	const isFeedWell = page.plan === 'feed' && page.health.feed === undefined;
	const parts = [
		async () => (poll.reach.comments ? await sweep(poll, urn, page, pages) : NOTHING),
		async () => (isFeedWell ? await readReactions(poll, urn, page, pages) : NOTHING),
	];
	const news: News[] = [];
	let fault: Fault | undefined;
	for (const part of isReactionsTurn ? parts.reverse() : parts) {
		const read = await part();
		news.push(...read.news);
		fault ??= read.fault;
		if (read.fault && endsAll(read.fault)) return { news, fault: read.fault };
	}
	return { news, fault };
}
