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
	/** Such a member can't be given a role on an ad account. */
	hasUnconfirmedEmail?: true;
}

export interface Organization {
	id: string;
	urn: string;
	name: string;
	vanityName: string;
	type: 'NONE' | 'SCHOOL' | 'BRAND';
	/** What only administrators see (docs.organizations). */
	website?: string;
	description?: string;
	industries?: string[];
	specialties?: string[];
	staffCountRange?: string;
	foundedYear?: number;
	/** Image URN. */
	logo?: string;
	/** Organization URN of the page a showcase page belongs to. */
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
	/** `urn:li:share:…` or `urn:li:ugcPost:…`; which of them depends on the content. */
	urn: string;
	/** `urn:li:activity:…`, another number than that of `urn`. */
	activity: string;
	author: string;
	/** The commentary as LinkedIn understood it: what was cut is gone, wrong mentions are plain. */
	parts: LittleTextPart[];
	visibility: string;
	content?: Record<string, unknown>;
	/** Of a post made for an ad account; it is in no feed. */
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
	/** Until this moment comment calls on the post answer 404, as they do just after a post is made. */
	commentsFrom: number;
}

export interface Comment {
	id: string;
	/** `urn:li:comment:({activity},{id})` */
	urn: string;
	/** The activity URN of the post. */
	activity: string;
	/** URN of the comment this one answers. */
	parent?: string;
	actor: string;
	/** The person who acted for a page. */
	agent?: string;
	text: string;
	attributes: unknown[];
	content?: Array<{ entity: { image: string } }>;
	createdAt: number;
	lastModifiedAt: number;
	/** From this moment the API shows and counts it; at once when left out. */
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

/** One row of a page's notification feed (docs.notifications). */
export interface Notification {
	id: number;
	organization: string;
	action: NotificationAction;
	at: number;
	/** From this moment the feed shows it; later than `at` when the feed is set to lag. */
	visibleFrom: number;
	sourcePost: string;
	sourceText: string;
	sourceEntity: string;
	sourceOwner: string;
	generated: { kind: 'comment' | 'share'; urn: string; owner: string; text: string };
}
