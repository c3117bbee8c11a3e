import { enc, NOW, startAtNow } from '../wire';
import { ACCOUNT, ACCOUNT_URN, adsClient, FOREIGN, restli, VIEWED } from './wire';
import type { Simulator } from '../index';
import type { ConversionRule } from './conversions';

/** Checked against docs.conversions. */

let simulator: Simulator;
let ads: ReturnType<typeof adsClient>;
let rule: ConversionRule;
beforeEach(async () => {
	simulator = await startAtNow();
	ads = adsClient(simulator);
	rule = simulator.state.ads.conversions.add({ account: ACCOUNT_URN, name: 'Signed up' });
});
afterEach(async () => simulator.close());

const urn = (id: string) => `urn:li:sponsoredAccount:${id}`;
const OWN = `account=${enc(ACCOUNT_URN)}`;
const newRule = (more = {}) => ({
	name: 'Conversion API Segment 5',
	account: ACCOUNT_URN,
	conversionMethod: 'CONVERSIONS_API',
	postClickAttributionWindowSize: 90,
	viewThroughAttributionWindowSize: 30,
	attributionType: 'LAST_TOUCH_BY_CAMPAIGN',
	type: 'LEAD',
	...more,
});
const create = async (body: unknown, query = '') =>
	ads({ method: 'POST', path: `/rest/conversions${query}`, body });
const read = async (id = rule.id, query = `?${OWN}`) => ads({ path: `/rest/conversions/${id}${query}` });
const patch = async (set: unknown, query = `?${OWN}`) =>
	ads({
		method: 'POST',
		path: `/rest/conversions/${rule.id}${query}`,
		headers: restli('PARTIAL_UPDATE'),
		body: { patch: { $set: set } },
	});

describe('conversions', () => {
	it('are created with a body', async () => {
		const made = await create(newRule());
		const id = Number(made.headers['x-restli-id']);
		expect(made.status).toBe(201);
		expect(made.headers.location).toBe(`/conversions/${id}`);
		expect(made.json).toEqual({
			...newRule(),
			id,
			enabled: true,
			associatedCampaigns: [],
			campaigns: [],
			urlRules: [],
			created: expect.any(Number),
			lastModified: expect.any(Number),
		});
	});

	it.each<[string, string[]]>([
		['', []],
		['?autoAssociationType=NONE', []],
		['?autoAssociationType=ALL_CAMPAIGNS', ['1', '2']],
		['?autoAssociationType=OBJECTIVE_BASED', ['2']],
	])('join campaigns as asked: %s', async (query, campaigns) => {
		simulator.state.ads.addCampaign(ACCOUNT, { id: 1 });
		simulator.state.ads.addCampaign(ACCOUNT, { id: 2, objectiveType: 'LEAD_GENERATION' });
		expect((await create(newRule(), query)).json.campaigns).toEqual(
			campaigns.map((id) => `urn:li:sponsoredCampaign:${id}`),
		);
	});

	it.each<[string, unknown, number]>([
		['without name', newRule({ name: undefined }), 400],
		['of an unknown type', newRule({ type: 'SALE' }), 400],
		['with a window of 60 days', newRule({ postClickAttributionWindowSize: 60 }), 400],
		['with a window of a year', newRule({ postClickAttributionWindowSize: 365 }), 400],
		['with a value as number', newRule({ value: { amount: 1, currencyCode: 'USD' } }), 400],
		['with a member of no rule', newRule({ budget: 1 }), 400],
		['for a viewer', newRule({ account: urn(VIEWED) }), 403],
		['for a foreign account', newRule({ account: urn(FOREIGN) }), 403],
	])('are not created %s', async (_what, body, status) => {
		expect((await create(body)).status).toBe(status);
	});

	it('are not created with an unknown association', async () => {
		expect((await create(newRule(), '?autoAssociationType=SOME')).status).toBe(400);
	});

	it('of qualified leads may have a window of a year', async () => {
		const body = newRule({ type: 'MARKETING_QUALIFIED_LEAD', postClickAttributionWindowSize: 365 });
		expect((await create(body)).status).toBe(201);
	});

	it('are listed without a total', async () => {
		const { json } = await ads({ path: `/rest/conversions?q=account&${OWN}&fields=id,name` });
		expect(json).toEqual({
			paging: { start: 0, count: 10, links: [], total: -1 },
			elements: [{ id: rule.id, name: 'Signed up' }],
		});
		expect((await ads({ path: `/rest/conversions?q=account&account=${enc(urn(VIEWED))}` })).status).toBe(200);
	});

	it('are read and changed with their account', async () => {
		expect((await read()).json).toMatchObject({ id: rule.id, name: 'Signed up' });
		expect((await read(rule.id, '')).status).toBe(400);
		expect((await read(rule.id, `?account=${enc(urn(VIEWED))}`)).status).toBe(404);
		expect((await read(1)).status).toBe(404);
		simulator.clock.advance(5000);
		expect((await patch({ name: 'Signed in', enabled: false })).status).toBe(204);
		const { json } = await read();
		expect(json).toMatchObject({ name: 'Signed in', enabled: false });
		expect(json.lastModified).toBeGreaterThanOrEqual(NOW + 5000);
		expect((await patch({ name: 'x' }, '')).status).toBe(400);
		expect((await patch({ associatedCampaigns: [] })).status).toBe(400);
		expect((await patch({ type: 'SALE' })).status).toBe(400);
	});

	it('change their campaigns as a whole', async () => {
		const campaign = (id: number) => `urn:li:sponsoredCampaign:${id}`;
		await patch({ campaigns: [campaign(1), campaign(2)] });
		await patch({ campaigns: [campaign(3)] });
		expect((await read()).json.campaigns).toEqual([campaign(3)]);
	});
});

