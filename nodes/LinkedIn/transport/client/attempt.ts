/** One request, sent until it's done or given up: may I send, send, understand, decide. */
import { twinReply } from '../answers/creation';
import { readErrorResponse, twinOf, type ErrorResponse } from '../errors/errorResponse';
import type { LinkedInError } from '../errors/errors';
import { answeredElsewhere, outcomeUnknown } from '../errors/fate';
import { tooLarge } from '../errors/tooLarge';
import { namedCall } from '../ledger/called';
import { limitReached, limitUsed, type LimitUse } from '../ledger/limitUse';
import { DEADLINE_MS, MOST_ANSWER_BYTES } from '../limits/callLimits';
import { monotonic } from '../limits/clock';
import { counterOf, spentUntil } from '../limits/quota';
import { laneStuck, type Lane } from '../limits/rateLimiter';
import {
	decide,
	DEFAULT_MAX_WAIT_MS,
	isAmbiguous,
	isStanding,
	mayBeDoneAfter,
	outcomeOf,
	type Decision,
	type Outcome,
} from '../limits/retry';
import { Beginning } from '../limits/serverClock';
import { serverTime } from '../limits/serverTime';
import { abortableSleep } from '../limits/sleep';
import { sendWithFailover } from '../limits/versionFailover';
import type { Connection } from '../memory/connection';
import type { Memory } from '../memory/memory';
import { HTTP_METHOD } from '../restli/method';
import { idTime } from '../restli/urns/urn';
import type { Claims } from '../run/claims';
import type { Attempt, Recover, Recovered, Reply, RestliRequest, Result, Settings } from '../types';
import { lookFor } from './recover';
import { requestError, throttledError } from './requestError';
import { endpointOf, replyOf, verdictOf, type Answered } from './verdict';

/** LinkedIn refuses a post with the same text as a duplicate for about ten minutes; half of that is safe. */
const RESEND_WITHIN_MS = 300_000;

/** The open connection, as far as one request needs it. */
export interface RequestSender {
	readonly connection: Connection;
	readonly memory: Memory;
	readonly settings: Settings;
	readonly version: string;
	readonly claims: Claims;
	readonly signal: AbortSignal | undefined;
	/** Makes one HTTP call. @param version the API version to send */
	sendOnce(request: RestliRequest, version: string): Promise<Attempt>;
	noteHeldBack(request: RestliRequest, decision: 'limit used up'): void;
}

/** The result of one attempt. */
type Step =
	| { kind: 'done'; answer: Answered }
	/** Not sent, or failed for good. */
	| { kind: 'unsent'; error: LinkedInError; mayBeDone?: true }
	| Refused;

interface Understood {
	kind: 'refused';
	answer: Attempt;
	/** Undefined if no answer could be read. */
	refusal: ErrorResponse | undefined;
	outcome: Outcome;
}
type Refused = Understood & { decision: Decision };

/** @param recover looks for what a create may have made although LinkedIn didn't confirm it */
export async function attempt<T>(
	sender: RequestSender,
	request: RestliRequest,
	recover?: Recover<T>,
): Promise<Result<T>> {
	return await new Attempting(sender, request, recover).run();
}

class Attempting<T> {
	private readonly endpoint: string;
	private readonly lane: Lane;
	private readonly startedAtMs: number;
	/** When Max Wait ends. */
	private readonly endsAtMs: number;
	private readonly isDelete: boolean;
	/** Identifies what is deleted. */
	private readonly target: readonly unknown[];
	/** It was sent again after a lost answer; the outcome of the first attempt is still unknown. */
	private isResent = false;
	private readonly begun = new Beginning();
	/** An earlier attempt may have been carried out. */
	private wasAmbiguous: boolean;

	constructor(
		private readonly sender: RequestSender,
		private readonly request: RestliRequest,
		private readonly recover: Recover<T> | undefined,
	) {
		this.endpoint = endpointOf(request);
		this.lane = HTTP_METHOD[request.restliMethod] === 'GET' ? 'read' : 'write';
		this.startedAtMs = request.begunAtMs ?? monotonic.now();
		this.endsAtMs = this.startedAtMs + (sender.settings.maxWaitMs ?? DEFAULT_MAX_WAIT_MS);
		this.isDelete = request.restliMethod === 'DELETE';
		this.target = [request.path, request.keys, request.query];
		// Retry On Fail: an earlier try may already have deleted it, which a 404 would confirm.
		this.wasAmbiguous = this.isDelete && sender.claims.mayBeDeleted(this.target);
	}

