/**
 * Which LinkedIn product gives which scopes: the one table that the credential, the access check and Check Access use.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/increasing-access
 * @see https://learn.microsoft.com/en-us/linkedin/shared/authentication/getting-access
 */

export interface Product {
	/** As it is called in LinkedIn's developer portal. */
	name: string;
	scopes: readonly string[];
}

export const PRODUCTS = {
	advertising: {
		name: 'Advertising API',
		scopes: [
			'r_ads',
			'rw_ads',
			'r_ads_reporting',
			'r_organization_social',
			'w_organization_social',
			'rw_organization_admin',
		],
	},
	communityManagement: {
		name: 'Community Management API',
		scopes: [
			'r_basicprofile',
			'w_member_social',
			'w_member_social_feed',
			'r_organization_social',
			'w_organization_social',
			'r_organization_social_feed',
			'w_organization_social_feed',
			'rw_organization_admin',
			'r_organization_followers',
			'r_1st_connections_size',
			'r_member_postAnalytics',
			'r_member_profileAnalytics',
		],
	},
	conversions: { name: 'Conversions API', scopes: ['rw_conversions', 'r_ads'] },
	leadSync: { name: 'Lead Sync API', scopes: ['r_marketing_leadgen_automation', 'r_ads'] },
	matchedAudiences: { name: 'Matched Audiences API', scopes: ['rw_dmp_segments'] },
	share: { name: 'Share on LinkedIn', scopes: ['w_member_social'] },
	signIn: { name: 'Sign In with LinkedIn using OpenID Connect', scopes: ['openid', 'profile', 'email'] },
} as const satisfies Record<string, Product>;

export type ProductKey = keyof typeof PRODUCTS;

/** The self-serve pair: both are granted at once to any app. */
export const DEFAULT_PRODUCTS: ProductKey[] = ['signIn', 'share'];

/** By reading scope, the wider one that includes it; products often give only that. */
const WIDER: Record<string, string> = { r_ads: 'rw_ads', r_organization_admin: 'rw_organization_admin' };

/** Whether these scopes include one, by itself or in a wider one. */
export function includesScope(granted: ReadonlySet<string>, scope: string): boolean {
	return granted.has(scope) || granted.has(WIDER[scope] ?? scope);
}

/** The products that give a scope, or a wider one. Empty for scopes that LinkedIn keeps closed. */
export function productsWith(scope: string): ProductKey[] {
	return (Object.keys(PRODUCTS) as ProductKey[]).filter((key) => {
		return includesScope(new Set(PRODUCTS[key].scopes), scope);
	});
}

/**
 * The n8n expression that derives the scope string of a connection from the credential's own fields: the scopes of
 * the chosen products, and the additional ones, without those left out.
 */
export function scopeExpression(): string {
	const table = Object.fromEntries(
		Object.entries(PRODUCTS).map(([key, product]) => [key, product.scopes.join(' ')]),
	);
	const words = (field: string) =>
		`($self["advanced"] ? String($self["${field}"] || "") : "").split(/[\\s,]+/)`;
	return (
		`={{ [...new Set(($self["products"] || []).flatMap((product) => ((${JSON.stringify(table)})[product] || "").split(" "))` +
		`.concat(${words('additionalScopes')}))]` +
		`.filter((scope) => scope && !${words('leaveOutScopes')}.includes(scope)).join(" ") }}`
	);
}
