import type { Simulator } from '../../../../../simulator';

/** The rule of Acme's account that the events are for (docs.conversionEvents). */
export const RULE = 'urn:lla:llaPartnerConversion:14488340';

export function withRule({ state }: Simulator): Record<string, never> {
	state.ads.conversions.add({
		id: 14488340,
		account: 'urn:li:sponsoredAccount:507404993',
		name: 'Signed up',
		type: 'SIGN_UP',
		conversionMethod: 'CONVERSIONS_API',
	});
	return {};
}

/** SHA-256 of ada@example.com, made with another tool. */
export const ADA_HASH = 'b5fc85e55755f9e0d030a10ab4429b6b2944855f9a0d60077fe832becbc41d72';
/** Of bob@example.com. */
export const BOB_HASH = '5ff860bf1190596c7188ab851db691f0f3169c453936e9e1eba2f9a47f7a0018';
