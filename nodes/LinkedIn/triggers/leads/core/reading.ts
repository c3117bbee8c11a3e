/**
 * Reads the leads of a stream that were submitted in a span of time, one page at a time and over as many polls as
 * necessary.
 *
 * The order of LinkedIn's list isn't documented, a page may be short, `total` may count leads that are never shown, and
 * only an empty page ends the list. So the cursor moves only if a list was read up to that page. Requesting it in every
 * poll would double the cost of finding nothing. So a quick check (see `isNoNews`) may end at its first page, and then
 * the cursor stays where it is: what the check doesn't see is still ahead of the cursor. Rereading the last days, which
 * always goes to the end, finds it within a day at the latest.
 */
import type { Fault } from '../../polling/core/answer';
import { WAIT } from '../../polling/core/asking';
import type { LeadPage, LeadSources, NewLead } from './sources';
import { readAgainFrom, readFrom, type Stream } from './state';

/** Leads that LinkedIn counts but never shows would hold up the stream forever. */
const MOST_READINGS = 3;
const MOST_EMPTY_PAGES = 3;
/** Far more than LinkedIn can have for one owner. */
const MOST_PAGES = 2_000;

/** `news` looks for new leads, `late` reads the last days again. */
export type ReadingPurpose = 'news' | 'late';

/** A stream that is being read. */
export interface LeadReading {
	begunAtMs: number;
	/** The latest of LinkedIn's own times known then. */
	knownToMs: number;
	startMs: number;
	endMs: number;
	/** Where the next page starts; undefined at the end. */
	next: number | undefined;
	/** It may end at its first page. */
	isLook: boolean;
	/** Ids of the leads found so far. */
	met: Set<string>;
	/** Submission time of the newest one, as LinkedIn sent it. */
	newestMs: number;
	/** Elements that aren't leads. */
	others: number;
	/** Of the last page. */
	print: string | undefined;
	/** The last page only contained what was on earlier pages. */
	isRepeated: boolean;
	/** Where its pages began. */
	starts: number[];
	/** Empty ones in a row with a link to a next one. */
	empty: number;
	total: number | undefined;
	/** Of the first page. */
	firstTotal: number | undefined;
	/** Readings of this span, including this one. */
	tries: number;
}

/** What a complete reading found: a check of the same span that finds no more may end at once. */
interface Window {
	startMs: number;
	total: number | undefined;
	/** Where its pages start, including the empty one. */
	starts: number[];
	/** Checks since then. */
	looks: number;
}

/** What the process remembers about one stream. Losing it costs calls, never a lead. */
export interface StreamMemory {
	readings: Map<ReadingPurpose, LeadReading>;
	/** New leads whose forms must still be read. */
	waiting: NewLead[];
	window?: Window;
	/** How many LinkedIn counts but doesn't show. */
	hidden: Map<ReadingPurpose, number>;
}

export const newStreamMemory = (): StreamMemory => ({
	readings: new Map(),
	waiting: [],
	hidden: new Map(),
});

export interface Work {
	key: string;
	stream: Stream;
	memory: StreamMemory;
	now: () => number;
	mayAsk: () => boolean;
	sources: LeadSources;
	/** Whether a lead may be emitted; otherwise it counts as handled. */
	isWanted: (lead: NewLead) => boolean;
	/** Called once for each new lead that is wanted. */
	take: (lead: NewLead) => void;
}

/** The result of a step: `more` if the next one continues, `done` at the end of a reading. */
export type ReadingStep = 'more' | 'done' | { fault: Fault; ofForms?: true };

