import { ACME, enc, GLOBEX, NOW, startAtNow, type WireAnswer } from '../wire';
import { ACCOUNT_URN, adsClient, FOREIGN, VIEWED } from './wire';
import type { Simulator } from '../index';
import type { LeadForm } from './leadForm';
import type { LeadResponse } from './leads';

/** Checked against docs.leads and docs.leadSchema. */

let simulator: Simulator;
let ads: ReturnType<typeof adsClient>;
let form: LeadForm;
let other: LeadForm;
let lead: LeadResponse;
beforeEach(async () => {
	simulator = await startAtNow();
	ads = adsClient(simulator);
	const { leads } = simulator.state.ads;
	form = leads.addForm({
		owner: { sponsoredAccount: ACCOUNT_URN },
		name: 'Demo',
		hiddenFields: [{ name: 'utm', value: 'x' }],
	});
	other = leads.addForm({ owner: { sponsoredAccount: ACCOUNT_URN }, versionId: 3 });
	leads.addForm({ owner: { organization: ACME } });
	lead = leads.submit({
		form,
		at: NOW - 3000,
		id: '249592fc-d272-44ba-a7db-c2bdce579507-6',
		campaign: 'urn:li:sponsoredCampaign:198356826',
		associatedEntity: { associatedCreative: 'urn:li:sponsoredCreative:241257736' },
		answers: { Email: 'k@email.com', 'Custom question 0': [0] },
	});
	leads.submit({ form: other, at: NOW - 2000, id: 'second' });
	leads.submit({ form, at: NOW - 1000, id: 'third' });
	leads.submit({ form, at: NOW - 1000, id: 'trial', testLead: true });
});
afterEach(async () => simulator.close());

const DAY_MS = 86_400_000;
const get = async (path: string, client = ads) => client({ path: `/rest/${path}` });
const owned = (urn: string) =>
	`&owner=(${urn.includes(':organization:') ? 'organization' : 'sponsoredAccount'}:${enc(urn)})`;
const SPONSORED = '&leadType=(leadType:SPONSORED)';
const responses = async (more = '', owner = ACCOUNT_URN, type = SPONSORED) =>
	get(`leadFormResponses?q=owner${owned(owner)}${type}${more}`);
const ids = ({ json }: WireAnswer) => json.elements.map(({ id }: { id: string }) => id);

describe('lead forms', () => {
	it('are listed by owner and read by id', async () => {
		const list = await get(`leadForms?q=owner${owned(ACCOUNT_URN)}&count=1`);
		expect(list.json.paging).toMatchObject({ start: 0, count: 1, total: 2 });
		expect(ids(await ads({ path: list.json.paging.links[0].href }))).toEqual([other.id]);
		const { json } = await get(`leadForms/${form.id}`);
		expect(json).toMatchObject({
			id: form.id,
			versionId: 1,
			name: 'Demo',
			state: 'PUBLISHED',
			owner: { sponsoredAccount: ACCOUNT_URN },
			hiddenFields: [{ name: 'utm', value: 'x' }],
		});
		expect(json.content.questions.map((one: { predefinedField?: string }) => one.predefinedField)).toEqual([
			'FIRST_NAME',
			'LAST_NAME',
			'EMAIL',
			undefined,
		]);
		const many = await get(`leadForms?ids=List(${form.id},1)`);
		expect(Object.keys(many.json.results)).toEqual([String(form.id)]);
		expect(many.json.errors['1'].status).toBe(404);
	});

	it.each<[string, string, number]>([
		['of nobody', '', 400],
		['of an owner that is no record', `&owner=${enc(ACCOUNT_URN)}`, 400],
		['of two owners', `${owned(ACCOUNT_URN).slice(0, -1)},organization:${enc(ACME)})`, 400],
		['of a foreign account', owned(`urn:li:sponsoredAccount:${FOREIGN}`), 403],
		// Globex: a role on the account, but no page role that reads leads.
		['without the role on the page', owned(`urn:li:sponsoredAccount:${VIEWED}`), 403],
		['of a page without that role', owned(GLOBEX), 403],
		['of the own page', owned(ACME), 200],
	])('%s: %s', async (_what, query, status) => {
		expect((await get(`leadForms?q=owner${query}`)).status).toBe(status);
	});
});

