/** A manual run: the newest comments, so that a workflow can be built with real ones. Saves nothing. */
import type { Fault } from '../../polling/core/answer';
import { endsAll, isRefusal } from '../../polling/core/asking';
import { DAY_MS } from '../../polling/core/budget';
import { nameActors } from './actorNames';
import { feedActions, noteChosen, wants } from './chosenEvents';
import { filterNew } from './filterNew';
import { inOrder, type News } from './news';
import { newestInFeed } from './plans/feed';
import { glance } from './plans/list';
import { type PollContext } from './pollContext';
import { readOn, startReading, type Taken } from './reading/commentReader';
import type { Comment } from './sources';
import { CHOSEN, newPage, postKey, type WatchedPage } from './state/state';

const SHOWN = 10;
const FEED_BACK_MS = 30 * DAY_MS;
const POSTS_LOOKED_AT = 20;
const POSTS_READ = 5;
/** For one post with thousands of comments, the newest of which may be anywhere in the list. */
const CALLS_A_POST = 40;

/**
 * Pages that LinkedIn refuses are left out with a notice; the run fails only if all of them are refused.
 * @returns up to ten comments, oldest first; the fault if nothing could be read, or if nothing was found before it
 */
export async function recentComments(poll: PollContext): Promise<{ news: News[]; fault?: Fault }> {
	const urns = await pagesOf(poll);
	if (!Array.isArray(urns)) return { news: [], fault: urns };
	const news: News[] = [];
	const faults: Fault[] = [];
	for (const urn of urns) {
		const read = await ofPage(poll, urn);
		news.push(...read.news);
		if (!read.fault) continue;
		faults.push(read.fault);
		if (urn !== CHOSEN) poll.tell(`The comments of ${urn} are left out. ${read.fault.message}`);
		if (endsAll(read.fault)) break;
	}
	const shown = inOrder(news).slice(-SHOWN);
	await nameActors(poll, shown);
	if (shown.length > 0) return { news: shown };
	const isAll = faults.length === urns.length;
	return { news: shown, fault: faults.find((fault) => !isRefusal(fault)) ?? (isAll ? faults[0] : undefined) };
}

async function pagesOf(poll: PollContext): Promise<string[] | Fault> {
	const { pages, posts } = poll.watch;
	if (posts.length > 0) return [CHOSEN];
	if (pages === 'managed') {
		const answer = await poll.ask('poll', async () => await poll.sources.managedPages(0));
		return answer.ok ? answer.value.urns : answer.fault;
	}
	const urns: string[] = [];
	let refusal: Fault | undefined;
	for (const page of pages) {
		if ('urn' in page) {
			urns.push(page.urn);
			continue;
		}
		const answer = await poll.ask('poll', async () => await poll.sources.pageByName(page.vanityName));
		if (!answer.ok && isRefusal(answer.fault)) {
			refusal = answer.fault;
			poll.tell(`The page /company/${page.vanityName} is left out. ${refusal.message}`);
			continue;
		}
		if (!answer.ok) return answer.fault;
		if (answer.value === undefined) {
			return { kind: 'gone', message: `There is no page at /company/${page.vanityName}` };
		}
		urns.push(answer.value);
	}
	return urns.length === 0 && refusal ? refusal : urns;
}

async function ofPage(poll: PollContext, urn: string): Promise<{ news: News[]; fault?: Fault }> {
	const given: News[] = [];
	const own = { ...poll, give: (news: News) => given.push(news) };
	const posts = wants(poll, 'newPost') && urn !== CHOSEN ? await latestPosts(own, urn) : undefined;
	const read = await ofEvents(own, urn, given);
	return { news: [...given, ...read.news], fault: read.fault ?? posts };
}

async function latestPosts(poll: PollContext, urn: string): Promise<Fault | undefined> {
	const watched = newPage(0);
	noteChosen(watched, poll.watch.events, poll.now(), true);
	return await glance(poll, urn, watched, SHOWN, 'poll');
}

/** @param given takes what isn't a new comment */
async function ofEvents(
	poll: PollContext,
	urn: string,
	given: News[],
): Promise<{ news: News[]; fault?: Fault }> {
	if (urn !== CHOSEN && poll.reach.feed && feedActions(poll.watch).length > 0) {
		const watched = newPage(poll.now() - FEED_BACK_MS);
		noteChosen(watched, poll.watch.events, poll.now(), true);
		const read = await newestInFeed(poll, urn, watched, SHOWN);
		const isEnough = read.news.length + given.length > 0 || (read.fault && !isRefusal(read.fault));
		if (isEnough || !poll.reach.comments) return read;
	}
	if (!wants(poll, 'newComment')) return { news: [] };
	const watched = newPage(0);
	noteChosen(watched, ['newComment'], poll.now(), true);
	const posts = await newestPosts(poll, urn, watched);
	if (!Array.isArray(posts)) return { news: [], fault: posts };
	return await readPosts(poll, urn, watched, posts);
}

async function newestPosts(poll: PollContext, urn: string, watched: WatchedPage): Promise<string[] | Fault> {
	if (urn === CHOSEN) return poll.watch.posts.map((post) => postKey(watched, [post]));
	const answer = await poll.ask('poll', async () => await poll.sources.latestPosts(urn, 0));
	if (!answer.ok) return answer.fault;
	const keys = answer.value.posts.slice(0, POSTS_LOOKED_AT).map((post) => {
		poll.memory.posts.set(post.urn, { text: post.text, author: post.author ?? urn });
		return postKey(watched, [post.urn]);
	});
	if (!poll.reach.batch || keys.length === 0) return keys;
	const counts = await poll.ask('poll', async () => await poll.sources.counts(keys));
	return counts.ok ? keys.filter((key) => counts.value.get(key)?.all !== 0) : keys;
}

async function readPosts(
	poll: PollContext,
	urn: string,
	watched: WatchedPage,
	posts: string[],
): Promise<{ news: News[]; fault?: Fault }> {
	const news: News[] = [];
	let refusal: Fault | undefined;
	let read = 0;
	for (const key of posts.slice(0, POSTS_READ)) {
		const reading = startReading(key, poll.now());
		const wish = { replies: poll.watch.includeReplies, known: () => undefined };
		const take = async (comments: Comment[]): Promise<Taken> => {
			const selected = await filterNew(poll, urn, watched, key, comments, false);
			news.push(...selected.news);
			return selected;
		};
		const ask = async (thread: string, start: number) =>
			await poll.ask('poll', async () => await poll.sources.comments(thread, start));
		const fault = await readOn(reading, wish, { ask, take, most: CALLS_A_POST });
		if (fault && !isRefusal(fault)) return news.length > 0 ? { news } : { news, fault };
		if (fault) refusal ??= fault;
		else read += 1;
		if (fault && urn === CHOSEN) poll.tell(`The comments of ${key} are left out. ${fault.message}`);
		if (news.length >= SHOWN) break;
	}
	return read === 0 ? { news, fault: refusal } : { news };
}
