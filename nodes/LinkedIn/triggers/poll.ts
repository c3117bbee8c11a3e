/**
 * One poll of the comment trigger: which pages are due, by which plan, and what came of it.
 *
 * A fault delays a comment. What was read whole is given out, the cursors of the rest stay where they are.
 */
import { sayLeftOut } from '../transport/elements';
import { DAY_MS, pollEveryMs, today, type Budget } from './budget';
import { COUNTS_AT_ONCE, mayBatch, readChanged } from './counts';
import { isRefused, readFeed } from './feed';
import { inOrder, itemOf, type CommentItem, type News } from './item';
import { choosePosts, listEveryMs, listPosts } from './list';
import { callsToday, isNewToSay, join, type Memory } from './memory';
import { quiet, schedule } from './pace';
import type { ReadPosts } from './read';
import { asker, endsAll, isRefusal, type Reach, type Round, type Watch } from './round';
import type { Fault, Sources } from './sources';
import {
	CHOSEN,
	FEED_KEPT_MS,
	newPage,
	newState,
	putRight,
	tidy,
	type Plan,
	type TriggerState,
	type WatchedPage,
} from './state';
import { beginSweep, rotate, sweep } from './sweep';
import { findMe, pagesToWatch } from './who';

const PAGE_REFUSED_FOR_MS = 3_600_000;
const STILL_REFUSED: Fault = { kind: 'refused', message: 'The page was refused a while ago' };
/**
 * The first poll of a process need not wait although all is counted as spent: n8n saves what it leaves behind, so a
 * process that dies again and again has these calls only once.
 */
const FIRST_POLL_AHEAD = 2;
/** A start that took longer than this may have left comments between it and the first counts. */
const SLOW_START_MS = 10 * 60_000;

export interface PollInput {
	/** The saved state, a copy; undefined when there is none. */
	state: TriggerState | undefined;
	memory: Memory;
	watch: Watch;
	reach: Reach;
	sources: Sources;
	callsADay: number;
	/** URN of the person behind the connection, where the credential tells. */
	me: string | undefined;
	/** Changes with credential, host, member and each new connection, so that a reconnected credential is tried at once. */
	grantKey: string;
	now: () => number;
	/** Epoch milliseconds after which no call begins. */
	endByMs: number;
}

export interface PollResult {
	items: CommentItem[];
	state: TriggerState;
	/** Lines for the log. */
	says: string[];
	/** Sentences for the first item out. */
	notices: string[];
	/** What is set up wrongly: the node has to fail with it. */
	problem?: string;
}

export async function pollComments(input: PollInput): Promise<PollResult> {
	const { memory, now } = input;
	const startedAtMs = now();
	const state = input.state ?? newState(memory.from ?? startedAtMs);
	putRight(state, startedAtMs);
	memory.from ??= state.from;
	join(memory, state);
	forgetOldGrant(memory, state, input.grantKey);

	const used = callsToday(memory, state, input.state === undefined, input.callsADay, startedAtMs);
	const budget = {
		value: today({ perDay: input.callsADay, day: Math.floor(startedAtMs / DAY_MS), used }, startedAtMs),
	};
	const says: string[] = [];
	const say = (sentence: string, about = sentence) => {
		if (isNewToSay(memory, about, now())) says.push(sentence);
	};
	const round: Round = {
		...input,
		state,
		ask: asker(budget, now, input.endByMs, memory.calls ? 0 : FIRST_POLL_AHEAD),
		say,
		tell: (sentence, about = sentence) => {
			if (isNewToSay(memory, `item: ${about}`, now())) memory.notices.add(sentence);
			say(sentence, about);
		},
	};

	const result = await pollAll(round, budget);
	for (const leftOut of input.sources.leftOut()) {
		round.tell(sayLeftOut(leftOut), `left out: ${leftOut.what}`);
	}
	memory.calls = { day: budget.value.day, used: budget.value.used };
	state.calls = { ...memory.calls };
	state.generation += 1;
	memory.generation = state.generation;
	const items = inOrder(result.news).map(itemOf);
	const notices = items.length > 0 ? [...memory.notices] : [];
	if (items.length > 0) memory.notices.clear();
	return { items, state, says, notices, problem: result.problem };
}

/** Another connection may be allowed more, or less, or lead to another host: what was learned of the old one is not true of it. */
function forgetOldGrant(memory: Memory, state: TriggerState, grantKey: string): void {
	if (memory.grantKey !== undefined && memory.grantKey !== grantKey) {
		delete state.quietUntil;
		delete state.managed;
		delete state.names;
		memory.feeds.clear();
		memory.readings.clear();
		memory.replies.clear();
		memory.posts.clear();
		memory.said.clear();
		memory.faults.clear();
		memory.refusedNames.clear();
		for (const page of Object.values(state.pages)) {
			page.refused = {};
			delete page.dueAt;
		}
	}
	memory.grantKey = grantKey;
}

