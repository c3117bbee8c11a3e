/** What people do on LinkedIn, and the world's own list of it, the only thing the comment trigger is judged by. */
import type { Comment, Post, Simulator } from '../simulator';
import type { CommentWorldOptions } from './commentWorldOptions';
import { TO_COME_OUT_MS, type Judged } from './judge';
import type { Random } from './random';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './time';

export const ACME = '2414183';
export const GLOBEX = '5583111';
const INITECH = '9999001';
export const pageUrn = (id: string) => `urn:li:organization:${id}`;

const MINUTES_A_DAY = 1_440;
/** The posts of a page that the trigger promises to watch, besides those reported to it. */
const NEWEST_WATCHED = 100;
const COMMENTED_WITHIN_MS = 30 * DAY_MS;
/** How long the page that ada loses is away. */
const TAKEN_MS = 2 * DAY_MS;
/** Maximum delay of comments. */
const LATEST_MS = 15 * MINUTE_MS;

export type { CommentWorldOptions };

export interface CommentEvent extends Judged {
	urn: string;
	post: string;
}

export class CommentWorld {
	/** Everybody's comments and replies, in order. */
	readonly events = new Map<string, CommentEvent>();
	readonly edits: Array<{ comment: CommentEvent; at: number }> = [];
	readonly counts = { own: 0, deletes: 0, swaps: 0, bursts: 0, newPosts: 0 };
	private readonly lastComment = new Map<string, number>();
	private readonly hidden = new Map<string, boolean>();
	private readonly startedAt: number;
	private published = 0;
	private viralPost: Post | undefined;
	/** When ada got access to a page, epoch milliseconds; absent without access. */
	private readonly reachedSince = new Map<string, number>();
	/** From when to when she lost a page. */
	readonly taken: Array<{ page: string; from: number; until: number }> = [];
	/** Remaining comments of a burst, and where. */
	private burst = { left: 0, post: '' };

	constructor(
		private readonly simulator: Simulator,
		private readonly random: Random,
		private readonly now: () => number,
		readonly options: CommentWorldOptions,
	) {
		this.startedAt = now();
		simulator.state.addMember({ key: 'dora' });
		simulator.state.notificationDelayMs = () => random.below(LATEST_MS);
		const apartMs = Math.min(5 * DAY_MS, (55 * DAY_MS) / options.posts);
		for (const page of options.pages ?? [ACME]) {
			simulator.state.setRole('ada', page, 'ADMINISTRATOR');
			this.reachedSince.set(page, 0);
		}
		for (const page of this.pages) {
			for (let number = options.posts; number > 0; number -= 1) {
				const post = this.publish(page, this.startedAt - number * apartMs);
				const createdAt = Math.min(post.createdAt + HOUR_MS, this.startedAt - HOUR_MS);
				simulator.state.addComment({ post: post.urn, actor: 'bob', text: 'Old', createdAt });
			}
		}
		this.counts.newPosts = 0;
	}

	get pages(): string[] {
		const { pages = [ACME], gainedAtHour } = this.options;
		return gainedAtHour === undefined ? pages : [...pages, INITECH];
	}

	posts(page = this.pages[0]): Post[] {
		return this.simulator.state.posts(page);
	}

	/** One post in four isn't public. */
	private publish(page: string, createdAt: number): Post {
		this.published += 1;
		this.counts.newPosts += 1;
		const isHidden = this.published % 4 === 3;
		const visibility = isHidden ? 'LOGGED_IN' : 'PUBLIC';
		const type = this.random.chance(0.3) ? 'ugcPost' : 'share';
		const text = `Post ${this.published}`;
		const post = this.simulator.state.addPost({ author: page, text, createdAt, visibility, type });
		this.hidden.set(post.urn, isHidden);
		return post;
	}

