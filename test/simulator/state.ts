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
import { WithSettings } from './settings';
import { Quotas } from './quotas';
import { Reactions } from './reactions';
import { dropWrongMentions, parseLittleText, partsOfTypedText } from './littleText';
import type { App } from './apps';
import type { Clock } from './clock';
import type { LittleTextPart } from './littleText';
import type {
	Comment,
	Member,
	NotificationAction,
	Organization,
	Post,
	Role,
	RoleAssignment,
	RoleState,
} from './model';

/**
 * Everything the simulated LinkedIn knows. Tests read and change it directly. A change made here is one made on
 * linkedin.com, so scopes, roles and quotas don't apply.
 */
export class State extends WithSettings {
	readonly members = new Map<string, Member>();
	readonly organizations = new Map<string, Organization>();
	readonly roles: RoleAssignment[] = [];
	readonly apps = new Map<string, App>();
	/** Ad accounts and their contents. */
	readonly ads: Ads;
	private readonly feed = new NotificationFeed();
	/** Rows of the pages' notification feeds, oldest first. */
	readonly notifications = this.feed.rows;
	readonly versions: Versions;
	readonly tokens: Tokens;
	readonly quotas: Quotas;
	/** Messages sent, and each member's hourly allowance. */
	readonly messages: Messages;
	/** The rows that analytics count. */
	readonly statistics = new Statistics();
	/** Who follows which page. */
	readonly followers = new Followers();
	/** Reactions to posts and comments; `set` is a click on linkedin.com, `entity` an activity or comment URN. */
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
		this.reactions = new Reactions(clock);
		this.messages = new Messages(clock);
		this.ads = new Ads(clock);
		this.media = new MediaLibrary(clock, this);
		this.allPosts = new PostStore(clock, this.ids);
		this.allComments = new CommentStore(clock, this.ids, (...change) => this.notify(...change));
	}

	// People, pages, apps

	addApp(app: Partial<App> & Pick<App, 'clientId' | 'clientSecret' | 'products'>): App {
		const whole: App = {
			tier: 'standard',
			redirectUris: [],
			refreshTokens: false,
			applicationTokens: false,
			...app,
		};
		this.apps.set(whole.clientId, whole);
		return whole;
	}

	addMember(member: Partial<Member> & { key: string }): Member {
		const name = member.key[0].toUpperCase() + member.key.slice(1);
		const personId = member.personId ?? `${name}${(this.members.size + 782).toString(36)}bbtaQ`;
		const whole: Member = {
			firstName: name,
			lastName: 'Example',
			email: `${member.key}@example.com`,
			vanityName: `${member.key}-example`,
			headline: '',
			...member,
			personId,
			urn: `urn:li:person:${personId}`,
		};
		this.members.set(whole.key, whole);
		return whole;
	}

	addOrganization(organization: Partial<Organization> & { id: string; name: string }): Organization {
		const whole: Organization = {
			vanityName: organization.name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
			type: 'NONE',
			...organization,
			urn: `urn:li:organization:${organization.id}`,
		};
		this.organizations.set(whole.id, whole);
		return whole;
	}

	/** Gives, changes or (if not APPROVED) removes a page role. Member by key or URN, page by id or URN. */
	setRole(member: string, organization: string, role: Role, state: RoleState = 'APPROVED'): void {
		const assignment = {
			member: this.member(member).key,
			organization: this.organization(organization).id,
			role,
			state,
		};
		const before = this.roles.findIndex(
			(one) =>
				one.member === assignment.member && one.organization === assignment.organization && one.role === role,
		);
		if (before >= 0) this.roles[before] = assignment;
		else this.roles.push(assignment);
	}

	/** By key or person URN. @throws Error if there is none */
	member(keyOrUrn: string): Member {
		const found =
			this.members.get(keyOrUrn) ?? [...this.members.values()].find((one) => one.urn === keyOrUrn);
		if (!found) throw new Error(`The simulator has no member ${keyOrUrn}`);
		return found;
	}

	/** By id or URN. @throws Error if there is none */
	organization(idOrUrn: string): Organization {
		const found = this.organizations.get(idOrUrn.replace(/^urn:li:organization(Brand)?:/, ''));
		if (!found) throw new Error(`The simulator has no organization ${idOrUrn}`);
		return found;
	}

	/** The URN of a member key, organization id or URN. */
	actorUrn(keyIdOrUrn: string): string {
		if (this.members.has(keyIdOrUrn) || keyIdOrUrn.startsWith('urn:li:person:')) {
			return this.member(keyIdOrUrn).urn;
		}
		return this.organization(keyIdOrUrn).urn;
	}

	/** The name a reader sees; '' for an unknown URN. */
	nameOf(urn: string): string {
		const organization = this.organizations.get(urn.replace(/^urn:li:organization(Brand)?:/, ''));
		if (organization) return organization.name;
		const member = [...this.members.values()].find((one) => one.urn === urn);
		return member ? `${member.firstName} ${member.lastName}` : '';
	}

	approvedRoles(member: string, organizationUrn: string): Role[] {
		const id = organizationUrn.replace(/^urn:li:organization(Brand)?:/, '');
		return this.roles
			.filter((one) => one.member === member && one.organization === id && one.state === 'APPROVED')
			.map((one) => one.role);
	}

	// Posts

	/**
	 * A post as if typed on LinkedIn. `author` is a member key, organization id or URN; `text` is plain.
	 * @returns the post, with `urn` (share or ugcPost) and `activity`
	 */
	addPost(post: {
		author: string;
		text: string;
		createdAt?: number;
		visibility?: string;
		type?: 'share' | 'ugcPost';
	}): Post {
		return this.savePost({
			author: this.actorUrn(post.author),
			parts: partsOfTypedText(post.text),
			visibility: post.visibility ?? 'PUBLIC',
			createdAt: post.createdAt,
			type: post.type ?? 'share',
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

	private notify(action: NotificationAction, comment: Comment, at: number): void {
		const post = this.findPost(comment.activity);
		const unseenMs = Math.max(0, (comment.visibleFrom ?? 0) - at);
		if (post) this.feed.ofComment(action, comment, post, at, unseenMs + this.notificationDelay());
	}

	private notificationDelay(): number {
		const delay = this.notificationDelayMs;
		return typeof delay === 'function' ? delay() : delay;
	}

	private mentionNames(urn: string): string[] {
		const organization = this.organizations.get(urn.replace(/^urn:li:organization(Brand)?:/, ''));
		if (organization) return [organization.name];
		const member = [...this.members.values()].find((one) => one.urn === urn);
		return member ? [member.firstName, member.lastName, `${member.firstName} ${member.lastName}`] : [];
	}
}
