import type { Notification } from './model';

/** Forms of notifications that aren't confirmed (docs/behaviour.md#notification-feed). */
export interface NotificationForms {
	/**
	 * `generatedActivity` of a LIKE: the URN of the reaction, the older one of a like, either with the short inner form
	 * that comments have here, an activity of its own, the activity of the post, or absent.
	 */
	like: 'reaction' | 'like' | 'shortReaction' | 'shortLike' | 'activity' | 'post' | 'none';
	/** What is decorated of a LIKE: nothing, or who made it; as a reaction also of which type. */
	decoratedLike: 'none' | 'like' | 'reaction';
	/** Of a SHARE: the share or ugcPost as it was made, or its activity. */
	share: 'post' | 'activity';
	/** Where the post is that mentions the page: in one of the two members, or in both. */
	mention: 'generatedActivity' | 'sourcePost' | 'both';
	/** What a COMMENT_EDIT shows of the comment: all with its new text, or only its URN. */
	edit: 'whole' | 'urn';
	/** The same for a COMMENT_DELETE, which may have a comment without text. */
	delete: 'textless' | 'urn';
	/**
	 * What is decorated: what the other forms say, nothing at all, or nothing but with null in the members.
	 */
	decorated: 'usual' | 'absent' | 'null';
}

/** All plausible values of each form; the first is the default. */
export const NOTIFICATION_FORMS: { [Form in keyof NotificationForms]: Array<NotificationForms[Form]> } = {
	like: ['reaction', 'like', 'shortReaction', 'shortLike', 'activity', 'post', 'none'],
	decoratedLike: ['none', 'like', 'reaction'],
	share: ['post', 'activity'],
	mention: ['both', 'generatedActivity', 'sourcePost'],
	edit: ['whole', 'urn'],
	delete: ['urn', 'textless'],
	decorated: ['usual', 'absent', 'null'],
};

/** The first of each. */
export const usualNotificationForms = (): NotificationForms =>
	Object.fromEntries(
		Object.entries(NOTIFICATION_FORMS).map(([form, values]) => [form, values[0]]),
	) as unknown as NotificationForms;

/** @param subscriber URN of the member whose right on the page was used */
export function notificationEntity(
	one: Notification,
	subscriber: string | undefined,
	forms: NotificationForms,
): Record<string, unknown> {
	const isMention = one.action === 'SHARE_MENTION';
	const hasSource = !isMention || forms.mention !== 'generatedActivity';
	const generated = isMention && forms.mention === 'sourcePost' ? undefined : generatedUrn(one, forms);
	return {
		notificationId: one.id,
		organizationalEntity: one.organization,
		action: one.action,
		...(subscriber ? { subscriber } : {}),
		lastModifiedAt: one.at,
		...(hasSource ? { sourcePost: one.sourcePost } : {}),
		...(hasSource ? decorated('decoratedSourcePost', decoratedSource(one), forms) : {}),
		...(generated === undefined ? {} : { generatedActivity: generated }),
		...(generated === undefined && isMention
			? {}
			: decorated('decoratedGeneratedActivity', decoratedGenerated(one, forms), forms)),
	};
}

function decorated(
	member: string,
	value: object | undefined,
	{ decorated: form }: NotificationForms,
): Record<string, unknown> {
	if (form === 'null') return { [member]: null };
	return form === 'absent' || value === undefined ? {} : { [member]: value };
}

/** LinkedIn uses the short inner form of a comment's URN here (docs/behaviour.md#notification-feed). */
function generatedUrn(
	{ id, sourcePost, generated }: Notification,
	forms: NotificationForms,
): string | undefined {
	const { kind, urn, activity } = generated;
	if (kind === 'comment') return urn.replace('(urn:li:activity:', '(activity:');
	if (kind === 'share') return forms.share === 'activity' ? activity : urn;
	const short = urn.replace(',urn:li:activity:', ',activity:');
	return {
		reaction: urn,
		like: urn.replace('urn:li:reaction:', 'urn:li:like:'),
		shortReaction: short,
		shortLike: short.replace('urn:li:reaction:', 'urn:li:like:'),
		activity: `urn:li:activity:7${String(id).padStart(18, '0')}`,
		post: sourcePost,
		none: undefined,
	}[forms.like];
}

const decoratedSource = (one: Notification) => ({
	owner: one.sourceOwner,
	entity: one.sourceEntity,
	mediaCategory: 'NONE',
	text: one.sourceText,
});

function decoratedGenerated(one: Notification, forms: NotificationForms): object | undefined {
	const { kind, owner, text, urn: entity } = one.generated;
	if (kind === 'reaction') return decoratedLike(one, forms);
	if (kind === 'share') return { share: { owner, text, entity } };
	const comment = { owner, entity, object: one.sourcePost };
	if (one.action === 'COMMENT_DELETE') return forms.delete === 'urn' ? undefined : { comment };
	if (one.action === 'COMMENT_EDIT' && forms.edit === 'urn') return undefined;
	return { comment: { ...comment, text } };
}

function decoratedLike(
	{ generated, sourcePost }: Notification,
	forms: NotificationForms,
): object | undefined {
	const { owner, urn, reactionType } = generated;
	const like = { owner, entity: urn.replace('urn:li:reaction:', 'urn:li:like:'), object: sourcePost };
	return {
		none: undefined,
		like: { like },
		reaction: { reaction: { owner, entity: urn, object: sourcePost, reactionType } },
	}[forms.decoratedLike];
}
