/**
 * One poll of the lead trigger: which streams are due, what is new in them, and what came of it.
 *
 * A fault may delay a lead, never lose it: the cursor of a stream moves only when it was read whole.
 */
import { DAY_MS, maySpend, pollEveryMs, today, type Budget } from '../budget';
import { endsAll, isRefusal } from '../round';
import type { Answer, Fault } from '../sources';
import { newLeadState, newStream, noteWhole, readFrom, type LeadState } from './state';

const LIST_OWNERS_EVERY_MS = DAY_MS;
const FIRST_RETRY_MS = 60_000;
const MOST_DOUBLINGS = 6;
const SIGN_IN_RETRY_MS = 15 * 60_000;
const REFUSED_FOR_MS = 3_600_000;
/** The same sentence is said again after this time. */
const SAY_AGAIN_AFTER_MS = DAY_MS;
/** The first poll of a process may make these calls although all is counted as spent. */
const FIRST_POLL_AHEAD = 2;

/** A lead as far as the trigger has to know it. */
export interface NewLead {
	id: string;
	submittedAtMs: number;
	/** LinkedIn's own entity. */
	entity: unknown;
}

/** One page of the leads of a stream. */
export interface LeadPage {
	leads: NewLead[];
	/** Where the next page starts; undefined at the end. */
	next: number | undefined;
	/** How many there are in all, where LinkedIn says so. */
	total: number | undefined;
}

export interface LeadSources {
	/** Owners that the credential reaches; each costs no more than one poll's calls. */
	owners: () => Promise<Answer<{ owners: string[]; calls: number; says: string[] }>>;
	/** @param stream its key, see streamsOf */
	page: (stream: string, startMs: number, endMs: number, start: number) => Promise<Answer<LeadPage>>;
}

/** A stream in the middle of being read: a list longer than the calls that are released is read over several polls. */
interface LeadReading {
	startMs: number;
	endMs: number;
	/** Where the next page starts; undefined at the end. */
	next: number | undefined;
	met: Set<string>;
	total: number | undefined;
}

/** What the running process remembers beside the saved state. Losing it costs calls, never a lead. */
export interface LeadMemory {
	calls?: { day: number; used: number };
	/** When each stream was first watched, for a state that n8n did not keep. */
	from: Map<string, number>;
	halfRead: Map<string, LeadReading>;
	said: Map<string, number>;
}

export const newLeadMemory = (): LeadMemory => ({ from: new Map(), halfRead: new Map(), said: new Map() });

export interface LeadPollInput {
	/** The saved state, a copy; undefined when there is none. */
	state: LeadState | undefined;
	memory: LeadMemory;
	/** Chosen owners, or undefined for all that the credential reaches. */
	owners: string[] | undefined;
	/** Streams of one owner. */
	streamsOf: (owner: string) => string[];
	/** Whether a lead may be emitted; one that may not counts as dealt with. */
	isWanted: (lead: NewLead) => boolean;
	sources: LeadSources;
	callsADay: number;
	now: () => number;
	/** Epoch milliseconds after which no call begins. */
	endByMs: number;
}

export interface LeadPollResult {
	leads: NewLead[];
	state: LeadState;
	/** Lines for the log. */
	says: string[];
}

export async function pollLeads(input: LeadPollInput): Promise<LeadPollResult> {
	const { memory, now } = input;
	const startedAtMs = now();
	const state = input.state ?? newLeadState(startedAtMs);
	const says: string[] = [];
	const say = (sentence: string) => {
		if (now() - (memory.said.get(sentence) ?? -Infinity) < SAY_AGAIN_AFTER_MS) return;
		memory.said.set(sentence, now());
		says.push(sentence);
	};
	const isFirst = memory.calls === undefined;
	const used = usedToday(input, state, startedAtMs);
	let budget: Budget = today(
		{ perDay: input.callsADay, day: Math.floor(startedAtMs / DAY_MS), used },
		startedAtMs,
	);
	const ahead = isFirst ? FIRST_POLL_AHEAD : 0;
	const mayAsk = () => now() < input.endByMs && maySpend(budget, 'poll', now(), ahead);
	const spend = (calls = 1) => {
		budget = { ...budget, used: budget.used + calls };
	};
	const end = (leads: NewLead[]): LeadPollResult => {
		memory.calls = { day: budget.day, used: budget.used };
		state.calls = { ...memory.calls };
		return { leads: leads.sort((a, b) => a.submittedAtMs - b.submittedAtMs), state, says };
	};

	if (state.quietUntil !== undefined && startedAtMs < state.quietUntil) return end([]);
	delete state.quietUntil;
	const owners = input.owners ?? (await reachedOwners(input, state, { mayAsk, spend, say }));
	const keys = owners.flatMap(input.streamsOf);
	watch(state, memory, keys, startedAtMs);
	const usualMs = pollEveryMs(input.callsADay, 1, Math.max(1, keys.length));

	const due = keys
		.filter((key) => state.streams[key].dueAt <= startedAtMs)
		.sort((a, b) => state.streams[a].dueAt - state.streams[b].dueAt);
	const news: NewLead[] = [];
	for (const key of due) {
		if (!mayAsk()) break;
		const fault = await readStream(input, state, key, { mayAsk, spend }, news);
		pace(state, key, fault, usualMs, now(), say);
		if (fault && endsAll(fault)) {
			quiet(state, fault, now(), say);
			break;
		}
	}
	return end(news);
}

