import {
	missingScope,
	scopesFor,
	scopesLacked,
	wayTo,
	type Rights,
} from '../../../../../nodes/LinkedIn/transport/limits/access';
import { PRODUCTS, type ProductKey } from '../../../../../nodes/LinkedIn/transport/linkedin/products';

describe('scopesFor', () => {
	const both = {
		member: ['w_member_social', 'shared'],
		page: ['w_organization_social', 'shared'],
	};

	it.each([
		['a member', both, 'member', ['w_member_social', 'shared']],
		['a page', both, 'page', ['w_organization_social', 'shared']],
		['whoever, each scope once', both, undefined, ['w_member_social', 'shared', 'w_organization_social']],
		['a page, where only members need one', { member: ['r_member_social'] }, 'page', []],
		['a member, where it is the same for all', { any: ['openid'] }, 'member', ['openid']],
		['whoever, where it is the same for all', { any: ['openid'] }, undefined, ['openid']],
		['whoever, where none is needed', {}, undefined, []],
	] as const)('for %s', (_who, scopes, as, expected) => {
		expect(scopesFor(scopes, as)).toEqual(expected);
	});
});

describe('scopesLacked', () => {
	const both = { member: ['w_member_social', 'shared'], page: ['w_organization_social', 'shared'] };
	const all = ['w_member_social', 'shared', 'w_organization_social'];

	it.each([
		['what was granted is unknown', both, undefined, all],
		['nothing was', both, [], all],
		['only the one for members was', both, ['w_member_social'], ['w_organization_social', 'shared']],
		['one for both was', both, ['shared'], []],
		['it is the same for all, and was', { any: ['r_ads', 'rw_ads'] }, ['rw_ads'], []],
		['it is the same for all, and was not', { any: ['r_ads', 'rw_ads'] }, ['openid'], ['r_ads', 'rw_ads']],
		['none is needed', {}, ['openid'], []],
	])('where %s', (_what, scopes, granted, expected) => {
		expect(scopesLacked(scopes, { grantedScopes: granted && new Set(granted), products: [] })).toEqual(
			expected,
		);
	});
});

describe('missingScope', () => {
	const rights = (granted: string[] | undefined, products: Rights['products'] = ['signIn', 'share']) => ({
		grantedScopes: granted && new Set(granted),
		products,
	});

	it.each([
		['no scope is needed', [], ['openid']],
		['a pasted token does not say what was granted', ['w_member_social'], undefined],
		['the scope is granted', ['w_member_social'], ['openid', 'w_member_social']],
		['one of several is granted', ['r_ads', 'w_member_social'], ['w_member_social']],
	])('lets go on when %s', (_what, needed, granted) => {
		expect(missingScope(needed, rights(granted))).toBeUndefined();
	});

	it.each([
		[['w_member_social']],
		[['profile', 'openid']],
		[['w_organization_social']],
		[['r_member_social', 'r_organization_social']],
		[['r_organization_admin']],
	])('names the scope: %j', (needed) => {
		const missing = missingScope(needed, rights([], ['conversions']));
		for (const scope of needed) expect(missing?.message).toContain(scope);
		expect(missing?.advice).toBe(wayTo(needed, rights([], ['conversions'])));
	});

	it.each([['r_member_social'], ['r_member_social_feed']])(
		'of %s, which LinkedIn keeps closed, names no product',
		(scope) => {
			const missing = missingScope([scope], rights(['w_member_social']));
			expect(missing?.message).toContain(scope);
			expect(missing?.advice).toMatch(/does not give .* to new apps/);
			expect(missing?.advice).not.toMatch(/Add the product/);
		},
	);

	it('takes a connection that was granted nothing for what it is', () => {
		expect(missingScope(['openid'], rights([]))?.message).toContain('openid');
	});
});

