/**
 * What the comment trigger requests from LinkedIn, in its own terms. The n8n side implements it with real calls, unit
 * tests with fakes. Unless stated otherwise every function makes one request, and none throws.
 */
import type { LeftOut } from '../../../transport/answers/elements';
import type { Notification } from '../../events/core/notification';
import type { Answer, Further } from '../../polling/core/answer';

export interface Comment {
	/** Long form: `urn:li:comment:(urn:li:activity:…,…)`. */
	urn: string;
	id: string;
	/** The post inside the comment's URN, which is its activity. */
	activity: string;
	text: string | null;
	createdAtMs: number;
	/** URN of the person or page that wrote it. */
	actor: string | null;
	/** URN of the person who acted for a page. */
	agent: string | null;
	/** URN of the comment it replies to; null at the top level; undefined if unknown. */
	parent: string | null | undefined;
	/**
	 * How many replies LinkedIn counts below it; 0 if it doesn't say, undefined if there are some but without a count.
	 */
	replies: number | undefined;
}

/** One page of a list of comments. */
export interface CommentPage extends Further {
	comments: Comment[];
	/** How many others LinkedIn listed that couldn't be read. */
	unread: number;
	/** LinkedIn's counts. */
	total: number | undefined;
}

/** A page of a notification feed (docs.notifications). */
export interface FeedPage extends Further {
	told: Notification[];
}

export interface Post {
	urn: string;
	text: string | null;
	author: string | null;
	createdAtMs: number | undefined;
	publishedAtMs?: number;
	/** A draft, or LinkedIn is still publishing it. */
	isUnpublished?: boolean;
	/** It's public; undefined if LinkedIn doesn't say. */
	isPublic: boolean | undefined;
}

export interface PostPage extends Further {
	posts: Post[];
}

export interface PagesPage extends Further {
	urns: string[];
	/** How many other roles are on it that don't show comments. */
	others: number;
}

export interface Counts {
	activity: string | undefined;
	/** Comments of both levels; undefined if LinkedIn doesn't say. */
	all: number | undefined;
	topLevel: number | undefined;
	/** Reactions of all types; undefined if LinkedIn doesn't say. */
	reactions?: number;
}

export interface Sources {
	/** What LinkedIn notified a page of between two epoch milliseconds, from an offset on. */
	notifications(
		page: string,
		actions: string[],
		fromMs: number,
		toMs: number,
		start: number,
	): Promise<Answer<FeedPage>>;
	/**
	 * Comment counts of up to 100 posts, by the requested URN; posts that LinkedIn doesn't show or count are left out.
	 */
	counts(posts: string[]): Promise<Answer<Map<string, Counts>>>;
	/** How often posts of a page were shared, by share or ugcPost URN; those without activity may be left out. */
	shares(page: string, posts: string[]): Promise<Answer<Map<string, number>>>;
	/** Comments of a post, or the replies to a comment. */
	comments(thread: string, start: number): Promise<Answer<CommentPage>>;
	/** Several comments of one post, by id; deleted ones are left out. */
	commentsById(activity: string, ids: string[]): Promise<Answer<Map<string, Comment>>>;
	comment(activity: string, id: string): Promise<Answer<Comment>>;
	/** A page's posts, the newest first. */
	latestPosts(page: string, start: number): Promise<Answer<PostPage>>;
	post(urn: string): Promise<Answer<Post>>;
	/** Names of several people by their URN; those who are hidden or not found are left out. */
	people(urns: string[]): Promise<Answer<Map<string, string>>>;
	/** The name of a person, null if it's hidden. */
	person(urn: string): Promise<Answer<string | null>>;
	/** Pages whose comments this connection may read, from an offset on. */
	managedPages(start: number): Promise<Answer<PagesPage>>;
	/** The URN of a page by the name in its address, undefined if there is none. */
	pageByName(name: string): Promise<Answer<string | undefined>>;
	/** URN of the person this connection acts for, undefined if LinkedIn doesn't say. */
	me(): Promise<Answer<string | undefined>>;
	/** What couldn't be read so far in this poll. Makes no call. */
	leftOut(): LeftOut[];
	/** Requests sent so far. Makes no call. */
	sent(): number;
}
