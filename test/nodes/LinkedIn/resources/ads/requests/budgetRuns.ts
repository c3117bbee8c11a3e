import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { connect, run, simulateForEachTest, simulator } from '../../../connectedRun';
import { GROUP_ID, needed } from '../campaign/campaigns';
import { ACCOUNT, adsApp, byId } from '../connection';

/** Campaigns, groups and creatives with budgets, and operations on them with a limit of 50. */

const START = Date.UTC(2097, 0, 1);
const DAY_MS = 86_400_000;
export const money = (amount: unknown) => ({ amount, currencyCode: 'USD' });
const AGO = Date.now() - 59 * DAY_MS;
export const SOON = Date.now() + 1.5 * DAY_MS;
export const LONG_AGO = '2003-01-02T00:00:00Z';
const schedule = (days: number) => ({ start: START, end: START + days * DAY_MS });

export function simulateBudgets(): void {
	simulateForEachTest();
	beforeEach(addBudgets);
}

function addBudgets(): void {
	const { ads } = simulator.state;
	const campaign = (id: number, budgets: object) =>
		ads.addCampaign(ACCOUNT.value, {
			id,
			status: 'PAUSED',
			associatedEntity: 'urn:li:organization:2414183',
			dailyBudget: undefined,
			runSchedule: { start: START },
			...budgets,
		});
	ads.addGroup(ACCOUNT.value, { id: GROUP_ID, status: 'ACTIVE' });
	ads.addGroup(ACCOUNT.value, { id: 1001, totalBudget: money('1000'), runSchedule: schedule(10) });
	campaign(2001, { dailyBudget: money('50') });
	campaign(2002, { dailyBudget: money('80') });
	campaign(2003, { totalBudget: money('1000'), runSchedule: schedule(10) });
	campaign(2004, { dailyBudget: { currencyCode: 'USD' } });
	campaign(2005, { totalBudget: money('6000'), runSchedule: { start: AGO, end: SOON } });
	campaign(2006, { totalBudget: money('400'), runSchedule: schedule(10), pacingStrategy: 'ACCELERATED' });
	campaign(2007, { dailyBudget: money('0') });
	for (const number of [1, 2, 3, 4]) {
		ads.addCreative(ACCOUNT.value, {
			id: `urn:li:sponsoredCreative:300${number}`,
			campaign: `urn:li:sponsoredCampaign:200${number}`,
			intendedStatus: 'PAUSED',
		});
	}
}

export async function ask(resource: string, operation: string, more: INodeParameters, limit: unknown = 50) {
	const parameters = { resource, operation, account: ACCOUNT, ...more };
	const fields = { highestDailyBudget: limit as number };
	const { error, outputs } = await run(parameters, connect({ ...adsApp, fields }), { node: 'linkedInAds' });
	return {
		error: error && `${error.message}`,
		details: error?.context.details as IDataObject | undefined,
		items: (outputs[0] ?? []).map(({ json }) => json),
		calls: simulator.requests.map(
			({ restliMethod, url }) => `${restliMethod} ${url.split('?')[0].replace(/^.*507404993\/?/, '')}`,
		),
	};
}
export const update = async (ids: string, updateFields: INodeParameters, limit?: unknown) =>
	await ask('campaign', 'update', { campaign: byId(ids), updateFields }, limit);
export const create = async (more: INodeParameters, limit?: unknown) =>
	await ask('campaign', 'create', { ...needed, dailyBudget: '', start: '2097-01-01', ...more }, limit);
export const group = async (additionalFields: INodeParameters, start = '2097-01-01T00:00:00Z') =>
	await ask('campaignGroup', 'create', { name: 'G', start, additionalFields });
export const changeGroup = async (updateFields: INodeParameters) =>
	await ask('campaignGroup', 'update', { campaignGroup: byId('1001'), updateFields });
export const changeCreatives = async (ids: string, intendedStatus = 'ACTIVE', limit?: unknown) =>
	await ask('creative', 'update', { creative: byId(ids), updateFields: { intendedStatus } }, limit);
export const textAd = async (intendedStatus: string, campaign = '2002', limit?: unknown) =>
	await ask(
		'creative',
		'create',
		{
			campaign: byId(campaign),
			contentType: 'post',
			post: { __rl: true, mode: 'id', value: 'urn:li:share:7045020441609936898' },
			intendedStatus,
		},
		limit,
	);

export const CURRENCY = 'GET ';