describe('the way to a scope', () => {
	const SECOND =
		'a second app and a second credential for Community Management API, which must be the only product on its app.';
	const add = (product: string) =>
		`Add the product ${product} to your LinkedIn app, choose it under Your App Has in the credential, and connect again.`;
	const alone = (product: string) =>
		`It comes with ${product}, and Community Management API must be the only product on its app: create a second app and a second credential.`;
	const atWish = (product: string) =>
		`${product}, which is chosen in the credential, may grant it, but only on request: add it under Additional Scopes (under Advanced) and connect again.`;
	const again = (product: string) =>
		expect.stringMatching(`^It comes with ${product}, .* connect again\\..* Leave Out Scopes`);

	it.each<[products: Rights['products'], needed: string[], way: unknown]>([
		[['signIn'], ['w_member_social'], add('Share on LinkedIn')],
		[['share'], ['openid'], add('Sign In with LinkedIn using OpenID Connect')],
		[['signIn', 'share'], ['w_member_social_feed'], `Make ${SECOND}`],
		[['signIn', 'share'], ['r_organization_social_feed'], `Make ${SECOND}`],
		[['signIn', 'share'], ['w_organization_social'], `${add('Advertising API')} Or make ${SECOND}`],
		// LinkedIn only gives the wider rw_ form.
		[
			['signIn', 'share'],
			['r_organization_admin'],
			`${add('Advertising API or Lead Sync API')} Or make ${SECOND}`,
		],
		[['signIn', 'share'], ['rw_conversions'], add('Conversions API')],
		[['advertising'], ['r_marketing_leadgen_automation'], add('Lead Sync API')],
		[['advertising'], ['w_organization_social_feed'], `Make ${SECOND}`],
		[['advertising'], ['openid', 'profile', 'r_basicprofile'], again('Advertising API')],
		[['advertising'], ['w_member_social'], again('Advertising API')],
		[['advertising'], ['w_member_social', 'w_organization_social'], again('Advertising API')],
		[['leadSync'], ['rw_organization_admin', 'r_organization_admin'], again('Lead Sync API')],
		[['leadSync'], ['w_member_social'], `${add('Share on LinkedIn')}`],
		// It may give them, but no operation needs them.
		[['advertising'], ['r_1st_connections_size'], atWish('Advertising API')],
		[['leadSync'], ['r_events'], atWish('Lead Sync API')],
		[['leadSync', 'eventsManagement'], ['r_events'], again('Events Management API')],
		[['advertising'], ['rw_events'], add('Events Management API')],
		// One of the two is closed to new apps.
		[['share'], ['r_member_social', 'r_organization_social'], `${add('Advertising API')} Or make ${SECOND}`],
		[['communityManagement'], ['r_ads_reporting'], alone('Advertising API')],
		[['communityManagement'], ['openid'], alone('Sign In with LinkedIn using OpenID Connect')],
		[['communityManagement'], ['rw_conversions'], alone('Conversions API')],
		[['communityManagement'], ['r_member_postAnalytics'], again('Community Management API')],
		[['advertising'], ['r_ads_reporting'], again('Advertising API')],
		[
			undefined,
			['openid', 'r_basicprofile'],
			'Use a token with the scope openid or r_basicprofile; it comes with Sign In with LinkedIn using OpenID Connect or Community Management API or Advertising API. Community Management API must be the only product on its app.',
		],
	])('with %j to %j', (products, needed, way) => {
		expect(wayTo(needed, { grantedScopes: products && new Set(), products })).toEqual(way);
	});

	it('is another app too where only the granted scopes show that it is one of Community Management', () => {
		const granted = new Set(['w_member_social', 'w_organization_social_feed']);
		expect(wayTo(['rw_ads'], { grantedScopes: granted, products: ['share'] })).toBe(alone('Advertising API'));
	});

	it('never adds Community Management to an app with another product, nor another product to its app', () => {
		const keys = Object.keys(PRODUCTS) as ProductKey[];
		const scopes = [...new Set(keys.flatMap((key): readonly string[] => PRODUCTS[key].scopes))];
		const offenders = keys.flatMap((key) =>
			scopes
				.map((scope) => wayTo([scope], { grantedScopes: new Set(), products: [key] }))
				.filter((way) =>
					key === 'communityManagement'
						? /Add the product/.test(way)
						: /Add [^.]*Community Management/.test(way),
				),
		);
		expect(offenders).toEqual([]);
	});
});
