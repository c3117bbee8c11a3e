/** LinkedIn's pages that the operations rest on. */
const MARKETING = 'https://learn.microsoft.com/en-us/linkedin/marketing';
const SHARED = 'https://learn.microsoft.com/en-us/linkedin/shared';

export const DOCS = {
	comments: `${MARKETING}/community-management/shares/comments-api`,
	introspection: `${SHARED}/authentication/token-introspection`,
	methods: `${SHARED}/api-guide/concepts/protocol-version`,
	organizationAccess: `${MARKETING}/community-management/organizations/organization-access-control-by-role`,
	posts: `${MARKETING}/community-management/shares/posts-api`,
	signIn:
		'https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/sign-in-with-linkedin-v2',
} as const;
