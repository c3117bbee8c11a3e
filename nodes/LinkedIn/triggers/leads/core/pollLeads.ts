/**
 * One poll of the lead trigger: which steps are due, what is new, and what was found.
 *
 * All work is divided into steps of one call: a page of a list of owners, or a page of the leads of one stream. The
 * step that has waited longest goes first, and one that doesn't get its call continues in a later poll. A fault may
 * delay a lead but never lose it: the cursor of a stream moves only after it was read completely.
 */
import { sayLeftOut } from '../../../transport/answers/elements';
import { LinkedInError } from '../../../transport/errors/errors';
import type { Fault } from '../../polling/core/answer';
import { isRefusal } from '../../polling/core/asking';
import { DAY_MS } from '../../polling/core/budget';
import { whenAgain } from '../../polling/core/closed';
import type { PollTime } from '../../polling/core/linkedInTime';
import { afterRestart, CallBudget } from './calls';
import { HOUR_MS } from './known';
import { forgetOldGrant, pollsEvery, recall, takeBack, type LeadMemory } from './memory';
import { listOn, reachedKeys, watch } from './owners';
import { newsEveryMs } from './pace';
import { newStreamMemory, readOn, type ReadingPurpose, type ReadingStep } from './reading';
import type { LeadSources, NewLead } from './sources';
import {
	forgetOld,
	newLeadState,
	putRight,
	saveLeadState,
	type LeadState,
	type OwnerKind,
	type SavedLeadState,
} from './state';

/** The same sentence is said again after this time. */
const SAY_AGAIN_AFTER_MS = DAY_MS;
const LIST_EVERY_MS = DAY_MS;
/** A poll that has nothing else to do lists again, at most this often. */
const LIST_SOONEST_MS = HOUR_MS;
/** A refused list would be refused again soon, but a new role shouldn't have to wait until the next day. */
const LIST_REFUSED_FOR_MS = 6 * HOUR_MS;
const REFUSED_FOR_MS = HOUR_MS;
/** After this many calls in a row without an answer, the network counts as down. */
const MOST_SILENCES = 3;
/**
 * If calls are short, new leads and rereading the last days take turns: with many owners, a smaller share would make
 * late leads wait for more than two days.
 */
const STEPS_BETWEEN_LATE = 1;
/** A list of many pages keeps its turn for this many, so that many leads of one owner aren't read as slowly as few. */
const MOST_STEPS_IN_A_ROW = 10;

export interface LeadPollInput {
	/** n8n's copy of the state after the last poll; undefined if there is none. */
	saved: unknown;
	memory: LeadMemory;
	/** Changes with credential, host, member and each new connection. */
	grantKey: string;
	/** Chosen owners, or undefined for all that the credential can access. */
	owners: string[] | undefined;
	/** Streams of one owner. */
	streamsOf: (owner: string) => string[];
	/** Whether a lead may be emitted; otherwise it counts as handled. */
	isWanted: (lead: NewLead) => boolean;
	sources: LeadSources;
	callsADay: number;
	now: () => number;
	time: PollTime;
	/** Epoch milliseconds after which no call begins. */
	endByMs: number;
	/** n8n discards what a poll emits if its workflow was published again meanwhile. */
	isDiscardedWhenSuperseded: boolean;
}

export interface LeadPollResult {
	leads: NewLead[];
	state: SavedLeadState;
	/** Lines for the log. */
	says: string[];
}

const isLate = ({ purpose }: Piece) => purpose === 'late';
const isTimely = (piece: Piece) => !isLate(piece);

/** One piece of work, done in steps. */
interface Piece {
	key: string;
	/** When it's due if the process hasn't done it yet. */
	otherwiseMs: number;
	/** Later due times came from other settings, or from a clock that was ahead. */
	latestMs: number;
	everyMs: number;
	refusedForMs: number;
	step: () => Promise<ReadingStep>;
	refused: (fault: Fault) => string | undefined;
	failed: (fault: Fault) => string | undefined;
	/** Undefined for a list of owners. */
	purpose?: ReadingPurpose;
}

