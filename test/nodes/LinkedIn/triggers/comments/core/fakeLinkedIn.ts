/** LinkedIn behind the trigger's `Sources`: posts and comments in memory, a list of the calls, faults on demand. */
import {
	pollComments,
	type PollResult,
} from '../../../../../../nodes/LinkedIn/triggers/comments/core/pollComments';
import type { Reach, Watch } from '../../../../../../nodes/LinkedIn/triggers/comments/core/pollContext';
import type {
	Comment,
	Counts,
	Sources,
} from '../../../../../../nodes/LinkedIn/triggers/comments/core/sources';
import { newMemory, type Memory } from '../../../../../../nodes/LinkedIn/triggers/comments/core/state/memory';
import {
	readState,
	savedForm,
	type SavedState,
} from '../../../../../../nodes/LinkedIn/triggers/comments/core/state/saved';
import type { TriggerState } from '../../../../../../nodes/LinkedIn/triggers/comments/core/state/state';
import type { CommentEventItem } from '../../../../../../nodes/LinkedIn/triggers/events/core/item';
import type { Notification } from '../../../../../../nodes/LinkedIn/triggers/events/core/notification';
import type { Answer, FaultKind } from '../../../../../../nodes/LinkedIn/triggers/polling/core/answer';

export const START = Date.UTC(2026, 9, 5, 12);
export const MINUTE_MS = 60_000;
export const PAGE = 'urn:li:organization:1';
export const OTHER_PAGE = 'urn:li:organization:2';
export const ME = 'urn:li:person:me';
export const BOB = 'urn:li:person:bob';
/** The call that reads the page's feed. */
export const FEED = `notifications ${PAGE}`;
/** A connection that must count comments, or read post after post. */
export const BY_COUNTS = { feed: false };
export const BY_ROTATION = { feed: false, batch: false };

const END = { next: undefined, isGuess: false };

type Call = keyof Sources;
interface FakePost {
	urn: string;
	activity: string;
	page: string;
	madeAt: number;
	inFeed: boolean;
	reactions?: number;
}
interface Striking {
	call: Call;
	kind: FaultKind;
	about?: string;
	times: number;
	untilMs?: number;
}

/** e.g. Bob for urn:li:person:bob. */
export const nameOf = (urn: string) => `${urn[14].toUpperCase()}${urn.slice(15)}`;

export class FakeLinkedIn {
	nowMs = START;
	calls: string[] = [];
	posts: FakePost[] = [];
	comments: Comment[] = [];
	events: Notification[] = [];
	managed = [PAGE];
	/** What the trigger couldn't read in a poll. */
	unread: ReturnType<Sources['leftOut']> = [];
	private faults: Striking[] = [];
	private counter = 0;

	post(number: number, more: Partial<FakePost> = {}): FakePost {
		const made = {
			urn: `urn:li:share:${number}`,
			activity: `urn:li:activity:${number}00`,
			page: PAGE,
			madeAt: START - 1e9,
			inFeed: true,
			...more,
		};
		this.posts.push(made);
		return made;
	}

	comment(post: FakePost, more: Partial<Comment> & { action?: string } = {}): Comment {
		this.counter += 1;
		const { action = 'COMMENT', ...given } = more;
		// Above 19 digits a number doesn't contain a time, so the time of the event counts.
		const id = `9000000000000000000${this.counter}`;
		const made: Comment = {
			urn: `urn:li:comment:(${post.activity},${id})`,
			id,
			activity: post.activity,
			text: `Comment ${this.counter}`,
			createdAtMs: this.nowMs,
			actor: BOB,
			agent: null,
			parent: null,
			replies: 0,
			...given,
		};
		const parent = this.comments.find((one) => one.urn === made.parent);
		if (parent) parent.replies = (parent.replies ?? 0) + 1;
		this.comments.push(made);
		if (post.inFeed) this.tell(post, made, action);
		return made;
	}

	remove(comment: Comment): void {
		this.comments = this.comments.filter((one) => one !== comment);
		const post = this.posts.find((one) => one.activity === comment.activity)!;
		if (post.inFeed) this.tell(post, comment, 'COMMENT_DELETE');
	}

	tell(post: FakePost, comment: Comment, action: string): void {
		this.events.push({
			kind: 'comment',
			key: `${this.events.length}`,
			postOwner: post.page,
			createdAtMs: comment.createdAtMs,
			page: post.page,
			action,
			atMs: this.nowMs,
			commentUrn: comment.urn,
			id: comment.id,
			activity: comment.activity,
			owner: comment.actor,
			text: comment.text,
			post: post.urn,
			postText: `Text of ${post.urn}`,
		});
	}

	/** The next `times` calls of a kind (about a page, post or thread) fail. */
	fail(call: Call, kind: FaultKind, more: { about?: string; times?: number; untilMs?: number } = {}): void {
		this.faults.push({ call, kind, times: 1, ...more });
	}

	mend(): void {
		this.faults = [];
	}

	private answer<T>(call: Call, about: string, value: () => T): Answer<T> {
		this.calls.push(`${call} ${about}`.trim());
		const fault = this.faults.find(
			(one) => one.call === call && one.times > 0 && (one.about ?? about) === about,
		);
		if (!fault) return { ok: true, value: value() };
		fault.times -= 1;
		const message = `${fault.kind} at ${call} ${about}.`;
		return { ok: false, fault: { kind: fault.kind, message, untilMs: fault.untilMs } };
	}

