import { ACME, enc, NOW, startAtNow } from '../wire';
import { ACCOUNT, ACCOUNT_URN, adsClient, FOREIGN, restli, VIEWED } from './wire';
import type { Simulator } from '../index';

/** Checked against docs.creatives and docs.methods. */

let simulator: Simulator;
let ads: ReturnType<typeof adsClient>;
let campaign: string;
let post: string;
beforeEach(async () => {
	simulator = await startAtNow();
	ads = adsClient(simulator);
	campaign = `urn:li:sponsoredCampaign:${simulator.state.ads.addCampaign(ACCOUNT).id}`;
	post = simulator.state.addPost({ author: '2414183', text: 'Hello' }).urn;
});
afterEach(async () => simulator.close());

const CREATIVES = `/rest/adAccounts/${ACCOUNT}/creatives`;
const TEST_ACCOUNT = '500000007';
const UNKNOWN = 'urn:li:sponsoredCreative:1';

const at = (urn: string, path = CREATIVES) => `${path}/${enc(urn)}`;
const newCreative = (more = {}) => ({
	campaign,
	content: { reference: post },
	intendedStatus: 'DRAFT',
	name: 'C1',
	...more,
});
const send = (path: string, body: unknown, method?: string) =>
	ads({ method: 'POST', path, body, headers: method ? restli(method) : {} });
const create = (more = {}) => send(CREATIVES, newCreative(more));
const patch = (urn: string, set: object) => send(at(urn), { patch: { $set: set } }, 'PARTIAL_UPDATE');
const read = async (urn: string, path = CREATIVES) => (await ads({ path: at(urn, path) })).json;
const seed = (more = {}) => simulator.state.ads.addCreative(ACCOUNT, { campaign, ...more }).id;

