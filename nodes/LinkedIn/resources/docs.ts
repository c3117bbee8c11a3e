/** LinkedIn's pages that the operations rest on. */
const MARKETING = 'https://learn.microsoft.com/en-us/linkedin/marketing';
const ACCOUNTS = `${MARKETING}/integrations/ads/account-structure`;
const REPORTING = `${MARKETING}/integrations/ads-reporting`;
const TARGETING = `${MARKETING}/integrations/ads/advertising-targeting`;
const AD_LIBRARY = 'https://www.linkedin.com/ad-library/api';
const SHARED = 'https://learn.microsoft.com/en-us/linkedin/shared';

export const DOCS = {
	adAccounts: `${ACCOUNTS}/create-and-manage-accounts`,
	adAccountUsers: `${ACCOUNTS}/create-and-manage-account-users`,
	adLibrary: `${AD_LIBRARY}/ads`,
	adTargeting: `${TARGETING}/ads-targeting`,
	audienceCounts: `${TARGETING}/audience-counts`,
	audiences: `${MARKETING}/matched-audiences/create-and-manage-segments`,
	audienceUsers: `${MARKETING}/matched-audiences/create-and-manage-segment-users`,
	budgetPricing: `${REPORTING}/ad-budget-pricing`,
	campaignGroups: `${ACCOUNTS}/create-and-manage-campaign-groups`,
	campaigns: `${ACCOUNTS}/create-and-manage-campaigns`,
	comments: `${MARKETING}/community-management/shares/comments-api`,
	communityManagement: `${MARKETING}/community-management/community-management-overview`,
	conversionEvents: `${REPORTING}/conversions-api`,
	conversions: `${REPORTING}/conversion-tracking`,
	creatives: `${ACCOUNTS}/create-and-manage-creatives`,
	documents: `${MARKETING}/community-management/shares/documents-api`,
	followerStatistics: `${MARKETING}/community-management/organizations/follower-statistics`,
	images: `${MARKETING}/community-management/shares/images-api`,
	introspection: `${SHARED}/authentication/token-introspection`,
	jobLibrary: `${AD_LIBRARY}/jobs`,
	leads: `${MARKETING}/lead-sync/leadsync`,
	memberFollowers: `${MARKETING}/community-management/members/follower-statistics`,
	memberPostStatistics: `${MARKETING}/community-management/members/post-statistics`,
	messages: `${SHARED}/integrations/communications/messages`,
	methods: `${SHARED}/api-guide/concepts/protocol-version`,
	organizationAccess: `${MARKETING}/community-management/organizations/organization-access-control-by-role`,
	organizations: `${MARKETING}/community-management/organizations/organization-lookup-api`,
	pageStatistics: `${MARKETING}/community-management/organizations/page-statistics`,
	posts: `${MARKETING}/community-management/shares/posts-api`,
	reactions: `${MARKETING}/community-management/shares/reactions-api`,
	reports: `${REPORTING}/ads-reporting`,
	shareStatistics: `${MARKETING}/community-management/organizations/share-statistics`,
	signIn:
		'https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/sign-in-with-linkedin-v2',
	socialMetadata: `${MARKETING}/community-management/shares/social-metadata-api`,
	ugcPosts: `${MARKETING}/community-management/shares/ugc-post-api`,
	videos: `${MARKETING}/community-management/shares/videos-api`,
} as const;
