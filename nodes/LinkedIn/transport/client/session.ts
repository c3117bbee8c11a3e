/** One connection at work: the only place from which requests leave. */
import type { IDataObject } from 'n8n-workflow';

import { twinReply } from '../answers/creation';
import { ElementReader } from '../answers/elements';
import { onlyEmptyEnds } from '../answers/nextPage';
import { pageReply, type Position } from '../answers/pageReply';
import { pages as walkPages, type Paging } from '../answers/paginate';
import { readErrorResponse, twinOf, type ErrorResponse } from '../errors/errorResponse';
import { isNotOffered, LinkedInError } from '../errors/errors';
import { answeredElsewhere, outcomeUnknown } from '../errors/fate';
import { tooLarge } from '../errors/tooLarge';
import { missingScope, scopesFor, type ActsAs } from '../limits/access';
import { DEADLINE_MS, MOST_ANSWER_BYTES } from '../limits/callLimits';
import { monotonic } from '../limits/clock';
import { mayBeDoneAfter, outcomeOf } from '../limits/outcome';
import { quotaOf, spentUntil } from '../limits/quota';
import { laneStuck, type Lane } from '../limits/rateLimiter';
import {
	decide,
	DEFAULT_MAX_WAIT_MS,
	isAmbiguous,
	isStanding,
	type Decision,
	type Outcome,
} from '../limits/retry';
import { serverTime } from '../limits/serverTime';
import { abortableSleep } from '../limits/sleep';
import { sendWithFailover, versionInForce, versionNotices } from '../limits/versionFailover';
import { includesScope } from '../linkedin/products';
import type { Connection } from '../memory/connection';
import { findCurrentMember } from '../memory/currentMember';
import { expiryNotices } from '../memory/expiry';
import type { Me, Memory } from '../memory/memory';
import type { ProcessMemory } from '../memory/process';
import { HTTP_METHOD } from '../restli/method';
import { Claims } from '../run/claims';
import { Gathering, type Coalesced } from '../run/coalesce';
import { runMemoryOf, type RunMemory } from '../run/runMemory';
import type {
	Attempt,
	LinkedInClient,
	Recover,
	Reply,
	RestliRequest,
	Result,
	Settings,
	Upload,
} from '../types';
import { buildRequest, hostOptions } from './buildRequest';
import { sendRequest } from './httpClient';
import { introspect } from './introspect';
import { lookFor } from './recover';
import { requestError, throttledError } from './requestError';
import type { Signer } from './signing';
import { upload } from './upload';
import { endpointOf, isCreate, replyOf, verdictOf, type Answered } from './verdict';

/** A post with the same text is refused as a twin for about ten minutes; half of that is surely safe. */
const RESEND_WITHIN_MS = 300_000;

type Passed =
	| { kind: 'done'; answer: Answered }
	/** Not sent, or sent in vain for good. */
	| { kind: 'unsent'; error: LinkedInError; mayBeDone?: true }
	| {
			kind: 'refused';
			answer: Attempt;
			refusal: ErrorResponse | undefined;
			outcome: Outcome;
			decision: Decision;
	  };

export class Session implements LinkedInClient {
	readonly signal: AbortSignal | undefined;
	readonly elements = new ElementReader();
	readonly written: string[] = [];
	sent = 0;
	readonly claims: Claims;
	private readonly run: RunMemory | undefined;

	/** @param kept what the process remembers */
	constructor(
		readonly signer: Signer,
		readonly connection: Connection,
		readonly settings: Settings,
		private readonly kept: ProcessMemory,
	) {
		const { context } = signer;
		this.signal = 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
		this.run = 'getExecuteData' in context ? runMemoryOf(context.getExecuteData()) : undefined;
		this.claims = new Claims(this.run, connection.apiHost, () => this.memory.host);
	}

	get memory(): Memory {
		return this.kept.of(this.connection);
	}

	get version(): string {
		return versionInForce(this.connection, this.memory);
	}

	get notices(): ReadonlySet<string> {
		const now = Date.now();
		return new Set([
			...versionNotices(this.connection, this.memory, now),
			...expiryNotices(this.connection, now),
		]);
	}

	may(scopes: readonly string[]): boolean | undefined {
		const granted = this.connection.grantedScopes;
		return granted ? scopes.some((scope) => includesScope(granted, scope)) : undefined;
	}

	need(as?: ActsAs): void {
		const needed = scopesFor(this.settings.scopes ?? {}, as);
		const missing = missingScope(needed, this.connection);
		if (!missing) return;
		throw new LinkedInError(missing.message, {
			code: 'MISSING_SCOPE',
			field: 'Credential',
			advice: missing.advice,
		});
	}

