import type { Simulator } from '../../../../../simulator';

/** A form of Acme's ad account with two leads, and one of its page (docs.leads). */

export const ACCOUNT_OWNER = { sponsoredAccount: 'urn:li:sponsoredAccount:507404993' };
export const PAGE_OWNER = { organization: 'urn:li:organization:2414183' };
export const ADA_LEAD = '249592fc-d272-44ba-a7db-c2bdce579507-6';
export const TEST_LEAD = '349592fc-d272-44ba-a7db-c2bdce579507-6';
export const PAGE_LEAD = '449592fc-d272-44ba-a7db-c2bdce579507-6';
export const SUBMITTED_AT = Date.now() - 3_600_000;

export function withLeads({ state }: Simulator): Record<string, never> {
	const form = state.ads.leads.addForm({
		id: 7234246,
		owner: ACCOUNT_OWNER,
		name: 'Newsletter',
		hiddenFields: [{ name: 'source', value: 'linkedin' }],
	});
	const ofPage = state.ads.leads.addForm({ id: 7234999, owner: PAGE_OWNER, name: 'Contact us' });
	state.ads.leads.submit({
		form,
		id: ADA_LEAD,
		at: SUBMITTED_AT,
		campaign: 'urn:li:sponsoredCampaign:198356826',
		associatedEntity: { associatedCreative: 'urn:li:sponsoredCreative:241257736' },
		answers: {
			'First name': 'Ada',
			'Last name': 'Okafor',
			Email: 'ada@example.com',
			'Custom question 0': [2, 0],
		},
		consents: [false],
	});
	state.ads.leads.submit({
		form,
		id: TEST_LEAD,
		at: SUBMITTED_AT,
		testLead: true,
		answers: { Email: 't@example.com' },
	});
	state.ads.leads.submit({
		form: ofPage,
		id: PAGE_LEAD,
		at: SUBMITTED_AT,
		answers: { Email: 'p@example.com' },
	});
	return {};
}

export const adaLead = {
	urn: `urn:li:leadGenFormResponse:${ADA_LEAD}`,
	id: ADA_LEAD,
	submittedAt: new Date(SUBMITTED_AT).toISOString(),
	leadType: 'SPONSORED',
	testLead: false,
	owner: 'urn:li:sponsoredAccount:507404993',
	form: { urn: 'urn:li:leadGenForm:7234246', id: '7234246', version: 1, name: 'Newsletter' },
	campaign: 'urn:li:sponsoredCampaign:198356826',
	creative: 'urn:li:sponsoredCreative:241257736',
	associatedEntity: 'urn:li:sponsoredCreative:241257736',
	submitter: 'urn:li:person:BcLKblgopR',
	answers: {
		'First name': 'Ada',
		'Last name': 'Okafor',
		Email: 'ada@example.com',
		'Custom question 0': 'Blue, Red',
	},
	fields: { FIRST_NAME: 'Ada', LAST_NAME: 'Okafor', EMAIL: 'ada@example.com' },
	choices: { 'Custom question 0': ['Blue', 'Red'] },
	consents: [{ text: 'I agree to be contacted', accepted: false }],
	hiddenFields: { source: 'linkedin' },
};

export const newsletter = {
	urn: 'urn:li:leadGenForm:7234246',
	id: '7234246',
	version: 1,
	name: 'Newsletter',
	state: 'PUBLISHED',
	owner: 'urn:li:sponsoredAccount:507404993',
	headline: 'Newsletter',
	questions: [
		{
			id: '107234246',
			name: 'First name',
			text: 'First name',
			field: 'FIRST_NAME',
			required: true,
			options: [],
		},
		{
			id: '207234246',
			name: 'Last name',
			text: 'Last name',
			field: 'LAST_NAME',
			required: true,
			options: [],
		},
		{ id: '307234246', name: 'Email', text: 'Email', field: 'EMAIL', required: true, options: [] },
		{
			id: '407234246',
			name: 'Custom question 0',
			text: 'Which colour do you like?',
			field: null,
			required: true,
			options: ['Red', 'Green', 'Blue'],
		},
	],
	consents: ['I agree to be contacted'],
	hiddenFields: { source: 'linkedin' },
	privacyPolicyUrl: 'https://www.example.com/privacy',
	createdAt: expect.stringMatching(/^\d{4}-/),
	lastModifiedAt: expect.stringMatching(/^\d{4}-/),
};
