/** What people do on pages besides commenting, and the world's own list of it. */
import type { IDataObject } from 'n8n-workflow';

import type { Post, Simulator } from '../simulator';
import { REACTION_TYPES } from '../simulator/reactions';
import type { CommentWorld } from './commentWorld';
import type { Judged } from './judge';
import type { Random } from './random';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './time';

/** What the trigger can start a workflow on. */
const ALL = ['newComment', 'commentEdited', 'newReaction', 'newMention', 'newShare', 'newPost'] as const;
export type PageEvent = (typeof ALL)[number];
export const EVENTS: PageEvent[] = [...ALL];

export interface PageWorldOptions {
	/** What the workflow starts on. */
	events: PageEvent[];
	/** By others, over all pages. */
	reactionsADay: number;
	/** This many reactions to one post within ten minutes, every third day. */
	reactionBurst?: number;
	/** People also take reactions back; a count then hides one that came meanwhile. */
	takesBack?: boolean;
	/** Whether LinkedIn notifies of the pages, and this connection may read it. */
	isFed: boolean;
	/** Whether reactions are at least counted, where they aren't reported. */
	isCounted: boolean;
	/** Whether new posts of the pages can be found. */
	hasPosts: boolean;
}

const MINUTES_A_DAY = 1_440;
const BURST_EVERY_DAYS = 3;
const BURST_MINUTES = 10;
const OTHERS = ['bob', 'cleo', 'dora'];

export class PageWorld {
	private readonly events = new Map<string, Judged>();
	/** By what is counted, in order. */
	private readonly toCount = new Map<string, Judged[]>();
	private readonly cameOut = new Set<string>();
	private readonly startedAt: number;
	private reacted = 0;
	private burst = { left: 0, aMinute: 0, post: '' };

	constructor(
		private readonly simulator: Simulator,
		private readonly random: Random,
		private readonly now: () => number,
		private readonly comments: CommentWorld,
		readonly options: PageWorldOptions,
	) {
		this.startedAt = now();
	}

	/** A minute on LinkedIn. */
	act(): void {
		const { random } = this;
		const chance = this.options.reactionsADay / MINUTES_A_DAY;
		if (random.chance(chance)) this.react(this.comments.somePost());
		if (random.chance(chance * 0.1)) this.reactAgain();
		if (random.chance(chance * 0.05)) this.reactOurselves(this.comments.somePost());
		if (random.chance(chance * 0.1)) this.share(this.comments.somePost());
		if (random.chance(chance * 0.1)) this.mention();
		this.burstOn();
	}

	/** Everything so far. What only the feed reports can't be read while the feed is down. */
	all(feedDown: Array<{ from: number; until: number }> = []): Judged[] {
		const { events: wanted, isFed, hasPosts } = this.options;
		const all: Judged[] = [...this.events.values()];
		for (const { comment, at } of this.comments.edits) {
			all.push({
				...comment,
				id: `edit ${comment.id} ${at}`,
				at,
				dueFrom: Math.max(at, comment.dueFrom),
				isPromised: isFed && this.isPublic(comment.post),
				kind: `edit of a ${comment.kind}`,
			});
		}
		for (const post of this.comments.pages.flatMap((page) => this.comments.posts(page))) {
			if (post.createdAt > this.startedAt) {
				all.push(this.judged('newPost', post, hasPosts, { id: `post ${post.activity}`, at: post.createdAt }));
			}
		}
		return all
			.map((one) => ({ ...one, isWanted: one.isWanted && wanted.includes(eventOf(one.id)) }))
			.map((one) => (one.id.startsWith('post ') ? one : { ...one, dueFrom: after(feedDown, one.dueFrom) }))
			.map((one) => (ONLY_FED.includes(eventOf(one.id)) ? { ...one, unreadable: feedDown } : one));
	}

	/** The events that an item reports: one, or as many as it counts. */
	idsOf(item: IDataObject, at: number): string[] {
		const ids = this.namesOf(item, at);
		for (const id of ids) this.cameOut.add(id);
		return ids;
	}

	private namesOf(item: IDataObject, at: number): string[] {
		const { event, occurredAt, comment, share, actor, change } = item as Record<string, unknown> & {
			comment?: { id: string };
			share?: { urn: string };
			actor?: { urn: string | null };
		};
		const activity = this.activityOf(item.post as { urn?: string; activity?: string });
		const happenedAt = Date.parse(String(occurredAt));
		if (typeof change === 'number') return this.counted(`${String(event)} ${activity}`, change, at);
		switch (event) {
			case 'newComment':
				return [String(comment?.id)];
			case 'commentEdited':
				return [`edit ${comment?.id} ${happenedAt}`];
			case 'newMention':
				return [`mention ${activity}`];
			case 'newPost':
				return [`post ${activity}`];
			case 'newShare':
				return [`share ${this.activityOf({ urn: share?.urn })}`];
			default:
				if (actor?.urn) return [`reaction ${activity} ${happenedAt} ${actor.urn}`];
				return [this.nameless(activity, happenedAt)];
		}
	}

	/** A count reports the oldest events that haven't come out; more than there are come again. */
	private counted(what: string, change: number, at: number): string[] {
		const known = (this.toCount.get(what) ?? []).filter((one) => one.at <= at);
		const others = known.filter(({ isWanted }) => isWanted);
		const fresh = others.filter(({ id }) => !this.cameOut.has(id)).slice(0, change);
		// A count may include our own, which can't be told apart in it.
		const own = Math.min(known.length - others.length, change - fresh.length);
		const again = others.slice(0, change - fresh.length - own);
		const missing = Array.from(
			{ length: change - fresh.length - own - again.length },
			() => `${what}: too many`,
		);
		return [...fresh.map(({ id }) => id), ...again.map(({ id }) => id), ...missing];
	}

