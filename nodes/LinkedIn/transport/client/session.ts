/** An open connection: the only place that sends requests. */
import type { IDataObject } from 'n8n-workflow';

import type { CallLine } from '../ledger/callLog';
import { ElementReader } from '../answers/elements';
import { onlyEmptyEnds } from '../answers/nextPage';
import { pageReply, type Position } from '../answers/pageReply';
import { pages as walkPages, type Paging } from '../answers/paginate';
import { isNotOffered, LinkedInError } from '../errors/errors';
import { missingScope, scopesFor, type ActsAs } from '../limits/access';
import { abortableSleep } from '../limits/sleep';
import { versionInForce } from '../limits/versionFailover';
import { includesScope } from '../linkedin/products';
import type { Connection } from '../memory/connection';
import { findCurrentMember } from '../memory/currentMember';
import type { Me, Memory } from '../memory/memory';
import { connectionNotices } from '../memory/notices';
import type { ProcessMemory } from '../memory/process';
import { allows, EVERYTHING, notAllowed } from '../policy/accessPolicy';
import { accessOfMethod, type Need } from '../policy/areas';
import { ValidateOnlyStop, type HeldBack } from '../policy/validateOnly';
import { encodePath, encodeQuery } from '../restli/encode';
import { HTTP_METHOD } from '../restli/method';
import { Claims } from '../run/claims';
import { Gathering, type Coalesced } from '../run/coalesce';
import { HeldBytes } from '../run/heldBytes';
import { runMemoryOf, type RunMemory } from '../run/runMemory';
import { fetchFile, unseenFile } from '../web/fetchFile';
import type { Wanted } from '../web/wanted';
import type { BinaryFile } from './binary';
import type {
	Attempt,
	Context,
	LinkedInClient,
	Recover,
	Reply,
	RestliRequest,
	Result,
	Settings,
	Upload,
} from '../types';
import { attempt, type RequestSender } from './attempt';
import { noteCall, noteHeldBack, type Called } from '../ledger/bookkeeping';
import { namedCall, targetOf } from '../ledger/called';
import { tooFewCalls, type TooFew } from '../ledger/tooFewCalls';
import { buildRequest, hostOptions } from './buildRequest';
import { sendRequest } from './httpClient';
import { introspect, INTROSPECTION_PATH } from './introspect';
import type { Signer } from './signing';
import { upload } from './upload';
import { endpointOf, isCreate } from './verdict';

