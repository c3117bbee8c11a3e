/**
 * One poll of the page trigger: which pages are due, with which plan, what was found, and how the remaining calls
 * are used.
 *
 * A fault delays a comment. What was read is emitted, and the other cursors stay where they are.
 */
import { sayLeftOut } from '../../../transport/answers/elements';
import type { Fault } from '../../polling/core/answer';
import { createAsker, endsAll, isRefusal } from '../../polling/core/asking';
import { idleShare, inWords, pollEveryMs, today, type Budget } from '../../polling/core/budget';
import type { PollTime } from '../../polling/core/linkedInTime';
import { nameActors } from './actorNames';
import { quiet, schedule } from './backoff';
import { tellMissing, wants } from './chosenEvents';
import { inOrder, type News } from './news';
import { COUNTS_AT_ONCE } from './plans/counts';
import { feedEveryMs } from './plans/feedSpan';
import { glance } from './plans/list';
import { hasFeed, pollPage } from './plans/plans';
import { sharesOf, type Shares } from './plans/sweep';
import { type PollContext, type Reach, type Watch } from './pollContext';
import { packThreads } from './reading/readReplies';
import type { Sources } from './sources';
import { bound, forgetPassed } from './state/bound';
import {
	callsToday,
	forgetGiven,
	forgetHalfRead,
	isNewToSay,
	join,
	pollGap,
	takeBack,
	type Memory,
} from './state/memory';
import {
	CHOSEN,
	FEED_KEPT_MS,
	newestPosts,
	newState,
	putRight,
	type TriggerState,
	type WatchedPage,
} from './state/state';
import { sweepPages } from './sweepPages';
import { beginToWatch, findMe, pagesToWatch } from './watchedPages';

/**
 * The first poll of a process needn't wait although everything released counts as used: n8n saves the state it leaves,
 * so a process that crashes repeatedly gets these calls only once.
 */
const FIRST_POLL_EXTRA = 2;
/** A full round that takes longer is reported. */
const LONG_ROUND_MS = 44 * 3_600_000;

export interface PollInput {
	/** The saved state, a copy; undefined if there is none. */
	state: TriggerState | undefined;
	memory: Memory;
	watch: Watch;
	reach: Reach;
	sources: Sources;
	callsADay: number;
	/** URN of the connected member, if the credential has it. */
	me: string | undefined;
	/**
	 * Changes with credential, host, member and each new connection, so that a reconnected credential is tried at once.
	 */
	grantKey: string;
	now: () => number;
	time: PollTime;
	/** Epoch milliseconds after which no call begins. */
	endByMs: number;
}

export interface PollResult {
	/** Oldest first. */
	news: News[];
	state: TriggerState;
	/** Lines for the log. */
	says: string[];
	/** Sentences for the first output item. */
	notices: string[];
	/** An invalid setting, with which the node must fail. */
	problem?: string;
}

