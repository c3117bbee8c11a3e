/** A developer application and what LinkedIn granted it (docs.permissions). */
export interface App {
	clientId: string;
	clientSecret: string;
	/** The number in `urn:li:developerApplication:{number}`. */
	applicationId: string;
	products: Product[];
	/**
	 * Development is LinkedIn's first tier of Community Management: few calls, no batch calls (docs.increasingAccess).
	 */
	tier: 'development' | 'standard';
	/** Where codes may be sent; a string must match exactly, apart from the query. */
	redirectUris: Array<string | RegExp>;
	/**
	 * Whether LinkedIn gives this app refresh tokens, which only some apps get (docs.refreshTokens,
	 * docs/behaviour.md#refresh-tokens).
	 */
	refreshTokens: boolean;
	/** Whether it may have its own token, without a member (docs.clientCredentials). */
	applicationTokens: boolean;
	/** Whether LinkedIn approved its use of webhooks (docs.notifications). */
	webhooks?: boolean;
	/** Whether LinkedIn approved it for messages (docs.messages). */
	messages?: boolean;
	/**
	 * Numbers of the ad accounts that are mapped to it in the portal; on the Development tier it can only write to
	 * those.
	 */
	mappedAccounts?: string[];
	/** Lifetime of its access tokens; 60 days by default. */
	accessTokenSeconds?: number;
}

export type Product = keyof typeof SCOPES_OF_PRODUCT;

/** docs/behaviour.md#scopes-by-product */
export const SCOPES_OF_PRODUCT = {
	signIn: ['openid', 'profile', 'email'],
	share: ['w_member_social'],
	communityManagement: [
		'w_member_social',
		'w_member_social_feed',
		'r_organization_social',
		'w_organization_social',
		'r_organization_social_feed',
		'w_organization_social_feed',
		'rw_organization_admin',
		'r_organization_followers',
		'r_member_postAnalytics',
		'r_member_profileAnalytics',
		'r_basicprofile',
		'r_1st_connections_size',
	],
	advertising: [
		'r_ads',
		'rw_ads',
		'r_ads_reporting',
		'r_organization_social',
		'w_organization_social',
		'rw_organization_admin',
		'r_organization_admin',
		'w_member_social',
		'r_basicprofile',
		'r_1st_connections_size',
	],
	conversions: ['rw_conversions', 'r_ads'],
	leadSync: ['r_marketing_leadgen_automation', 'r_ads', 'r_organization_admin', 'r_events', 'r_liteprofile'],
	matchedAudiences: ['rw_dmp_segments'],
	eventsManagement: ['r_events', 'rw_events'],
	/** Has no scope: any token of the app is accepted (docs/behaviour.md#ad-library-and-job-library). */
	adLibrary: [],
	/** No product gives these to new apps. A test may, to read members' posts and their comments. */
	closedMemberReading: ['r_member_social', 'r_member_social_feed'],
} as const;

export function scopesOf(app: App): Set<string> {
	return new Set(app.products.flatMap((product): readonly string[] => SCOPES_OF_PRODUCT[product]));
}
