import { manager } from '../connection';

/** Users of Acme's ad account (docs.adAccountUsers). */
export const ACCOUNT_URN = 'urn:li:sponsoredAccount:507404993';
export const ADA = 'urn:li:person:Ada782bbtaQ';
export const BOB = 'urn:li:person:Bob-4kd_91x';
export const KEY_OF_BOB =
	'/rest/adAccountUsers/(account:urn%3Ali%3AsponsoredAccount%3A507404993,user:urn%3Ali%3Aperson%3ABob-4kd_91x)';

export const identity = (user: string, account = '507404993') => ({
	urn: user,
	url: `${manager}/${account}`,
	account: `urn:li:sponsoredAccount:${account}`,
	user,
});