export async function pollLeads(input: LeadPollInput): Promise<LeadPollResult> {
	const { memory, now, sources } = input;
	const { pace } = memory;
	const startedAtMs = now();
	const before = { ...memory };
	const state = recall(memory, input.saved, input.isDiscardedWhenSuperseded) ?? newLeadState();
	if (putRight(state, startedAtMs, input.time.isKnown)) input.time.need();
	if (memory.grantKey !== undefined && memory.grantKey !== input.grantKey) forgetOldGrant(memory, state);
	memory.grantKey = input.grantKey;
	state.everyMs = pollsEvery(memory, state, startedAtMs);
	const says: string[] = [];
	const say = (sentence: string, about = sentence) => {
		if (Math.abs(now() - (memory.said.get(about) ?? -Infinity)) < SAY_AGAIN_AFTER_MS) return;
		memory.said.set(about, now());
		says.push(sentence);
	};
	const budget = budgetOf(input, state, startedAtMs);
	let counted = sources.calls();
	const mayAsk = (isIdle = false) => {
		const calls = sources.calls();
		budget.spend(calls - counted, now());
		counted = calls;
		return !input.time.isVoid() && now() < input.endByMs && budget.mayAsk(now(), isIdle);
	};

	const news: NewLead[] = [];
	const { kinds, says: unlisted } = input.owners ? { kinds: [], says: [] } : sources.kinds();
	unlisted.forEach((sentence) => say(sentence));
	if (input.owners) state.lists.clear();
	for (const kind of kinds) {
		if (!state.lists.has(kind)) state.lists.set(kind, { from: startedAtMs });
	}
	const work = { ...input, kinds, mayAsk, say, state, take: (lead: NewLead) => news.push(lead) };
	/** What ended in this poll; it doesn't start again before the next one. */
	const ended = new Set<string>();
	let silences = 0;
	let steps = 0;
	while (silences < MOST_SILENCES && !pace.isQuiet(now()) && mayAsk()) {
		const pieces = piecesOf(work).filter(({ key }) => !ended.has(key));
		const isLateTurn = memory.stepsSinceLate >= STEPS_BETWEEN_LATE;
		const [first, second] = isLateTurn ? [isLate, isTimely] : [isTimely, isLate];
		const piece =
			pace.next(pieces.filter(first), now()) ??
			pace.next(pieces.filter(second), now()) ??
			(steps === 0 && mayAsk(true) ? idlePiece(work) : undefined);
		if (!piece) break;
		steps += 1;
		memory.stepsSinceLate = isLate(piece) ? 0 : memory.stepsSinceLate + 1;
		const came = await piece.step();
		if (came !== 'more') {
			ended.add(piece.key);
			memory.stepsInARow.delete(piece.key);
		}
		if (typeof came !== 'object') {
			pace.noteAccepted();
			silences = 0;
			if (came === 'done') pace.set(piece.key, now() + piece.everyMs);
			else if (isOverItsTurn(memory, piece.key)) pace.set(piece.key, now());
			continue;
		}
		const { fault } = came;
		silences = isSilence(fault) ? silences + 1 : 0;
		noteFault(work, piece, came);
		if (fault.kind === 'wait') break;
	}
	mayAsk();
	if (input.time.isVoid()) {
		takeBack(memory, before, { calls: sources.calls(), isTimeKnown: input.time.isKnown });
		return { leads: [], state: saveLeadState(state), says: [] };
	}
	memory.uncounted = 0;
	for (const leftOut of sources.leftOut()) say(sayLeftOut(leftOut), `left out: ${leftOut.what}`);
	forgetOld(state, now());
	memory.calls = state.calls = budget.byDay;
	state.revision += 1;
	const { saved } = memory;
	memory.saved = saveLeadState(state);
	memory.state = state;
	if (news.length > 0) {
		memory.emittedAt = state.revision;
		memory.beforeEmission = saved;
	}
	return { leads: news.sort((a, b) => a.submittedAtMs - b.submittedAtMs), state: memory.saved, says };
}

interface Work extends LeadPollInput {
	kinds: OwnerKind[];
	mayAsk: (isIdle?: boolean) => boolean;
	say: (sentence: string, about?: string) => void;
	state: LeadState;
	take: (lead: NewLead) => void;
}

/** Whether a continuing piece of work has had enough steps for now, so that others have their turns. */
function isOverItsTurn({ stepsInARow }: LeadMemory, key: string): boolean {
	const steps = (stepsInARow.get(key) ?? 0) + 1;
	const isOver = steps >= MOST_STEPS_IN_A_ROW;
	stepsInARow.set(key, isOver ? 0 : steps);
	return isOver;
}

