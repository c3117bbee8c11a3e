/** LinkedIn's pages that the operations rest on. */
const MARKETING = 'https://learn.microsoft.com/en-us/linkedin/marketing';
const SHARED = 'https://learn.microsoft.com/en-us/linkedin/shared';

export const DOCS = {
	comments: `${MARKETING}/community-management/shares/comments-api`,
	communityManagement: `${MARKETING}/community-management/community-management-overview`,
	documents: `${MARKETING}/community-management/shares/documents-api`,
	followerStatistics: `${MARKETING}/community-management/organizations/follower-statistics`,
	images: `${MARKETING}/community-management/shares/images-api`,
	introspection: `${SHARED}/authentication/token-introspection`,
	memberFollowers: `${MARKETING}/community-management/members/follower-statistics`,
	memberPostStatistics: `${MARKETING}/community-management/members/post-statistics`,
	messages: `${SHARED}/integrations/communications/messages`,
	methods: `${SHARED}/api-guide/concepts/protocol-version`,
	organizationAccess: `${MARKETING}/community-management/organizations/organization-access-control-by-role`,
	organizations: `${MARKETING}/community-management/organizations/organization-lookup-api`,
	pageStatistics: `${MARKETING}/community-management/organizations/page-statistics`,
	posts: `${MARKETING}/community-management/shares/posts-api`,
	reactions: `${MARKETING}/community-management/shares/reactions-api`,
	shareStatistics: `${MARKETING}/community-management/organizations/share-statistics`,
	signIn:
		'https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/sign-in-with-linkedin-v2',
	socialMetadata: `${MARKETING}/community-management/shares/social-metadata-api`,
	ugcPosts: `${MARKETING}/community-management/shares/ugc-post-api`,
	videos: `${MARKETING}/community-management/shares/videos-api`,
} as const;
