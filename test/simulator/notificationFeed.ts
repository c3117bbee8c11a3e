import { shownText } from './littleText';
import type { Comment, Notification, NotificationAction, Post } from './model';
import type { Reaction } from './reactions';

/** What pages are notified of: reactions, comments, shares and mentions on public posts (docs.notifications). */
export class NotificationFeed {
	/** In the order of their ids. */
	readonly rows: Notification[] = [];
	/** By page and in the order of `at`, because a page may have many thousands. */
	private readonly byPage = new Map<string, Notification[]>();
	private nextId = 5_603_453_321;

	/** A page's rows with `from <= at < until`, newest first. */
	of(page: string, from: number, until: number): Notification[] {
		const rows = this.byPage.get(page) ?? [];
		const isFrom = (bound: number) => (row: Notification) => row.at >= bound;
		return rows.slice(firstOf(rows, isFrom(from)), firstOf(rows, isFrom(until))).reverse();
	}

	/** A post that shares the page's post, or mentions the page. */
	ofPost(post: Post, parent: Post | undefined, delayMs: number): void {
		const generated = {
			kind: 'share' as const,
			urn: post.urn,
			activity: post.activity,
			owner: post.author,
			text: shownText(post.parts),
		};
		if (parent && parent.author !== post.author) {
			this.add(parent.author, 'SHARE', parent, generated, post.createdAt, delayMs);
		}
		for (const part of post.parts) {
			if (part.kind === 'mention' && part.urn !== post.author) {
				this.add(part.urn, 'SHARE_MENTION', post, generated, post.createdAt, delayMs);
			}
		}
	}

	/** A comment or reply on the page's post; the page's own is an ADMIN_COMMENT. */
	ofComment(action: NotificationAction, comment: Comment, post: Post, at: number, delayMs: number): void {
		const isOwn = comment.actor === post.author && action === 'COMMENT';
		const generated = {
			kind: 'comment' as const,
			urn: comment.urn,
			owner: comment.actor,
			text: comment.text,
		};
		this.add(post.author, isOwn ? 'ADMIN_COMMENT' : action, post, generated, at, delayMs);
	}

	/** A reaction of any type to the page's post. */
	ofReaction({ actor, entity, type, createdAt }: Reaction, post: Post, delayMs: number): void {
		const generated = {
			kind: 'reaction' as const,
			urn: `urn:li:reaction:(${actor},${entity})`,
			reactionType: type,
			owner: actor,
			text: '',
		};
		this.add(post.author, 'LIKE', post, generated, createdAt, delayMs);
	}

	private add(
		page: string,
		action: NotificationAction,
		post: Post,
		generated: Notification['generated'],
		at: number,
		delayMs: number,
	): void {
		if (!page.startsWith('urn:li:organization:') || post.visibility !== 'PUBLIC') return;
		const row: Notification = {
			id: (this.nextId += 1),
			organization: page,
			action,
			at,
			visibleFrom: at + delayMs,
			sourcePost: post.activity,
			sourceEntity: post.urn,
			sourceOwner: post.author,
			sourceText: shownText(post.parts),
			generated,
		};
		this.rows.push(row);
		const rows = this.byPage.get(page) ?? [];
		this.byPage.set(page, rows);
		rows.splice(
			firstOf(rows, (other) => other.at > at),
			0,
			row,
		);
	}
}

/** The position of the first row of which something is true that stays true for all later ones. */
function firstOf(rows: Notification[], isTrue: (row: Notification) => boolean): number {
	let [low, high] = [0, rows.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (isTrue(rows[middle])) high = middle;
		else low = middle + 1;
	}
	return low;
}