export class Session implements LinkedInClient, RequestSender {
	readonly signal: AbortSignal | undefined;
	readonly elements = new ElementReader();
	readonly written: string[] = [];
	sent = 0;
	heldBack: ValidateOnlyStop | undefined;
	readonly unseen = new Set<string>();
	readonly claims: Claims;
	private actsAs: ActsAs | undefined;
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
		return new Set(connectionNotices(this.connection, this.memory, Date.now()));
	}

	may(scopes: readonly string[]): boolean | undefined {
		const granted = this.connection.grantedScopes;
		return granted ? scopes.some((scope) => includesScope(granted, scope)) : undefined;
	}

	need(as?: ActsAs): void {
		this.actsAs = as;
		const needed = scopesFor(this.settings.scopes ?? {}, as);
		const missing = missingScope(needed, this.connection);
		if (!missing) return;
		this.noteHeldBack(undefined, 'missing scope');
		throw new LinkedInError(missing.message, {
			code: 'MISSING_SCOPE',
			field: 'Credential',
			advice: missing.advice,
		});
	}

	allow(need: Need): void {
		const { nodePolicy, purpose } = this.settings;
		const node = this.context.getNode();
		const credential = node.credentials?.[this.connection.credentialType]?.name ?? '';
		// The credential's first: the node can never do more.
		const policies = [
			{ policy: this.connection.rules.policy, owner: { kind: 'credential', name: credential } },
			{ policy: nodePolicy ?? EVERYTHING, owner: { kind: 'node', name: node.name } },
		] as const;
		const against = policies.find(({ policy }) => !allows(policy, need));
		if (!against) return;
		this.noteHeldBack(undefined, 'access policy');
		throw notAllowed(against.policy, against.owner, need, purpose);
	}

	async me(): Promise<Me> {
		return await findCurrentMember(this);
	}

	async sleep(durationMs: number): Promise<void> {
		await abortableSleep(durationMs, this.signal);
	}

	async once<T>(key: string, work: () => Promise<T>): Promise<T> {
		if (!this.run) return await work();
		// Where one item only validates, others may send.
		const mode = this.settings.validateOnly ?? 'off';
		return await this.run.cache.once(`${this.connection.key} ${mode} ${key}`, work);
	}

	async coalesce<P, R>(parts: P[], collected: Coalesced<P, R>): Promise<R[]> {
		// Other items of the run may send, so its parts never go with theirs.
		if (this.isValidating) return await new Gathering().coalesce(parts, collected, this.signal);
		const key = `${this.connection.key} ${this.connection.version} ${collected.key}`;
		const gathering = this.run?.gathering ?? new Gathering();
		return await gathering.coalesce(parts, { ...collected, key }, this.signal);
	}

	async upload(request: Upload): Promise<Reply<unknown>> {
		this.holdBack({ restliMethod: 'ACTION', path: request.what }, false);
		return await upload(this, request);
	}

	async fetch(wanted: Wanted): Promise<BinaryFile> {
		if (this.settings.validateOnly === 'withoutCalls') {
			const file = unseenFile(wanted, () => {
				this.holdBack({ restliMethod: 'GET', path: file.property }, true);
			});
			this.unseen.add(file.property);
			return file;
		}
		const { address, mostBytes, streams } = wanted;
		const held = this.run?.fetched ?? new HeldBytes();
		return await this.once(
			`file ${streams ?? ''} ${mostBytes} ${address.href}`,
			async () => await fetchFile(this, wanted, held),
		);
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
		this.keepWithinNeeds(request);
		this.holdBack(request, !calledBy(request).changes);
		const result = await attempt(this, request, recover);
		if (result.ok && isCreate(request) && !request.isRepeatable && !request.isStep) {
			const id = result.reply.headers['x-restli-id'];
			this.written.push(`${endpointOf(request)}${id ? ` → ${id}` : ''}`);
		}
		return result;
	}

	get context(): Context {
		return this.signer.context;
	}

	get purpose(): string {
		return this.settings.purpose;
	}

	get hasOwnBudget(): boolean {
		return this.settings.hasOwnBudget === true;
	}

	get isValidating(): boolean {
		return (this.settings.validateOnly ?? 'off') !== 'off';
	}

	tooFewCalls({ endpoint, named }: HeldBack, calls: number): TooFew | undefined {
		return tooFewCalls(this, { endpoint, named, calls }, Date.now());
	}

	noteHeldBack(request: Address | undefined, decision: CallLine['decision']): void {
		noteHeldBack(this, request && calledBy(request), decision);
	}

	async introspect(): Promise<IDataObject | undefined> {
		this.holdBack({ restliMethod: 'ACTION', path: INTROSPECTION_PATH }, true);
		return await introspect(this);
	}

	async sendOnce(request: RestliRequest, version: string): Promise<Attempt> {
		this.sent += 1;
		const answered = noteCall(this, calledBy(request));
		const answer = await this.sendBare(request, version);
		answered(answer);
		return answer;
	}

	/** An expression may have given another value when the policy was checked than when it was used. */
	private keepWithinNeeds({ restliMethod }: RestliRequest): void {
		for (const { area, access } of this.settings.needs) {
			const needed = accessOfMethod(restliMethod);
			if (access === 'read' && needed !== 'read') this.allow({ area, access: needed });
			if (access === 'write' && needed === 'full') this.allow({ area, access: needed });
		}
	}

	/**
	 * The only place that decides what Validate Only sends.
	 * @throws ValidateOnlyStop for a write, and without calls for anything; whatever the request itself would
	 */
	private holdBack(request: Address, isRead: boolean): void {
		if (!this.isValidating || (isRead && this.settings.validateOnly === 'withReads')) return;
		const { restliMethod: method, body } = request;
		const [endpoint, named] = [endpointOf(request), namedCall(request)];
		const heldBack = { endpoint, named, method, path: encodeAddress(request), body };
		this.noteHeldBack(request, 'validate only');
		const scopes = scopesFor(this.settings.scopes ?? {}, this.actsAs);
		const stop = new ValidateOnlyStop(heldBack, isRead, this.sent, scopes);
		this.heldBack ??= stop;
		throw stop;
	}

	async withoutSecrets(data: IDataObject): Promise<IDataObject> {
		const copy = JSON.parse(JSON.stringify(data)) as IDataObject;
		return (await this.signer.secrets.cleanBody(copy)) as IDataObject;
	}

	private async sendBare(request: RestliRequest, version: string): Promise<Attempt> {
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

type Address = Pick<RestliRequest, 'restliMethod' | 'path' | 'keys' | 'query' | 'body'>;

function calledBy(request: Address): Called {
	return {
		endpoint: namedCall(request),
		target: targetOf(request.keys),
		changes: HTTP_METHOD[request.restliMethod] !== 'GET',
	};
}

function encodeAddress({ path, keys, query = {} }: Address): string {
	const encoded = encodeQuery(query);
	return encodePath(path, keys) + (encoded === '' ? '' : `?${encoded}`);
}
