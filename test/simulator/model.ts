import type { LittleTextPart } from './littleText';

export interface Member {
	/** Short name that tests use: 'ada'. */
	key: string;
	/** `urn:li:person:{personId}` */
	urn: string;
	personId: string;
	firstName: string;
	lastName: string;
	email: string;
	vanityName: string;
	headline: string;
	/** Id of an image without `urn:li:image:`. */
	picture?: string;
	/** Shows nothing to apps (docs.people). */
	isHidden?: true;
	/** Such a member can't get a role on an ad account. */
	hasUnconfirmedEmail?: true;
}

export interface Organization {
	id: string;
	urn: string;
	name: string;
	vanityName: string;
	type: 'NONE' | 'SCHOOL' | 'BRAND';
	/** Only visible to administrators (docs.organizations). */
	website?: string;
	description?: string;
	industries?: string[];
	specialties?: string[];
	staffCountRange?: string;
	foundedYear?: number;
	/** Image URN. */
	logo?: string;
	/** Organization URN of the page that a showcase page belongs to. */
	parent?: string;
}

export const ROLES = [
	'ADMINISTRATOR',
	'CONTENT_ADMINISTRATOR',
	'CONTENT_ADMIN',
	'ANALYST',
	'CURATOR',
	'DIRECT_SPONSORED_CONTENT_POSTER',
	'LEAD_CAPTURE_ADMINISTRATOR',
	'LEAD_GEN_FORMS_MANAGER',
	'RECRUITING_POSTER',
] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_STATES = ['APPROVED', 'REJECTED', 'REQUESTED', 'REVOKED'] as const;
export type RoleState = (typeof ROLE_STATES)[number];

export interface RoleAssignment {
	member: string;
	organization: string;
	role: Role;
	state: RoleState;
}

export interface Post {
	/** `urn:li:share:…` or `urn:li:ugcPost:…`, depending on the content. */
	urn: string;
	/** `urn:li:activity:…`, with another number than `urn`. */
	activity: string;
	author: string;
	/** The commentary as LinkedIn understood it: without what was cut, wrong mentions as plain text. */
	parts: LittleTextPart[];
	visibility: string;
	content?: Record<string, unknown>;
	/** Of a post created for an ad account; it isn't in any feed. */
	adContext?: { dscAdAccount: string; dscAdType: string };
	reshareContext?: { parent: string; root: string };
	distribution: Record<string, unknown>;
	isReshareDisabledByAuthor: boolean;
	contentCallToActionLabel?: string;
	contentLandingPage?: string;
	createdAt: number;
	lastModifiedAt: number;
	isEdited: boolean;
	isDeleted: boolean;
	commentsState: 'OPEN' | 'CLOSED';
	/** Until this time comment calls on the post answer 404, as they do just after a post is created. */
	commentsFrom: number;
}

export interface Comment {
	id: string;
	/** `urn:li:comment:({activity},{id})` */
	urn: string;
	/** The activity URN of the post. */
	activity: string;
	/** URN of the comment this one replies to. */
	parent?: string;
	actor: string;
	/** The person who acted for a page. */
	agent?: string;
	text: string;
	attributes: unknown[];
	content?: Array<{ entity: { image: string } }>;
	createdAt: number;
	lastModifiedAt: number;
	/** From this time the API shows and counts it; immediately by default. */
	visibleFrom?: number;
}

export const NOTIFICATION_ACTIONS = [
	'LIKE',
	'COMMENT',
	'SHARE',
	'SHARE_MENTION',
	'ADMIN_COMMENT',
	'COMMENT_EDIT',
	'COMMENT_DELETE',
] as const;
export type NotificationAction = (typeof NOTIFICATION_ACTIONS)[number];

/** One entry of a page's notification feed (docs.notifications). */
export interface Notification {
	id: number;
	organization: string;
	action: NotificationAction;
	at: number;
	/** From this time the feed shows it; later than `at` if the feed lags. */
	visibleFrom: number;
	sourcePost: string;
	sourceText: string;
	sourceEntity: string;
	sourceOwner: string;
	/** What was made of the page's post. */
	generated: {
		kind: 'comment' | 'share' | 'reaction';
		urn: string;
		/** Of a share, whose number differs from that of `urn`. */
		activity?: string;
		/** Of a reaction. */
		reactionType?: string;
		owner: string;
		text: string;
	};
}
