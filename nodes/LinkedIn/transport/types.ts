/** What the parts of transport share: a request on its way, what comes of it, and the client that operations are handed. */
import type {
	IDataObject,
	IExecuteSingleFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
} from 'n8n-workflow';

import type { ElementReader } from './answers/elements';
import type { Paging } from './answers/paginate';
import type { Bytes } from './client/binary';
import type { Renewal } from './client/renewal';
import type { LinkedInError } from './errors/errors';
import type { ActsAs, Scopes } from './limits/access';
import type { CallKind } from './limits/callLimits';
import type { Connection } from './memory/connection';
import type { Me, Memory } from './memory/memory';
import type { RestliMethod } from './restli/method';
import type { RestliValue } from './restli/value';
import type { AccessPolicy } from './policy/accessPolicy';
import type { Need } from './policy/areas';
import type { Claims } from './run/claims';
import type { Coalesced } from './run/coalesce';

export type Context = IExecuteSingleFunctions | IPollFunctions | ILoadOptionsFunctions;

export interface RestliRequest {
	restliMethod: RestliMethod;
	/** Template below the API host, e.g. `/rest/socialActions/{post}/comments`. */
	path: string;
	keys?: Record<string, RestliValue>;
	query?: Record<string, RestliValue | undefined>;
	body?: IDataObject;
	/** At the host that issues the tokens, and without one. */
	isAtOAuthHost?: true;
	/** A second one does no harm: nobody sees it before the next step, or it changes nothing. */
	isRepeatable?: true;
	/** Part of an upload, which nobody sees before a later step: a failure behind it may be tried again. */
	isStep?: true;
	/** The write is for what its answer says: without that it was not answered. */
	needsBody?: true;
	/** A 409 says that the thing stands already, and is not waited out. */
	conflictMeansExists?: true;
	/**
	 * A second one would stand beside the first, and LinkedIn would not refuse it. So a 409 or 429 is not believed alone: a
	 * gateway may have made it of the answer to something that was done.
	 */
	looksAfterRefusal?: true;
	/** It was refused so in a try of this run before: it is looked for before it is sent. */
	looksFirst?: boolean;
	/**
	 * Of several requests for the same thing, which share Max Wait: when the first of them began, by the clock that nobody
	 * sets. This one begins now when left out.
	 */
	begunAtMs?: number;
	/** It refers to what was just made: LinkedIn's words, with a 404, where it does not find that yet, which passes. */
	partsMayLag?: RegExp;
}

export interface Reply<T> {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** As it came, where it cannot be read. */
	body: T;
	/** LinkedIn did it, and what else it said is lost or cannot be read. */
	isUnreadable?: true;
	/** A create that turned out to exist already, after an answer was lost. */
	deduplicated?: true;
}

export type Result<T> =
	| { ok: true; reply: Reply<T> }
	/** `mayBeDone`: LinkedIn may have done it all the same, as an answer, to this send or to one before, was lost. */
	| { ok: false; error: LinkedInError; mayBeDone?: true };

/**
 * Looks for what a create may have made, though LinkedIn did not say so.
 * @param after what came of it: no answer that says what became of it, or LinkedIn's word that it was not done
 * @returns the reply it would have had; `absent` when it may be sent once more without making a second one; `unclear`
 * when something stands that may be it; undefined when nobody can look
 */
export type Recover<T> = (after: 'lost' | 'refused') => Promise<Recovered<T>>;

export type Recovered<T> = Reply<T> | 'absent' | 'unclear' | undefined;

