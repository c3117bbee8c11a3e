import { sampleAds } from './ads/libraryAds';
import { sampleJobs } from './ads/libraryJobs';
import type { Ads } from './ads/state';
import type { App } from './apps';
import type { Member, Organization, RoleAssignment } from './model';
import type { State } from './state';

/** Where a local n8n has codes sent, and a plain callback for scripts. */
const LOOPBACK_CALLBACK =
	/^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?\/(rest\/oauth2-credential\/)?callback(\?.*)?$/;

/** The content of a new simulator. It has no posts yet. */
export const demoWorld = {
	apps: [
		{
			clientId: 'suite-app',
			clientSecret: 'suite-secret',
			products: ['signIn', 'share', 'communityManagement'],
			tier: 'standard',
			refreshTokens: true,
			redirectUris: [LOOPBACK_CALLBACK],
		},
		{
			clientId: 'self-serve-app',
			clientSecret: 'self-serve-secret',
			products: ['signIn', 'share'],
			redirectUris: [LOOPBACK_CALLBACK],
		},
		{
			clientId: 'ads-app',
			clientSecret: 'ads-secret',
			products: ['advertising', 'leadSync', 'conversions', 'matchedAudiences', 'adLibrary'],
			tier: 'standard',
			refreshTokens: true,
			webhooks: true,
			redirectUris: [LOOPBACK_CALLBACK],
		},
		{
			clientId: 'partner-app',
			clientSecret: 'partner-secret',
			products: ['signIn', 'share', 'communityManagement'],
			tier: 'standard',
			refreshTokens: true,
			messages: true,
			webhooks: true,
			redirectUris: [LOOPBACK_CALLBACK],
		},
	] satisfies Array<Partial<App> & Pick<App, 'clientId' | 'clientSecret' | 'products'>>,
	members: [
		{
			key: 'ada',
			personId: 'Ada782bbtaQ',
			firstName: 'Ada',
			lastName: 'Okafor',
			headline: 'Runs the pages',
		},
		{
			key: 'bob',
			personId: 'Bob-4kd_91x',
			firstName: 'Bob',
			lastName: 'Marsh',
			headline: 'Has no page',
		},
		{
			key: 'cleo',
			personId: 'cLeO55wQz0',
			firstName: 'Cleo',
			lastName: 'Lindqvist',
			headline: 'Reads and comments',
		},
	] satisfies Array<Partial<Member> & { key: string }>,
	organizations: [
		{ id: '2414183', name: 'Acme Corp', vanityName: 'acme-corp' },
		{ id: '5583111', name: 'Globex & Söhne (Labs)', vanityName: 'globex-labs' },
		{ id: '9999001', name: 'Initech', vanityName: 'initech' },
	] satisfies Array<Partial<Organization> & { id: string; name: string }>,
	roles: [
		{ member: 'ada', organization: '2414183', role: 'ADMINISTRATOR', state: 'APPROVED' },
		{ member: 'ada', organization: '5583111', role: 'CONTENT_ADMINISTRATOR', state: 'APPROVED' },
		{ member: 'ada', organization: '9999001', role: 'ADMINISTRATOR', state: 'REVOKED' },
	] satisfies RoleAssignment[],
	adAccounts: [
		{
			id: '507404993',
			name: 'Acme Ads',
			reference: 'urn:li:organization:2414183',
			roles: { ada: 'ACCOUNT_BILLING_ADMIN' },
		},
		{
			id: '510426150',
			name: 'Globex Ads',
			currency: 'EUR',
			reference: 'urn:li:organization:5583111',
			roles: { ada: 'VIEWER' },
		},
		{ id: '518121035', name: "Bob's Ads", currency: 'GBP', roles: { bob: 'ACCOUNT_MANAGER' } },
		{ id: '500000007', name: 'Acme Test', test: true, roles: { ada: 'ACCOUNT_MANAGER' } },
	] satisfies Array<Parameters<Ads['addAccount']>[0]>,
};

export function fillDemoWorld(state: State): void {
	for (const app of demoWorld.apps) state.addApp({ ...app, products: [...app.products] });
	for (const member of demoWorld.members) state.addMember(member);
	for (const organization of demoWorld.organizations) state.addOrganization(organization);
	for (const { member, organization, role, state: roleState } of demoWorld.roles) {
		state.setRole(member, organization, role, roleState);
	}
	for (const account of demoWorld.adAccounts) state.ads.addAccount(account);
	state.ads.library.ads.push(...sampleAds());
	state.ads.library.jobs.push(...sampleJobs());
}