describe('leads', () => {
	it('carry answers by number, and more only when asked', async () => {
		const { json } = await get(`leadFormResponses/${lead.id}`);
		expect(json).toEqual({
			owner: { sponsoredAccount: ACCOUNT_URN },
			submitter: 'urn:li:person:BcLKblgopR',
			leadType: 'SPONSORED',
			leadMetadata: { sponsoredLeadMetadata: { campaign: 'urn:li:sponsoredCampaign:198356826' } },
			versionedLeadGenFormUrn: `urn:li:versionedLeadGenForm:(urn:li:leadGenForm:${form.id},1)`,
			id: lead.id,
			submittedAt: NOW - 3000,
			testLead: false,
			associatedEntity: { associatedCreative: 'urn:li:sponsoredCreative:241257736' },
			formResponse: {
				consentResponses: [{ accepted: true, consentId: 0 }],
				answers: [
					{
						answerDetails: { textQuestionAnswer: { answer: 'k@email.com' } },
						questionId: 300_000_000 + form.id,
					},
					{ answerDetails: { multipleChoiceAnswer: { options: [0] } }, questionId: 400_000_000 + form.id },
				],
			},
		});
		const asked = await responses('&fields=id,ownerInfo,form:(hiddenFields,name,content:(questions))');
		expect(asked.json.elements.at(-1)).toEqual({
			id: lead.id,
			ownerInfo: { sponsoredAccount: { name: 'Acme Ads' } },
			form: {
				hiddenFields: [{ name: 'utm', value: 'x' }],
				name: 'Demo',
				content: { questions: form.content.questions },
			},
		});
		const many = await get(`leadFormResponses?ids=List(${lead.id},none)`);
		expect([Object.keys(many.json.results), many.json.errors.none.status]).toEqual([[lead.id], 404]);
	});

	const version = (id: number, of: number) =>
		`&versionedLeadGenFormUrn=${enc(`urn:li:versionedLeadGenForm:(urn:li:leadGenForm:${id},${of})`)}`;

	it.each<[string, () => string, string[]]>([
		['all, newest first', () => '', ['third', 'second', 'first']],
		['test leads by themselves', () => '&limitedToTestLeads=true', ['trial']],
		['of one form', () => version(form.id, 1), ['third', 'first']],
		['of another version', () => version(other.id, 1), []],
		['from a moment on', () => `&submittedAtTimeRange=(start:${NOW - 2000},end:${NOW - 1000})`, ['second']],
		['without end', () => `&submittedAtTimeRange=(start:${NOW - 2000})`, ['third', 'second']],
		[
			'of a creative',
			() => `&associatedEntity=(associatedCreative:${enc('urn:li:sponsoredCreative:241257736')})`,
			['first'],
		],
		['a page of them', () => '&start=1&count=1', ['second']],
	])('are found: %s', async (_what, query, expected) => {
		const found = ids(await responses(query())).map((id: string) => (id === lead.id ? 'first' : id));
		expect(found).toEqual(expected);
	});

	it('may behave as the documentation leaves open', async () => {
		const { state } = simulator;
		state.leadOrder = 'oldestFirst';
		state.testLeadsAmongReal = true;
		expect(ids(await responses())).toEqual([lead.id, 'second', 'third', 'trial']);
		const at = `&submittedAtTimeRange=(start:${NOW - 2000},end:${NOW - 1000})`;
		state.leadRangeIncludes = 'both';
		expect(ids(await responses(at))).toEqual(['second', 'third', 'trial']);
		state.leadRangeIncludes = 'neither';
		expect(ids(await responses(at))).toEqual([]);
		expect((await responses('&count=100')).status).toBe(200);
		state.leadPageMax = 50;
		expect((await responses('&count=51')).status).toBe(400);
	});

	it('appear late, and are forgotten after a year', async () => {
		const { leads } = simulator.state.ads;
		leads.submit({ form, at: NOW - 60_000, visibleAt: NOW + 600_000, id: 'late' });
		leads.delayMs = 120_000;
		leads.submit({ form, at: NOW, id: 'behind' });
		expect(ids(await responses())).toEqual(['third', 'second', lead.id]);
		expect((await get('leadFormResponses/late')).status).toBe(404);
		simulator.clock.advance(120_000);
		expect(ids(await responses())).toContain('behind');
		simulator.clock.advance(600_000);
		expect(ids(await responses()).at(-1)).toBe('late');
		leads.submit({ form, at: NOW - 366 * DAY_MS, visibleAt: NOW, id: 'ancient' });
		leads.submit({ form, at: NOW - 364 * DAY_MS, visibleAt: NOW, id: 'old' });
		expect(ids(await responses()).at(-1)).toBe('old');
		expect((await get('leadFormResponses/ancient')).status).toBe(404);
		leads.remove('old');
		expect((await get('leadFormResponses/old')).status).toBe(404);
	});

	it('of a page are COMPANY, EVENT or ORGANIZATION_PRODUCT', async () => {
		const { leads } = simulator.state.ads;
		const [page] = leads.formsOf({ organization: ACME });
		leads.submit({ form: page, id: 'company' });
		leads.submit({ form: page, id: 'event', leadType: 'EVENT' });
		const of = async (type: string) => ids(await responses('', ACME, `&leadType=(leadType:${type})`));
		expect([await of('COMPANY'), await of('EVENT'), await of('SPONSORED')]).toEqual([
			['company'],
			['event'],
			[],
		]);
	});

	it.each<[string, string, number]>([
		['without owner', SPONSORED, 400],
		['without lead type', owned(ACCOUNT_URN), 400],
		['with a lead type that is no record', `${owned(ACCOUNT_URN)}&leadType=SPONSORED`, 400],
		['of an unknown type', `${owned(ACCOUNT_URN)}&leadType=(leadType:PAID)`, 400],
		['with a flag that is none', `${owned(ACCOUNT_URN)}${SPONSORED}&limitedToTestLeads=True`, 400],
		[
			'of a time in seconds',
			`${owned(ACCOUNT_URN)}${SPONSORED}&submittedAtTimeRange=(start:1711407600)`,
			400,
		],
		[
			'of a form without version',
			`${owned(ACCOUNT_URN)}${SPONSORED}&versionedLeadGenFormUrn=${enc('urn:li:leadGenForm:1')}`,
			400,
		],
		['of a foreign account', `${owned(`urn:li:sponsoredAccount:${FOREIGN}`)}${SPONSORED}`, 403],
		['without role on the page', `${owned(`urn:li:sponsoredAccount:${VIEWED}`)}${SPONSORED}`, 403],
	])('are refused %s', async (_what, query, status) => {
		expect((await get(`leadFormResponses?q=owner${query}`)).status).toBe(status);
	});

	it('take the scope of Lead Sync', async () => {
		const without = adsClient(simulator, 'ada', ['r_ads']);
		expect((await get(`leadFormResponses/${lead.id}`, without)).status).toBe(403);
		expect((await get(`leadForms/${form.id}`, without)).status).toBe(200);
	});
});