export async function pollComments(input: PollInput): Promise<PollResult> {
	const { memory, now } = input;
	const startedAtMs = now();
	const state = input.state ?? newState(memory.from ?? startedAtMs);
	if (putRight(state, startedAtMs, input.time.isKnown)) askNow(state, input.time);
	const { calls, from, gapMs, polledAt, process } = memory;
	state.processes = process ? state.processes : (state.processes ?? 0) + 1;
	memory.process ??= { number: state.processes ?? 1, beganAtMs: startedAtMs };
	memory.from ??= state.from;
	join(memory, state);
	memory.closed.restore(state.closed);
	forgetGiven(memory, startedAtMs);
	forgetOldGrant(memory, state, input.grantKey);
	state.everyMs = pollGap(memory, state.everyMs, startedAtMs);

	const says: string[] = [];
	const say = (sentence: string, about = sentence) => {
		if (isNewToSay(memory, about, now())) says.push(sentence);
	};
	const budget = { value: budgetOf(input, state, startedAtMs) };
	const extra = memory.calls ? 0 : FIRST_POLL_EXTRA;
	const given: News[] = [];
	const poll: PollContext = {
		...input,
		give: (news) => given.push(news),
		...createAsker(budget, now, () => input.sources.sent(), input.endByMs, input.time.isVoid, extra),
		state,
		isTimeKnown: input.time.isKnown,
		perDay: input.callsADay,
		say,
		tell: (sentence, about = sentence) => {
			if (isNewToSay(memory, `item: ${about}`, now())) memory.notices.add(sentence);
			say(sentence, about);
		},
	};

	const result = await pollAll(poll);
	result.news.push(...given);
	if (!input.time.isVoid()) await nameActors(poll, result.news);
	if (input.time.isVoid()) {
		// With a wrong clock, it's unknown to which day the counted calls belong.
		Object.assign(memory, { calls: input.time.isKnown ? calls : undefined, from, gapMs, polledAt, process });
		takeBack(memory, result.news, input.sources.sent());
		return { news: [], state, says: [], notices: [] };
	}
	memory.uncounted = 0;
	for (const leftOut of input.sources.leftOut()) {
		poll.tell(sayLeftOut(leftOut), `left out: ${leftOut.what}`);
	}
	for (const page of Object.values(state.pages)) forgetPassed(page);
	memory.calls = { day: budget.value.day, used: budget.value.used };
	state.calls = { ...memory.calls };
	state.closed = memory.closed.save(now());
	state.replies = packThreads(memory.replies);
	for (const sentence of bound(state, now())) poll.tell(sentence);
	state.generation += 1;
	memory.generation = state.generation;
	const news = inOrder(result.news);
	const notices = news.length > 0 ? [...memory.notices] : [];
	if (news.length > 0) memory.notices.clear();
	return { news, state, says, notices, problem: result.problem };
}

/** Either the state's clock or this one is wrong; only an answer can tell which. */
function askNow({ pages }: TriggerState, time: PollTime): void {
	time.need();
	for (const page of Object.values(pages)) delete page.dueAt;
}

function budgetOf(
	{ memory, callsADay, state: saved }: PollInput,
	state: TriggerState,
	nowMs: number,
): Budget {
	const aheadMs = state.everyMs ?? 0;
	const calls = callsToday(memory, state, saved === undefined, callsADay, nowMs, aheadMs);
	const budget = today({ perDay: callsADay, aheadMs, ...calls }, nowMs);
	return { ...budget, used: budget.used + memory.uncounted };
}

/**
 * Another connection may be allowed more or less, or use another host, so what was learned from the old one doesn't
 * apply.
 */
function forgetOldGrant(memory: Memory, state: TriggerState, grantKey: string): void {
	if (memory.grantKey !== undefined && memory.grantKey !== grantKey) {
		delete state.quietUntil;
		memory.closed.clear();
		delete state.managed;
		delete state.names;
		forgetHalfRead(memory);
		memory.posts.clear();
		memory.said.clear();
		memory.faults.clear();
		memory.sweepAt.clear();
		memory.signIns = 0;
		memory.refusedNames.clear();
		memory.people.clear();
		memory.peopleRefusedAt = undefined;
		memory.peopleBatchRefusedAt = undefined;
		for (const page of Object.values(state.pages)) {
			page.refused = {};
			page.health = {};
			delete page.dueAt;
			for (const cursor of [page, page.reactions ?? page]) {
				delete cursor.feedPlace;
				delete cursor.feedComplete;
			}
		}
	}
	memory.grantKey = grantKey;
}