/** Requests one page, and the forms of its leads if LinkedIn sent none; processed leads stay processed. */
export async function readOn(work: Work, purpose: ReadingPurpose): Promise<ReadingStep> {
	const { memory } = work;
	const waiting = await takeWaiting(work);
	if (waiting) return waiting;
	const reading = memory.readings.get(purpose) ?? begin(work, purpose);
	memory.readings.set(purpose, reading);
	if (reading.next !== undefined) {
		if (!work.mayAsk()) return { fault: WAIT };
		const start = reading.next;
		const answer = await work.sources.page(work.key, reading.startMs, reading.endMs, start);
		if (!answer.ok) return { fault: answer.fault };
		if (answer.value === 'again') return 'more';
		const hasNews = notePage(work, reading, start, answer.value);
		const ended = follow(memory, reading, answer.value, { start, hasNews });
		if (ended !== 'on') memory.readings.delete(purpose);
		const unfinished = await takeWaiting(work);
		if (typeof ended === 'object') return ended;
		if (unfinished) return unfinished;
		if (ended === 'no news') return 'done';
		if (reading.next !== undefined) return 'more';
	}
	return finish(work, purpose, reading);
}

/** Processes the leads that wait for their forms. @returns what stopped it */
async function takeWaiting({
	memory,
	mayAsk,
	sources,
	stream,
	take,
}: Work): Promise<ReadingStep | undefined> {
	if (memory.waiting.length === 0) return undefined;
	const whole = await sources.withForms(memory.waiting, mayAsk);
	if (!whole.ok) return { fault: whole.fault, ofForms: true };
	memory.waiting = [];
	for (const lead of whole.value) {
		stream.known.add(lead.id, lead.submittedAtMs);
		take(lead);
	}
	return undefined;
}

function begin({ memory, now, stream }: Work, purpose: ReadingPurpose): LeadReading {
	const nowMs = now();
	const startMs = purpose === 'news' ? readFrom(stream, nowMs) : readAgainFrom(stream, nowMs);
	const { window } = memory;
	const span = { startMs, endMs: Math.max(nowMs, startMs + 1), knownToMs: stream.until };
	const reading = newReading(nowMs, span);
	if (purpose === 'late') return { ...reading, isLook: false };
	return { ...reading, next: window?.startMs === startMs ? lookAt(window) : 0 };
}

/**
 * Where a check starts. If LinkedIn counts, its count shows whether there is more. Otherwise the pages of a span are
 * checked in turn, every other time the first one, so that no order hides a lead from all checks.
 */
function lookAt(window: Window): number {
	const others = window.starts.slice(1);
	if (window.total !== undefined || others.length === 0 || window.looks % 2 === 0) return 0;
	return others[((window.looks - 1) / 2) % others.length];
}

function newReading(
	begunAtMs: number,
	span: Pick<LeadReading, 'startMs' | 'endMs' | 'knownToMs'>,
	tries = 1,
): LeadReading {
	return {
		...span,
		begunAtMs,
		next: 0,
		isLook: true,
		met: new Set(),
		newestMs: -Infinity,
		others: 0,
		print: undefined,
		isRepeated: false,
		starts: [],
		empty: 0,
		total: undefined,
		firstTotal: undefined,
		tries,
	};
}

/** @returns whether the page has new leads */
function notePage(work: Work, reading: LeadReading, start: number, page: LeadPage): boolean {
	const { isWanted, memory, stream } = work;
	const isWaiting = new Set(memory.waiting.map(({ id }) => id));
	let unmet = 0;
	let news = 0;
	for (const lead of page.leads) {
		if (reading.met.has(lead.id)) continue;
		reading.met.add(lead.id);
		unmet += 1;
		const atMs = lead.isUndated ? undefined : lead.submittedAtMs;
		if (atMs !== undefined && atMs <= reading.endMs) reading.newestMs = Math.max(reading.newestMs, atMs);
		if (lead.submittedAtMs < stream.from || isWaiting.has(lead.id)) continue;
		if ([lead.id, lead.contentId].some((id) => id !== undefined && stream.known.has(id, atMs))) continue;
		news += 1;
		if (isWanted(lead)) memory.waiting.push(lead);
		else stream.known.add(lead.id, lead.submittedAtMs);
	}
	reading.starts.push(start);
	reading.empty = page.size === 0 ? reading.empty + 1 : 0;
	reading.others += page.size - page.leads.length;
	reading.total = page.total ?? reading.total;
	reading.firstTotal ??= page.total;
	const isSame = page.print === reading.print;
	reading.isRepeated = page.size > 0 && unmet === 0 && (page.leads.length > 0 || isSame);
	reading.print = page.print;
	return news > 0;
}