export interface LinkedInClient {
	readonly connection: Connection;
	/** What is remembered of it. */
	readonly memory: Memory;
	/** The API version in force, `YYYYMM`: the pinned one until that has ended. */
	readonly version: string;
	/** Sentences the user should read, to travel on the first item out. */
	readonly notices: ReadonlySet<string>;
	/** Reads elements of LinkedIn's answers, and counts those that it has to leave out. */
	readonly elements: ElementReader;
	/** What was created so far, in words: from then on a failure must not be tried again. */
	readonly written: readonly string[];
	/** Requests sent so far; of those that n8n repeats by itself, as after renewing a token, it counts one. */
	readonly sent: number;
	/** What this run and others have written, which no look after a lost answer may take for its own. */
	readonly claims: Claims;
	/** Sends one request. @throws LinkedInError */
	request<T>(request: RestliRequest, recover?: Recover<T>): Promise<Reply<T>>;
	/** Sends one request and returns a refusal instead of throwing it. */
	attempt<T>(request: RestliRequest, recover?: Recover<T>): Promise<Result<T>>;
	/** Walks a list by offset or token, one page at a time. @throws LinkedInError */
	pages<T>(request: RestliRequest, paging: Paging): AsyncGenerator<T[]>;
	/** Sends the bytes of a file to an address that LinkedIn gave. @throws LinkedInError */
	upload(request: Upload): Promise<Reply<unknown>>;
	/** Does the work once for all items of a run that ask with the same key and connection; a failure is not kept. */
	once<T>(key: string, work: () => Promise<T>): Promise<T>;
	/** Gathers parts of work from each item of a run, and does the work once for all of one connection. */
	coalesce<P, R>(parts: P[], collected: Coalesced<P, R>): Promise<R[]>;
	/** Who the connection acts for. @throws LinkedInError when LinkedIn does not tell */
	me(): Promise<Me>;
	/** True, false, or undefined where a pasted token does not say what was granted. */
	may(scopes: readonly string[]): boolean | undefined;
	/** Refuses without a call when the operation's scope for this kind of author is lacking. @throws LinkedInError */
	need(as?: ActsAs): void;
	/** Refuses without a call what the credential's policy, or the node's own, doesn't allow. @throws LinkedInError */
	allow(need: Need): void;
	/** Asks LinkedIn about the token itself, at the host that issued it; undefined where that cannot be asked. */
	introspect(): Promise<IDataObject | undefined>;
	/** Waits, and ends at once when the execution is cancelled. */
	sleep(durationMs: number): Promise<void>;
}

export interface Settings {
	/** What the node is about to do, for the log and the errors, e.g. `Post: Create`. */
	purpose: string;
	/** What it takes of an access policy; nothing where it only tells what this connection is and did. */
	needs: readonly Need[];
	/** What the node itself may do, beside what its credential allows. */
	nodePolicy?: AccessPolicy;
	/** A trigger counts against its own Max Calls a Day. */
	hasOwnBudget?: true;
	/** Options n8n prepared for this request: proxy, timeout, allowed domains. */
	options?: HostOptions;
	/** How long retries and waits may take in all, in milliseconds. */
	maxWaitMs?: number;
	/** What the operation needs, for the access check and the error texts. */
	scopes?: Scopes;
	role?: string;
	accountRole?: string;
	/** Called for each answer. @param atMs LinkedIn's time, epoch milliseconds; undefined where the answer names none */
	hearTime?: (atMs: number | undefined) => void;
	/** The node's name for a field path of LinkedIn's, for the error texts. */
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
	/** Where n8n can renew the token, which it does only on a thrown 401. */
	renewal?: Renewal;
}

export type Attempt =
	| {
			kind: 'reply';
			status: number;
			headers: Record<string, string>;
			body: unknown;
			wasThrown?: true;
			/** The body did not come whole. */
			isCut?: true;
			/** Why it was left: past the deadline, or beyond the limit of its size. */
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
	/** When the address ends, as LinkedIn said; documented in epoch milliseconds. */
	expiresAtMs?: number;
	/** False where the address itself is signed, and the token must not travel with it. */
	withToken: boolean;
	/** The upload host asks for the API version too. */
	isVersioned?: true;
	headers: Record<string, string>;
	sizeBytes: number;
	/** Opens the bytes, anew for each try. */
	open(): Promise<Bytes>;
}

/** The part of a client that asks one thing at a time. */
export type Asker = Pick<LinkedInClient, 'attempt' | 'connection' | 'memory'>;
/** The same, of an answer that has elements. */
export type ListAsker = Asker & Pick<LinkedInClient, 'elements'>;