interface Spending {
	mayAsk: () => boolean;
	spend: (calls?: number) => void;
}

/** A process that has just started counts as spent what was released, unless it is the trigger's first ever. */
function usedToday(
	{ memory, callsADay, state: saved }: LeadPollInput,
	state: LeadState,
	nowMs: number,
): number {
	const day = Math.floor(nowMs / DAY_MS);
	const kept = state.calls.day === day ? state.calls.used : 0;
	if (memory.calls) return memory.calls.day === day ? Math.max(kept, memory.calls.used) : kept;
	const elapsed = (nowMs % DAY_MS) / DAY_MS;
	return saved === undefined ? 0 : Math.max(kept, Math.floor(1 + (callsADay - 1) * elapsed));
}

async function reachedOwners(
	{ sources, now }: LeadPollInput,
	state: LeadState,
	{ mayAsk, spend, say }: Spending & { say: (sentence: string) => void },
): Promise<string[]> {
	const { reached } = state;
	const isFresh = reached !== undefined && now() - reached.at < LIST_OWNERS_EVERY_MS;
	if (isFresh || !mayAsk()) return reached?.owners ?? [];
	const answer = await sources.owners();
	spend(answer.ok ? answer.value.calls : 1);
	if (!answer.ok) {
		if (endsAll(answer.fault)) quiet(state, answer.fault, now(), say);
		else say(`Ad accounts and pages could not be listed; they are asked for again. ${answer.fault.message}`);
		return reached?.owners ?? [];
	}
	answer.value.says.forEach(say);
	state.reached = { at: now(), owners: answer.value.owners };
	return answer.value.owners;
}

/** A stream is watched from the poll at which it turned up, whether or not it can be read already. */
function watch(state: LeadState, memory: LeadMemory, keys: string[], nowMs: number): void {
	for (const key of keys) {
		if (state.streams[key]) continue;
		const fromMs = memory.from.get(key) ?? nowMs;
		memory.from.set(key, fromMs);
		state.streams[key] = newStream(fromMs);
	}
}

/** @returns what stood in the way of reading it whole; leads read until then are news all the same */
async function readStream(
	{ sources, isWanted, memory, now }: LeadPollInput,
	state: LeadState,
	key: string,
	{ mayAsk, spend }: Spending,
	news: NewLead[],
): Promise<Fault | undefined> {
	const stream = state.streams[key];
	const reading = memory.halfRead.get(key) ?? newReading(readFrom(stream, now()), now());
	memory.halfRead.set(key, reading);
	while (reading.next !== undefined) {
		if (!mayAsk()) return { kind: 'wait', message: 'The calls of the day that are released are used up' };
		spend();
		const answer: Answer<LeadPage> = await sources.page(key, reading.startMs, reading.endMs, reading.next);
		if (!answer.ok) return answer.fault;
		for (const lead of answer.value.leads) {
			reading.met.add(lead.id);
			if (lead.submittedAtMs < stream.from || stream.seen[lead.id] !== undefined) continue;
			stream.seen[lead.id] = lead.submittedAtMs;
			if (isWanted(lead)) news.push(lead);
		}
		reading.total = answer.value.total ?? reading.total;
		reading.next = answer.value.next;
	}
	memory.halfRead.delete(key);
	if (reading.total !== undefined && reading.met.size < reading.total) {
		// A lead that came or went between two pages may have pushed another one past the reader. Of the same span,
		// which no lead joins any more, the next reading is whole.
		memory.halfRead.set(key, newReading(reading.startMs, reading.endMs));
		return { kind: 'later', message: 'The list of leads changed while it was read' };
	}
	noteWhole(stream, reading.endMs);
	return undefined;
}

function newReading(startMs: number, endMs: number): LeadReading {
	return { startMs, endMs, next: 0, met: new Set(), total: undefined };
}

function pace(
	state: LeadState,
	key: string,
	fault: Fault | undefined,
	usualMs: number,
	nowMs: number,
	say: (sentence: string) => void,
): void {
	const stream = state.streams[key];
	if (!fault) {
		stream.faults = 0;
		stream.dueAt = nowMs + usualMs;
	} else if (isRefusal(fault)) {
		stream.dueAt = nowMs + Math.max(usualMs, REFUSED_FOR_MS);
		say(`The leads of ${key} are refused; the others are read on. ${fault.message}`);
	} else if (fault.kind !== 'wait') {
		stream.faults += 1;
		const retryMs = FIRST_RETRY_MS * 2 ** Math.min(stream.faults - 1, MOST_DOUBLINGS);
		stream.dueAt = nowMs + Math.min(usualMs, retryMs);
		say(`The leads of ${key} could not be read; they are asked for again soon. ${fault.message}`);
	}
}

function quiet(state: LeadState, fault: Fault, nowMs: number, say: (sentence: string) => void): void {
	if (fault.kind === 'quota') {
		state.quietUntil = fault.untilMs ?? nowMs + SIGN_IN_RETRY_MS;
		say(`No leads are read until ${new Date(state.quietUntil).toISOString()}. ${fault.message}`);
	} else if (fault.kind === 'signIn') {
		state.quietUntil = nowMs + SIGN_IN_RETRY_MS;
		say(`No leads can be read: ${fault.message} Nothing is lost; reading goes on where it stopped.`);
	}
}
