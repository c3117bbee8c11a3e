import type { Simulator } from '../../../../../simulator';

/** Audiences of Acme's account (docs.audiences). */
export function twoAudiences({ state }: Simulator): Record<string, never> {
	const account = 'urn:li:sponsoredAccount:507404993';
	state.ads.audiences.add({
		id: 9001,
		account,
		name: 'CRM',
		sourcePlatform: 'MY_CRM',
		sourceSegmentId: 'k1',
	});
	state.ads.audiences.add({ id: 9002, account, name: 'Targets', type: 'COMPANY' });
	return {};
}

export const crm = {
	urn: 'urn:li:adSegment:9001',
	id: '9001',
	name: 'CRM',
	account: 'urn:li:sponsoredAccount:507404993',
	type: 'USER',
	status: 'BUILDING',
	size: null,
	inputCount: null,
	matchedCount: null,
	matchRate: null,
	accessPolicy: null,
	sourcePlatform: 'MY_CRM',
	sourceSegmentId: 'k1',
	createdAt: expect.stringMatching(/^\d{4}-/),
};
