import type { Clock } from './clock';
import type { Ids } from './ids';
import type { Post } from './model';

/** The content of a post; everything else, except `details`, LinkedIn adds to every new post. */
export type NewPost = Pick<Post, 'author' | 'parts' | 'visibility'> & {
	type: 'share' | 'ugcPost';
	createdAt?: number;
	details?: Partial<Post>;
};

/** All posts, found by any of their URNs; deleted ones stay. */
export class PostStore {
	private readonly saved: Post[] = [];
	private readonly byUrn = new Map<string, Post>();

	constructor(
		private readonly clock: Clock,
		private readonly ids: Ids,
	) {}

	save(post: NewPost): Post {
		const createdAt = post.createdAt ?? this.clock.now();
		const saved: Post = {
			urn: `urn:li:${post.type}:${this.ids.next(createdAt)}`,
			activity: `urn:li:activity:${this.ids.next(createdAt)}`,
			author: post.author,
			parts: post.parts,
			visibility: post.visibility,
			distribution: { feedDistribution: 'MAIN_FEED', thirdPartyDistributionChannels: [] },
			isReshareDisabledByAuthor: false,
			createdAt,
			lastModifiedAt: createdAt,
			isEdited: false,
			isDeleted: false,
			commentsState: 'OPEN',
			commentsFrom: 0,
			...post.details,
		};
		this.saved.push(saved);
		this.byUrn.set(saved.urn, saved);
		this.byUrn.set(saved.activity, saved);
		return saved;
	}

	delete(urn: string): void {
		const post = this.byUrn.get(urn);
		if (post) post.isDeleted = true;
	}

	find(urn: string): Post | undefined {
		return this.byUrn.get(urn);
	}

	/** Posts that aren't deleted, newest first; optionally of one author, by URN. */
	list(author?: string): Post[] {
		return this.saved
			.filter((post) => !post.isDeleted && (author === undefined || post.author === author))
			.sort((a, b) => b.createdAt - a.createdAt);
	}
}
