import { Ads } from './ads/state';
import { CommentStore, type NewComment } from './commentStore';
import { Versions } from './versions';
import { Ids } from './ids';
import { Tokens } from './tokens';
import { Followers } from './followers';
import { Messages } from './messages';
import { MediaLibrary } from './media';
import { NotificationFeed } from './notificationFeed';
import { PostStore, type NewPost } from './postStore';
import { Statistics } from './statistics';
import { Directory } from './directory';
import { Quotas } from './quotas';
import { Reactions, type Reaction } from './reactions';
import { dropWrongMentions, parseLittleText, partsOfTypedText } from './littleText';
import { Webhooks } from './push/webhooks';
import type { Clock } from './clock';
import type { LittleTextPart } from './littleText';
import type { Comment, Notification, NotificationAction, Post } from './model';

/** A post as somebody types it on LinkedIn. */
interface TypedPost {
	/** A member key, organization id or URN. */
	author: string;
	/** Plain. */
	text: string;
	createdAt?: number;
	/** PUBLIC by default. */
	visibility?: string;
	/** `share` by default. */
	type?: 'share' | 'ugcPost';
}

/**
 * Everything the simulated LinkedIn knows. Tests read and change it directly. A change made here is one made on
 * linkedin.com, so scopes, roles and quotas don't apply.
 */
export class State extends Directory {
	/** Ad accounts and their contents. */
	readonly ads: Ads;
	private readonly feed = new NotificationFeed();
	/** Rows of the pages' notification feeds, in the order of their ids. */
	readonly notifications = this.feed.rows;
	/** Webhook addresses, who is told of what there, and what is still to be told. */
	readonly webhooks: Webhooks;
	readonly versions: Versions;
	readonly tokens: Tokens;
	readonly quotas: Quotas;
	/** Messages sent, and each member's hourly allowance. */
	readonly messages: Messages;
	/** The rows that analytics count. */
	readonly statistics = new Statistics();
	/** Who follows which page. */
	readonly followers = new Followers();
	/** Reactions to posts and comments; `set` is a click on linkedin.com, like `react`. */
	readonly reactions: Reactions;
	/** Images, videos and documents. */
	readonly media: MediaLibrary;
	private readonly ids = new Ids();
	private readonly allPosts: PostStore;
	private readonly allComments: CommentStore;

	constructor(clock: Clock) {
		super();
		this.versions = new Versions(clock);
		this.tokens = new Tokens(clock);
		this.quotas = new Quotas(clock);
		this.reactions = new Reactions(clock, (reaction) => this.notifyOfReaction(reaction));
		this.messages = new Messages(clock);
		this.ads = new Ads(clock);
		this.media = new MediaLibrary(clock, this);
		this.webhooks = new Webhooks(this, clock);
		this.allPosts = new PostStore(clock, this.ids);
		this.allComments = new CommentStore(clock, this.ids, (...change) => this.notify(...change));
	}

	// Posts

	/** @returns the post, with `urn` (share or ugcPost) and `activity` */
	addPost(post: TypedPost): Post {
		return this.saveTyped(post, partsOfTypedText(post.text));
	}

	/** A post that shares another one, given by any of its URNs. */
	share({ post, ...typed }: { post: string } & TypedPost): Post {
		const parent = this.findPost(post);
		if (!parent) throw new Error(`The simulator has no post ${post}`);
		const reshareContext = { parent: parent.urn, root: parent.reshareContext?.root ?? parent.urn };
		return this.saveTyped(typed, partsOfTypedText(typed.text), { reshareContext });
	}

	/** A post whose text ends with a mention of a page or member, given as authors are. */
	mention({ who, ...typed }: { who: string } & TypedPost): Post {
		const urn = this.actorUrn(who);
		return this.saveTyped(typed, [
			...partsOfTypedText(`${typed.text} `),
			{ kind: 'mention', urn, name: this.nameOf(urn) },
		]);
	}

	private saveTyped(post: TypedPost, parts: LittleTextPart[], details?: Partial<Post>): Post {
		return this.savePost({
			author: this.actorUrn(post.author),
			parts,
			visibility: post.visibility ?? 'PUBLIC',
			createdAt: post.createdAt,
			type: post.type ?? 'share',
			details,
		});
	}

