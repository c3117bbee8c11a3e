import { NOW, startAtNow } from '../wire';
import { ACCOUNT, ACCOUNT_URN, adsClient, restli, VIEWED } from './wire';
import type { Simulator } from '../index';

/** Checked against docs.campaignGroups. */

let simulator: Simulator;
let ads: ReturnType<typeof adsClient>;
let group: number;
beforeEach(async () => {
	simulator = await startAtNow();
	ads = adsClient(simulator);
	group = simulator.state.ads.addGroup(ACCOUNT, { name: 'Q4' }).id;
});
afterEach(async () => simulator.close());

const GROUPS = `/rest/adAccounts/${ACCOUNT}/adCampaignGroups`;
const usd = (amount: string) => ({ amount, currencyCode: 'USD' });
const DAY_MS = 86_400_000;

const newGroup = (more = {}) => ({
	account: ACCOUNT_URN,
	name: 'Spring',
	runSchedule: { start: NOW + DAY_MS },
	status: 'DRAFT',
	...more,
});

const post = (path: string, body: unknown, method?: string) =>
	ads({ method: 'POST', path, body, headers: method ? restli(method) : {} });
const patch = (path: string, set: object) => post(path, { patch: { $set: set } }, 'PARTIAL_UPDATE');
const made = async (path: string, body: unknown) => String((await post(path, body)).headers['x-restli-id']);

describe('campaign groups', () => {
	it('are created, read, searched, changed and deleted as drafts', async () => {
		const id = await made(GROUPS, newGroup());
		expect((await ads({ path: `${GROUPS}/${id}` })).json).toMatchObject({
			id: Number(id),
			name: 'Spring',
			status: 'DRAFT',
			backfilled: false,
			test: false,
		});
		const search = await ads({ path: `${GROUPS}?q=search&search=(status:(values:List(DRAFT)))` });
		expect(search.json.elements.map((one: { id: number }) => String(one.id))).toEqual([id]);
		expect((await ads({ path: `${GROUPS}?ids=List(${id},1)` })).json).toMatchObject({
			results: { [id]: { name: 'Spring' } },
			errors: { 1: { status: 404 } },
		});
		expect((await patch(`${GROUPS}/${id}`, { name: 'Autumn' })).status).toBe(204);
		expect((await ads({ method: 'DELETE', path: `${GROUPS}/${id}` })).status).toBe(204);
		expect((await ads({ path: `${GROUPS}/${id}` })).status).toBe(404);
		const active = await ads({ method: 'DELETE', path: `${GROUPS}/${group}` });
		expect(active.json.code).toBe('DELETE_ALLOWED_ONLY_FOR_DRAFT_STATUS');
	});

	it.each<[string, object, string]>([
		['without a start', { runSchedule: {} }, 'MISSING_FIELD'],
		[
			'with an end before the start',
			{ runSchedule: { start: NOW + 2 * DAY_MS, end: NOW + DAY_MS } },
			'START_DATE_AFTER_END_DATE',
		],
		['with a total budget and no end', { totalBudget: usd('500') }, 'MISSING_FIELD'],
		[
			'in another currency',
			{
				totalBudget: { amount: '500', currencyCode: 'EUR' },
				runSchedule: { start: NOW + 1, end: NOW + 9 * DAY_MS },
			},
			'CURRENCY_MISMATCH',
		],
		[
			'with an amount that is a number',
			{ totalBudget: { amount: 500, currencyCode: 'USD' } },
			'INVALID_VALUE_FOR_FIELD',
		],
		['with a daily budget alone', { dailyBudget: usd('50') }, 'MISSING_FIELD'],
		['paused', { status: 'PAUSED' }, 'INVALID_VALUE_FOR_FIELD'],
		['with a name over 100 characters', { name: 'x'.repeat(101) }, 'FIELD_LENGTH_TOO_LONG'],
		['with test', { test: true }, 'FIELD_NOT_ALLOWED'],
	])('are not created %s', async (_what, more, code) => {
		expect((await post(GROUPS, newGroup(more))).json.code).toBe(code);
	});

	it('that LinkedIn made itself keep what they are', async () => {
		const backfilled = simulator.state.ads.groups.of(ACCOUNT)[0] as { id: number };
		const { json } = await patch(`${GROUPS}/${backfilled.id}`, { status: 'PAUSED' });
		expect(json.code).toBe('CANNOT_UPDATE_BACKFILLED_CAMPAIGN_GROUPS');
	});

	it('need a search criterion, and a role to write', async () => {
		expect((await ads({ path: `${GROUPS}?q=search` })).json.code).toBe('MISSING_FIELD');
		const foreign = `/rest/adAccounts/${VIEWED}/adCampaignGroups`;
		expect((await post(foreign, newGroup())).status).toBe(403);
	});
});
