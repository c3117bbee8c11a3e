import { send, startAtNow } from './wire';
import type { Product } from './apps';
import type { Simulator } from './index';

const CALLBACK = 'http://localhost:5678/rest/oauth2-credential/callback';

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startAtNow();
});
afterEach(async () => simulator.close());

/** What LinkedIn tells the app when a member connects it. */
async function connect(scope: string): Promise<URLSearchParams> {
	const query = new URLSearchParams({
		response_type: 'code',
		client_id: 'of-one-product',
		redirect_uri: CALLBACK,
		scope,
	});
	const { headers } = await send(simulator, { path: `/oauth/v2/authorization?${query}`, token: null });
	return new URL(String(headers.location)).searchParams;
}

/** docs/behaviour.md#scopes-by-product */
it.each<[product: Product, scopes: string]>([
	['share', 'w_member_social'],
	['signIn', 'openid profile email'],
	[
		'advertising',
		'r_ads rw_ads r_ads_reporting r_organization_social w_organization_social r_organization_admin rw_organization_admin w_member_social r_basicprofile r_1st_connections_size',
	],
	[
		'communityManagement',
		'r_basicprofile r_1st_connections_size r_member_postAnalytics r_member_profileAnalytics r_organization_followers r_organization_social r_organization_social_feed rw_organization_admin w_member_social w_member_social_feed w_organization_social w_organization_social_feed',
	],
	['leadSync', 'r_marketing_leadgen_automation r_ads r_events r_liteprofile r_organization_admin'],
	['eventsManagement', 'r_events rw_events'],
])('an app with %s is connected with these scopes, and with none besides', async (product, scopes) => {
	simulator.state.addApp({
		clientId: 'of-one-product',
		clientSecret: 'secret',
		products: [product],
		redirectUris: [CALLBACK],
	});
	const given = scopes.split(' ');
	const all = given.concat('w_member_social_feed', 'rw_ads', 'rw_events', 'openid', 'r_member_social_feed');
	expect((await connect(scopes)).get('code')).not.toBeNull();
	for (const foreign of all.filter((scope) => !given.includes(scope))) {
		const refused = await connect(`${scopes} ${foreign}`);
		expect(refused.get('error')).toBe('unauthorized_scope_error');
		expect(refused.get('error_description')).toContain(foreign);
	}
});
