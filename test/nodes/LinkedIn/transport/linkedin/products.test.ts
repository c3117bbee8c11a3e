import {
	asksFor,
	PRODUCTS,
	productsOf,
	productsWith,
	scopeExpression,
	type Product,
	type ProductKey,
} from '../../../../../nodes/LinkedIn/transport/linkedin/products';

/** What n8n makes of the expression with the credential's own fields. */
function scopeOf($self: Record<string, unknown>): string[] {
	const body = /^=\{\{(.*)\}\}$/s.exec(scopeExpression())?.[1];
	if (body === undefined) throw new Error('not one expression');
	const scope = new Function('$self', `return (${body});`)($self) as string;
	expect(typeof scope).toBe('string');
	return scope === '' ? [] : scope.split(' ');
}

const SIGN_IN = ['openid', 'profile', 'email'];

/** The page and ads scopes that Advertising requests, in any combination. */
const ADS = [
	'r_ads',
	'rw_ads',
	'r_ads_reporting',
	'r_organization_social',
	'w_organization_social',
	'rw_organization_admin',
	'w_member_social',
];

/** As listed by LinkedIn's pages and an introspection (docs/behaviour.md#scopes-by-product). */
const GIVEN: Record<ProductKey, string[]> = {
	share: ['w_member_social'],
	signIn: SIGN_IN,
	communityManagement: [
		'r_basicprofile',
		'r_1st_connections_size',
		'r_member_postAnalytics',
		'r_member_profileAnalytics',
		'r_organization_followers',
		'r_organization_social',
		'r_organization_social_feed',
		'rw_organization_admin',
		'w_member_social',
		'w_member_social_feed',
		'w_organization_social',
		'w_organization_social_feed',
	],
	advertising: [...ADS, 'r_organization_admin', 'r_basicprofile', 'r_1st_connections_size'],
	leadSync: ['r_marketing_leadgen_automation', 'r_ads', 'r_events', 'r_organization_admin'],
	conversions: ['rw_conversions', 'r_ads'],
	matchedAudiences: ['rw_dmp_segments'],
	eventsManagement: ['r_events', 'rw_events'],
};

