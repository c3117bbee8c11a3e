/** What the lead trigger asks of LinkedIn, in its own words. No function throws. */
import type { LeftOut } from '../../transport/elements';
import type { Entity } from '../../transport/readEntity';
import type { Answer } from '../sources';

/** A lead as far as the trigger has to know it. */
export interface NewLead {
	id: string;
	submittedAtMs: number;
	/** LinkedIn's own entity. */
	entity: Entity;
}

/** One page of the leads of a stream. */
export interface LeadPage {
	leads: NewLead[];
	/** Elements of the page, those among them that are no leads too. */
	size: number;
	/** Where the next page starts; undefined at the end. */
	next: number | undefined;
	/** How many there are in all, where LinkedIn says so. */
	total: number | undefined;
}

/** What the credential reaches. */
export interface ReachedOwners {
	/** One answer a kind of owner, as each has a list of its own. */
	lists: Array<Answer<string[]>>;
	/** Sentences for the log. */
	says: string[];
}

export interface LeadSources {
	/** Calls made so far. */
	calls: () => number;
	owners: () => Promise<ReachedOwners>;
	/** What could not be read so far in this poll. Costs no call. */
	leftOut: () => LeftOut[];
	/**
	 * @param stream its key: owner and type
	 * @param startMs submitted from then on, epoch milliseconds; whether a bound is included is not known
	 */
	page: (stream: string, startMs: number, endMs: number, start: number) => Promise<Answer<LeadPage>>;
}