	async me(): Promise<Me> {
		return await findCurrentMember(this);
	}

	async sleep(durationMs: number): Promise<void> {
		await abortableSleep(durationMs, this.signal);
	}

	async once<T>(key: string, work: () => Promise<T>): Promise<T> {
		if (!this.run) return await work();
		return await this.run.cache.once(`${this.connection.key} ${key}`, work);
	}

	async coalesce<P, R>(parts: P[], collected: Coalesced<P, R>): Promise<R[]> {
		const key = `${this.connection.key} ${this.connection.version} ${collected.key}`;
		const gathering = this.run?.gathering ?? new Gathering();
		return await gathering.coalesce(parts, { ...collected, key }, this.signal);
	}

	async upload(request: Upload): Promise<Reply<unknown>> {
		return await upload(this, request);
	}

	async request<T>(request: RestliRequest, recover?: Recover<T>): Promise<Reply<T>> {
		const result = await this.attempt<T>(request, recover);
		if (!result.ok) throw result.error;
		return result.reply;
	}

	pages<T>(request: RestliRequest, paging: Paging): AsyncGenerator<T[]> {
		const [endpoint, { say }] = [endpointOf(request), this.elements];
		const fetchPage = async (position: Position, endsWith: readonly number[]) => {
			const result = await this.attempt<unknown>({ ...request, query: { ...request.query, ...position } });
			if (result.ok) return pageReply<T>(result.reply.body, endpoint);
			const status = result.error.details.status ?? 0;
			const isMissing = paging.missingIsEmpty && status === 404 && !isNotOffered(result.error);
			if (endsWith.includes(status) || isMissing) return { elements: [] };
			throw result.error;
		};
		return walkPages({ endpoint, fetchPage, say, onlyEmptyEnds: onlyEmptyEnds(request.path) }, paging);
	}

	async attempt<T>(request: RestliRequest, recover?: Recover<T>): Promise<Result<T>> {
		const endpoint = endpointOf(request);
		const startedAt = request.begunAtMs ?? monotonic.now();
		const deadlineMs = startedAt + (this.settings.maxWaitMs ?? DEFAULT_MAX_WAIT_MS);
		const isDelete = request.restliMethod === 'DELETE';
		const target = [request.path, request.keys, request.query];
		let isResent = false;
		// Retry On Fail: the deletion of an earlier try may have been carried out, and a 404 would say so.
		let wasAmbiguous = isDelete && this.claims.mayBeDeleted(target);
		// What became of the first one is still unknown, whatever the second one met.
		const ended = (error: LinkedInError) =>
			isResent && !request.isStep ? outcomeUnknown(endpoint, error.details.requestId, error) : error;
		const failed = (error: LinkedInError, mayBeDone = false): Result<T> => {
			if (!mayBeDone && !wasAmbiguous && !isResent) return { ok: false, error };
			if (isDelete) this.claims.noteMayBeDeleted(target);
			return { ok: false, error, mayBeDone: true };
		};

		if (request.looksFirst) {
			const standing = await lookFor(recover, 'refused', this.signal);
			if (typeof standing === 'object') return this.done(request, { ...standing, deduplicated: true });
			if (standing === 'unclear') return failed(outcomeUnknown(endpoint, undefined), true);
		}
		for (let count = 1; ; count += 1) {
			const passed = await this.passGate(request, count, deadlineMs);
			if (passed.kind === 'done') return this.done(request, replyOf<T>(passed.answer));
			if (passed.kind === 'unsent') return failed(ended(passed.error), passed.mayBeDone);
			const { answer, refusal, outcome, decision } = passed;

			if (refusal?.status === 404 && isDelete && wasAmbiguous) {
				return { ok: true, reply: { status: 204, headers: {}, body: {} as T } };
			}
			const twin = isResent && refusal ? twinOf(refusal) : undefined;
			if (twin && !this.claims.has(twin)) return this.done(request, twinReply(twin) as Reply<T>);
			if (decision.again) {
				wasAmbiguous ||= isAmbiguous(outcome);
				const looks = request.looksAfterRefusal && refusal !== undefined && recover !== undefined;
				// Where the gate is closed, waiting happens there.
				if (!decision.closesGate || looks) await this.sleep(decision.waitMs);
				const standing = looks ? await lookFor(recover, 'refused', this.signal) : undefined;
				if (typeof standing === 'object') return this.done(request, { ...standing, deduplicated: true });
				if (standing === 'unclear') return failed(outcomeUnknown(endpoint, refusal?.requestId), true);
				continue;
			}
			if (decision.because !== 'ambiguous') {
				const error = requestError(this, request, answer, refusal, outcome);
				return failed(isStanding(outcome) ? error : ended(error), mayBeDoneAfter(outcome));
			}
			const found = await lookFor(recover, 'lost', this.signal);
			if (typeof found === 'object') {
				return this.done(request, { ...found, deduplicated: true });
			}
			const wasAnswered = answer.kind === 'silence' && answer.isGarbled === true;
			const maySendAgain =
				found === 'absent' && !isResent && !wasAnswered && monotonic.now() - startedAt < RESEND_WITHIN_MS;
			if (!maySendAgain) return failed(outcomeUnknown(endpoint, refusal?.requestId), true);
			isResent = true;
		}
	}

