import { missingScope, scopesFor } from '../../../../nodes/LinkedIn/transport/access';

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

describe('missingScope', () => {
	it.each([
		['no scope is needed', [], ['openid']],
		['a pasted token does not say what was granted', ['w_member_social'], undefined],
		['the scope is granted', ['w_member_social'], ['openid', 'w_member_social']],
		['one of several is granted', ['r_ads', 'w_member_social'], ['w_member_social']],
	])('lets go on when %s', (_what, needed, granted) => {
		expect(missingScope(needed, granted && new Set(granted))).toBeUndefined();
	});

	it.each<[needed: string[], granted: string[], products: string[]]>([
		[['w_member_social'], ['openid'], ['Share on LinkedIn', 'Community Management API']],
		[['profile', 'openid'], ['w_member_social'], ['Sign In with LinkedIn using OpenID Connect']],
		[['w_member_social_feed'], ['w_member_social'], ['Community Management API']],
		[['r_organization_social_feed'], [], ['Community Management API']],
		[['w_organization_social'], ['w_member_social'], ['Advertising API', 'Community Management API']],
		// LinkedIn gives only the wider rw_ form.
		[['r_organization_admin'], [], ['Advertising API', 'Community Management API']],
		[['rw_conversions'], [], ['Conversions API']],
		[['r_marketing_leadgen_automation'], [], ['Lead Sync API']],
		// One of the two is closed to new apps; the way out is the other.
		[['r_member_social', 'r_organization_social'], [], ['Advertising API', 'Community Management API']],
	])('of %j refuses, naming scope, product and way out', (needed, granted, products) => {
		const missing = missingScope(needed, new Set(granted));
		for (const scope of needed) expect(missing?.message).toContain(scope);
		for (const product of products) expect(missing?.advice).toContain(product);
		expect(missing?.advice).toMatch(/connect again/);
	});

	it.each([['r_member_social'], ['r_member_social_feed']])(
		'of %s, which LinkedIn keeps closed, names no product',
		(scope) => {
			const missing = missingScope([scope], new Set(['w_member_social']));
			expect(missing?.message).toContain(scope);
			expect(missing?.advice).toMatch(/does not give .* to new apps/);
			expect(missing?.advice).not.toMatch(/Add the product/);
		},
	);

	it('takes a connection that was granted nothing for what it is', () => {
		expect(missingScope(['openid'], new Set())?.message).toContain('openid');
	});
});