/**
 * Where the reading continues, if it does.
 * @returns a fault for a list that doesn't end
 */
function follow(
	memory: StreamMemory,
	reading: LeadReading,
	page: LeadPage,
	{ start, hasNews }: { start: number; hasNews: boolean },
): 'on' | 'no news' | ReadingStep {
	// If every page contains unreadable elements, none is empty.
	const isEnd = !page.hasLink && (page.size === 0 || (reading.isRepeated && page.leads.length === 0));
	if (reading.isRepeated && !isEnd) return endless('LinkedIn keeps sending the same leads');
	if (reading.starts.length > MOST_PAGES) return endless(`LinkedIn's list of leads doesn't end`);
	if (page.size === 0 && page.hasLink && reading.empty >= MOST_EMPTY_PAGES) {
		return endless('LinkedIn keeps sending empty pages');
	}
	if (reading.isLook) {
		reading.isLook = false;
		const { window } = memory;
		if (window?.startMs === reading.startMs) window.looks += 1;
		if (!hasNews && !(isEnd && start === 0) && isNoNews(memory, reading, page)) return 'no news';
		if (start > 0) {
			// What was checked from the middle is read from its beginning.
			reading.next = 0;
			reading.met.clear();
			reading.others = 0;
			reading.starts = [];
			return 'on';
		}
	}
	reading.next = isEnd ? undefined : page.next;
	return 'on';
}

/** Whether a first page without new leads is all there is for now; see above for what is at stake. */
function isNoNews({ window }: StreamMemory, { startMs }: LeadReading, page: LeadPage): boolean {
	if (window?.startMs === startMs) {
		if (page.total === undefined || window.total === undefined) return true;
		const isMore = page.total > window.total;
		window.total = Math.min(window.total, page.total);
		return !isMore;
	}
	const isAll = !page.hasLink && (page.total ?? 0) <= page.size;
	return isAll && 2 * page.size < page.count;
}

const endless = (what: string): ReadingStep => ({
	fault: {
		kind: 'later',
		message: `${what}, so the list could not be read to its end. New leads found so far are still returned.`,
	},
});

function finish({ memory, stream }: Work, purpose: ReadingPurpose, reading: LeadReading): ReadingStep {
	memory.readings.delete(purpose);
	const { startMs, endMs, begunAtMs, knownToMs, tries } = reading;
	const missing = missingOf(reading);
	if (missing > (memory.hidden.get(purpose) ?? 0) && tries < MOST_READINGS) {
		// A lead that came or went between two pages may have pushed another one past the reader. The next reading of
		// the same span, which no new lead can join, is complete.
		const next = { ...newReading(begunAtMs, { startMs, endMs, knownToMs }, tries + 1), isLook: false };
		memory.readings.set(purpose, next);
		return { fault: { kind: 'later', message: 'The list of leads changed while it was read' } };
	}
	memory.hidden.set(purpose, missing);
	stream.until = Math.max(stream.until, reading.newestMs);
	// By LinkedIn's own times: with a clock that was ahead, known leads would be forgotten and then found again.
	if (purpose === 'late') stream.againAt = Math.min(begunAtMs, knownToMs);
	else memory.window = windowOf(reading);
	return 'done';
}

/**
 * Fewer were found than LinkedIn counts, or a lead that disappeared during the reading moved the rest across a page
 * boundary.
 */
function missingOf({ met, others, total, firstTotal = 0 }: LeadReading): number {
	if (total === undefined) return 0;
	return Math.max(total - met.size - others, firstTotal - total, 0);
}

/** A count lower than what was found says nothing. */
function windowOf({ startMs, met, others, starts, total = -1 }: LeadReading): Window {
	return { startMs, starts, total: total >= met.size + others ? total : undefined, looks: 0 };
}
