import type { Simulator } from '../../../../../simulator';
import { manager } from '../connection';

/** Conversion rules of Acme's account, and their output (docs.conversions). */

export const identity = (id: string | number) => ({
	urn: `urn:lla:llaPartnerConversion:${id}`,
	url: `${manager}/507404993/conversions/${id}`,
	id: String(id),
});

export function twoRules({ state }: Simulator): Record<string, never> {
	const account = 'urn:li:sponsoredAccount:507404993';
	state.ads.conversions.add({
		id: 5001,
		account,
		name: 'Signed up',
		type: 'SIGN_UP',
		conversionMethod: 'CONVERSIONS_API',
	});
	state.ads.conversions.add({
		id: 5002,
		account,
		name: 'Thank you page',
		type: 'LEAD',
		conversionMethod: 'INSIGHT_TAG_URL_MATCH_RULES',
		enabled: false,
	});
	state.ads.addCampaign('507404993', { id: 2001 });
	state.ads.addCampaign('507404993', { id: 2002 });
	return {};
}

export const signedUp = {
	...identity(5001),
	account: 'urn:li:sponsoredAccount:507404993',
	name: 'Signed up',
	type: 'SIGN_UP',
	enabled: true,
	method: 'CONVERSIONS_API',
	attributionType: expect.stringMatching(/^LAST_TOUCH/),
	clickWindowDays: expect.any(Number),
	viewWindowDays: expect.any(Number),
	valueType: null,
	value: null,
	campaigns: [],
	createdAt: expect.stringMatching(/^\d{4}-/),
	lastModifiedAt: expect.stringMatching(/^\d{4}-/),
};

export const thankYou = {
	...signedUp,
	...identity(5002),
	name: 'Thank you page',
	type: 'LEAD',
	enabled: false,
	method: 'INSIGHT_TAG_URL_MATCH_RULES',
};

export const ACCOUNT_QUERY = 'account=urn%3Ali%3AsponsoredAccount%3A507404993';