async function pollAll(round: Round, budget: { value: Budget }): Promise<{ news: News[]; problem?: string }> {
	const { state, now } = round;
	if (state.quietUntil !== undefined && now() < state.quietUntil) return { news: [] };
	delete state.quietUntil;

	const pages = await pagesToWatch(round);
	if ('problem' in pages) return { news: [], problem: pages.problem };
	if ('fault' in pages) {
		quiet(round, pages.fault);
		return { news: [] };
	}
	// A page is watched from the poll at which it turned up, whether or not it can be read already.
	const fromMs = Object.keys(state.pages).length === 0 ? state.from : now();
	for (const urn of pages.urns) {
		const page = (state.pages[urn] ??= newPage(fromMs));
		// What was due later was so by other settings, or by a clock that ran ahead.
		const latestMs = now() + everyMs(page, pages.urns.length, budget.value.perDay);
		if (page.dueAt !== undefined) page.dueAt = Math.min(page.dueAt, latestMs);
	}
	dropForgotten(state, pages.urns, now());

	const due = pages.urns
		.filter((urn) => (state.pages[urn].dueAt ?? 0) <= now())
		.sort((a, b) => (state.pages[a].dueAt ?? 0) - (state.pages[b].dueAt ?? 0));
	if (due.length === 0) return { news: [] };
	const unknown = await findMe(round);
	if (unknown) {
		quiet(round, unknown);
		return { news: [] };
	}

	const news: News[] = [];
	for (const urn of due) {
		const page = state.pages[urn];
		const read = await pollPage(round, urn, page, pages.urns.length, budget.value.perDay);
		news.push(...read.news);
		schedule(round, urn, page, read.fault, everyMs(page, pages.urns.length, budget.value.perDay));
		if (!read.fault) tidy(page, now());
		if (read.fault && endsAll(read.fault) && read.fault.kind !== 'wait') {
			quiet(round, read.fault);
			break;
		}
	}
	return { news };
}

/** A page that is no longer watched keeps its cursor for as long as it is of use. */
function dropForgotten(state: TriggerState, watched: string[], nowMs: number): void {
	for (const [urn, page] of Object.entries(state.pages)) {
		if (!watched.includes(urn) && nowMs - (page.dueAt ?? page.from) > FEED_KEPT_MS) delete state.pages[urn];
	}
}

/** The cheapest plan that is open for a page. */
export function planOf(round: Round, urn: string, page: WatchedPage): Plan {
	const { reach, now } = round;
	if (urn !== CHOSEN && reach.feed && !isRefused(page.refused.feed, now())) return 'feed';
	return mayBatch(round, page) ? 'counts' : 'rotation';
}

/** Calls of a poll that finds nothing decide how often it may be made. */
export function everyMs(page: WatchedPage, pages: number, perDay: number): number {
	const calls =
		page.plan === 'counts' ? Math.max(1, Math.ceil(Object.keys(page.posts).length / COUNTS_AT_ONCE)) : 1;
	return pollEveryMs(perDay, calls, pages);
}

async function pollPage(
	round: Round,
	urn: string,
	page: WatchedPage,
	pages: number,
	perDay: number,
): Promise<ReadPosts> {
	const { now } = round;
	if (page.refused.page !== undefined && now() - page.refused.page < PAGE_REFUSED_FOR_MS) {
		return { news: [], fault: STILL_REFUSED };
	}
	const news: News[] = [];
	let plan = planOf(round, urn, page);
	if (plan === 'feed') {
		page.plan = 'feed';
		const read = await readFeed(round, urn, page);
		if (!read.fault || !isRefusal(read.fault)) {
			if (read.fault || !round.reach.comments) return read;
			delete page.refused.page;
			const swept = await sweepOn(round, urn, page, false);
			return { news: [...read.news, ...swept.news], fault: swept.fault };
		}
		page.refused.feed = now();
		if (!round.reach.comments) return refusePage(round, urn, page, read.fault);
		round.say(
			`The notification feed of ${urn} is refused, so its posts are looked at one by one. ${read.fault.message}`,
		);
		plan = planOf(round, urn, page);
	}

	const isListed = urn === CHOSEN;
	if (isListed) choosePosts(round, page, page.plan === undefined);
	else if (page.listedAt === undefined || now() - page.listedAt >= listEveryMs(perDay, pages)) {
		const fault = await listPosts(round, urn, page, 'poll');
		if (fault && isRefusal(fault)) return refusePage(round, urn, page, fault);
		if (fault) return { news, fault };
	}
	if (plan === 'counts') {
		// Until the first counts the posts had nothing to be compared with.
		if (page.plan !== 'counts' && now() - page.from > SLOW_START_MS) page.sweep = 0;
		page.plan = 'counts';
		const read = await readChanged(round, urn, page);
		if (!read.fault || !isRefusal(read.fault)) {
			if (read.fault) return read;
			delete page.refused.page;
			const swept = await sweepOn(round, urn, page, true);
			return { news: [...read.news, ...swept.news], fault: swept.fault };
		}
		news.push(...read.news);
		page.refused.batch = now();
	}
	page.plan = 'rotation';
	const fault = await beginSweep(round, urn, page, true);
	if (fault && !isRefusal(fault) && fault.kind !== 'wait') return { news, fault };
	const read = await rotate(round, urn, page, everyMs(page, pages, perDay));
	news.push(...read.news);
	if (read.fault && isRefusal(read.fault))
		return { news, fault: refusePage(round, urn, page, read.fault).fault };
	if (!read.fault) delete page.refused.page;
	return { news, fault: read.fault };
}

async function sweepOn(round: Round, urn: string, page: WatchedPage, isListed: boolean): Promise<ReadPosts> {
	const fault = await beginSweep(round, urn, page, isListed);
	const read = fault ? { news: [], fault } : await sweep(round, urn, page);
	// That the sweep has to wait for calls, or may not read a post, holds up nothing else.
	const isHarmless = read.fault && (read.fault.kind === 'wait' || isRefusal(read.fault));
	return { news: read.news, fault: isHarmless ? undefined : read.fault };
}

function refusePage(round: Round, urn: string, page: WatchedPage, fault: Fault): ReadPosts {
	// All of it is refused, so the next try begins with the cheapest plan again.
	page.refused = { page: round.now() };
	round.tell(
		urn === CHOSEN
			? `LinkedIn refuses the comments of the chosen posts. ${fault.message}`
			: `${urn} is skipped for now: LinkedIn refuses it to this connection. ${fault.message}`,
	);
	return { news: [], fault };
}
