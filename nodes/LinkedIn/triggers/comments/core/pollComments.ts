/**
 * One poll of the comment trigger: which pages are due, with which plan, what was found, and how the remaining calls
 * are used.
 *
 * A fault delays a comment. What was read is emitted, and the other cursors stay where they are.
 */
import { sayLeftOut } from '../../../transport/answers/elements';
import { createAsker, endsAll, isRefusal } from '../../polling/core/asking';
import { inWords, pollEveryMs, today, type Budget } from '../../polling/core/budget';
import type { PollTime } from '../../polling/core/linkedInTime';
import { quiet, retryAfterMs, schedule } from './backoff';
import { commentItemOf, inOrder, type CommentItem, type News } from './item';
import { COUNTS_AT_ONCE } from './plans/counts';
import { isPageRefused, pollPage } from './plans/plans';
import { rotate, sharesOf, sweep, type Shares } from './plans/sweep';
import { type PollContext, type Reach, type Watch } from './pollContext';
import { packThreads } from './reading/readReplies';
import type { Sources } from './sources';
import { bound, dropQuiet } from './state/bound';
import { callsToday, forgetHalfRead, isNewToSay, join, pollGap, takeBack, type Memory } from './state/memory';
import {
	CHOSEN,
	FEED_KEPT_MS,
	forgetPassed,
	newPage,
	newState,
	putRight,
	type TriggerState,
} from './state/state';
import { findMe, managedPages, pagesToWatch, type Pages } from './watchedPages';

/**
 * The first poll of a process needn't wait although everything released counts as used: n8n saves the state it leaves,
 * so a process that crashes repeatedly gets these calls only once.
 */
const FIRST_POLL_EXTRA = 2;
/** The longest wait of the sweep after errors in a row. */
const SWEEP_RETRY_AT_MOST_MS = 15 * 60_000;
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
	items: CommentItem[];
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
	forgetOldGrant(memory, state, input.grantKey);
	state.everyMs = pollGap(memory, state.everyMs, startedAtMs);

	const says: string[] = [];
	const say = (sentence: string, about = sentence) => {
		if (isNewToSay(memory, about, now())) says.push(sentence);
	};
	const budget = { value: budgetOf(input, state, startedAtMs) };
	const extra = memory.calls ? 0 : FIRST_POLL_EXTRA;
	const poll: PollContext = {
		...input,
		...createAsker(budget, now, () => input.sources.sent(), input.endByMs, input.time.isVoid, extra),
		state,
		perDay: input.callsADay,
		say,
		tell: (sentence, about = sentence) => {
			if (isNewToSay(memory, `item: ${about}`, now())) memory.notices.add(sentence);
			say(sentence, about);
		},
	};

	const result = await pollAll(poll);
	if (input.time.isVoid()) {
		// With a wrong clock, it's unknown to which day the counted calls belong.
		Object.assign(memory, { calls: input.time.isKnown ? calls : undefined, from, gapMs, polledAt, process });
		takeBack(memory, result.news, input.sources.sent());
		return { items: [], state, says: [], notices: [] };
	}
	memory.uncounted = 0;
	for (const leftOut of input.sources.leftOut()) {
		poll.tell(sayLeftOut(leftOut), `left out: ${leftOut.what}`);
	}
	for (const page of Object.values(state.pages)) forgetPassed(page);
	const givenUp = bound(state);
	if (givenUp) poll.tell(givenUp, 'bound');
	memory.calls = { day: budget.value.day, used: budget.value.used };
	state.calls = { ...memory.calls };
	state.closed = memory.closed.save(now());
	state.replies = packThreads(memory.replies);
	state.generation += 1;
	memory.generation = state.generation;
	const items = inOrder(result.news).map(commentItemOf);
	const notices = items.length > 0 ? [...memory.notices] : [];
	if (items.length > 0) memory.notices.clear();
	return { items, state, says, notices, problem: result.problem };
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
		for (const page of Object.values(state.pages)) {
			page.refused = {};
			page.health = {};
			delete page.dueAt;
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
	const shares = sharesOf(state, poll.memory, pages.urns, poll.perDay, now());
	tellRound(poll, pages.urns, shares);

	const usualMs = pollEveryMs(poll.perDay, 1, pages.urns.length, shares.idle);
	const due = pages.urns
		.map((urn) => ({ urn, page: state.pages[urn] }))
		// Later due times came from other settings, or from a clock that was ahead.
		.filter(({ page }) => Math.min(page.dueAt ?? 0, now() + usualMs) <= now())
		.sort((a, b) => (a.page.dueAt ?? 0) - (b.page.dueAt ?? 0));
	for (const urn of pages.urns) {
		const page = state.pages[urn];
		if (page.dueAt !== undefined) page.dueAt = Math.min(page.dueAt, now() + usualMs);
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
		schedule(poll, urn, page, read.fault, usualMs);
		if (read.fault && endsAll(read.fault) && read.fault.kind !== 'wait') {
			quiet(poll, read.fault);
			return { news };
		}
	}
	if (poll.answered() > 0) poll.memory.signIns = 0;
	news.push(...(await useWhatIsLeft(poll, pages.urns, usualMs)));
	return { news };
}

/** A page is watched from the poll that found it, or from the previous list, after which it was gained. */
function beginToWatch(poll: PollContext, { urns, listedBeforeMs }: Pages): void {
	const { state, now } = poll;
	const isFirst = Object.keys(state.pages).length === 0;
	for (const urn of urns) state.pages[urn] ??= newPage(isFirst ? state.from : (listedBeforeMs ?? now()));
}

/** The sweep of each page and, if calls remain even then, a check which pages are managed now. */
async function useWhatIsLeft(poll: PollContext, urns: string[], usualMs: number): Promise<News[]> {
	const { state, memory, now } = poll;
	const news: News[] = [];
	const first = memory.sweptPages % Math.max(1, urns.length);
	for (const urn of [...urns.slice(first), ...urns.slice(0, first)]) {
		const page = state.pages[urn];
		const leftMs = (memory.sweepAt.get(urn) ?? 0) - now();
		// A clock that was ahead set the later due times.
		const isLater = leftMs > 0 && leftMs <= SWEEP_RETRY_AT_MOST_MS;
		if (isLater || !poll.reach.comments || page.plan === undefined || isPageRefused(page, now())) continue;
		const answeredBefore = poll.answered();
		const swept = await sweep(poll, urn, page, urns.length);
		news.push(...swept.news);
		let { fault } = swept;
		if (!fault && page.plan === 'rotation') {
			const rotated = await rotate(poll, urn, page, 'sweep', usualMs);
			news.push(...rotated.news);
			fault = rotated.fault;
		}
		if (poll.answered() > answeredBefore) memory.faults.delete(`sweep ${urn}`);
		if (!fault) {
			dropQuiet(page, now());
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