	/** Commentary as LinkedIn accepts it from the API: parsed, cut, mentions checked. */
	understand(commentary: string): LittleTextPart[] {
		return dropWrongMentions(parseLittleText(commentary).parts, (urn) => this.mentionNames(urn));
	}

	savePost(post: NewPost): Post {
		const saved = this.allPosts.save(post);
		this.allComments.open(saved.activity);
		const parent = saved.reshareContext && this.findPost(saved.reshareContext.parent);
		this.feed.ofPost(saved, parent, this.notificationDelay());
		return saved;
	}

	deletePost(urn: string): void {
		this.allPosts.delete(urn);
	}

	/** The post of a share, ugcPost or activity URN, never of another type with the same number; also deleted ones. */
	findPost(urn: string): Post | undefined {
		return this.allPosts.find(urn);
	}

	/** Posts that aren't deleted, newest first; optionally of one author. */
	posts(author?: string): Post[] {
		return this.allPosts.list(author === undefined ? undefined : this.actorUrn(author));
	}

	// Comments

	/** A comment as if typed on LinkedIn: `post` by any of its URNs, `parent` by URN or id for a reply. */
	addComment(comment: {
		post: string;
		actor: string;
		text: string;
		parent?: string;
		createdAt?: number;
		visibleFrom?: number;
	}): Comment {
		const post = this.findPost(comment.post);
		if (!post) throw new Error(`The simulator has no post ${comment.post}`);
		const parent =
			comment.parent === undefined
				? undefined
				: this.comments(post.urn).find((one) => one.urn === comment.parent || one.id === comment.parent);
		if (comment.parent !== undefined && !parent) {
			throw new Error(`The simulator has no comment ${comment.parent} on that post`);
		}
		return this.saveComment({
			activity: post.activity,
			actor: this.actorUrn(comment.actor),
			text: comment.text,
			parent: parent?.urn,
			createdAt: comment.createdAt,
			visibleFrom: comment.visibleFrom,
		});
	}

	saveComment(comment: NewComment): Comment {
		return this.allComments.save(comment);
	}

	/** @param comment its URN */
	editComment(comment: string, text: string, attributes: unknown[] = []): Comment {
		return this.allComments.edit(comment, text, attributes);
	}

	/** Removes a comment, by URN, and its replies. */
	deleteComment(comment: string): void {
		this.allComments.delete(comment);
	}

	findComment(urn: string): Comment | undefined {
		return this.allComments.find(urn);
	}

	/** All comments and replies of a post (any of its URNs), oldest first, or of all posts, post by post. */
	comments(post?: string): Comment[] {
		if (post === undefined) return this.allComments.all();
		return this.allComments.of(this.findPost(post)?.activity ?? '');
	}

	/** As `comments` of one post, without those that LinkedIn doesn't show yet. */
	shownComments(post: string): Comment[] {
		return this.allComments.shown(this.findPost(post)?.activity ?? '');
	}

	/** Rows of a page's feed with `from <= at < until`, newest first, including those it doesn't show yet. */
	notificationsOf(page: string, from: number, until: number): Notification[] {
		return this.feed.of(page, from, until);
	}

	// Reactions

	/** A reaction as if clicked on LinkedIn, instead of the actor's earlier one; `on` is any URN of a post or comment. */
	react(reaction: { on: string; actor: string; type?: Reaction['type']; createdAt?: number }): Reaction {
		const { on, actor, type = 'LIKE', createdAt } = reaction;
		const entity = this.findComment(on)?.urn ?? this.findPost(on)?.activity;
		if (entity === undefined) throw new Error(`The simulator has no post or comment ${on}`);
		return this.reactions.set({ actor: this.actorUrn(actor), entity, type, createdAt });
	}

	/** Pages are notified of reactions to their posts, not of those to comments. */
	private notifyOfReaction(reaction: Reaction): void {
		const post = this.findPost(reaction.entity);
		if (post) this.feed.ofReaction(reaction, post, this.notificationDelay());
	}

	private notify(action: NotificationAction, comment: Comment, at: number): void {
		const post = this.findPost(comment.activity);
		const unseenMs = Math.max(0, (comment.visibleFrom ?? 0) - at);
		if (post) this.feed.ofComment(action, comment, post, at, unseenMs + this.notificationDelay());
	}

	private notificationDelay(): number {
		const delay = this.notificationDelayMs;
		return typeof delay === 'function' ? delay() : delay;
	}
}
