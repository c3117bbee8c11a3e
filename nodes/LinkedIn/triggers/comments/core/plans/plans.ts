/**
 * The plans for watching a page, the cheapest first. If LinkedIn refuses a plan, or it fails while others work, the
 * next plan takes over and reads everything since the last complete reading.
 */
import type { Fault } from '../../../polling/core/answer';
import { endsAll, isRefusal } from '../../../polling/core/asking';
import { DAY_MS } from '../../../polling/core/budget';
import { closesSource } from '../../../polling/core/closed';
import { afterFault, handOver, isFailing, mayTry, type Health } from '../../../polling/core/health';
import { feedActions, wants } from '../chosenEvents';
import type { News } from '../news';
import { type PollContext } from '../pollContext';
import type { ReadPosts } from '../reading/readPosts';
import { CHOSEN, newestPosts, type Plan, type WatchedPage } from '../state/state';
import { mayBatch, readChanged } from './counts';
import { readFeed } from './feed';
import { isRefused } from './feedDetails';
import { choosePosts, glance, isGlanceDue, listPosts } from './list';
import { rotate } from './sweep';

const PAGE_REFUSED_FOR_MS = 3_600_000;
/** Share of the daily calls for trying what has failed for more than a day. */
const TRIES_SHARE = 0.05;
const TRIED_AT_MOST_EVERY_MS = 6 * 3_600_000;
const STILL_REFUSED: Fault = { kind: 'refused', message: 'LinkedIn recently denied access to the page' };

const NAMES: Record<Plan, string> = {
	feed: 'notification feed',
	counts: 'comment counts',
	rotation: 'lists of comments',
};

/** The plans that this connection has for a page, the preferred one first. */
function byPreference(poll: PollContext, urn: string, page: WatchedPage): Plan[] {
	const { reach } = poll;
	const feed = hasFeed(poll, urn, page) && feedActions(poll.watch).length > 0;
	const isCounted = wants(poll, 'newComment') || wants(poll, 'newReaction');
	const posts: Plan[] = [
		...(reach.comments && isCounted && mayBatch(poll, page) ? ['counts' as const] : []),
		...(reach.comments && wants(poll, 'newComment') ? ['rotation' as const] : []),
	];
	// On the Development tier the feed was seen to fail, but only the feed has other events than comments.
	const isFeedFirst = reach.batch || poll.watch.events.some((event) => event !== 'newComment');
	return isFeedFirst
		? [...(feed ? ['feed' as const] : []), ...posts]
		: [...posts, ...(feed ? ['feed' as const] : [])];
}

/** Whether this connection may read the page's notification feed, as far as known. */
export function hasFeed(poll: PollContext, urn: string, page: WatchedPage): boolean {
	return urn !== CHOSEN && poll.reach.feed && !isRefused(page.refused.feed, poll.now());
}

/** The plans available for a page, in the order in which they are tried. */
export function plansOf(poll: PollContext, urn: string, page: WatchedPage): Plan[] {
	const nowMs = poll.now();
	const all = byPreference(poll, urn, page);
	const well = all.filter((plan) => mayTry(page.health[plan], nowMs));
	const open = well.length > 0 ? well : all;
	// If calls are released one at a time, a failing source would take each of them before the next one got any.
	const [suspect, fine] = [true, false].map((is) =>
		open.filter((plan) => isSuspect(page, plan, nowMs) === is),
	);
	const failures = (plan: Plan) => page.health[plan]?.failures ?? 0;
	const many = 2 * (Math.min(...suspect.map(failures)) + 1);
	return [
		...fine,
		...suspect.filter((plan) => failures(plan) <= many),
		...suspect.filter((plan) => failures(plan) > many),
	];
}

/** It fails, and it's not yet known whether others respond. */
function isSuspect({ health }: WatchedPage, plan: Plan, nowMs: number): boolean {
	const known = health[plan];
	return known !== undefined && known.tryAtMs === undefined && isFailing(known, nowMs);
}

export function isPageRefused(page: WatchedPage, nowMs: number): boolean {
	return page.refused.page !== undefined && nowMs - page.refused.page < PAGE_REFUSED_FOR_MS;
}

