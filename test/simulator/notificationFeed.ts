import { shownText } from './littleText';
import type { Comment, Notification, NotificationAction, Post } from './model';

/** What pages are notified of: comments, shares and mentions on public posts (docs.notifications). */
export class NotificationFeed {
	readonly rows: Notification[] = [];
	private nextId = 5_603_453_321;

	/** A post that shares the page's post, or mentions the page. */
	ofPost(post: Post, parent: Post | undefined, delayMs: number): void {
		const generated = {
			kind: 'share' as const,
			urn: post.urn,
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

	private add(
		page: string,
		action: NotificationAction,
		post: Post,
		generated: Notification['generated'],
		at: number,
		delayMs: number,
	): void {
		if (!page.startsWith('urn:li:organization:') || post.visibility !== 'PUBLIC') return;
		this.rows.push({
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
		});
	}
}