describe('campaign conversions', () => {
	const conversion = () => `urn:lla:llaPartnerConversion:${rule.id}`;
	const pair = (id: number) => ({ campaign: `urn:li:sponsoredCampaign:${id}`, conversion: conversion() });
	const key = (id: number) => `(campaign:${enc(pair(id).campaign)},conversion:${enc(conversion())})`;
	const PATH = '/rest/campaignConversions';
	const put = async (id: number, body: unknown) => ads({ method: 'PUT', path: `${PATH}/${key(id)}`, body });
	beforeEach(() => {
		for (const id of [1, 2]) simulator.state.ads.addCampaign(ACCOUNT, { id });
	});
	const found = async () =>
		(
			await ads({
				path: `${PATH}?q=campaigns&campaigns=List(${enc(pair(1).campaign)},${enc(pair(2).campaign)})`,
			})
		).json.elements.map((one: { campaign: string }) => one.campaign);

	it('are put, found and deleted by compound key', async () => {
		expect((await put(1, pair(1))).status).toBe(204);
		expect((await put(1, pair(1))).status).toBe(204);
		expect(await found()).toEqual([pair(1).campaign]);
		const remove = async () => ads({ method: 'DELETE', path: `${PATH}/${key(1)}` });
		expect((await remove()).status).toBe(204);
		expect((await remove()).status).toBe(404);
		expect(await found()).toEqual([]);
	});

	it('are put many at once, each with its own outcome', async () => {
		const reply = await ads({
			method: 'PUT',
			path: `${PATH}?ids=List(${key(1)},${key(2)},${key(3)})`,
			headers: restli('BATCH_UPDATE'),
			body: { entities: { [key(1)]: pair(1), [key(2)]: pair(2), [key(3)]: pair(3) } },
		});
		expect(reply.status).toBe(200);
		expect(Object.values(reply.json.results)).toEqual([{ status: 204 }, { status: 204 }]);
		expect(Object.values(reply.json.errors)).toMatchObject([{ status: 404 }]);
		expect(await found()).toHaveLength(2);
	});

	it.each<[string, () => Promise<{ status: number }>, number]>([
		['another campaign in the body', async () => put(1, pair(2)), 400],
		['no body', async () => put(1, {}), 400],
		['an unknown campaign', async () => put(9, pair(9)), 404],
		[
			'a key that is no pair',
			async () => ads({ method: 'PUT', path: `${PATH}/(campaign:${enc(pair(1).campaign)})`, body: pair(1) }),
			400,
		],
		['one URN outside a list', async () => ads({ path: `${PATH}?q=campaigns&campaigns=a` }), 400],
	])('are refused for %s', async (_what, ask, status) => {
		expect((await ask()).status).toBe(status);
	});

	it('are refused at first for a campaign that was just made', async () => {
		simulator.state.campaignLinkDelayMs = 8_000;
		expect(await put(1, pair(1))).toMatchObject({
			status: 404,
			json: { message: 'Requester does not have permission to UPDATE' },
		});
		simulator.clock.advance(8_000);
		expect((await put(1, pair(1))).status).toBe(204);
	});

	it('stay inside one account', async () => {
		const account = simulator.state.ads.addAccount({ roles: { ada: 'CAMPAIGN_MANAGER' } });
		simulator.state.ads.addCampaign(account.id, { id: 5 });
		expect((await put(5, pair(5))).status).toBe(400);
	});
});
