/** What is remembered of LinkedIn for one connection; kept.ts says for how long and how much. */
import { Renewal } from '../client/renewal';
import { CallLog } from '../ledger/callLog';
import { Counter } from '../ledger/counter';
import { DayCount } from '../ledger/dayCount';
import { RateLimiter } from '../limits/rateLimiter';
import { KEPT } from './kept';
import { Remembered } from './remembered';

export interface Me {
	/** `urn:li:person:…`, different for each LinkedIn app. */
	urn: string;
	name?: string;
}

/** Messages that LinkedIn still allows. */
export interface Allowance {
	remaining: number;
	/** When the window ends, in milliseconds by the clock that nobody sets. */
	resetAtMs: number;
	/** When LinkedIn said so, by the same. */
	answeredAtMs: number;
}

/** Of a host, whoever asks it. */
export class HostMemory {
	readonly refusedVersions = new Remembered<true>(KEPT.refusedVersions.most);
	/** Of all runs of this process, as another one may write the same at the same time. */
	readonly names = new Remembered<true>(KEPT.names.most);
	/** When something was last written, or may have been, that nobody can name; epoch milliseconds. */
	readonly unnamed = new Remembered<number>(KEPT.unnamed.most);
	/** How it takes a mention in a comment, on its versioned resource. */
	mentionForm: 'short' | 'long' | undefined = undefined;
}

/** Of credential, hosts and member. Stays when n8n renews the token. */
export class ConnectionMemory {
	readonly rateLimiter = new RateLimiter();
	readonly renewal = new Renewal();
	readonly versions = new Remembered<string>(KEPT.versions.most);
	me: Me | undefined = undefined;
	/** Of action nodes and lists; triggers have a budget of their own. */
	readonly calls = new DayCount();
	readonly callLog = new CallLog(KEPT.callLog.most);
	allowance: Allowance | undefined = undefined;
	readonly posts = new Remembered<string>(KEPT.posts.most);
	readonly grants = new Remembered<GrantMemory>(KEPT.grants.most);

	get isIdle(): boolean {
		return this.rateLimiter.isIdle && !this.renewal.isUnderWay;
	}
}

/** What is known of one batch call. */
export interface BatchFacts {
	size: number;
	isRefused: boolean;
}

/** What LinkedIn's pages leave open, and what it turned out to take. */
interface Learnt {
	/** It does not show media. */
	hidesMedia?: true;
	/** It takes comments and likes of the member over the older resources alone. */
	isSelfServe?: true;
	/** It does not name targeting entities. */
	refusesTargeting?: true;
	/** How it takes the account of attributed revenue. */
	revenueAccount?: 'single' | 'list';
}

/** Of what the member allowed when connecting. */
export class GrantMemory {
	/** By tier and path. */
	readonly batches = new Remembered<BatchFacts>(KEPT.batches.most);
	readonly refusedBatchWrites = new Remembered<true>(KEPT.refusedBatchWrites.most);
	readonly leadPageSizes = new Remembered<number>(KEPT.leadPageSizes.most);
	readonly learnt: Learnt = {};
}

/** All that one connection may know. */
export interface Memory {
	connection: ConnectionMemory;
	grant: GrantMemory;
	host: HostMemory;
	/** Counts all members of an application at a host; of a connection whose application is not known, its own. */
	application: Counter;
	/** Of a member of an application, over all their credentials. */
	member: Counter;
}

/** A memory of nothing. */
export function newMemory(): Memory {
	return {
		connection: new ConnectionMemory(),
		grant: new GrantMemory(),
		host: new HostMemory(),
		application: new Counter(),
		member: new Counter(),
	};
}
