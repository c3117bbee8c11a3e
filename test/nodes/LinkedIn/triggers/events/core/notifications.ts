/** Notifications as LinkedIn writes them (docs.notifications). */

export const PAGE = 'urn:li:organization:2414183';
export const CLEO = 'urn:li:person:zLqTygBP8S';
export const ACTIVITY = 'urn:li:activity:7094637247890620418';
export const SHARE = 'urn:li:share:7094637247487995904';
export const OTHER = 'urn:li:share:7094977717598625700';
export const ID = '7094977717598625792';
export const COMMENT = `urn:li:comment:(${ACTIVITY},${ID})`;
export const AT = 1691574506310;
/** In the id of the comment, and of the other post. */
export const ID_AT = 1691574506187;
export const NOW = Date.UTC(2026, 10, 29);

export const post = { owner: PAGE, entity: SHARE, mediaCategory: 'NONE', text: 'A \\(post\\)' };
export const base = {
	notificationId: 5603453321,
	organizationalEntity: PAGE,
	subscriber: CLEO,
	lastModifiedAt: AT,
	sourcePost: ACTIVITY,
	decoratedSourcePost: post,
};
export const comment = {
	...base,
	action: 'COMMENT',
	generatedActivity: `urn:li:comment:(activity:7094637247890620418,${ID})`,
	decoratedGeneratedActivity: {
		comment: { owner: CLEO, text: 'Hi (there)', entity: COMMENT, object: ACTIVITY },
	},
};
export const like = { ...base, action: 'LIKE' };
export const share = {
	...base,
	action: 'SHARE',
	generatedActivity: OTHER,
	decoratedGeneratedActivity: { share: { owner: CLEO, entity: OTHER, text: 'Look \\(here\\)' } },
};
export const mention = { ...share, action: 'SHARE_MENTION' };