	private nameless(activity: string | undefined, happenedAt: number): string {
		const known = this.toCount.get(`newReaction ${activity}`) ?? [];
		const ofThen = known.filter((one) => one.at === happenedAt);
		const found = ofThen.find(({ id }) => !this.cameOut.has(id)) ?? ofThen[0];
		return found?.id ?? `reaction ${activity} ${happenedAt} of nobody`;
	}

	private activityOf({ urn, activity }: { urn?: string; activity?: string }): string | undefined {
		return [urn, activity]
			.map((one) => (one ? this.simulator.state.findPost(one)?.activity : one))
			.find(Boolean);
	}

	private isPublic(urn: string): boolean {
		return this.simulator.state.findPost(urn)?.visibility === 'PUBLIC';
	}

	private judged(
		event: PageEvent,
		post: Post,
		isPromised: boolean,
		{ id, at = this.now() }: { id: string; at?: number },
	): Judged {
		const kind = `${event}${post.visibility === 'PUBLIC' ? '' : ', not public'}`;
		return { id, at, dueFrom: at, isWanted: true, isPromised, kind };
	}

	private note(event: PageEvent, post: Post, id: string, isOwn = false): void {
		const { isFed, isCounted } = this.options;
		const isReported = isFed && post.visibility === 'PUBLIC';
		const made = this.judged(event, post, isReported || (isCounted && event === 'newReaction'), { id });
		this.events.set(id, { ...made, isWanted: !isOwn, isPromised: made.isPromised && !isOwn });
		const what = `${event} ${post.activity}`;
		const counted = this.toCount.get(what) ?? [];
		this.toCount.set(what, counted);
		counted.push(this.events.get(id)!);
	}

	private react(post: Post): void {
		this.reacted += 1;
		this.reactAs(`urn:li:person:reader${this.reacted}`, post);
	}

	private reactAs(actor: string, post: Post, isOwn = false): void {
		const { reactions } = this.simulator.state;
		if (reactions.find(actor, post.activity)) return;
		reactions.set({ actor, entity: post.activity, type: this.random.of(REACTION_TYPES) });
		this.note('newReaction', post, `reaction ${post.activity} ${this.now()} ${actor}`, isOwn);
	}

	/** Somebody changes a reaction, which isn't new, or takes it back and reacts once more. */
	private reactAgain(): void {
		const post = this.comments.somePost();
		const { reactions } = this.simulator.state;
		const [reaction] = reactions.of(post.activity).filter(({ actor }) => actor.includes('reader'));
		if (!reaction) return;
		if (this.random.chance(0.5) || !this.options.takesBack) reactions.change(reaction, 'PRAISE');
		else {
			reactions.remove(reaction);
			if (this.random.chance(0.5)) this.reactAs(reaction.actor, post);
		}
	}

	/** By the page, and by ada, who runs the workflow. A notification without actor can't be told apart. */
	private reactOurselves(post: Post): void {
		const { like, decoratedLike } = this.simulator.state.notificationForms;
		const isNamed = /reaction|like/i.test(like) || decoratedLike !== 'none';
		if (!this.options.isFed || !isNamed || post.visibility !== 'PUBLIC') return;
		const actor = this.random.chance(0.5) ? post.author : this.simulator.state.member('ada').urn;
		this.reactAs(actor, post, true);
	}

	private share(post: Post): void {
		const type = this.random.chance(0.3) ? 'ugcPost' : 'share';
		const made = this.simulator.state.share({
			post: post.urn,
			author: this.random.of(OTHERS),
			text: 'Look',
			type,
		});
		this.note('newShare', post, `share ${made.activity}`);
	}

	private mention(): void {
		const who = this.random.of(this.comments.pages);
		const made = this.simulator.state.mention({ who, author: this.random.of(OTHERS), text: 'Thanks to' });
		this.note('newMention', made, `mention ${made.activity}`);
	}

	private burstOn(): void {
		const { reactionBurst = 0 } = this.options;
		const since = this.now() - this.startedAt;
		const isTime = since % (BURST_EVERY_DAYS * DAY_MS) < MINUTE_MS;
		if (reactionBurst > 0 && since > HOUR_MS && isTime) {
			const open = this.comments.posts().find(({ visibility }) => visibility === 'PUBLIC');
			if (open) this.burst = { left: reactionBurst, aMinute: reactionBurst / BURST_MINUTES, post: open.urn };
		}
		const post = this.simulator.state.findPost(this.burst.post);
		for (let left = Math.min(this.burst.left, Math.ceil(this.burst.aMinute)); post && left > 0; left -= 1) {
			this.burst.left -= 1;
			this.react(post);
		}
	}
}

const KINDS: Record<string, PageEvent> = {
	edit: 'commentEdited',
	mention: 'newMention',
	post: 'newPost',
	reaction: 'newReaction',
	share: 'newShare',
};

/** The others can be counted or listed too. */
const ONLY_FED: PageEvent[] = ['commentEdited', 'newMention'];

const eventOf = (id: string): PageEvent => KINDS[id.slice(0, id.indexOf(' '))] ?? 'newComment';

/** A moment, or the end of what it falls into. */
function after(outages: Array<{ from: number; until: number }>, at: number): number {
	return outages.reduce((moment, { from, until }) => (moment >= from && moment < until ? until : moment), at);
}