	readonly sources: Sources = {
		leftOut: () => this.unread,
		notifications: async (page, _actions, fromMs, toMs) =>
			this.answer('notifications', page, () => ({
				told: this.events.filter((event) => event.page === page && event.atMs >= fromMs && event.atMs < toMs),
				...END,
			})),
		counts: async (posts) =>
			this.answer('counts', '', () => {
				const counts = new Map<string, Counts>();
				for (const urn of posts) {
					const post = this.find(urn);
					if (!post) continue;
					const all = this.comments.filter((comment) => comment.activity === post.activity);
					const topLevel = all.filter((comment) => !comment.parent).length;
					counts.set(urn, { activity: post.activity, all: all.length, topLevel, reactions: post.reactions });
				}
				return counts;
			}),
		shares: async (page) => this.answer('shares', page, () => new Map()),
		comments: async (thread) =>
			this.answer('comments', thread, () => {
				const post = this.find(thread);
				const comments = this.comments.filter((comment) =>
					post ? comment.activity === post.activity && !comment.parent : comment.parent === thread,
				);
				const copies = comments.map((one) => ({ ...one }));
				return { comments: copies, unread: 0, ...END, total: comments.length };
			}),
		commentsById: async (activity, ids) =>
			this.answer('commentsById', activity, () => {
				const found = this.comments.filter((comment) => ids.includes(comment.id));
				return new Map(found.map((comment) => [comment.id, { ...comment }]));
			}),
		comment: async (activity, id) => {
			const comment = this.comments.find((one) => one.id === id);
			if (!comment) {
				this.calls.push(`comment ${activity}`);
				return { ok: false, fault: { kind: 'gone', message: 'Not found.' } };
			}
			return this.answer('comment', activity, () => ({ ...comment }));
		},
		latestPosts: async (page) =>
			this.answer('latestPosts', page, () => ({
				posts: this.posts
					.filter((post) => post.page === page)
					.map((post) => ({
						urn: post.urn,
						text: `Text of ${post.urn}`,
						author: page,
						createdAtMs: post.madeAt,
						isPublic: post.inFeed,
					})),
				...END,
			})),
		post: async (urn) =>
			this.answer('post', urn, () => ({
				urn,
				text: `Text of ${urn}`,
				author: this.find(urn)?.page ?? null,
				createdAtMs: undefined,
				isPublic: undefined,
			})),
		people: async (urns) =>
			this.answer('people', urns.join(' '), () => new Map(urns.map((urn) => [urn, nameOf(urn)]))),
		person: async (urn) => this.answer('person', urn, () => nameOf(urn)),
		managedPages: async () =>
			this.answer('managedPages', '', () => ({ urns: this.managed, others: 0, ...END })),
		sent: () => 0,
		pageByName: async (name) => this.answer('pageByName', name, () => (name === 'acme' ? PAGE : undefined)),
		me: async () => this.answer('me', '', () => ME),
	};

	private find(urn: string): FakePost | undefined {
		return this.posts.find((post) => post.urn === urn || post.activity === urn);
	}
}

/** A trigger with the fake: keeps the state as n8n would, and can lose it. */
export class Trigger {
	memory: Memory = newMemory();
	state: TriggerState | undefined;
	saved: SavedState | undefined;
	said: string[] = [];
	private isFirst = true;

	constructor(
		readonly linkedIn: FakeLinkedIn,
		readonly watch: Partial<Watch> = {},
		readonly reach: Partial<Reach> = {},
		readonly more: { callsADay?: number; me?: string; grantKey?: string; endInMs?: number } = {},
	) {}

	/** One poll after this many minutes. @returns the texts of the items */
	async after(minutes: number): Promise<string[]> {
		return (await this.poll(minutes)).items.map((item) => item.comment.text ?? '');
	}

	async poll(minutes = 0): Promise<PollResult & { items: CommentEventItem[] }> {
		const { linkedIn } = this;
		linkedIn.nowMs += minutes * MINUTE_MS;
		linkedIn.calls = [];
		const result = await pollComments({
			state: this.state && readState(savedForm(this.state)),
			memory: this.memory,
			watch: {
				pages: [{ urn: PAGE }],
				posts: [],
				events: ['newComment'],
				includeReplies: true,
				includeOwn: false,
				actorNames: false,
				...this.watch,
			},
			reach: { feed: true, comments: true, batch: true, ...this.reach },
			sources: linkedIn.sources,
			callsADay: this.more.callsADay ?? 1_000_000,
			me: 'me' in this.more ? this.more.me : ME,
			grantKey: this.more.grantKey ?? 'token',
			now: () => linkedIn.nowMs,
			time: { isKnown: true, isVoid: () => false, need: () => undefined },
			endByMs: linkedIn.nowMs + (this.more.endInMs ?? 100_000),
		});
		this.state = result.state;
		this.said.push(...result.says);
		if (this.isFirst) linkedIn.nowMs += 1000;
		if (this.isFirst || result.news.length > 0) this.saved = savedForm(result.state);
		this.isFirst = false;
		return { ...result, items: result.news.map(({ item }) => item as CommentEventItem) };
	}

	/** The process crashes: only what was saved remains. */
	crash(): void {
		this.state = readState(this.saved);
		this.memory = newMemory();
		this.isFirst = true;
	}
}
