/**
 * Which LinkedIn product gives which scopes: one table for the credential, the access check and Check Access.
 * @see docs.increasingAccess
 * @see docs.permissions
 */

export interface Product {
	/** Its name in LinkedIn's developer portal. */
	name: string;
	/** What it's for, as the form says. */
	description: string;
	/** Scopes that it gives and that connecting requests. */
	scopes: readonly string[];
	/**
	 * Scopes that it also gives but that no operation needs. They aren't requested: if an app lacks one scope, LinkedIn
	 * refuses the whole connection, and connecting with other scopes logs out the app's earlier connections.
	 */
	unasked?: readonly string[];
}

/** In the order of the form and the README. */
export const PRODUCTS = {
	share: {
		name: 'Share on LinkedIn',
		description: 'Self-serve: publish as a member',
		scopes: ['w_member_social'],
	},
	signIn: {
		name: 'Sign In with LinkedIn using OpenID Connect',
		description: 'Self-serve: who the member is',
		scopes: ['openid', 'profile', 'email'],
	},
	communityManagement: {
		name: 'Community Management API',
		description:
			'Posts, comments, reactions and statistics of company pages and members. Must be the only product of its app.',
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
			'r_member_postAnalytics',
			'r_member_profileAnalytics',
		],
		unasked: ['r_1st_connections_size'],
	},
	advertising: {
		name: 'Advertising API',
		description: 'Ads and their reports, posts of your own, posts and statistics of company pages',
		scopes: [
			'r_ads',
			'rw_ads',
			'r_ads_reporting',
			'r_organization_social',
			'w_organization_social',
			'rw_organization_admin',
			'w_member_social',
			'r_basicprofile',
		],
		unasked: ['r_organization_admin', 'r_1st_connections_size'],
	},
	leadSync: {
		name: 'Lead Sync API',
		description: 'Lead forms and their responses',
		scopes: ['r_marketing_leadgen_automation', 'r_ads', 'r_organization_admin'],
		unasked: ['r_events'],
	},
	conversions: {
		name: 'Conversions API',
		description: 'Conversion events',
		scopes: ['rw_conversions', 'r_ads'],
	},
	matchedAudiences: {
		name: 'Matched Audiences API',
		description: 'Audiences of contacts and companies; any app may apply, LinkedIn decides',
		scopes: ['rw_dmp_segments'],
	},
	eventsManagement: {
		name: 'Events Management API',
		description: 'Events of company pages, with API Call',
		scopes: ['r_events', 'rw_events'],
	},
} as const satisfies Record<string, Product>;

export type ProductKey = keyof typeof PRODUCTS;

/** The self-serve pair: any app gets both immediately. */
export const SELF_SERVE: readonly ProductKey[] = ['signIn', 'share'];

/** What Your App Has stands for; with any other value, the choice under Products counts. */
const PRODUCTS_OF: ReadonlyMap<unknown, readonly ProductKey[]> = new Map([
	['selfServe', SELF_SERVE],
	['communityManagement', ['communityManagement']],
	['advertising', ['advertising']],
]);

/** The value of Your App Has that shows Products. */
export const CHOOSE = 'choose';

/**
 * The products that a credential names. Only Your App Has decides whether Products counts: n8n doesn't pass on hidden
 * fields, so a credential made over REST with only Products has the default of Your App Has.
 *
 * @param fields the credential's own fields; n8n saves neither default values nor an empty choice
 * @returns at least one: without a scope, LinkedIn would refuse to connect
 */
export function productsOf(fields: { appHas?: unknown; products?: unknown }): readonly ProductKey[] {
	const { appHas = 'selfServe', products } = fields;
	if (appHas !== CHOOSE) return PRODUCTS_OF.get(appHas) ?? SELF_SERVE;
	const chosen = [products].flat().filter((key): key is ProductKey => Object.hasOwn(PRODUCTS, String(key)));
	return chosen.length > 0 ? chosen : SELF_SERVE;
}

/** For each reading scope, the wider one that includes it; products often give only that. */
const WIDER: Record<string, string> = { r_ads: 'rw_ads', r_organization_admin: 'rw_organization_admin' };

/**
 * Scopes that another one makes unnecessary: Sign In also identifies the member, and the wider page scope includes the
 * narrower one.
 */
const NEEDLESS_BESIDE: Record<string, string> = {
	r_basicprofile: 'profile',
	r_organization_admin: 'rw_organization_admin',
};

/** Whether these scopes include one, directly or in a wider one. */
export function includesScope(granted: ReadonlySet<string>, scope: string): boolean {
	return granted.has(scope) || (Object.hasOwn(WIDER, scope) && granted.has(WIDER[scope]));
}

/** The products that give a scope, or a wider one. Empty for scopes that LinkedIn doesn't give to new apps. */
export function productsWith(scope: string): ProductKey[] {
	return (Object.keys(PRODUCTS) as ProductKey[]).filter((key) => {
		const { scopes, unasked = [] }: Product = PRODUCTS[key];
		return includesScope(new Set([...scopes, ...unasked]), scope);
	});
}

/** Whether connecting an app that has this product requests a scope, or a wider one. */
export function asksFor(product: ProductKey, scope: string): boolean {
	return includesScope(new Set(PRODUCTS[product].scopes), scope);
}

/**
 * The n8n expression that derives a connection's scopes from the credential's fields: those of its products (as
 * productsOf reads them) without the unnecessary ones, plus the additional ones, without those left out.
 */
export function scopeExpression(): string {
	const scopesOf = (keys: readonly ProductKey[]) => keys.flatMap((key) => PRODUCTS[key].scopes).join(' ');
	// Maps, so that only names in the table have a meaning.
	const byProduct = (Object.keys(PRODUCTS) as ProductKey[]).map((key) => [key, scopesOf([key])]);
	const byChoice = [...PRODUCTS_OF].map(([choice, keys]) => [choice, scopesOf(keys)]);
	const chosen = `[$self["products"]].flat().map((product) => new Map(${JSON.stringify(byProduct)}).get(product) || "").join(" ").trim()`;
	const products = `($self["appHas"] === "${CHOOSE}" ? ${chosen} : new Map(${JSON.stringify(byChoice)}).get($self["appHas"]))`;
	const words = (field: string) =>
		`($self["advanced"] ? String($self["${field}"] || "") : "").split(/[\\s,]+/)`;
	const own = `[(${products} || "${scopesOf(SELF_SERVE)}").split(" ").filter((scope) => !${words('leaveOutScopes')}.includes(scope))]`;
	const beside = `new Map(${JSON.stringify(Object.entries(NEEDLESS_BESIDE))})`;
	const needed = `${own}.map((own) => own.filter((scope) => !own.includes(${beside}.get(scope))))[0]`;
	return (
		`={{ [...new Set(${needed}.concat(${words('additionalScopes')}))]` +
		`.filter((scope) => scope && !${words('leaveOutScopes')}.includes(scope)).join(" ") }}`
	);
}
