/** A manual run: the newest comments there are, so that a workflow can be built on real ones. Saves nothing. */
import { DAY_MS } from './budget';
import { readFeed } from './feed';
import { inOrder, itemOf, type CommentItem, type News } from './item';
import { readOn, startReading } from './reading';
import { isRefusal, type Round } from './round';
import { managedPages, select } from './select';
import type { Fault } from './sources';
import { CHOSEN, newPage, postKey, type WatchedPage } from './state';

const SHOWN = 10;
const FEED_BACK_MS = 30 * DAY_MS;
const POSTS_LOOKED_AT = 20;
const POSTS_READ = 5;

/** @returns up to ten comments, oldest first; the fault when nothing at all could be read */
export async function recentComments(round: Round): Promise<{ items: CommentItem[]; fault?: Fault }> {
	const urns = await pagesOf(round);
	if (!Array.isArray(urns)) return { items: [], fault: urns };
	const news: News[] = [];
	let fault: Fault | undefined;
	let answered = 0;
	for (const urn of urns) {
		const read = await ofPage(round, urn);
		news.push(...read.news);
		if (read.fault) fault = read.fault;
		else answered += 1;
	}
	const items = inOrder(news).slice(-SHOWN).map(itemOf);
	return items.length === 0 && answered === 0 ? { items, fault } : { items };
}

async function pagesOf(round: Round): Promise<string[] | Fault> {
	const { pages, posts } = round.watch;
	if (posts.length > 0) return [CHOSEN];
	if (pages === 'managed') return await managedPages(round);
	const urns: string[] = [];
	for (const page of pages) {
		if ('urn' in page) {
			urns.push(page.urn);
			continue;
		}
		const answer = await round.ask('poll', async () => await round.sources.pageByName(page.vanityName));
		if (!answer.ok) return answer.fault;
		if (answer.value === undefined) {
			return { kind: 'gone', message: `LinkedIn knows no page with the address /company/${page.vanityName}` };
		}
		urns.push(answer.value);
	}
	return urns;
}

async function ofPage(round: Round, urn: string): Promise<{ news: News[]; fault?: Fault }> {
	if (urn !== CHOSEN && round.reach.feed) {
		const watched = newPage(round.now() - FEED_BACK_MS);
		const read = await readFeed(round, urn, watched, SHOWN);
		const isEnough = read.news.length > 0 || (read.fault && !isRefusal(read.fault));
		if (isEnough || !round.reach.comments) return read;
	}
	const watched = newPage(0);
	const posts = await newestPosts(round, urn, watched);
	if (!Array.isArray(posts)) return { news: [], fault: posts };
	return await readPosts(round, urn, watched, posts);
}

async function newestPosts(round: Round, urn: string, watched: WatchedPage): Promise<string[] | Fault> {
	if (urn === CHOSEN) return round.watch.posts.map((post) => postKey(watched, [post]));
	const answer = await round.ask('poll', async () => await round.sources.latestPosts(urn, 0));
	if (!answer.ok) return answer.fault;
	const keys = answer.value.posts.slice(0, POSTS_LOOKED_AT).map((post) => {
		round.memory.posts.set(post.urn, { text: post.text, author: post.author ?? urn });
		return postKey(watched, [post.urn]);
	});
	if (!round.reach.batch || keys.length === 0) return keys;
	const counts = await round.ask('poll', async () => await round.sources.counts(keys));
	return counts.ok ? keys.filter((key) => counts.value.get(key)?.all !== 0) : keys;
}

async function readPosts(
	round: Round,
	urn: string,
	watched: WatchedPage,
	posts: string[],
): Promise<{ news: News[]; fault?: Fault }> {
	const news: News[] = [];
	let fault: Fault | undefined;
	for (const key of posts.slice(0, POSTS_READ)) {
		const reading = startReading(key, round.now());
		const wish = { replies: round.watch.includeReplies, known: new Map() };
		const stopped = await readOn(
			reading,
			wish,
			async (thread, start) =>
				await round.ask('poll', async () => await round.sources.comments(thread, start)),
		);
		const selected = await select(round, urn, watched, key, [...reading.comments.values()], false);
		news.push(...selected.news);
		fault = stopped ?? selected.fault ?? fault;
		if (news.length >= SHOWN || (fault && !isRefusal(fault))) break;
	}
	return news.length > 0 ? { news } : { news, fault };
}
