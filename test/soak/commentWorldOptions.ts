/** What a world of comments is like. */
export interface CommentWorldOptions {
	/** Ids of the pages; the first is there from the start. */
	pages?: string[];
	/** A further page, busy from the start, on which ada gets a role on day 3 at this hour, UTC. */
	gainedAtHour?: number;
	/** The last of `pages` is taken from ada on day 5, and given back two days later. */
	losesOne?: boolean;
	/** Posts of each page at the start. */
	posts: number;
	/** By others, replies counted in, over all pages. */
	commentsADay: number;
	/** Posts that the page publishes, each so many days; 0 = none. */
	newPostEveryDays?: number;
	/** So many comments on one post, over two days, from the third day on. */
	viral?: number;
	/** Whether somebody swaps a comment for another within a minute, or writes twenty at once. */
	lively?: boolean;
	/** The credential may read the feed: what that tells is promised whatever its post's age. */
	isFed: boolean;
	/** The posts of the start are all that is watched. */
	chosen?: boolean;
}