/** All pieces of work, due or not. */
function piecesOf(work: Work): Piece[] {
	const { kinds, now, owners, state, streamsOf } = work;
	const keys = owners ? owners.flatMap(streamsOf) : reachedKeys(state, kinds, streamsOf);
	for (const key of keys) watch(state, key, now());
	const lists = kinds.map((kind) => listPiece(work, kind));
	if (state.quietUntil !== undefined && now() < state.quietUntil) return lists;
	delete state.quietUntil;
	const everyMs = newsEveryMs(work.callsADay, keys.length);
	const streams = keys.flatMap((key) => [
		streamPiece(work, key, 'news', everyMs),
		streamPiece(work, key, 'late', Math.max(DAY_MS, 2 * everyMs)),
	]);
	return [...lists, ...streams];
}

function listPiece(work: Work, kind: OwnerKind): Piece {
	const { state } = work;
	const at = state.lists.get(kind)?.at;
	return {
		key: `owners ${kind}`,
		otherwiseMs: at === undefined ? 0 : at + LIST_EVERY_MS,
		latestMs: work.now() + LIST_EVERY_MS,
		everyMs: LIST_EVERY_MS,
		refusedForMs: LIST_REFUSED_FOR_MS,
		step: async () => await listOn({ ...work, kind, listings: work.memory.listings }),
		refused: () => undefined,
		failed: () => undefined,
	};
}

/** A list that isn't due yet, because there is nothing else to do. */
function idlePiece(work: Work): Piece | undefined {
	const { kinds, memory, now, state } = work;
	const oldest = kinds
		.map((kind) => ({ kind, at: state.lists.get(kind)?.at ?? Infinity }))
		.filter(({ kind, at }) => at + LIST_SOONEST_MS <= now() && !memory.pace.hasFaults(`owners ${kind}`))
		.sort((a, b) => a.at - b.at)[0];
	return oldest && listPiece(work, oldest.kind);
}

function streamPiece(work: Work, key: string, purpose: ReadingPurpose, everyMs: number): Piece {
	const { memory, now, state } = work;
	const stream = state.streams.get(key)!;
	return {
		key: `${purpose} ${key}`,
		otherwiseMs: purpose === 'news' ? 0 : stream.againAt + everyMs,
		latestMs: now() + Math.max(everyMs, REFUSED_FOR_MS),
		everyMs,
		refusedForMs: Math.max(everyMs, REFUSED_FOR_MS),
		step: async () => {
			const ofStream = memory.streams.get(key) ?? newStreamMemory();
			memory.streams.set(key, ofStream);
			return await readOn({ ...work, key, stream, memory: ofStream }, purpose);
		},
		refused: ({ message }) =>
			`LinkedIn denies access to the leads of ${key}; the others are still read. ${message}`,
		failed: (fault) =>
			`The leads of ${key} could not be read; trying again ${whenAgain(fault)}. ${fault.message}`,
		purpose,
	};
}

function noteFault(work: Work, piece: Piece, { fault, ofForms }: Exclude<ReadingStep, string>): void {
	const { memory, now, say, state } = work;
	memory.pace.noteFault(piece.key, fault, now(), piece.everyMs, piece.refusedForMs);
	if (fault.kind === 'quota') {
		const until = memory.pace.dueAt(piece.key) ?? now();
		// LinkedIn counts by endpoint: a used-up quota for forms or lists of owners doesn't hold up anything else.
		if (piece.purpose && !ofForms) state.quietUntil = until;
		const what = piece.purpose ? (ofForms ? 'No lead forms are' : 'No leads are') : 'No owners are';
		say(`${what} read until ${new Date(until).toISOString()}. ${fault.message}`, `quota ${what} ${until}`);
	} else if (fault.kind === 'signIn') {
		say(`Leads can't be read: ${fault.message} Nothing is lost; reading will continue where it stopped.`);
	} else if (fault.kind !== 'wait') {
		const sentence = isRefusal(fault) ? piece.refused(fault) : piece.failed(fault);
		if (sentence) say(sentence);
	}
}

/** There was no answer at all, so other calls would hardly succeed. */
function isSilence({ kind, cause }: Fault): boolean {
	return kind === 'later' && cause instanceof LinkedInError && cause.details.status === null;
}

/** A process that continues with a saved state can't know what was used after the last save. */
function budgetOf({ callsADay, memory, saved }: LeadPollInput, state: LeadState, nowMs: number): CallBudget {
	const isRestart = memory.calls === undefined && saved !== undefined;
	const calls = isRestart
		? afterRestart(state.calls, callsADay, nowMs, state.everyMs)
		: (memory.calls ?? state.calls);
	const budget = new CallBudget(callsADay, calls, state.everyMs);
	budget.spend(memory.uncounted, nowMs);
	return budget;
}
