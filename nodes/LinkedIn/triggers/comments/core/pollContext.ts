/** A running poll: what is watched, what the credential may do, and what it may use. */
import type { EventName } from '../../events/core/event';
import type { Ask } from '../../polling/core/asking';
import type { News } from './news';
import type { Sources } from './sources';
import type { Memory } from './state/memory';
import type { TriggerState } from './state/state';

/** What the user wants to watch. */
export interface Watch {
	/** Page URNs or the names in their addresses; `managed` for all pages I manage. Empty for chosen posts. */
	pages: Array<{ urn: string } | { vanityName: string }> | 'managed';
	/** URNs of chosen posts. */
	posts: string[];
	events: readonly EventName[];
	includeReplies: boolean;
	includeOwn: boolean;
	/** Look up the names of the people who did something. */
	actorNames: boolean;
}

/** What the credential can do, known without a call; true if unknown. */
export interface Reach {
	/** Read the notification feed of a page. */
	feed: boolean;
	/** Read comments and their counts. */
	comments: boolean;
	/** Use batch calls: not on the Development tier, where the feed was also seen to fail. */
	batch: boolean;
}

export interface PollContext {
	state: TriggerState;
	memory: Memory;
	watch: Watch;
	reach: Reach;
	sources: Sources;
	ask: Ask;
	/** Successful calls of this poll. */
	answered: () => number;
	/** Calls per day. */
	perDay: number;
	/** URN of the connected member, if known. */
	me: string | undefined;
	now: () => number;
	/** LinkedIn said what time it is. */
	isTimeKnown: boolean;
	/** Takes what was found besides new comments. */
	give: (news: News) => void;
	/** Logs a sentence, at most once a day. @param about the topic, if its wording varies */
	say: (sentence: string, about?: string) => void;
	/** Also adds the sentence to the first item. */
	tell: (sentence: string, about?: string) => void;
}
