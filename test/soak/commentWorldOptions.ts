/** The properties of a world of comments. */
export interface CommentWorldOptions {
	/** Ids of the pages; the first is there from the start. */
	pages?: string[];
	/** Another page, busy from the start, on which ada gets a role on day 3 at this hour, UTC. */
	gainedAtHour?: number;
	/** The last of `pages` is taken from ada on day 5, and given back two days later. */
	losesOne?: boolean;
	/** Posts of each page at the start. */
	posts: number;
	/** By others, including replies, over all pages. */
	commentsADay: number;
	/** Posts that the page publishes, this many days apart; 0 = none. */
	newPostEveryDays?: number;
	/** This many comments on one post, over two days, from the third day on. */
	viral?: number;
	/** Whether somebody replaces a comment by another within a minute, or writes twenty at once. */
	lively?: boolean;
	/** The credential may read the feed, so what it reports is promised whatever the post's age. */
	isFed: boolean;
	/** Only the posts of the start are watched. */
	chosen?: boolean;
}
