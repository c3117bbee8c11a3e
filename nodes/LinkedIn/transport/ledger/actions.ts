/** What a call does, in the words of people: LinkedIn's portal names endpoints instead. */

/** In the order of the lists; the first pattern that matches an endpoint decides. */
const ACTIONS = [
	['posts', 'Posts created', /^CREATE \/(rest\/posts|v2\/ugcPosts)$/],
	['comments', 'Comments written', /^CREATE \/(rest|v2)\/socialActions\/[^/]+\/comments$/],
	['reactions', 'Reactions given', /^CREATE \/(rest\/reactions|v2\/socialActions\/[^/]+\/likes)$/],
	['messages', 'Messages sent', /^CREATE \/(rest|v2)\/messages$/],
	['uploads', 'Uploads started', /^ACTION \/rest\/(images|videos|documents)$/],
	['fileParts', 'Parts of files sent', /^(PUT|POST) http/],
	['conversionEvents', 'Conversion events sent', /^(BATCH_)?CREATE \/rest\/conversionEvents$/],
	[
		'audienceMembers',
		'Audience members sent',
		/^(BATCH_)?CREATE \/rest\/dmpSegments\/[^/]+\/(users|companies)$/,
	],
	['reports', 'Reports read', /^\w+ \/rest\/\w*(Statistics|Analytics)\b/i],
	['deletions', 'Deletions', /^(BATCH_)?DELETE /],
	['changes', 'Other changes', /^(BATCH_)?(CREATE|UPDATE|PARTIAL_UPDATE)\b|^ACTION /],
	['reads', 'Other reads', /^/],
] as const;

export type Action = (typeof ACTIONS)[number][0];

export const ACTION_NAMES = Object.fromEntries(ACTIONS.map(([action, name]) => [action, name])) as Record<
	Action,
	string
>;

/** @param endpoint method and path template, e.g. `CREATE /rest/posts` */
export function actionOf(endpoint: string): Action {
	const [action] = ACTIONS.find(([, , pattern]) => pattern.test(endpoint)) ?? ['reads'];
	return action;
}
