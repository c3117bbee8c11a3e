import type { Clock } from './clock';
import type { Ids } from './ids';
import type { Comment, NotificationAction } from './model';

export type NewComment = Pick<Comment, 'activity' | 'actor' | 'text'> & Partial<Omit<Comment, 'id' | 'urn'>>;

/** Comments and replies of all posts, by the activity of the post; `tell` is called for every change. */
export class CommentStore {
	private readonly threads = new Map<string, Comment[]>();
	private readonly byUrn = new Map<string, Comment>();

	constructor(
		private readonly clock: Clock,
		private readonly ids: Ids,
		/** `at` is the time of the change, epoch ms. */
		private readonly tell: (action: NotificationAction, comment: Comment, at: number) => void,
	) {}

	/** Begins the empty thread of a new post. */
	open(activity: string): void {
		this.threads.set(activity, []);
	}

	save(comment: NewComment): Comment {
		const createdAt = comment.createdAt ?? this.clock.now();
		const id = this.ids.next(createdAt);
		const saved: Comment = {
			attributes: [],
			lastModifiedAt: createdAt,
			...comment,
			createdAt,
			id,
			urn: `urn:li:comment:(${comment.activity},${id})`,
		};
		this.threads.get(comment.activity)?.push(saved);
		this.byUrn.set(saved.urn, saved);
		this.tell('COMMENT', saved, createdAt);
		return saved;
	}

	/** @throws Error if there is no such comment */
	edit(urn: string, text: string, attributes: unknown[]): Comment {
		const found = this.byUrn.get(urn);
		if (!found) throw new Error(`The simulator has no comment ${urn}`);
		Object.assign(found, { text, attributes, lastModifiedAt: this.clock.now() });
		this.tell('COMMENT_EDIT', found, found.lastModifiedAt);
		return found;
	}

	/** Removes a comment and its replies; does nothing if there is no such comment. */
	delete(urn: string): void {
		const found = this.byUrn.get(urn);
		if (!found) return;
		const thread = this.threads.get(found.activity) ?? [];
		const going = thread.filter((one) => one === found || one.parent === found.urn);
		this.threads.set(
			found.activity,
			thread.filter((one) => !going.includes(one)),
		);
		for (const one of going) {
			this.byUrn.delete(one.urn);
			this.tell('COMMENT_DELETE', one, this.clock.now());
		}
	}

	find(urn: string): Comment | undefined {
		return this.byUrn.get(urn);
	}

	/** Of one post, oldest first; empty if there is no such post. */
	of(activity: string): Comment[] {
		return [...(this.threads.get(activity) ?? [])].sort((a, b) => a.createdAt - b.createdAt);
	}

	/** Those of one post that the API shows by now, oldest first. */
	shown(activity: string): Comment[] {
		const now = this.clock.now();
		return this.of(activity).filter(({ visibleFrom = 0 }) => visibleFrom <= now);
	}

	/** Of all posts, in the order of the posts. */
	all(): Comment[] {
		return [...this.threads.values()].flat();
	}
}