describe('the scope of a connection', () => {
	it.each<[products: ProductKey[], scopes: string[]]>([
		[
			['signIn', 'share'],
			[...SIGN_IN, 'w_member_social'],
		],
		[['signIn'], SIGN_IN],
		[['share'], ['w_member_social']],
		[['advertising'], [...ADS, 'r_basicprofile']],
		// As before Advertising included member rights, so that earlier connections stay.
		[
			['signIn', 'share', 'advertising'],
			[...SIGN_IN, 'w_member_social', ...ADS.slice(0, -1)],
		],
		[
			['signIn', 'advertising'],
			[...SIGN_IN, ...ADS],
		],
		[['conversions'], ['rw_conversions', 'r_ads']],
		[['leadSync'], ['r_marketing_leadgen_automation', 'r_ads', 'r_organization_admin']],
		// The wider page scope is already requested.
		[
			['leadSync', 'advertising'],
			['r_marketing_leadgen_automation', ...ADS, 'r_basicprofile'],
		],
		[['matchedAudiences'], ['rw_dmp_segments']],
		[['eventsManagement'], ['r_events', 'rw_events']],
		[
			['conversions', 'leadSync'],
			['rw_conversions', 'r_ads', 'r_marketing_leadgen_automation', 'r_organization_admin'],
		],
	])('of %j', (products, scopes) => {
		expect(scopeOf({ appHas: 'choose', products })).toEqual(scopes);
	});

	it('of Community Management has the current *_social_feed names', () => {
		expect(scopeOf({ appHas: 'choose', products: ['communityManagement'] })).toEqual(
			expect.arrayContaining([
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
			]),
		);
	});

	it('asks for no scope that LinkedIn keeps closed or has retired', () => {
		const asked = scopeOf({ appHas: 'choose', products: Object.keys(PRODUCTS) });
		const closed = ['r_member_social', 'r_member_social_feed', 'r_liteprofile', 'r_emailaddress'];
		expect(asked.filter((scope) => closed.includes(scope))).toEqual([]);
	});

	it('asks for each scope once, whatever is chosen', () => {
		const asked = scopeOf({
			appHas: 'choose',
			products: Object.keys(PRODUCTS),
			advanced: true,
			additionalScopes: 'openid openid r_verify',
		});
		expect(asked).toEqual([...new Set(asked)]);
		expect(asked).toContain('r_verify');
	});

	it.each<[fields: Record<string, unknown>, products: ProductKey[]]>([
		[{}, ['signIn', 'share']],
		[{ appHas: 'selfServe' }, ['signIn', 'share']],
		[{ appHas: 'communityManagement' }, ['communityManagement']],
		[{ appHas: 'advertising' }, ['advertising']],
		[{ appHas: 'choose', products: ['conversions', 'leadSync'] }, ['conversions', 'leadSync']],
		[{ appHas: 'choose', products: ['share', 'unheardOf'] }, ['share']],
		// An expression may return a single name.
		[{ appHas: 'choose', products: 'advertising' }, ['advertising']],
		// Nothing that n8n's form can save leads to an empty request.
		[{ appHas: 'choose', products: [] }, ['signIn', 'share']],
		[{ appHas: 'choose' }, ['signIn', 'share']],
		[{ appHas: 'choose', products: null }, ['signIn', 'share']],
		[{ appHas: 'choose', products: '' }, ['signIn', 'share']],
		[{ appHas: 'choose', products: ['unheardOf'] }, ['signIn', 'share']],
		[{ appHas: 'choose', products: ['constructor', '__proto__'] }, ['signIn', 'share']],
		[{ appHas: 'constructor' }, ['signIn', 'share']],
		[{ appHas: '' }, ['signIn', 'share']],
		[{ appHas: null }, ['signIn', 'share']],
		// Only the field decides; its default is Sign In + Share.
		[{ products: ['advertising'] }, ['signIn', 'share']],
		[{ appHas: 'selfServe', products: ['advertising'] }, ['signIn', 'share']],
		[{ appHas: 'communityManagement', products: ['share'] }, ['communityManagement']],
	])('with %j is that of %j, for every reader', (fields, products) => {
		expect(productsOf(fields)).toEqual(products);
		const scopes = products.flatMap((product): readonly string[] => PRODUCTS[product].scopes);
		expect(scopeOf(fields)).toEqual([...new Set(scopes)]);
	});

	it.each([
		['r_events rw_events', ['w_member_social', 'r_events', 'rw_events']],
		['r_events,rw_events', ['w_member_social', 'r_events', 'rw_events']],
		[' r_events ,\n rw_events ', ['w_member_social', 'r_events', 'rw_events']],
		['w_member_social', ['w_member_social']],
		['', ['w_member_social']],
		[undefined, ['w_member_social']],
	])('with the additional %j', (additionalScopes, scopes) => {
		expect(scopeOf({ appHas: 'choose', products: ['share'], advanced: true, additionalScopes })).toEqual(
			scopes,
		);
	});

	it.each([
		['email', ['openid', 'profile']],
		['email profile', ['openid']],
		['email,profile', ['openid']],
		['mail', SIGN_IN],
		['openid profile email', []],
		['', SIGN_IN],
		[undefined, SIGN_IN],
	])('without the left out %j', (leaveOutScopes, scopes) => {
		expect(scopeOf({ appHas: 'choose', products: ['signIn'], advanced: true, leaveOutScopes })).toEqual(
			scopes,
		);
	});

	it('leaves out what was added too', () => {
		const $self = {
			appHas: 'choose',
			products: ['share'],
			advanced: true,
			additionalScopes: 'a b',
			leaveOutScopes: 'b',
		};
		expect(scopeOf($self)).toEqual(['w_member_social', 'a']);
	});

	it.each<[fields: Record<string, unknown>, scopes: string[]]>([
		// How an app with fewer rights is connected.
		[{ appHas: 'advertising', leaveOutScopes: 'w_member_social r_basicprofile' }, ADS.slice(0, -1)],
		// A scope that nothing makes unnecessary any more is requested again.
		[
			{
				appHas: 'choose',
				products: ['leadSync', 'advertising'],
				leaveOutScopes: 'rw_organization_admin',
			},
			[
				'r_marketing_leadgen_automation',
				'r_ads',
				'r_organization_admin',
				...ADS.slice(1).filter((scope) => scope !== 'rw_organization_admin'),
				'r_basicprofile',
			],
		],
		[
			{ appHas: 'choose', products: ['leadSync'], leaveOutScopes: 'r_organization_admin' },
			['r_marketing_leadgen_automation', 'r_ads'],
		],
		// A scope that the user typed is wanted.
		[
			{ appHas: 'advertising', additionalScopes: 'r_organization_admin' },
			[...ADS, 'r_basicprofile', 'r_organization_admin'],
		],
	])('with the Advanced fields of %j', (fields, scopes) => {
		expect(scopeOf({ ...fields, advanced: true })).toEqual(scopes);
	});

	it('heeds the Advanced fields only while their switch is on', () => {
		const $self = {
			appHas: 'choose',
			products: ['share'],
			additionalScopes: 'r_events',
			leaveOutScopes: 'w_member_social',
		};
		expect(scopeOf({ ...$self, advanced: false })).toEqual(['w_member_social']);
		expect(scopeOf({ ...$self, advanced: true })).toEqual(['r_events']);
	});
});

describe('the products', () => {
	it.each(Object.entries(GIVEN))(
		'of %s may give what LinkedIn lists for it, and nothing else',
		(key, scopes) => {
			const { scopes: asked, unasked = [] }: Product = PRODUCTS[key as ProductKey];
			expect([...asked, ...unasked].sort()).toEqual([...scopes].sort());
		},
	);

	it.each<[product: ProductKey, scope: string, isAsked: boolean]>([
		['advertising', 'w_member_social', true],
		['advertising', 'r_organization_admin', true],
		['advertising', 'r_1st_connections_size', false],
		['communityManagement', 'r_1st_connections_size', false],
		['leadSync', 'r_events', false],
		['eventsManagement', 'r_events', true],
		['share', 'r_ads', false],
	])('%s asks for %s: %s', (product, scope, isAsked) => {
		expect(asksFor(product, scope)).toBe(isAsked);
	});

	it.each<[scope: string, products: ProductKey[]]>([
		['openid', ['signIn']],
		['w_member_social', ['advertising', 'communityManagement', 'share']],
		['r_basicprofile', ['advertising', 'communityManagement']],
		['r_1st_connections_size', ['advertising', 'communityManagement']],
		['r_events', ['eventsManagement', 'leadSync']],
		['w_member_social_feed', ['communityManagement']],
		['r_organization_social', ['advertising', 'communityManagement']],
		['rw_organization_admin', ['advertising', 'communityManagement']],
		['r_organization_admin', ['advertising', 'communityManagement', 'leadSync']],
		['r_ads', ['advertising', 'conversions', 'leadSync']],
		['rw_dmp_segments', ['matchedAudiences']],
		['r_member_social', []],
		['unheard_of', []],
	])('that give %s are %j', (scope, products) => {
		expect(productsWith(scope).sort()).toEqual(products);
	});
});
