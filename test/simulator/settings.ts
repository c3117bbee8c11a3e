import { usualNotificationForms, type NotificationForms } from './notificationForms';
import { defaultPushSettings, type PushSettings } from './push/settings';
import type { ListManner } from './paging';

/** Settings for behaviour in which LinkedIn may vary; tests set them on the state. */
export interface Settings extends PushSettings {
	/** Key of the member who is logged in and consents if an app asks for authorization. */
	oauthMember: string;
	/** If set, the member declines instead. */
	oauthRefusal?: 'user_cancelled_login' | 'user_cancelled_authorize';
	/** How long comment calls on a post just created with the API answer 404. */
	commentRaceMs: number;
	/** How lists differ from the documentation; the first match applies. */
	listManners: ListManner[];
	/**
	 * Pages of GET /rest/posts have fewer posts than requested although more follow
	 * (docs/behaviour.md#lists-with-gaps).
	 */
	shortPostPages: boolean;
	/** How far the notification feed lags behind; at most 15 minutes were seen. A function is called per event. */
	notificationDelayMs: number | (() => number);
	/** Forms of notifications that aren't confirmed; they may change at any time. */
	notificationForms: NotificationForms;
	/** How long after they happened reactions and shares are counted; immediately by default. */
	countLagMs: number;
	/** Whether comment lists have `total`; their order isn't documented (docs/behaviour.md#comment-lists). */
	commentTotals: boolean;
	commentOrder: 'oldestFirst' | 'newestFirst';
	/**
	 * The name of a mention on the versioned resource, which is unconfirmed (docs/behaviour.md#mentions-in-comments).
	 */
	mentionForm: 'either' | 'short' | 'long';
	/** Whether w_member_social alone also reads comments on /v2; writing was seen, reading is uncertain. */
	selfServeMayReadComments: boolean;
	/**
	 * Under whose posts w_member_social_feed reads: under one's own was seen, under others is uncertain
	 * (docs/behaviour.md#reading-with-w_member_social_feed).
	 */
	memberFeedReach: 'ownPosts' | 'anyPost';
	/** What GET /rest/organizations/{id} answers to those who don't administer the page (docs.organizations). */
	organizationsForOthers: 'refused' | 'reduced';
	/**
	 * Comments one member may write within a minute (docs/behaviour.md#comments-in-quick-succession); unlimited by
	 * default.
	 */
	commentsPerMinute?: number;
	/** How a batch of people names each of them, which isn't documented (docs/behaviour.md#people). */
	peopleKeys: 'complex' | 'assigned' | 'bare' | 'urn';
	/** What is shown of a member who hides from apps (docs/behaviour.md#people). */
	hiddenPeople: 'private' | 'nameless';
	/** Whom a profile address finds, and what it answers for others (docs/behaviour.md#people). */
	addressesFind: 'followers' | 'anyone';
	addressMiss: 'notFound' | 'empty';
	/** How long uploaded media is PROCESSING. */
	mediaProcessingMs: number;
	/**
	 * Whether a post with media still PROCESSING is refused; LinkedIn often accepts it
	 * (docs/behaviour.md#media-that-isnt-ready).
	 */
	refuseProcessingMedia: boolean;
	/** While set, every finished upload becomes PROCESSING_FAILED with this reason. */
	mediaProcessingFailure?: string;
	/** Lifetime of upload URLs (docs.videos). */
	uploadUrlMs: number;
	/**
	 * What initializeUpload returns as uploadToken and finalizeUpload requires; LinkedIn's may be empty
	 * (docs/behaviour.md#parts-of-a-video).
	 */
	videoUploadToken: string;
	/**
	 * Whether the last part's lastByte is that of the file; LinkedIn's may be beyond its end
	 * (docs/behaviour.md#parts-of-a-video).
	 */
	exactLastByte: boolean;
	/** Whether uploads are kept completely; if off, only the first MiB and the hash are, for tests of large files. */
	keepUploadedBytes: boolean;
	/** Lifetime of the page tokens of ads searches (docs.cursorPagination). */
	adsCursorMs: number;
	/**
	 * The spelling of objectives: WEBSITE_VISIT, as LinkedIn was seen to accept (docs/behaviour.md#objectives),
	 * WEBSITE_VISITS, or either.
	 */
	objectiveSpelling: 'singular' | 'plural' | 'both';
	/** Whether a PUT of an account user answers 201 or 204 (docs/behaviour.md#ad-account-users). */
	adAccountUserPutStatus: 201 | 204;
	/**
	 * Whether lists of account users are complete, with a count of 2147483647, if no count is requested
	 * (docs.adAccountUsers).
	 */
	adAccountUsersUnpaged: boolean;
	/** Whether a creative is also found by its number alone (docs/behaviour.md#keys-of-creatives). */
	bareCreativeKeys: boolean;
	/** Whether headers carry the URN of a new creative percent-encoded or plain (docs/behaviour.md#where-ids-are-returned). */
	encodedCreativeIds: boolean;
	/**
	 * Where the URN of a creative created inline is returned: the header, `value` or `value.creative`
	 * (docs/behaviour.md#where-ids-are-returned).
	 */
	inlineCarrier: 'header' | 'value' | 'creative';
	/** How long a creative that left DRAFT is in review (docs.creatives). */
	creativeReviewMs: number;
	/**
	 * The name of the URN in targeting facets: the documentation's, or that of a capture
	 * (docs/behaviour.md#targeting-in-practice).
	 */
	targetingFacetKey: 'adTargetingFacetUrn' | '$URN';
	/** The order of leads, which isn't documented (docs/behaviour.md#leads). */
	leadOrder: 'newestFirst' | 'oldestFirst';
	/** Maximum count of leads, which isn't documented (docs/behaviour.md#leads). */
	leadPageMax: number;
	/** Which ends submittedAtTimeRange includes (docs/behaviour.md#leads). */
	leadRangeIncludes: 'both' | 'start' | 'neither';
	/** Whether test leads are among the others if they aren't requested separately (docs.leads). */
	testLeadsAmongReal: boolean;
	/** Whether one bad conversion event fails its whole batch, or only itself (docs.conversionEvents). */
	conversionEventAnswers: 'atomic' | 'perElement';
	/** How long conversions can't be linked to a new campaign; about 8 s were seen (docs/behaviour.md#conversions). */
	campaignLinkDelayMs: number;
	/** How long a new audience segment answers 404 (docs/behaviour.md#audiences). */
	segmentDelayMs: number;
	/**
	 * The field names of ads in the Ad Library: as captured, or from other sources
	 * (docs/behaviour.md#ad-library-and-job-library).
	 */
	adLibraryNames: 'captured' | 'other';
	/**
	 * Whether pages of the Job Library lack one job although more follow
	 * (docs/behaviour.md#ad-library-and-job-library).
	 */
	jobLibraryDropsOne: boolean;
	/** Base URL of the upload host, which differs from the API's. */
	uploadUrl: string;
	/** Of the URLs that require a token. */
	tokenUploadUrl: string;
}

