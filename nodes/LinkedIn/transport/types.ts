/** What the parts of transport share: a request, its result, and the client that operations use. */
import type {
	IDataObject,
	IExecuteSingleFunctions,
	IHookFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import type { ElementReader } from './answers/elements';
import type { Paging } from './answers/paginate';
import type { BinaryFile, Bytes } from './client/binary';
import type { Renewal } from './client/renewal';
import type { LinkedInError } from './errors/errors';
import type { ActsAs, Scopes } from './limits/access';
import type { CallKind } from './limits/callLimits';
import type { Connection } from './memory/connection';
import type { Me, Memory } from './memory/memory';
import type { RestliMethod } from './restli/method';
import type { RestliValue } from './restli/value';
import type { TooFew } from './ledger/tooFewCalls';
import type { AccessPolicy } from './policy/accessPolicy';
import type { Need } from './policy/areas';
import type { HeldBack, ValidateOnly, ValidateOnlyStop } from './policy/validateOnly';
import type { Claims } from './run/claims';
import type { Coalesced } from './run/coalesce';
import type { Wanted } from './web/wanted';

export type Context =
	IExecuteSingleFunctions | IHookFunctions | ILoadOptionsFunctions | IPollFunctions | IWebhookFunctions;

export interface RestliRequest {
	restliMethod: RestliMethod;
	/** Template below the API host, e.g. `/rest/socialActions/{post}/comments`. */
	path: string;
	keys?: Record<string, RestliValue>;
	query?: Record<string, RestliValue | undefined>;
	body?: IDataObject;
	/** At the host that issues the tokens, and without one. */
	isAtOAuthHost?: true;
	/** Sending it twice is harmless: nobody sees it before the next step, or it changes nothing. */
	isRepeatable?: true;
	/** Part of an upload, which nobody sees before a later step, so a later failure may be tried again. */
	isStep?: true;
	/** The write is made for its answer: without it, it counts as unanswered. */
	needsBody?: true;
	/** A 409 says that it exists already, so waiting doesn't help. */
	conflictMeansExists?: true;
	/**
	 * LinkedIn wouldn't refuse a duplicate. So a 409 or 429 alone isn't reliable: a gateway may have turned the answer
	 * to a completed request into one.
	 */
	looksAfterRefusal?: true;
	/** An earlier try of this run was refused in this way, so it's looked up before it's sent. */
	looksFirst?: boolean;
	/**
	 * For several requests for the same thing, which share Max Wait: when the first of them began, by the monotonic
	 * clock. By default this one begins now.
	 */
	begunAtMs?: number;
	/** It refers to something just created: LinkedIn's words, with a 404, while it doesn't find that yet. */
	partsMayLag?: RegExp;
}

export interface Reply<T> {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** Unchanged if it can't be read. */
	body: T;
	/** LinkedIn did it, but the rest of its answer is lost or unreadable. */
	isUnreadable?: true;
	/** A create that turned out to exist already, after a lost answer. */
	deduplicated?: true;
}

export type Result<T> =
	| { ok: true; reply: Reply<T> }
	/** `mayBeDone`: LinkedIn may have done it anyway, because an answer to this attempt or an earlier one was lost. */
	| { ok: false; error: LinkedInError; mayBeDone?: true };

/**
 * Looks for what a create may have made although LinkedIn didn't confirm it.
 * @param after its result: no usable answer, or LinkedIn's statement that it wasn't done
 * @returns the reply it would have had; `absent` if it may be sent again without creating a duplicate; `unclear` if
 * something exists that may be it; undefined if it can't be looked up
 */
export type Recover<T> = (after: 'lost' | 'refused') => Promise<Recovered<T>>;

export type Recovered<T> = Reply<T> | 'absent' | 'unclear' | undefined;

export interface LinkedInClient {
	readonly connection: Connection;
	/** What is remembered about it. */
	readonly memory: Memory;
	/** The API version in use, `YYYYMM`: the pinned one until it has ended. */
	readonly version: string;
	/** Sentences the user should read, for the first output item. */
	readonly notices: ReadonlySet<string>;
	/** Reads elements of LinkedIn's answers, and counts those that are left out. */
	readonly elements: ElementReader;
	/** What was created so far, in words: after that, a failure must not be tried again. */
	readonly written: readonly string[];
	/** Requests sent so far. If n8n repeats one itself, such as after renewing a token, it counts as one. */
	readonly sent: number;
	/** The first request that Validate Only held back, even if the operation continued. */
	readonly heldBack: ValidateOnlyStop | undefined;
	/** Whether Validate Only is on, so that nothing that waits or changes something is done. */
	readonly isValidating: boolean;
	/**
	 * What prevents that the held back operation is sent now: a used-up quota, or a limit that leaves too few calls.
	 * Makes no call.
	 * @param calls of the whole operation, to the API
	 */
	tooFewCalls(request: HeldBack, calls: number): TooFew | undefined;
	/** Addresses, as far as they may be shown, that Validate Only didn't fetch. */
	readonly unseen: ReadonlySet<string>;
	/** A copy of data without the secrets of the connection. */
	withoutSecrets(data: IDataObject): Promise<IDataObject>;
	/** What this run and others have written, which a look-up after a lost answer must not mistake for its own. */
	readonly claims: Claims;
	/** Sends one request. @throws LinkedInError */
	request<T>(request: RestliRequest, recover?: Recover<T>): Promise<Reply<T>>;
	/** Sends one request and returns a refusal instead of throwing it. */
	attempt<T>(request: RestliRequest, recover?: Recover<T>): Promise<Result<T>>;
	/** Reads a list by offset or token, one page at a time. @throws LinkedInError */
	pages<T>(request: RestliRequest, paging: Paging): AsyncGenerator<T[]>;
	/** Sends the bytes of a file to an address that LinkedIn gave. @throws LinkedInError */
	upload(request: Upload): Promise<Reply<unknown>>;
	/**
	 * A file from a web address, fetched once for all items of a run. Not fetched if nothing may be sent: then it's
	 * unseen, and named in `unseen`.
	 * @throws LinkedInError
	 */
	fetch(wanted: Wanted): Promise<BinaryFile>;
	/** Does the work once for all items of a run with the same key and connection; a failure isn't kept. */
	once<T>(key: string, work: () => Promise<T>): Promise<T>;
	/** Gathers parts of work from each item of a run, and does the work once for all of one connection. */
	coalesce<P, R>(parts: P[], collected: Coalesced<P, R>): Promise<R[]>;
	/** Who the connection acts for. @throws LinkedInError if LinkedIn doesn't say */
	me(): Promise<Me>;
	/** True, false, or undefined for a pasted token, whose scopes aren't known. */
	may(scopes: readonly string[]): boolean | undefined;
	/** Refuses without a call if the operation's scope for this kind of author is missing. @throws LinkedInError */
	need(as?: ActsAs): void;
	/** Refuses without a call what the credential's policy, or the node's own, doesn't allow. @throws LinkedInError */
	allow(need: Need): void;
	/** Notes in the log of calls that the operation is refused by what the credential's owner set. */
	noteHeldBack(request: undefined, decision: 'daily budget'): void;
	/** Asks LinkedIn about the token itself, at the host that issued it; undefined where that cannot be asked. */
	introspect(): Promise<IDataObject | undefined>;
	/** Waits, and ends at once if the execution is cancelled. */
	sleep(durationMs: number): Promise<void>;
}

export interface Settings {
	/** What the node is about to do, for the log and the errors, e.g. `Post: Create`. */
	purpose: string;
	/** What it takes of an access policy; nothing where it only tells what this connection is and did. */
	needs: readonly Need[];
	/** What the node itself may do, beside what its credential allows. */
	nodePolicy?: AccessPolicy;
	/** Unless off, nothing is sent: the first request that isn't allowed throws a ValidateOnlyStop. */
	validateOnly?: ValidateOnly;
	/** A trigger counts against its own Max Calls a Day. */
	hasOwnBudget?: true;
	/** Options n8n prepared for this request: proxy, timeout, allowed domains. */
	options?: HostOptions;
	/** Maximum total time for retries and waiting, in milliseconds. */
	maxWaitMs?: number;
	/** What the operation needs, for the access check and the error texts. */
	scopes?: Scopes;
	role?: string;
	accountRole?: string;
	/** The LinkedIn product it needs, if no scope tells. */
	product?: string;
	/**
	 * Called for each answer. @param atMs LinkedIn's time, epoch milliseconds; undefined if the answer doesn't have one
	 */
	hearTime?: (atMs: number | undefined) => void;
	/** The node's name for one of LinkedIn's field paths, for the error texts. */
	fieldName?: (path: string) => string | undefined;
}

/** What n8n prepared for the node's requests and expects on each of them. */
export interface HostOptions {
	timeout?: number;
	proxy?: unknown;
	skipSslCertificateValidation?: unknown;
	allowedDomains?: string;
}

export interface HttpRequest {
	kind: CallKind;
	method: string;
	url: string;
	headers: Record<string, string>;
	body?: string | Bytes;
	/** Of a file. */
	sizeBytes?: number;
	options: HostOptions;
	/** Whether n8n can renew the token, which it does only on a thrown 401. */
	renewal?: Renewal;
}

export type Attempt =
	| {
			kind: 'reply';
			status: number;
			headers: Record<string, string>;
			body: unknown;
			wasThrown?: true;
			/** The body didn't arrive completely. */
			isCut?: true;
			/** Why it was aborted: past the deadline, or beyond the size limit. */
			left?: 'late' | 'tooLarge';
	  }
	| { kind: 'silence'; cause: string; neverSent: boolean; isGarbled?: true }
	| { kind: 'failure'; error: LinkedInError };

export interface Upload {
	/** For the errors, e.g. `part 2 of 5 of the video`. */
	what: string;
	method: 'PUT' | 'POST';
	/** As LinkedIn gave it. */
	url: string;
	/** When the address expires, as LinkedIn said; documented in epoch milliseconds. */
	expiresAtMs?: number;
	/** False if the address itself is signed and the token must not be sent along. */
	withToken: boolean;
	/** The upload host also requires the API version. */
	isVersioned?: true;
	headers: Record<string, string>;
	sizeBytes: number;
	/** Opens the bytes, again for each attempt. */
	open(): Promise<Bytes>;
}

/** The part of a client that makes one request at a time. */
export type Asker = Pick<LinkedInClient, 'attempt' | 'connection' | 'memory'>;
/** The same, for an answer with elements. */
export type ListAsker = Asker & Pick<LinkedInClient, 'elements'>;