	/** A minute on LinkedIn. */
	act(): void {
		const { random, options } = this;
		const chance = options.commentsADay / MINUTES_A_DAY;
		if (options.newPostEveryDays && random.chance(1 / (options.newPostEveryDays * MINUTES_A_DAY))) {
			this.publish(random.of(this.pages), this.now());
		}
		if (random.chance(chance * 0.65)) this.comment(this.somePost());
		if (random.chance(chance * 0.35)) this.reply(this.somePost());
		if (random.chance(chance * 0.25)) this.ownComment(this.somePost());
		if (random.chance(chance * 0.1)) this.edit();
		if (random.chance(chance * 0.08)) this.removeSome();
		if (random.chance(chance * 0.05)) this.swap();
		this.burstOn();
		this.goViral();
		this.giveAndTake();
	}

	/** Roles on pages change hands. */
	private giveAndTake(): void {
		const { gainedAtHour, losesOne, pages = [ACME] } = this.options;
		const { state } = this.simulator;
		const now = this.now();
		const midnight = Math.floor(this.startedAt / DAY_MS) * DAY_MS;
		if (gainedAtHour !== undefined && !this.reachedSince.has(INITECH)) {
			if (now < midnight + 3 * DAY_MS + gainedAtHour * HOUR_MS) return;
			state.setRole('ada', INITECH, 'ADMINISTRATOR');
			this.reachedSince.set(INITECH, now);
		}
		if (!losesOne) return;
		const lost = pages[pages.length - 1];
		const [taken] = this.taken;
		if (!taken && now >= midnight + 5 * DAY_MS) {
			this.taken.push({ page: lost, from: now, until: now + TAKEN_MS });
			state.setRole('ada', lost, 'ADMINISTRATOR', 'REVOKED');
			this.putOff(lost, now);
		} else if (
			taken &&
			now >= taken.until &&
			!state.approvedRoles('ada', pageUrn(lost)).includes('ADMINISTRATOR')
		) {
			state.setRole('ada', lost, 'ADMINISTRATOR');
		}
	}

	/** What needn't have been read by now can't be read until the page is given back. */
	private putOff(page: string, now: number): void {
		const posts = new Set(this.posts(page).map(({ urn }) => urn));
		for (const event of this.events.values()) {
			if (posts.has(event.post) && event.dueFrom + TO_COME_OUT_MS > now) event.dueFrom += TAKEN_MS;
		}
	}

	private burstOn(): void {
		const { random, burst } = this;
		if (burst.left === 0 && this.options.lively && random.chance(1 / (5 * MINUTES_A_DAY))) {
			this.counts.bursts += 1;
			this.burst = { left: 10 + random.below(20), post: this.somePost().urn };
		}
		for (let now = Math.min(this.burst.left, random.below(8)); now > 0; now -= 1) {
			this.burst.left -= 1;
			this.comment(this.simulator.state.findPost(this.burst.post)!);
		}
	}

	private goViral(): void {
		const { viral } = this.options;
		const since = this.now() - this.startedAt - 2 * DAY_MS;
		if (!viral || since < 0 || since >= 2 * DAY_MS) return;
		this.viralPost ??= this.posts().find((post) => !this.hidden.get(post.urn))!;
		const aMinute = viral / (2 * MINUTES_A_DAY);
		const count = Math.floor(aMinute) + (this.random.chance(aMinute % 1) ? 1 : 0);
		for (let number = 0; number < count; number += 1) {
			if (this.random.chance(0.15)) this.reply(this.viralPost);
			else this.comment(this.viralPost);
		}
	}

	somePost(): Post {
		const posts = this.posts(this.random.of(this.pages));
		return this.random.of(this.random.chance(0.5) ? posts.slice(0, 8) : posts);
	}

	private shownTops(post: Post): Comment[] {
		return this.simulator.state.shownComments(post.urn).filter((comment) => !comment.parent);
	}

	private comment(post: Post, parent?: Comment): void {
		const { random, simulator } = this;
		const actor = random.of(['bob', 'cleo', 'dora']);
		const at = this.now();
		const visibleFrom = at + (random.chance(0.15) ? random.below(LATEST_MS) : 0);
		const text = `Comment ${this.events.size}`;
		const made = simulator.state.addComment({
			post: post.urn,
			actor,
			text,
			parent: parent?.urn,
			visibleFrom,
		});
		this.note(made, post, { isWanted: true, shownAt: visibleFrom });
	}