	private done<T>(request: RestliRequest, reply: Reply<T>): Result<T> {
		if (isCreate(request) && !request.isRepeatable && !request.isStep) {
			const id = reply.headers['x-restli-id'];
			this.written.push(`${endpointOf(request)}${id ? ` → ${id}` : ''}`);
		}
		return { ok: true, reply };
	}

	async introspect(): Promise<IDataObject | undefined> {
		return await introspect(this);
	}

	/** One send. What it teaches about the endpoint is noted before the next one in the lane starts. */
	private async passGate(request: RestliRequest, count: number, deadlineMs: number): Promise<Passed> {
		const endpoint = endpointOf(request);
		const lane: Lane = HTTP_METHOD[request.restliMethod] === 'GET' ? 'read' : 'write';
		const gate = this.memory.connection.rateLimiter;
		const wish = { lane, endpoint, signal: this.signal, deadlineMs, callMs: DEADLINE_MS[lane] };
		const passed = await gate.pass(wish, async (): Promise<Passed> => {
			const spentUntilMs = spentUntil(this.memory, endpoint, Date.now());
			if (spentUntilMs !== undefined) {
				return { kind: 'unsent', error: throttledError(this, endpoint, true, spentUntilMs) };
			}
			const answer = await sendWithFailover(this.connection, this.memory, async (version) => {
				const sent = await this.sendOnce(request, version);
				gate.moved(lane);
				return sent;
			});
			if (answer.kind === 'reply') this.settings.hearTime?.(serverTime(answer.headers));
			if (answer.kind === 'failure') return { kind: 'unsent', error: answer.error };
			const verdict = answer.kind === 'reply' ? verdictOf(answer, request) : 'silent';
			if (answer.kind === 'reply' && verdict === 'done') return { kind: 'done', answer };
			if (answer.kind === 'reply' && verdict === 'elsewhere') {
				const { status, headers } = answer;
				const error = answeredElsewhere(endpoint, status, headers['x-li-uuid']);
				return { kind: 'unsent', error, mayBeDone: true };
			}
			if (answer.kind === 'reply' && answer.left === 'tooLarge' && !isCreate(request)) {
				return { kind: 'unsent', error: tooLarge(endpoint, MOST_ANSWER_BYTES[lane]), mayBeDone: true };
			}
			const refusal =
				answer.kind === 'reply' && verdict === 'refused' ? readErrorResponse(answer) : undefined;
			const outcome = outcomeOf(request, answer, refusal);
			const method = request.isRepeatable ? 'UPDATE' : request.restliMethod;
			const decision = decide(method, outcome, count, deadlineMs - monotonic.now(), Math.random());
			if (decision.again && decision.closesGate) gate.close(endpoint, decision.waitMs);
			if (!decision.again && decision.because === 'daily') {
				quotaOf(this.memory, refusal?.message).spend(endpoint, Date.now());
			}
			return { kind: 'refused', answer, refusal, outcome, decision };
		});
		if (passed.kind === 'stuck') return { kind: 'unsent', error: laneStuck(endpoint, passed.forMs) };
		if (passed.kind !== 'closed') return passed;
		return { kind: 'unsent', error: throttledError(this, endpoint, false, passed.untilMs) };
	}

	private async sendOnce(request: RestliRequest, version: string): Promise<Attempt> {
		this.sent += 1;
		const { apiHost, canRefresh, credentialType, oauthHost } = this.connection;
		const options = hostOptions(this.settings.options, this.connection.apiHost);
		if (request.isAtOAuthHost) {
			const wire = buildRequest(request, version, oauthHost);
			return await sendRequest(this.signer, undefined, { ...wire, options });
		}
		const wire = buildRequest(request, version, apiHost);
		return await sendRequest(this.signer, credentialType, {
			...wire,
			options,
			...(canRefresh && { renewal: this.memory.connection.renewal }),
		});
	}
}