async function pollAll(poll: PollContext): Promise<{ news: News[]; problem?: string }> {
	const { state, now } = poll;
	if (state.quietUntil !== undefined && now() < state.quietUntil) return { news: [] };
	delete state.quietUntil;

	const pages = await pagesToWatch(poll);
	if ('problem' in pages) return { news: [], problem: pages.problem };
	if ('fault' in pages) {
		quiet(poll, pages.fault);
		return { news: [] };
	}
	beginToWatch(poll, pages);
	dropForgotten(state, pages.urns, now());
	const shares = wants(poll, 'newComment')
		? sharesOf(state, poll.memory, pages.urns, poll.perDay, now())
		: { idle: idleShare(poll.perDay, 0), roundMs: 0, posts: 0 };
	tellRound(poll, pages.urns, shares);

	const usualMs = pollEveryMs(poll.perDay, callsAPoll(poll), pages.urns.length, shares.idle);
	const due = pages.urns
		.map((urn) => ({ urn, page: state.pages[urn] }))
		// Later due times came from other settings, or from a clock that was ahead.
		.filter(({ urn, page }) => Math.min(page.dueAt ?? 0, now() + feedEveryMs(poll, urn, usualMs)) <= now())
		.sort((a, b) => (a.page.dueAt ?? 0) - (b.page.dueAt ?? 0));
	for (const urn of pages.urns) {
		const page = state.pages[urn];
		if (page.dueAt !== undefined) page.dueAt = Math.min(page.dueAt, now() + feedEveryMs(poll, urn, usualMs));
	}
	const unknown = await findMe(poll);
	if (unknown) {
		quiet(poll, unknown);
		return { news: [] };
	}
	const news: News[] = [];
	for (const { urn, page } of due) {
		const read = await pollPage(poll, urn, page, pages.urns.length, usualMs);
		news.push(...read.news);
		// If no call is left for the posts, the page was polled anyway: otherwise it would take every call of the sweep.
		const looked = read.fault ? undefined : await lookForPosts(poll, urn, page, pages.urns.length);
		const fault = read.fault ?? (looked?.kind === 'wait' ? undefined : looked);
		tellMissing(poll, urn, hasFeed(poll, urn, page));
		schedule(poll, urn, page, fault, feedEveryMs(poll, urn, usualMs));
		if (fault && endsAll(fault) && fault.kind !== 'wait') {
			quiet(poll, fault);
			return { news };
		}
	}
	if (poll.answered() > 0) poll.memory.signIns = 0;
	news.push(...(await sweepPages(poll, pages.urns, usualMs)));
	return { news };
}

/** How many calls a poll of a page takes that finds nothing. */
function callsAPoll(poll: PollContext): number {
	const others = poll.watch.events.some((event) => event !== 'newPost');
	return (others ? 1 : 0) + (wants(poll, 'newPost') ? 1 : 0);
}

/** LinkedIn doesn't notify of new posts. */
async function lookForPosts(
	poll: PollContext,
	urn: string,
	page: WatchedPage,
	pages: number,
): Promise<Fault | undefined> {
	if (!wants(poll, 'newPost') || urn === CHOSEN) return undefined;
	const fault = await glance(poll, urn, page, newestPosts(pages), 'poll');
	if (!fault || !isRefusal(fault)) return fault;
	poll.tell(`New posts of ${urn} can't be reported. ${fault.message}`, `posts ${urn}`);
	return undefined;
}

/** A page that is no longer watched keeps its cursor as long as it's useful. */
function dropForgotten(state: TriggerState, watched: string[], nowMs: number): void {
	for (const [urn, page] of Object.entries(state.pages)) {
		if (!watched.includes(urn) && nowMs - (page.dueAt ?? page.from) > FEED_KEPT_MS) delete state.pages[urn];
	}
}

/** Reports how late a comment may be that neither the feed nor a count shows. */
function tellRound(poll: PollContext, urns: string[], { posts, roundMs }: Shares): void {
	const byCounts = urns.some((urn) => {
		const { plan, posts: watched } = poll.state.pages[urn];
		return plan === 'counts' && Object.keys(watched).length > COUNTS_AT_ONCE;
	});
	if (roundMs <= LONG_ROUND_MS && !byCounts) return;
	const takes = `checking all ${posts} posts takes ${inWords(roundMs).replace('every ', '')}`;
	const way = urns.includes(CHOSEN) ? 'choose fewer posts' : 'watch fewer pages';
	poll.tell(
		`At ${poll.perDay} calls per day, ${takes}.${byCounts ? ` In between, only the ${COUNTS_AT_ONCE} most active posts of a page are checked.` : ''} Comments on other posts, and those that LinkedIn neither notifies nor counts, can be that late. Raise Max Calls a Day, or ${way}.`,
		'round',
	);
}