	private reply(post: Post): void {
		const tops = this.shownTops(post);
		// People reply to what is new, and sometimes to something old.
		const parent =
			tops.length > 0 ? this.random.of(this.random.chance(0.6) ? tops.slice(-3) : tops) : undefined;
		this.comment(post, parent);
	}

	/** The workflow's answers: by the page with ada behind it, and by ada. */
	private ownComment(post: Post): void {
		const { random, simulator } = this;
		const tops = this.shownTops(post);
		const me = simulator.state.member('ada').urn;
		const asPage = random.chance(0.7) ? { actor: post.author, agent: me } : { actor: me };
		const parent = tops.length > 0 ? { parent: random.of(tops).urn } : {};
		const made = simulator.state.saveComment({
			activity: post.activity,
			...asPage,
			...parent,
			text: 'Thank you!',
		});
		this.counts.own += 1;
		this.note(made, post, { isWanted: false, shownAt: this.now() });
	}

	private note(
		made: Comment,
		post: Post,
		{ isWanted, shownAt }: { isWanted: boolean; shownAt: number },
	): void {
		const at = this.now();
		const isHidden = this.hidden.get(post.urn) === true;
		const page = post.author.slice(pageUrn('').length);
		const since = this.reachedSince.get(page);
		const isPromised = isWanted && since !== undefined && this.isPromised(post, isHidden);
		const taken = this.taken.find((one) => one.page === page && at >= one.from && at < one.until);
		const isGained = since !== undefined && since > 0 && at - since < DAY_MS;
		if (isPromised) this.lastComment.set(post.urn, at);
		this.events.set(made.id, {
			id: made.id,
			urn: made.urn,
			post: post.urn,
			at,
			dueFrom: Math.max(shownAt, taken?.until ?? 0),
			isWanted,
			isPromised,
			kind: `${isGained ? 'gained page, ' : ''}${taken ? 'page taken, ' : ''}${made.parent ? 'reply' : 'comment'}${isHidden ? ', not public' : ''}`,
		});
	}

	/** The newest posts, recently commented ones, chosen ones, and whatever the feed reports. */
	private isPromised(post: Post, isHidden: boolean): boolean {
		if (this.options.chosen || (this.options.isFed && !isHidden)) return true;
		const place = this.posts(post.author).findIndex(({ urn }) => urn === post.urn);
		const last = this.lastComment.get(post.urn) ?? -Infinity;
		return place < NEWEST_WATCHED || this.now() - last < COMMENTED_WITHIN_MS;
	}

	private recent(): CommentEvent[] {
		const since = this.now() - 4 * HOUR_MS;
		const found: CommentEvent[] = [];
		for (const event of [...this.events.values()].reverse()) {
			if (event.at < since) break;
			if (event.isWanted && event.goneAt === undefined) found.push(event);
		}
		return found;
	}

	private edit(): void {
		const recent = this.recent();
		if (recent.length === 0) return;
		const comment = this.random.of(recent);
		this.edits.push({ comment, at: this.now() });
		this.simulator.state.editComment(comment.urn, 'Edited');
	}

	private removeSome(): void {
		const recent = this.recent();
		if (recent.length > 0) this.remove(this.random.of(recent).urn);
	}

	/** Deleted and added at once: the post's count stays the same. */
	private swap(): void {
		const post = this.somePost();
		const all = this.simulator.state.shownComments(post.urn);
		const answered = new Set(all.map(({ parent }) => parent));
		const gone = all.filter((comment) => !comment.parent && !answered.has(comment.urn));
		if (gone.length === 0) return;
		this.counts.swaps += 1;
		this.remove(this.random.of(gone).urn);
		this.comment(post);
	}

	private remove(urn: string): void {
		this.counts.deletes += 1;
		const { state } = this.simulator;
		const thread = state.findComment(urn);
		const going = thread ? state.comments(thread.activity).filter((one) => one.parent === urn) : [];
		state.deleteComment(urn);
		for (const { id } of [...(thread ? [thread] : []), ...going]) {
			const event = this.events.get(id);
			if (event) event.goneAt = this.now();
		}
	}
}
