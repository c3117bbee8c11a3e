/** A connection of the ads app of the simulator's world, with everything its products give. */
export const adsApp = {
	app: 'ads-app',
	scopes: [
		'r_ads',
		'rw_ads',
		'r_ads_reporting',
		'r_organization_social',
		'w_organization_social',
		'rw_organization_admin',
		'r_marketing_leadgen_automation',
		'rw_conversions',
		'rw_dmp_segments',
	],
};

/** Acme's ad account (USD), of which ada is the billing admin. */
export const ACCOUNT = { __rl: true, mode: 'id', value: '507404993' };
export const ACCOUNT_PATH = '/rest/adAccounts/507404993';
/** Globex's ad account (EUR), of which ada is a viewer. */
export const VIEWED = { __rl: true, mode: 'id', value: '510426150' };

export const byId = (value: string) => ({ __rl: true, mode: 'id', value });
export const manager = 'https://www.linkedin.com/campaignmanager/accounts';

/** The currency of an account, looked up once per run. */
export const currencyLookUp = (id = '507404993') => ({
	method: 'GET' as const,
	url: `/rest/adAccounts/${id}?fields=id,currency`,
	restliMethod: 'GET',
});
