/** What the lead trigger asks of LinkedIn, in its own words. No function throws. */
import type { LeftOut } from '../../../transport/answers/elements';
import type { Position } from '../../../transport/answers/pageReply';
import type { Entity } from '../../../transport/answers/readEntity';
import type { Answer } from '../../polling/core/answer';
import type { OwnerKind } from './state';

/** A lead as far as the trigger has to know it. */
export interface NewLead {
	/** That of its content where LinkedIn gives none. */
	id: string;
	/** The same for the same answers of the same person, also where LinkedIn leaves out the id for a while. */
	contentId?: string;
	/** The end of the span that was asked for where LinkedIn's time cannot be read. */
	submittedAtMs: number;
	/** LinkedIn does not tell the time. */
	isUndated?: true;
	/** LinkedIn's own entity. */
	entity: Entity;
}

/** One page of the leads of a stream. */
export interface LeadPage {
	leads: NewLead[];
	/** Elements of the page, those among them that are no leads too. */
	size: number;
	/** How many LinkedIn says the page may hold, else how many were asked for. */
	count: number;
	/** Where the next page would start. */
	next: number;
	/** The same for pages of the same elements. */
	print: string;
	/** LinkedIn sent a link to a next page. */
	hasLink: boolean;
	/** How many there are in all, where LinkedIn says so; a hint and no more. */
	total: number | undefined;
}

/** One page of the owners of a kind. */
export interface OwnerPage {
	owners: string[];
	/** Elements of the page, wanted or not. */
	size: number;
	/** Where the next page starts; undefined at the end. */
	next: Position | undefined;
}

export interface LeadSources {
	/** Calls made so far. */
	calls: () => number;
	/** Kinds of owners that can be listed, and sentences for the log about those that cannot. */
	kinds: () => { kinds: OwnerKind[]; says: string[] };
	/** One call. @param position undefined for the first page */
	owners: (kind: OwnerKind, position: Position | undefined) => Promise<Answer<OwnerPage>>;
	/** What could not be read so far in this poll. Costs no call. */
	leftOut: () => LeftOut[];
	/**
	 * One call.
	 * @param stream its key: owner and type
	 * @param startMs submitted from then on, epoch milliseconds; whether a bound is included is not known
	 * @returns `again` where LinkedIn may take the same with fewer a page
	 */
	page: (
		stream: string,
		startMs: number,
		endMs: number,
		start: number,
	) => Promise<Answer<LeadPage | 'again'>>;
	/**
	 * Puts its form into each lead that LinkedIn sent without one. What was read is kept for the next time, whatever
	 * stops it.
	 * @param mayAsk asked before each call
	 */
	withForms: (leads: NewLead[], mayAsk: () => boolean) => Promise<Answer<NewLead[]>>;
}
