import { send, tokenOf, type WireAnswer, type WireCall } from '../wire';
import type { Simulator } from '../index';

/** Acme's ad account, of which ada is the billing admin. */
export const ACCOUNT = '507404993';
export const ACCOUNT_URN = `urn:li:sponsoredAccount:${ACCOUNT}`;
/** Of which ada is a viewer. */
export const VIEWED = '510426150';
/** On which only bob has a role. */
export const FOREIGN = '518121035';

export const ADS_SCOPES = [
	'r_ads',
	'rw_ads',
	'r_ads_reporting',
	'r_marketing_leadgen_automation',
	'rw_conversions',
	'rw_dmp_segments',
];

/** Sends as ada with the ads app. */
export function adsClient(simulator: Simulator, member = 'ada', scopes = ADS_SCOPES) {
	const token = tokenOf(simulator, member, scopes, 'ads-app');
	return async (call: WireCall): Promise<WireAnswer> => await send(simulator, { token, ...call });
}

export const restli = (method: string) => ({ 'x-restli-method': method });
