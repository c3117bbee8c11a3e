/**
 * One poll of the lead trigger: which streams are due, what is new in them, and what came of it.
 *
 * A fault may delay a lead, never lose it: the cursor of a stream moves only when it was read whole.
 */
import { sayLeftOut } from '../../transport/elements';
import { notAfterReset } from '../../transport/quota';
import { DAY_MS, maySpend, pollEveryMs, today, type Budget } from '../budget';
import { endsAll, isRefusal } from '../round';
import type { Fault } from '../sources';
import { reachedOwners, watch } from './owners';
import { readStream, type LeadReading } from './reading';
import type { LeadSources, NewLead } from './sources';
import { newLeadState, putRight, type LeadState } from './state';

const FIRST_RETRY_MS = 60_000;
const MOST_DOUBLINGS = 6;
const SIGN_IN_RETRY_MS = 15 * 60_000;
const REFUSED_FOR_MS = 3_600_000;
/** The same sentence is said again after this time. */
const SAY_AGAIN_AFTER_MS = DAY_MS;
/** The first poll of a process may make these calls although all is counted as spent. */
const FIRST_POLL_AHEAD = 2;

/** What the running process remembers beside the saved state. Losing it costs calls, never a lead. */
export interface LeadMemory {
	calls?: { day: number; used: number };
	/** Of the state that the last poll left. */
	revision?: number;
	/** Of the connection that the last poll was made with. */
	grantKey?: string;
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
	/** Changes with credential, host, member and each new connection. */
	grantKey: string;
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
	const { memory, now, sources } = input;
	const startedAtMs = now();
	const state = input.state ?? newLeadState(startedAtMs);
	putRight(state, startedAtMs);
	if (isOtherGrant(memory, input.grantKey)) forgetOldGrant(memory, state);
	memory.grantKey = input.grantKey;
	const says: string[] = [];
	const say = (sentence: string, about = sentence) => {
		if (Math.abs(now() - (memory.said.get(about) ?? -Infinity)) < SAY_AGAIN_AFTER_MS) return;
		memory.said.set(about, now());
		says.push(sentence);
	};
	const isFirst = memory.calls === undefined;
	const used = usedToday(input, state, startedAtMs);
	let budget: Budget = today(
		{ perDay: input.callsADay, day: Math.floor(startedAtMs / DAY_MS), used },
		startedAtMs,
	);
	const ahead = isFirst ? FIRST_POLL_AHEAD : 0;
	let counted = sources.calls();
	const count = () => {
		const calls = sources.calls();
		const current = today(budget, now());
		budget = { ...current, used: current.used + calls - counted };
		counted = calls;
	};
	const mayAsk = () => {
		count();
		return now() < input.endByMs && maySpend(budget, 'poll', now(), ahead);
	};
	const end = (leads: NewLead[]): LeadPollResult => {
		count();
		for (const leftOut of sources.leftOut()) say(sayLeftOut(leftOut), `left out: ${leftOut.what}`);
		memory.calls = { day: budget.day, used: budget.used };
		state.calls = { ...memory.calls };
		state.revision = memory.revision = (state.revision ?? 0) + 1;
		return { leads: leads.sort((a, b) => a.submittedAtMs - b.submittedAtMs), state, says };
	};

	// n8n went back to an older copy: what was taken from half-read lists may not have been emitted.
	if (memory.revision !== state.revision) memory.halfRead.clear();
	if (state.quietUntil !== undefined && startedAtMs < state.quietUntil) return end([]);
	delete state.quietUntil;
	const lastList = isFirst && input.state ? state.reached?.at : undefined;
	const wasListed = state.listed === true || state.since === undefined;
	const { owners, fault: unlisted } = input.owners
		? { owners: input.owners, fault: undefined }
		: await reachedOwners(sources, state, { now, mayAsk, say });
	if (input.owners) state.listed = true;
	const keys = owners.flatMap(input.streamsOf);
	watch(state, memory.from, keys, {
		nowMs: startedAtMs,
		wasListed,
		lastList: input.owners ? undefined : lastList,
	});
	if (unlisted) {
		quiet(state, unlisted, now(), say);
		return end([]);
	}
	const usualMs = pollEveryMs(input.callsADay, 1, Math.max(1, keys.length));

	// What was due later was so by other settings, or by a clock that ran ahead.
	const latestMs = startedAtMs + Math.max(usualMs, REFUSED_FOR_MS);
	for (const key of keys) state.streams[key].dueAt = Math.min(state.streams[key].dueAt, latestMs);
	const due = keys
		.filter((key) => state.streams[key].dueAt <= startedAtMs)
		.sort((a, b) => state.streams[a].dueAt - state.streams[b].dueAt);
	const news: NewLead[] = [];
	for (const key of due) {
		if (!mayAsk()) break;
		const fault = await readStream({
			stream: state.streams[key],
			halfRead: memory.halfRead,
			key,
			now,
			mayAsk,
			page: async (startMs, endMs, start) => await sources.page(key, startMs, endMs, start),
			take: (lead) => {
				if (input.isWanted(lead)) news.push(lead);
			},
		});
		pace(state, key, fault, usualMs, now(), say);
		if (fault && endsAll(fault)) {
			quiet(state, fault, now(), say);
			break;
		}
	}
	return end(news);
}

/** Whether the polls before were made with another credential, host or member, or before connecting anew. */
export function isOtherGrant({ grantKey }: LeadMemory, now: string): boolean {
	return grantKey !== undefined && grantKey !== now;
}

/** Another connection may be allowed more, or less, or lead to another host, and so it is tried at once. */
function forgetOldGrant(memory: LeadMemory, state: LeadState): void {
	delete state.quietUntil;
	delete state.reached;
	memory.halfRead.clear();
	memory.said.clear();
	for (const stream of Object.values(state.streams)) {
		stream.dueAt = 0;
		stream.faults = 0;
	}
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
		state.quietUntil = notAfterReset(fault.untilMs ?? nowMs + SIGN_IN_RETRY_MS, nowMs);
		say(`No leads are read until ${new Date(state.quietUntil).toISOString()}. ${fault.message}`);
	} else if (fault.kind === 'signIn') {
		state.quietUntil = nowMs + SIGN_IN_RETRY_MS;
		say(`No leads can be read: ${fault.message} Nothing is lost; reading goes on where it stopped.`);
	}
}