describe('creatives', () => {
	it('are created with their URN in the header, percent-encoded or plain', async () => {
		const made = await create();
		expect([made.status, made.text]).toEqual([201, '']);
		expect(made.headers['x-restli-id']).toMatch(/^urn%3Ali%3AsponsoredCreative%3A\d+$/);
		expect(made.headers['x-linkedin-id']).toBe(made.headers['x-restli-id']);
		expect(await read(decodeURIComponent(String(made.headers['x-restli-id'])))).toEqual({
			id: decodeURIComponent(String(made.headers['x-restli-id'])),
			account: ACCOUNT_URN,
			campaign,
			content: { reference: post },
			createdAt: expect.any(Number),
			createdBy: simulator.state.member('ada').urn,
			intendedStatus: 'DRAFT',
			isServing: false,
			isTest: false,
			lastModifiedAt: expect.any(Number),
			lastModifiedBy: simulator.state.member('ada').urn,
			name: 'C1',
			servingHoldReasons: ['STOPPED'],
		});
		simulator.state.encodedCreativeIds = false;
		expect((await create()).headers['x-restli-id']).toMatch(/^urn:li:sponsoredCreative:\d+$/);
	});

	it.each<[string, object, number, string]>([
		['without campaign', { campaign: undefined }, 400, 'MISSING_FIELD'],
		['without content', { content: undefined }, 400, 'MISSING_FIELD'],
		['without intended status', { intendedStatus: undefined }, 400, 'MISSING_FIELD'],
		['with a status', { status: 'DRAFT' }, 400, 'FIELD_NOT_ALLOWED'],
		['with isTest', { isTest: true }, 400, 'FIELD_NOT_ALLOWED'],
		['removed', { intendedStatus: 'REMOVED' }, 400, 'INVALID_VALUE_FOR_FIELD'],
		[
			'in a campaign that is not there',
			{ campaign: 'urn:li:sponsoredCampaign:1' },
			400,
			'FIELD_VALUE_DOES_NOT_EXIST',
		],
		['for a campaign given by number', { campaign: '1' }, 400, 'INVALID_VALUE_FOR_FIELD'],
		[
			'of a post that is not there',
			{ content: { reference: 'urn:li:share:7' } },
			400,
			'FIELD_VALUE_DOES_NOT_EXIST',
		],
		['of an activity', { content: { reference: 'urn:li:activity:7' } }, 400, 'INVALID_VALUE_FOR_FIELD'],
		['with two contents', { content: { textAd: { a: 1 }, jobs: { a: 1 } } }, 400, 'INVALID_VALUE_FOR_FIELD'],
		['with inline content', { inlineContent: {} }, 400, 'FIELD_NOT_ALLOWED'],
		[
			'with another label',
			{ leadgenCallToAction: { destination: 'urn:li:adForm:1', label: 'BUY_NOW' } },
			400,
			'INVALID_VALUE_FOR_FIELD',
		],
		['with several faults', { campaign: undefined, content: undefined }, 400, 'MULTIPLE_VALIDATIONS_FAILED'],
	])('are not created %s', async (_what, more, status, code) => {
		const { json, status: answered } = await create(more);
		expect([answered, json.code]).toEqual([status, code]);
		expect(json.errorDetails.inputErrors[0].input.inputPath.fieldPath).toMatch(/^\//);
	});

	it('of lead campaigns have a form', async () => {
		const lead = simulator.state.ads.addCampaign(ACCOUNT, { objectiveType: 'LEAD_GENERATION' });
		const inLead = { campaign: `urn:li:sponsoredCampaign:${lead.id}` };
		expect((await create(inLead)).json).toMatchObject({
			code: 'MISSING_FIELD',
			errorDetails: { inputErrors: [{ input: { inputPath: { fieldPath: '/leadgenCallToAction' } } }] },
		});
		const leadgenCallToAction = { destination: 'urn:li:adForm:3', label: 'SIGN_UP' };
		expect((await create({ ...inLead, leadgenCallToAction })).status).toBe(201);
	});

	it('are found by URN; the bare number is a setting', async () => {
		const urn = seed();
		const number = urn.slice(urn.lastIndexOf(':') + 1);
		expect((await ads({ path: `${CREATIVES}/${number}` })).status).toBe(400);
		simulator.state.bareCreativeKeys = true;
		expect((await ads({ path: `${CREATIVES}/${number}` })).json.id).toBe(urn);
		expect((await ads({ path: at(UNKNOWN) })).json.code).toBe('NOT_FOUND');
		expect((await ads({ path: at(`urn:li:sponsoredCampaign:${number}`) })).status).toBe(400);
	});

	it('ask for a role: viewers read, creative managers write', async () => {
		const bob = adsClient(simulator, 'bob');
		const viewed = `/rest/adAccounts/${VIEWED}/creatives`;
		const { id } = simulator.state.ads.addCreative(VIEWED);
		expect((await ads({ path: at(id, viewed) })).status).toBe(200);
		expect((await ads({ method: 'DELETE', path: at(id, viewed) })).json.code).toBe('NO_PERMISSION_ON_ENTITY');
		expect((await ads({ path: at(id, `/rest/adAccounts/${FOREIGN}/creatives`) })).status).toBe(403);
		simulator.state.ads.accounts.setRole(ACCOUNT, 'bob', 'CREATIVE_MANAGER');
		expect((await bob({ method: 'POST', path: CREATIVES, body: newCreative() })).status).toBe(201);
		const reader = adsClient(simulator, 'ada', ['r_ads']);
		expect((await reader({ method: 'POST', path: CREATIVES, body: newCreative() })).json.code).toBe(
			'ACCESS_DENIED',
		);
	});

	it('are reviewed when they leave DRAFT, and serve as far as their parents do', async () => {
		simulator.state.creativeReviewMs = 60_000;
		const urn = seed({ intendedStatus: 'DRAFT' });
		expect(await read(urn)).not.toHaveProperty('review');
		expect((await patch(urn, { intendedStatus: 'ACTIVE' })).status).toBe(204);
		expect(await read(urn)).toMatchObject({
			review: { status: 'PENDING' },
			isServing: false,
			servingHoldReasons: ['UNDER_REVIEW'],
		});
		simulator.clock.advance(60_000);
		const approved = await read(urn);
		expect(approved).toMatchObject({ review: { status: 'APPROVED' }, isServing: true });
		expect(approved).not.toHaveProperty('servingHoldReasons');
		const [stored] = simulator.state.ads.campaigns.of(ACCOUNT);
		stored.status = 'PAUSED';
		expect((await read(urn)).servingHoldReasons).toEqual(['CAMPAIGN_STOPPED']);
	});

	it('of test accounts are tests, and rejected', async () => {
		const { id } = simulator.state.ads.addCreative(TEST_ACCOUNT);
		expect(await read(id, `/rest/adAccounts/${TEST_ACCOUNT}/creatives`)).toMatchObject({
			isTest: true,
			isServing: false,
			review: { status: 'REJECTED' },
			servingHoldReasons: ['REJECTED'],
		});
	});

	it('change where they may', async () => {
		const urn = seed({ content: { spotlight: { headline: 'A' } }, intendedStatus: 'DRAFT' });
		const leadgenCallToAction = { destination: 'urn:li:adForm:3', label: 'APPLY' };
		expect((await patch(urn, { name: 'B', leadgenCallToAction })).status).toBe(204);
		expect((await patch(urn, { content: { spotlight: { headline: 'B' } } })).status).toBe(204);
		simulator.clock.advance(60_000);
		expect((await patch(urn, { intendedStatus: 'PAUSED' })).status).toBe(204);
		expect(await read(urn)).toMatchObject({
			name: 'B',
			content: { spotlight: { headline: 'B' } },
			intendedStatus: 'PAUSED',
		});
		const { createdAt, lastModifiedAt } = await read(urn);
		expect(createdAt).toBeGreaterThanOrEqual(NOW);
		expect(lastModifiedAt - createdAt).toBeGreaterThanOrEqual(60_000);
		const event = seed({ content: { eventAd: { event: 'urn:li:event:1', hidePreviewVideo: false } } });
		const eventAd = { event: 'urn:li:event:1', hidePreviewVideo: true };
		expect((await patch(event, { content: { eventAd } })).status).toBe(204);
	});

	it.each<[string, object, string]>([
		['campaign', { campaign: 'urn:li:sponsoredCampaign:9' }, 'FIELD_NOT_EDITABLE'],
		['reference', { content: { reference: 'urn:li:share:9' } }, 'FIELD_NOT_EDITABLE'],
		['kind of content', { content: { textAd: { headline: 'x' } } }, 'INVALID_VALUE_FOR_FIELD'],
		[
			'form once published',
			{ leadgenCallToAction: { destination: 'urn:li:adForm:3', label: 'APPLY' } },
			'FIELD_NOT_EDITABLE',
		],
		['status back to DRAFT', { intendedStatus: 'DRAFT' }, 'STATUS_CHANGE_NOT_ALLOWED'],
		['review', { review: { status: 'APPROVED' } }, 'FIELD_NOT_ALLOWED'],
		['status under its wrong name', { status: 'ACTIVE' }, 'FIELD_NOT_ALLOWED'],
		['status to a word of no status', { intendedStatus: 'RUNNING' }, 'INVALID_VALUE_FOR_FIELD'],
	])('keep their %s', async (_what, set, code) => {
		const urn = seed({ content: { reference: post }, intendedStatus: 'PAUSED' });
		expect((await patch(urn, set)).json.code).toBe(code);
	});

	it('are deleted as drafts, in draft campaigns, or when processing failed', async () => {
		const remove = (urn: string) => ads({ method: 'DELETE', path: at(urn) });
		expect((await remove(seed())).json.code).toBe('DELETE_ALLOWED_ONLY_FOR_DRAFT_STATUS');
		expect((await remove(seed({ intendedStatus: 'DRAFT' }))).status).toBe(204);
		const draft = simulator.state.ads.addCampaign(ACCOUNT, { status: 'DRAFT' });
		expect((await remove(seed({ campaign: `urn:li:sponsoredCampaign:${draft.id}` }))).status).toBe(204);
		const video = simulator.state.media.add({ kind: 'video', owner: ACME, status: 'PROCESSING_FAILED' });
		simulator.state.findPost(post)!.content = { media: { id: video.urn } };
		const failed = seed({ content: { reference: post } });
		expect((await read(failed)).servingHoldReasons).toEqual(['PROCESSING_FAILED']);
		expect((await remove(failed)).status).toBe(204);
		expect((await ads({ path: at(failed) })).status).toBe(404);
	});

	it('are at most 15 active and 85 others a campaign', async () => {
		for (let made = 0; made < 15; made += 1) seed();
		const paused = seed({ intendedStatus: 'PAUSED' });
		expect((await create({ intendedStatus: 'ACTIVE' })).json.code).toBe('CREATIVE_LIMIT_REACHED');
		expect((await patch(paused, { intendedStatus: 'ACTIVE' })).json.code).toBe('CREATIVE_LIMIT_REACHED');
		for (let made = 1; made < 85; made += 1) seed({ intendedStatus: 'DRAFT' });
		expect((await create()).json.code).toBe('CREATIVE_LIMIT_REACHED');
	});
});

describe('batches of creatives', () => {
	it('are keyed by encoded URNs and have an outcome for each', async () => {
		const [a, b] = [seed({ intendedStatus: 'DRAFT' }), seed()];
		const ids = `ids=List(${[a, b, UNKNOWN].map(enc).join(',')})`;
		expect((await ads({ path: `${CREATIVES}?${ids}` })).json).toMatchObject({
			results: { [enc(a)]: { id: a }, [enc(b)]: { id: b } },
			errors: { [enc(UNKNOWN)]: { status: 404 } },
		});
		const change = { patch: { $set: { intendedStatus: 'PAUSED' } } };
		const entities = { [enc(a)]: change, [enc(b)]: change, [enc(UNKNOWN)]: change };
		const updated = await send(`${CREATIVES}?${ids}`, { entities }, 'BATCH_PARTIAL_UPDATE');
		expect(updated.json).toMatchObject({
			results: { [enc(a)]: { status: 204 }, [enc(b)]: { status: 204 } },
			errors: { [enc(UNKNOWN)]: { status: 404 } },
		});
		const other = await send(`${CREATIVES}?ids=List(${enc(a)})`, { entities }, 'BATCH_PARTIAL_UPDATE');
		expect(other.status).toBe(400);
		const made = await send(CREATIVES, { elements: [newCreative(), {}] }, 'BATCH_CREATE');
		expect(made.json.elements).toMatchObject([
			{ status: 201, id: expect.stringMatching(/^urn:li:sponsoredCreative:\d+$/) },
			{ status: 400, error: { code: 'MULTIPLE_VALIDATIONS_FAILED' } },
		]);
		const draft = made.json.elements[0].id;
		const removed = await ads({
			method: 'DELETE',
			path: `${CREATIVES}?ids=List(${enc(draft)},${enc(a)})`,
		});
		expect(removed.json).toMatchObject({
			results: { [enc(draft)]: { status: 204 } },
			errors: { [enc(a)]: { code: 'DELETE_ALLOWED_ONLY_FOR_DRAFT_STATUS' } },
		});
	});

	it('are refused to the Development tier', async () => {
		simulator.state.apps.get('ads-app')!.tier = 'development';
		expect((await ads({ path: `${CREATIVES}?ids=List(${enc(seed())})` })).status).toBe(403);
	});
});
