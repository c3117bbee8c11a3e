import { credentialData, OAUTH_CREDENTIAL, type World } from '../host/world';

/** Connects an app that has the advertising products. */
export async function connectAds(world: World): Promise<World['credential']> {
	const credential = await world.rest.createCredential(OAUTH_CREDENTIAL, 'Ads', {
		...credentialData(world.simulator.url),
		clientId: 'ads-app',
		clientSecret: 'ads-secret',
		appHas: 'choose',
		products: ['advertising', 'leadSync', 'conversions'],
	});
	await world.rest.connect(credential.id);
	return credential;
}
