/** Notes each call of a session: in the counters, in the log of the connection and in n8n's own. */
import { monotonic } from '../limits/clock';
import { readTiming } from '../limits/serverTiming';
import type { Connection } from '../memory/connection';
import type { Memory } from '../memory/memory';
import type { Attempt, Context } from '../types';
import { onOneLine } from './called';
import { sentenceOf, type CallLine } from './callLog';
import type { Counter } from './counter';
import { isCounted } from './knownLimits';

/** LinkedIn documents these for messages only, there per hour (docs.messages). */
const [LIMIT_HEADER, RESET_HEADER] = ['x-ratelimit-limit', 'x-ratelimit-reset'];
/** A window that ends later than this is one of a day. */
const HOUR_MS = 3_600_000;

/** Whose calls are noted. */
export interface Noting {
	connection: Connection;
	memory: Memory;
	context: Context;
	/** What the node is doing, e.g. `Post: Create`. */
	purpose: string;
	/** It is a trigger, whose Max Calls a Day is its own. */
	hasOwnBudget: boolean;
}

/** What is called. */
export interface Called {
	/** As namedCall gives it, or the method and host of an upload. */
	endpoint: string;
	/** As targetOf gives it. */
	target?: string | null;
	changes: boolean;
}

/** @returns undefined if the headers name no limit, or one that isn't surely of a day */
function dailyLimitIn(headers: Record<string, string>): number | undefined {
	const limit = Number(headers[LIMIT_HEADER]);
	const reset = headers[RESET_HEADER];
	if (!Number.isInteger(limit) || limit <= 0 || reset === undefined) return undefined;
	const nowMs = Date.now();
	return readTiming(reset, nowMs) - nowMs > HOUR_MS ? limit : undefined;
}

/** A call leaves. @returns to be called with its answer */
export function noteCall(noting: Noting, called: Called): (answer: Attempt) => void {
	const { memory, hasOwnBudget } = noting;
	const { endpoint } = called;
	const startedMs = monotonic.now();
	for (const { ledger } of countersOf(memory)) ledger.sent(endpoint, Date.now());
	if (isCounted(endpoint) && !hasOwnBudget) memory.credential.add(Date.now());
	return (answer) => {
		const status = answer.kind === 'reply' ? answer.status : undefined;
		const limit = answer.kind === 'reply' ? dailyLimitIn(answer.headers) : undefined;
		for (const { ledger } of countersOf(memory)) ledger.answered(endpoint, status, Date.now());
		if (limit !== undefined) memory.member.ledger.learnFromHeader(endpoint, limit);
		const durationMs = Math.round(monotonic.now() - startedMs);
		add(noting, called, { decision: 'sent', status: status ?? null, durationMs });
	};
}

/** A file was asked for elsewhere: for the log, but no limit of LinkedIn's counts it. */
export function noteFetch(
	noting: Noting,
	host: string,
	status: number | undefined,
	durationMs: number,
): void {
	const called = { endpoint: `GET https://${host}`, changes: false };
	add(noting, called, { decision: 'sent', status: status ?? null, durationMs: Math.round(durationMs) });
}

/** A call, or a whole operation, is held back. */
export function noteHeldBack(
	noting: Noting,
	called: Called | undefined,
	decision: CallLine['decision'],
): void {
	if (called) for (const { ledger } of countersOf(noting.memory)) ledger.notSent(called.endpoint, Date.now());
	add(noting, called, { decision, status: null, durationMs: null });
}

/** A connection whose application isn't known has one counter for both. */
function countersOf({ member, application }: Memory): Set<Counter> {
	return new Set([member, application]);
}

function add(
	noting: Noting,
	called: Called | undefined,
	outcome: Pick<CallLine, 'decision' | 'status' | 'durationMs'>,
): void {
	const { connection, memory, context, purpose } = noting;
	const sub = connection.identity?.sub;
	const workflow = context.getWorkflow().name;
	const line: CallLine = {
		atMs: Date.now(),
		member: sub === undefined ? (memory.connection.me?.urn ?? null) : onOneLine(`urn:li:person:${sub}`),
		workflow: workflow === undefined ? null : onOneLine(workflow),
		node: onOneLine(context.getNode().name),
		action: purpose,
		call: called?.endpoint ?? null,
		target: called?.target ?? null,
		...outcome,
	};
	memory.connection.callLog.add(line);
	const sentence = `LinkedIn: ${sentenceOf(line)}`;
	if (outcome.decision === 'sent' && called?.changes === false) context.logger.debug(sentence);
	else context.logger.info(sentence);
}
