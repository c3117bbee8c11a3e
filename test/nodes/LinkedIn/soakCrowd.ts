/** What people do on LinkedIn while the comment trigger runs, with a list of what it has to give out. */
import type { Post, Simulator } from '../../simulator';
import type { Random } from './soakRandom';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
export const PAGE = '2414183';
export const PAGE_URN = `urn:li:organization:${PAGE}`;

export class Crowd {
	readonly wanted = new Map<string, { at: number; deletedAt?: number; isPublic: boolean }>();
	readonly own = new Set<string>();
	readonly counts = { comments: 0, replies: 0, own: 0, edits: 0, deletes: 0, hiddenSwaps: 0, posts: 0 };

	constructor(
		private readonly simulator: Simulator,
		private readonly random: Random,
		private readonly withPrivatePosts: boolean,
		private readonly isFixed: boolean,
	) {
		for (let number = 0; number < 12; number += 1) {
			this.publish(Date.now() - (12 - number) * 5 * DAY_MS, number);
		}
		for (const post of this.posts()) {
			simulator.state.addComment({
				post: post.urn,
				actor: 'bob',
				text: 'Old',
				createdAt: post.createdAt + HOUR_MS,
			});
		}
	}

	posts(): Post[] {
		return this.simulator.state.posts(PAGE);
	}

	publish(createdAt: number, number: number): void {
		this.counts.posts += 1;
		const visibility = this.withPrivatePosts && number % 4 === 3 ? 'LOGGED_IN' : 'PUBLIC';
		this.simulator.state.addPost({ author: PAGE, text: `Post ${number} (new)`, createdAt, visibility });
	}

	/** A few minutes on LinkedIn. */
	act(): void {
		const { random, simulator } = this;
		if (!this.isFixed && random.chance(0.008)) this.publish(Date.now(), this.counts.posts);
		if (random.chance(0.2)) this.comment();
		if (random.chance(0.09)) this.comment('reply');
		if (random.chance(0.07)) this.ownComment();
		const some = simulator.state.comments();
		const recent = some.filter((comment) => Date.now() - comment.createdAt < 4 * HOUR_MS);
		if (recent.length > 0 && random.chance(0.05)) {
			this.counts.edits += 1;
			simulator.state.editComment(random.of(recent).urn, 'Edited');
		}
		if (recent.length > 0 && random.chance(0.025)) this.remove(random.of(recent).urn);
		// Deleted and added at once: the count of the post stays what it was.
		const answered = new Set(some.map((comment) => comment.parent));
		const dispensable = some.filter((comment) => !comment.parent && !answered.has(comment.urn));
		if (dispensable.length > 0 && random.chance(0.02)) {
			const gone = random.of(dispensable);
			this.counts.hiddenSwaps += 1;
			this.remove(gone.urn);
			this.comment('top', gone.activity);
		}
	}

	private comment(kind: 'top' | 'reply' = 'top', where?: string): void {
		const post = where ? this.simulator.state.findPost(where) : this.random.of(this.posts());
		if (!post || post.isDeleted) return;
		const tops = this.simulator.state.comments(post.urn).filter((comment) => !comment.parent);
		const parent = kind === 'reply' && tops.length > 0 ? this.random.of(tops) : undefined;
		const actor = this.random.of(['bob', 'cleo', 'dora', '5583111']);
		const made = this.simulator.state.addComment({
			post: post.urn,
			actor,
			text: `Comment ${this.wanted.size}`,
			parent: parent?.urn,
		});
		this.counts[parent ? 'replies' : 'comments'] += 1;
		this.wanted.set(made.urn, { at: Date.now(), isPublic: post.visibility === 'PUBLIC' });
	}

	/** The workflow's answers: as the page, with ada behind it, and ada herself. */
	private ownComment(): void {
		const post = this.random.of(this.posts());
		const tops = this.simulator.state.comments(post.urn).filter((comment) => !comment.parent);
		const parent = tops.length > 0 ? this.random.of(tops) : undefined;
		const me = this.simulator.state.member('ada').urn;
		const asPage = this.random.chance(0.7);
		const made = this.simulator.state.saveComment({
			activity: post.activity,
			actor: asPage ? PAGE_URN : me,
			...(asPage ? { agent: me } : {}),
			...(parent ? { parent: parent.urn } : {}),
			text: 'Thank you!',
		});
		this.counts.own += 1;
		this.own.add(made.urn);
	}

	private remove(urn: string): void {
		this.counts.deletes += 1;
		const replies = this.simulator.state.comments().filter((comment) => comment.parent === urn);
		this.simulator.state.deleteComment(urn);
		for (const gone of [urn, ...replies.map((reply) => reply.urn)]) {
			const wanted = this.wanted.get(gone);
			if (wanted) wanted.deletedAt = Date.now();
		}
	}
}
