/** What is remembered about LinkedIn for one connection; kept.ts says how long and how much. */
import { Renewal } from '../client/renewal';
import { CallLog } from '../ledger/callLog';
import { Counter } from '../ledger/counter';
import { DayCount } from '../ledger/dayCount';
import { Semaphore } from '../flow/semaphore';
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
	/** When the window ends, in milliseconds of the monotonic clock. */
	resetAtMs: number;
	/** When LinkedIn said so, by the same clock. */
	answeredAtMs: number;
}

/** A post whose text continues in comments. */
export class UnfinishedPost {
	/** For one run at a time. */
	readonly turn = new Semaphore(1);
	/** Its URN; undefined until it's published. */
	post: string | undefined = undefined;
	/** By place in the text, the URNs of its comments; null if LinkedIn did not return one. */
	readonly comments = new Map<number, string | null>();
	/**
	 * How writing the next comment failed, which may exist nevertheless: refused, as LinkedIn has been seen to do with
	 * what it wrote, or without an answer.
	 */
	doubt: 'refused' | 'unknown' | undefined = undefined;
}

/** Of a host, for everyone who uses it. */
export class HostMemory {
	readonly refusedVersions = new Remembered<true>(KEPT.refusedVersions.most);
	/** Of all runs of this process, because another one may write the same at the same time. */
	readonly names = new Remembered<true>(KEPT.names.most);
	/** When something with an unknown id was last written, or may have been; epoch milliseconds. */
	readonly unnamed = new Remembered<number>(KEPT.unnamed.most);
	/** By author and text, posts whose text continues in comments that aren't all written yet. */
	readonly unfinished = new Remembered<UnfinishedPost>(KEPT.unfinished.most);
	/** Which form of mention its versioned comments accept. */
	mentionForm: 'short' | 'long' | undefined = undefined;
}

/** Of credential, hosts and member. Stays when n8n renews the token. */
export class ConnectionMemory {
	readonly rateLimiter = new RateLimiter();
	readonly renewal = new Renewal();
	readonly versions = new Remembered<string>(KEPT.versions.most);
	me: Me | undefined = undefined;
	readonly callLog = new CallLog(KEPT.callLog.most);
	allowance: Allowance | undefined = undefined;
	readonly posts = new Remembered<string>(KEPT.posts.most);
	readonly grants = new Remembered<GrantMemory>(KEPT.grants.most);

	get isIdle(): boolean {
		return this.rateLimiter.isIdle && !this.renewal.isUnderWay;
	}
}

/** What is known about one batch call. */
export interface BatchFacts {
	size: number;
	isRefused: boolean;
}

/** What LinkedIn's pages leave open, and what it turned out to accept. */
interface Learnt {
	/** It doesn't show media. */
	hidesMedia?: true;
	/** It accepts the member's comments and likes only on the older resources. */
	isSelfServe?: true;
	/** It doesn't name targeting entities. */
	refusesTargeting?: true;
	/** Which form of the account it accepts for attributed revenue. */
	revenueAccount?: 'single' | 'list';
}

/** Of the member's consent. */
export class GrantMemory {
	/** By tier and path. */
	readonly batches = new Remembered<BatchFacts>(KEPT.batches.most);
	readonly refusedBatchWrites = new Remembered<true>(KEPT.refusedBatchWrites.most);
	readonly leadPageSizes = new Remembered<number>(KEPT.leadPageSizes.most);
	readonly learnt: Learnt = {};
}

/** All memories that one connection uses. */
export interface Memory {
	connection: ConnectionMemory;
	grant: GrantMemory;
	host: HostMemory;
	/** Counts all members of an application at a host; of a connection whose application is not known, its own. */
	application: Counter;
	/** Calls of action nodes and lists with the credential, for all members that it connected; triggers have a budget of their own. */
	credential: DayCount;
	/** Of a member of an application, over all their credentials. */
	member: Counter;
}

/** An empty memory. */
export function newMemory(): Memory {
	return {
		connection: new ConnectionMemory(),
		grant: new GrantMemory(),
		host: new HostMemory(),
		application: new Counter(),
		member: new Counter(),
		credential: new DayCount(),
	};
}
