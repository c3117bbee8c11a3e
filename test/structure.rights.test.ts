import { adsResources } from '../nodes/LinkedIn/resources/ads';
import { LEAD_SCOPES } from '../nodes/LinkedIn/resources/ads/leadForm/owner';
import { communityResources } from '../nodes/LinkedIn/resources/community';
import { PAGE_LIST_SCOPES } from '../nodes/LinkedIn/resources/pages';
import { PRODUCTS, type ProductKey } from '../nodes/LinkedIn/transport/linkedin/products';

/** What connecting requests. Each test collects offenders, as in structure.test.ts. */

/** By scope, why it's requested although no operation uses it. */
const ASKED_BESIDES: Record<string, string> = {
	openid: 'tells who the member is',
	profile: 'tells who the member is',
	email: 'My Profile: Get gives it out',
	r_basicprofile: 'tells who the member is, where Sign In does not',
	r_events: 'API Call reads events with it, for those who choose Events Management',
	rw_events: 'API Call writes events with it, for those who choose Events Management',
};

test('connecting asks for no scope that nothing needs', () => {
	const operations = [...communityResources, ...adsResources].flatMap((resource) => resource.operations);
	const needed = new Set<string>([
		...operations.flatMap(({ scopes: { any = [], member = [], page = [] } }) => [...any, ...member, ...page]),
		// The lead trigger.
		...LEAD_SCOPES,
		...PAGE_LIST_SCOPES,
	]);
	const offenders = (Object.keys(PRODUCTS) as ProductKey[]).flatMap((key) =>
		PRODUCTS[key].scopes
			.filter((scope) => !needed.has(scope) && !Object.hasOwn(ASKED_BESIDES, scope))
			.map((scope) => `${key}: ${scope}`),
	);
	expect(offenders).toEqual([]);
});

test('what is asked for besides is asked for', () => {
	const asked = new Set<string>(Object.values(PRODUCTS).flatMap(({ scopes }) => [...scopes]));
	expect(Object.keys(ASKED_BESIDES).filter((scope) => !asked.has(scope))).toEqual([]);
});