	async run(): Promise<Result<T>> {
		if (this.request.looksFirst) {
			const found = this.ofFound(await this.look('refused'), undefined);
			if (found) return found;
		}
		for (let count = 1; ; count += 1) {
			const step = await this.inTurn(async () => {
				const refusal = this.maySend();
				if (refusal) return refusal;
				const understood = this.understand(await this.send());
				return understood.kind === 'refused' ? this.decide(understood, count) : understood;
			});
			const result = await this.goOn(step);
			if (result) return result;
		}
	}

	/** Waits for a slot in the lane. What an answer teaches is stored before the next request in the lane starts. */
	private async inTurn(step: () => Promise<Step>): Promise<Step> {
		const { lane, endpoint, endsAtMs: deadlineMs } = this;
		const wish = { lane, endpoint, signal: this.sender.signal, deadlineMs, callMs: DEADLINE_MS[lane] };
		const passed = await this.rateLimiter.pass(wish, step);
		if (passed.kind === 'stuck') return { kind: 'unsent', error: laneStuck(endpoint, passed.forMs) };
		if (passed.kind !== 'closed') return passed;
		return { kind: 'unsent', error: throttledError(this.sender, endpoint, false, passed.untilMs) };
	}

	/** Not while the daily quota, or a limit of the owner's, is used up. */
	private maySend(): Step | undefined {
		const error = this.refusalBeforeSending();
		if (!error) return undefined;
		this.sender.noteHeldBack(this.request, 'limit used up');
		return { kind: 'unsent', error };
	}

	private refusalBeforeSending(): LinkedInError | undefined {
		const { sender, endpoint } = this;
		const nowMs = Date.now();
		const untilMs = spentUntil(sender.memory, endpoint, nowMs);
		if (untilMs !== undefined) return throttledError(sender, endpoint, true, untilMs);
		const used = this.usedLimit(nowMs);
		return used && limitUsed(used, nowMs);
	}

	/** The limit of the owner's that one more call would exceed. */
	private usedLimit(nowMs: number): LimitUse | undefined {
		const { connection, memory, settings } = this.sender;
		const asked = { endpoint: namedCall(this.request), hasOwnBudget: settings.hasOwnBudget === true };
		return limitReached(memory, connection.rules, asked, nowMs);
	}

	private async send(): Promise<Attempt> {
		const { connection, memory, settings } = this.sender;
		const answer = await sendWithFailover(
			connection,
			memory,
			async (version) => {
				const sent = await this.sender.sendOnce(this.request, version);
				this.rateLimiter.moved(this.lane);
				return sent;
			},
			() => this.usedLimit(Date.now()) === undefined,
		);
		if (answer.kind === 'reply') settings.hearTime?.(serverTime(answer.headers));
		return answer;
	}

	private understand(answer: Attempt): Exclude<Step, Refused> | Understood {
		if (answer.kind === 'failure') return { kind: 'unsent', error: answer.error };
		if (answer.kind === 'silence') return this.refused(answer, undefined);
		const verdict = verdictOf(answer, this.request);
		if (verdict === 'done') return { kind: 'done', answer };
		if (verdict === 'elsewhere') {
			const error = answeredElsewhere(this.endpoint, answer.status, answer.headers['x-li-uuid']);
			return { kind: 'unsent', error, mayBeDone: true };
		}
		if (answer.left === 'tooLarge' && verdict === 'silent') {
			const error = tooLarge(this.endpoint, MOST_ANSWER_BYTES[this.lane]);
			return { kind: 'unsent', error, mayBeDone: true };
		}
		return this.refused(answer, verdict === 'refused' ? readErrorResponse(answer) : undefined);
	}

	private refused(answer: Attempt, refusal: ErrorResponse | undefined): Understood {
		return { kind: 'refused', answer, refusal, outcome: outcomeOf(this.request, answer, refusal) };
	}

	/** Decides whether to send again, and what other requests to this endpoint must know. */
	private decide(understood: Understood, count: number): Refused {
		const { outcome, refusal } = understood;
		const method = this.request.isRepeatable ? 'UPDATE' : this.request.restliMethod;
		const decision = decide(method, outcome, count, this.endsAtMs - monotonic.now(), Math.random());
		if (decision.again && decision.closesGate) this.rateLimiter.close(this.endpoint, decision.waitMs);
		if (!decision.again && decision.because === 'daily') {
			const counter = counterOf(this.sender.memory, refusal?.message);
			counter.quota.spend(this.endpoint, Date.now());
			counter.ledger.learnFromRefusal(namedCall(this.request), Date.now());
		}
		return { ...understood, decision };
	}

