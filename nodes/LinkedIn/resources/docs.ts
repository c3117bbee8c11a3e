/**
 * LinkedIn's pages. Operations link to them, and comments cite them by name, e.g. `docs.posts`. test/docs.ts adds those
 * that only tests cite. What no page says is in docs/behaviour.md.
 */
const ROOT = 'https://learn.microsoft.com/en-us/linkedin';
const MARKETING = `${ROOT}/marketing`;
const ACCOUNTS = `${MARKETING}/integrations/ads/account-structure`;
const REPORTING = `${MARKETING}/integrations/ads-reporting`;
const TARGETING = `${MARKETING}/integrations/ads/advertising-targeting`;
const SHARES = `${MARKETING}/community-management/shares`;
const PAGES = `${MARKETING}/community-management/organizations`;
const MEMBERS = `${MARKETING}/community-management/members`;
const SHARED = `${ROOT}/shared`;
const AUTHENTICATION = `${SHARED}/authentication`;
const CONCEPTS = `${SHARED}/api-guide/concepts`;
const AD_LIBRARY = 'https://www.linkedin.com/ad-library/api';

export const DOCS = {
	accountAccess: `${ACCOUNTS}/account-access-controls`,
	adAccounts: `${ACCOUNTS}/create-and-manage-accounts`,
	adAccountUsers: `${ACCOUNTS}/create-and-manage-account-users`,
	adLibrary: `${AD_LIBRARY}/ads`,
	adPreviews: `${ACCOUNTS}/ad-preview`,
	adTargeting: `${TARGETING}/ads-targeting`,
	audienceCounts: `${TARGETING}/audience-counts`,
	audiences: `${MARKETING}/matched-audiences/create-and-manage-segments`,
	audienceUsers: `${MARKETING}/matched-audiences/create-and-manage-segment-users`,
	budgetCombinations: `${REPORTING}/ad-budget-pricing-type-combinations`,
	budgetPricing: `${REPORTING}/ad-budget-pricing`,
	campaignGroups: `${ACCOUNTS}/create-and-manage-campaign-groups`,
	campaigns: `${ACCOUNTS}/create-and-manage-campaigns`,
	comments: `${SHARES}/comments-api`,
	conversionEvents: `${REPORTING}/conversions-api`,
	conversionEventSchema: `${REPORTING}/conversions-api-schema`,
	conversions: `${REPORTING}/conversion-tracking`,
	creatives: `${ACCOUNTS}/create-and-manage-creatives`,
	cursorPagination: `${MARKETING}/integrations/ads/cursor-based-pagination`,
	dataStorage: `${MARKETING}/data-storage-requirements`,
	documents: `${SHARES}/documents-api`,
	errorResponses: `${MARKETING}/error-responses`,
	errors: `${CONCEPTS}/error-handling`,
	followerStatistics: `${PAGES}/follower-statistics`,
	geoTypeahead: `${SHARED}/references/v2/standardized-data/locations/geo-typeahead`,
	images: `${SHARES}/images-api`,
	increasingAccess: `${MARKETING}/increasing-access`,
	industryCodes: `${SHARED}/references/reference-tables/industry-codes-v2`,
	introspection: `${AUTHENTICATION}/token-introspection`,
	jobLibrary: `${AD_LIBRARY}/jobs`,
	leads: `${MARKETING}/lead-sync/leadsync`,
	leadSchema: `${MARKETING}/lead-sync/lead-sync-schema`,
	littleText: `${SHARES}/little-text-format`,
	memberFollowers: `${MEMBERS}/follower-statistics`,
	memberPostStatistics: `${MEMBERS}/post-statistics`,
	memberVideoStatistics: `${MEMBERS}/video-statistics`,
	mentionSearch: `${SHARES}/posts-atmention-search-api`,
	messages: `${SHARED}/integrations/communications/messages`,
	methods: `${CONCEPTS}/methods`,
	migrations: `${MARKETING}/integrations/migrations`,
	multiImagePosts: `${SHARES}/multiimage-post-api`,
	notifications: `${PAGES}/organization-social-action-notifications`,
	organizationAccess: `${PAGES}/organization-access-control-by-role`,
	organizations: `${PAGES}/organization-lookup-api`,
	pageStatistics: `${PAGES}/page-statistics`,
	pagination: `${CONCEPTS}/pagination`,
	people: `${SHARED}/integrations/people/profile-api`,
	permissions: `${AUTHENTICATION}/getting-access`,
	polls: `${SHARES}/poll-post-api`,
	posts: `${SHARES}/posts-api`,
	postSchema: `${SHARES}/post-api-schema`,
	projections: `${CONCEPTS}/projections`,
	protocolVersion: `${CONCEPTS}/protocol-version`,
	queryTunneling: `${CONCEPTS}/query-tunneling`,
	rateLimits: `${CONCEPTS}/rate-limits`,
	reactions: `${SHARES}/reactions-api`,
	reports: `${REPORTING}/ads-reporting`,
	reportSchema: `${REPORTING}/ads-reporting-schema`,
	shareStatistics: `${PAGES}/share-statistics`,
	signIn: `${ROOT}/consumer/integrations/self-serve/sign-in-with-linkedin-v2`,
	socialActions: `${SHARES}/network-update-social-actions`,
	socialMetadata: `${SHARES}/social-metadata-api`,
	targetingCriteria: `${SHARED}/references/v2/ads/targeting-criteria`,
	ugcPosts: `${SHARES}/ugc-post-api`,
	versioning: `${MARKETING}/versioning`,
	videoAnalytics: `${SHARES}/video-analytics-api`,
	videos: `${SHARES}/videos-api`,
	webhooks: `${SHARED}/api-guide/webhook-validation`,
} as const;