const defaultSettings = (): Settings => ({
	...defaultPushSettings(),
	oauthMember: 'ada',
	commentRaceMs: 0,
	listManners: [],
	shortPostPages: false,
	notificationDelayMs: 0,
	notificationForms: usualNotificationForms(),
	countLagMs: 0,
	commentTotals: true,
	commentOrder: 'newestFirst',
	mentionForm: 'either',
	selfServeMayReadComments: true,
	memberFeedReach: 'ownPosts',
	organizationsForOthers: 'refused',
	peopleKeys: 'complex',
	hiddenPeople: 'private',
	addressesFind: 'followers',
	addressMiss: 'notFound',
	mediaProcessingMs: 0,
	refuseProcessingMedia: false,
	uploadUrlMs: 30 * 24 * 60 * 60 * 1000,
	videoUploadToken: '',
	exactLastByte: false,
	keepUploadedBytes: true,
	adsCursorMs: 60 * 60 * 1000,
	objectiveSpelling: 'singular',
	adAccountUserPutStatus: 204,
	adAccountUsersUnpaged: false,
	bareCreativeKeys: false,
	encodedCreativeIds: true,
	inlineCarrier: 'header',
	creativeReviewMs: 0,
	targetingFacetKey: 'adTargetingFacetUrn',
	leadOrder: 'newestFirst',
	leadPageMax: 100,
	leadRangeIncludes: 'start',
	testLeadsAmongReal: false,
	conversionEventAnswers: 'atomic',
	campaignLinkDelayMs: 0,
	segmentDelayMs: 0,
	adLibraryNames: 'captured',
	jobLibraryDropsOne: false,
	uploadUrl: '',
	tokenUploadUrl: '',
});

/** Every setting is a property of the class that extends this. */
export const WithSettings = class {
	constructor() {
		Object.assign(this, defaultSettings());
	}
} as new () => Settings;