	/** @returns the final result of the request; undefined if it should be sent again */
	private async goOn(step: Step): Promise<Result<T> | undefined> {
		if (step.kind === 'done') return { ok: true, reply: replyOf<T>(step.answer) };
		if (step.kind === 'unsent') return this.failed(this.ended(step.error), step.mayBeDone);
		const { answer, refusal, outcome, decision } = step;
		if (refusal?.status === 404 && this.isDelete && this.wasAmbiguous) {
			return { ok: true, reply: { status: 204, headers: {}, body: {} as T } };
		}
		const twin = this.isResent && refusal ? twinOf(refusal) : undefined;
		if (twin && !this.sender.claims.has(twin)) {
			// LinkedIn refused the first attempt too if this one existed before.
			if (this.isOlder(twin, answer)) {
				return { ok: false, error: requestError(this.sender, this.request, answer, refusal, outcome) };
			}
			return { ok: true, reply: twinReply(twin) as Reply<T> };
		}
		if (decision.again) {
			this.wasAmbiguous ||= isAmbiguous(outcome);
			return await this.waitAndLook(decision, refusal);
		}
		if (decision.because === 'ambiguous') return await this.lookForLost(answer, refusal);
		const error = requestError(this.sender, this.request, answer, refusal, outcome);
		return this.failed(isStanding(outcome) ? error : this.ended(error), mayBeDoneAfter(outcome));
	}

	private isOlder(twin: string, answer: Attempt): boolean {
		const headers = answer.kind === 'reply' ? answer.headers : {};
		return this.begun.isAfter(idTime(twin.slice(twin.lastIndexOf(':') + 1)), headers);
	}

	private async waitAndLook(
		{ closesGate, waitMs }: Decision & { again: true },
		refusal: ErrorResponse | undefined,
	): Promise<Result<T> | undefined> {
		const looks = this.request.looksAfterRefusal && refusal !== undefined && this.recover !== undefined;
		// If the endpoint is closed, the rate limiter waits.
		if (!closesGate || looks) await abortableSleep(waitMs, this.sender.signal);
		return looks ? this.ofFound(await this.look('refused'), refusal) : undefined;
	}

	/** A create whose answer was lost: find it, or send it once more if it surely doesn't exist. */
	private async lookForLost(
		answer: Attempt,
		refusal: ErrorResponse | undefined,
	): Promise<Result<T> | undefined> {
		const found = await this.look('lost');
		if (typeof found === 'object') return this.ofFound(found, refusal);
		const wasAnswered = answer.kind === 'silence' && answer.isGarbled === true;
		const isSoon = monotonic.now() - this.startedAtMs < RESEND_WITHIN_MS;
		if (found !== 'absent' || this.isResent || wasAnswered || !isSoon) return this.unknown(refusal);
		this.isResent = true;
		return undefined;
	}

	private async look(after: 'lost' | 'refused'): Promise<Recovered<T>> {
		return await lookFor(this.recover, after, this.sender.signal);
	}

	/** @returns undefined if nothing that was found prevents another attempt */
	private ofFound(found: Recovered<T>, refusal: ErrorResponse | undefined): Result<T> | undefined {
		if (typeof found === 'object') return { ok: true, reply: { ...found, deduplicated: true } };
		return found === 'unclear' ? this.unknown(refusal) : undefined;
	}

	private unknown(refusal: ErrorResponse | undefined): Result<T> {
		return this.failed(outcomeUnknown(this.endpoint, refusal?.requestId), true);
	}

	private failed(error: LinkedInError, mayBeDone = false): Result<T> {
		if (!mayBeDone && !this.wasAmbiguous && !this.isResent) return { ok: false, error };
		if (this.isDelete) this.sender.claims.noteMayBeDeleted(this.target);
		return { ok: false, error, mayBeDone: true };
	}

	/** The outcome of the first attempt is still unknown, whatever the second one got. */
	private ended(error: LinkedInError): LinkedInError {
		if (!this.isResent || this.request.isStep) return error;
		return outcomeUnknown(this.endpoint, error.details.requestId, error);
	}

	private get rateLimiter() {
		return this.sender.memory.connection.rateLimiter;
	}
}
