import type { ListManner } from './paging';

/** How this LinkedIn behaves where it may behave in more than one way; tests set these on the state. */
export interface Settings {
	/** Key of the member who is logged in and consents when an app asks for authorization. */
	oauthMember: string;
	/** Set: the member declines instead. */
	oauthRefusal?: 'user_cancelled_login' | 'user_cancelled_authorize';
	/** How long comment calls on a post just made through the API answer 404. */
	commentRaceMs: number;
	/** How lists differ from the documentation; the first that fits holds. */
	listManners: ListManner[];
	/** Pages of GET /rest/posts have fewer posts than asked while more follow (§3.4). */
	shortPostPages: boolean;
	/** How long the notification feed lags behind; at most 15 minutes were seen. A function is asked per event. */
	notificationDelayMs: number | (() => number);
	/** Whether comment lists say `total`; their order is documented nowhere (§5.3). */
	commentTotals: boolean;
	commentOrder: 'oldestFirst' | 'newestFirst';
	/** How a mention is named on the versioned resource, which is unconfirmed (contract, second part, §11). */
	mentionForm: 'either' | 'short' | 'long';
	/** Whether w_member_social alone also reads comments on /v2; that it writes them was seen, reading is unsure. */
	selfServeMayReadComments: boolean;
	/** Under whose posts w_member_social_feed reads: under one's own was seen, under others is unsure (second part, §11). */
	memberFeedReach: 'ownPosts' | 'anyPost';
	/** What GET /rest/organizations/{id} answers to those who do not administer the page (§9.1). */
	organizationsForOthers: 'refused' | 'reduced';
	/** Comments one member may make within a minute (§5.1); unlimited when left out. */
	commentsPerMinute?: number;
	/** How long uploaded media is PROCESSING (§8.2). */
	mediaProcessingMs: number;
	/** Whether a post with media still PROCESSING is refused; LinkedIn often takes it (§3.1, Quirks). */
	refuseProcessingMedia: boolean;
	/** While set, everything whose upload ends becomes PROCESSING_FAILED with this reason. */
	mediaProcessingFailure?: string;
	/** Life of upload URLs (§8.4). */
	uploadUrlMs: number;
	/** What initializeUpload gives as uploadToken and finalizeUpload wants back; LinkedIn's may be empty (§8.3). */
	videoUploadToken: string;
	/** Whether the last part's lastByte is that of the file; LinkedIn's may lie behind its end (§8.3). */
	exactLastByte: boolean;
	/** Whether uploads are kept whole; off, only the first MiB and the sum are, for tests of large files. */
	keepUploadedBytes: boolean;
	/** Life of the page tokens of ads searches (ads §0, Paging). */
	adsCursorMs: number;
	/** How objectives are spelt: WEBSITE_VISIT, as LinkedIn was seen to take them (second part, §2), WEBSITE_VISITS, or either. */
	objectiveSpelling: 'singular' | 'plural' | 'both';
	/** Whether a PUT of an account user answers 201 or 204 (ads §1, unconfirmed). */
	adAccountUserPutStatus: 201 | 204;
	/** Whether lists of account users are whole, with a count of 2147483647, when no count is asked (ads §0, Paging). */
	adAccountUsersUnpaged: boolean;
	/** Whether a creative is also found by its bare number (ads §4, unconfirmed). */
	bareCreativeKeys: boolean;
	/** Whether headers carry the URN of a new creative percent-encoded (ads §0, methods) or plain (ads §4). */
	encodedCreativeIds: boolean;
	/** What carries the URN of a creative made inline: the header, `value` or `value.creative` (ads §4, unconfirmed). */
	inlineCarrier: 'header' | 'value' | 'creative';
	/** How long a creative that left DRAFT is in review (ads §4). */
	creativeReviewMs: number;
	/** The name of the URN in targeting facets: the documentation's, or that of a capture (ads §6). */
	targetingFacetKey: 'adTargetingFacetUrn' | '$URN';
	/** The order of leads, documented nowhere (ads §7). */
	leadOrder: 'newestFirst' | 'oldestFirst';
	/** Largest count of leads, documented nowhere (ads §7). */
	leadPageMax: number;
	/** Which ends belong to submittedAtTimeRange (ads §7, unconfirmed). */
	leadRangeIncludes: 'both' | 'start' | 'neither';
	/** Whether test leads stand among the others when they are not asked for by themselves (ads §7). */
	testLeadsAmongReal: boolean;
	/** Whether one bad conversion event fails its whole batch, or itself alone (ads §8). */
	conversionEventAnswers: 'atomic' | 'perElement';
	/** How long conversions cannot be linked to a new campaign; about 8 s were seen (second part, §4). */
	campaignLinkDelayMs: number;
	/** How long a new audience segment answers 404 (ads §9). */
	segmentDelayMs: number;
	/** How members of ads of the Ad Library are called: as captured, or as other sources have it (ads §10, unconfirmed). */
	adLibraryNames: 'captured' | 'other';
	/** Whether pages of the Job Library lack one job while more follow (ads §10). */
	jobLibraryDropsOne: boolean;
	/** Base URL of the upload host, another than the API's. */
	uploadUrl: string;
	/** Of the URLs that take a token. */
	tokenUploadUrl: string;
}

const defaultSettings = (): Settings => ({
	oauthMember: 'ada',
	commentRaceMs: 0,
	listManners: [],
	shortPostPages: false,
	notificationDelayMs: 0,
	commentTotals: true,
	commentOrder: 'newestFirst',
	mentionForm: 'either',
	selfServeMayReadComments: true,
	memberFeedReach: 'ownPosts',
	organizationsForOthers: 'refused',
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

/** Every setting is a property of what extends this. */
export const WithSettings = class {
	constructor() {
		Object.assign(this, defaultSettings());
	}
} as new () => Settings;