/** @param usualMs between two polls of the page */
export async function pollPage(
	poll: PollContext,
	urn: string,
	page: WatchedPage,
	pages: number,
	usualMs: number,
): Promise<ReadPosts> {
	const { now } = poll;
	if (isPageRefused(page, now())) return { news: [], fault: STILL_REFUSED };
	const news: News[] = [];
	const failing: Plan[] = [];
	let firstFault: Fault | undefined;
	const plans = plansOf(poll, urn, page);
	const laterEveryMs = Math.max(TRIED_AT_MOST_EVERY_MS, (DAY_MS * pages) / (TRIES_SHARE * poll.perDay));
	const allFailed = plans.every((plan) => isSuspect(page, plan, now()));
	for (const [place, plan] of plans.entries()) {
		const answeredBefore = poll.answered();
		const read = await readBy(plan, poll, urn, page, pages, usualMs);
		news.push(...read.news);
		const { fault } = read;
		// A plan that has nothing to request, such as on a page without posts, doesn't show whether LinkedIn answers.
		const isIdle = !fault && poll.answered() === answeredBefore;
		if (isIdle && plans.slice(place + 1).some((later) => isSuspect(page, later, now()))) continue;
		if (!fault) {
			delete page.health[plan];
			delete page.refused.page;
			page.plan = plan;
			// A plan only counts as broken if it fails while others respond.
			if (poll.answered() > answeredBefore) {
				const preferred = byPreference(poll, urn, page);
				const before = preferred.slice(0, preferred.indexOf(plan));
				for (const other of allFailing(page, failing, now())) {
					if (before.includes(other) && !allFailed) giveUp(poll, urn, page, [other, plan], laterEveryMs);
					// It isn't needed, or failed together with all others, which proves nothing.
					else delete page.health[other];
				}
			}
			return { news };
		}
		if (endsAll(fault)) return { news, fault };
		if (isRefusal(fault)) {
			refuse(poll, urn, page, plan, fault);
			firstFault ??= fault;
			continue;
		}
		const health = (page.health[plan] = faultOf(page.health[plan], now(), fault, laterEveryMs));
		if (!isFailing(health, now())) return { news, fault };
		failing.push(plan);
		if (!firstFault || isRefusal(firstFault)) firstFault = fault;
	}
	if (firstFault && isRefusal(firstFault)) return { news, fault: refusePage(poll, urn, page, firstFault) };
	return { news, fault: firstFault };
}

/** A source that has handed over was only tested: the next test waits, whether or not calls are left for others now. */
function faultOf(health: Health | undefined, nowMs: number, fault: Fault, laterEveryMs: number): Health {
	const next = afterFault(health, nowMs, closesSource(fault) ? fault.untilMs : undefined);
	return next.tryAtMs === undefined ? next : handOver(next, nowMs, laterEveryMs);
}

/** Those that failed in this poll and haven't handed over, and those that failed before it. */
function allFailing(page: WatchedPage, failing: Plan[], nowMs: number): Plan[] {
	const suspects = (Object.keys(page.health) as Plan[]).filter((plan) => isSuspect(page, plan, nowMs));
	return [...new Set([...failing.filter((plan) => page.health[plan]?.tryAtMs === undefined), ...suspects])];
}

async function readBy(
	plan: Plan,
	poll: PollContext,
	urn: string,
	page: WatchedPage,
	pages: number,
	usualMs: number,
): Promise<ReadPosts> {
	if (plan === 'feed') {
		page.plan ??= plan;
		return await readFeed(poll, urn, page);
	}
	const listed = await findPosts(poll, urn, page, pages);
	if (listed) return { news: [], fault: listed };
	if (plan === 'counts') return await readChanged(poll, urn, page);
	return await rotate(poll, urn, page, 'poll', usualMs);
}

async function findPosts(
	poll: PollContext,
	urn: string,
	page: WatchedPage,
	pages: number,
): Promise<Fault | undefined> {
	if (urn === CHOSEN) {
		choosePosts(poll, page, page.plan === undefined);
		return undefined;
	}
	const most = newestPosts(pages);
	// The plan works on the first list; after that the sweep keeps it up to date, except for posts just created.
	if (page.listedAt === undefined) return await listPosts(poll, urn, page, most, 'poll');
	if (!isGlanceDue(page, poll.now(), poll.perDay, pages)) return undefined;
	const fault = await glance(poll, urn, page, most, 'poll');
	return fault && closesSource(fault) ? undefined : fault;
}

function refuse(poll: PollContext, urn: string, page: WatchedPage, plan: Plan, fault: Fault): void {
	if (plan === 'feed') {
		page.refused.feed = poll.now();
		if (poll.reach.comments)
			poll.say(
				`LinkedIn denies access to the notification feed of ${urn}, so its posts are checked one by one. ${fault.message}`,
			);
	}
	if (plan === 'counts') page.refused.batch = poll.now();
}

function giveUp(
	poll: PollContext,
	urn: string,
	page: WatchedPage,
	[plan, instead]: [Plan, Plan],
	laterEveryMs: number,
): void {
	const health = page.health[plan];
	if (!health) return;
	if (health.tryAtMs === undefined)
		poll.tell(
			`Requests for the ${NAMES[plan]} of ${urn} keep failing, so the trigger uses the ${NAMES[instead]} instead and retries the ${NAMES[plan]} from time to time.`,
			`${urn} ${plan}`,
		);
	page.health[plan] = handOver(health, poll.now(), laterEveryMs);
}

function refusePage(poll: PollContext, urn: string, page: WatchedPage, fault: Fault): Fault {
	// Everything is refused, so the next try starts with the cheapest plan again.
	page.refused = { page: poll.now() };
	poll.tell(
		urn === CHOSEN
			? `LinkedIn denies access to the comments of the chosen posts. ${fault.message}`
			: `${urn} is skipped for now: LinkedIn denies this connection access to it. ${fault.message}`,
	);
	return fault;
}
