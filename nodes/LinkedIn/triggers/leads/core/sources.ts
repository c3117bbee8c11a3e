/** What the lead trigger requests from LinkedIn, in its own terms. No function throws. */
import type { LeftOut } from '../../../transport/answers/elements';
import type { Position } from '../../../transport/answers/pageReply';
import type { Entity } from '../../../transport/answers/readEntity';
import type { Answer } from '../../polling/core/answer';
import type { OwnerKind } from './state';

/** A lead, as far as the trigger needs to know it. */
export interface NewLead {
	/** A hash of its content if LinkedIn doesn't return an id. */
	id: string;
	/** The same for the same answers of the same person, also while LinkedIn leaves out the id. */
	contentId?: string;
	/** The end of the requested span if LinkedIn's time can't be read. */
	submittedAtMs: number;
	/** LinkedIn doesn't return the time. */
	isUndated?: true;
	/** LinkedIn's own entity. */
	entity: Entity;
}

/** One page of the leads of a stream. */
export interface LeadPage {
	leads: NewLead[];
	/** Elements of the page, including those that aren't leads. */
	size: number;
	/** The page size according to LinkedIn, otherwise the requested one. */
	count: number;
	/** Where the next page would start. */
	next: number;
	/** The same for pages of the same elements. */
	print: string;
	/** LinkedIn sent a link to a next page. */
	hasLink: boolean;
	/** The total, if LinkedIn sends one; only a hint. */
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
	/** Kinds of owners that can be listed, and sentences for the log about the others. */
	kinds: () => { kinds: OwnerKind[]; says: string[] };
	/** One call. @param position undefined for the first page */
	owners: (kind: OwnerKind, position: Position | undefined) => Promise<Answer<OwnerPage>>;
	/** What couldn't be read so far in this poll. Makes no call. */
	leftOut: () => LeftOut[];
	/**
	 * One call.
	 * @param stream its key: owner and type
	 * @param startMs submitted from then on, epoch milliseconds; it isn't known whether the bounds are included
	 * @returns `again` if LinkedIn may accept the same with a smaller page
	 */
	page: (
		stream: string,
		startMs: number,
		endMs: number,
		start: number,
	) => Promise<Answer<LeadPage | 'again'>>;
	/**
	 * Adds the form to each lead that LinkedIn sent without one. What was read is kept for the next time, whatever
	 * stops it.
	 * @param mayAsk called before each call
	 */
	withForms: (leads: NewLead[], mayAsk: () => boolean) => Promise<Answer<NewLead[]>>;
}
