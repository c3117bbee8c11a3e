import { connect, run, simulateForEachTest, simulator } from '../../connectedRun';
import { adsApp } from '../ads/connection';

/** While Highest Daily Budget is set, API Call reads ads, but doesn't change them (docs/access.md). */

simulateForEachTest();

async function call(method: string, path: string, highestDailyBudget = 50) {
	const { error } = await run(
		{ resource: 'api', operation: 'call', method, path },
		connect({ ...adsApp, fields: { highestDailyBudget } }),
		{ node: 'linkedInAds' },
	);
	return { message: error?.message, details: error?.context.details, calls: simulator.requests.length };
}

test.each([
	'ACTION',
	'BATCH_CREATE',
	'BATCH_DELETE',
	'BATCH_PARTIAL_UPDATE',
	'BATCH_UPDATE',
	'CREATE',
	'DELETE',
	'PARTIAL_UPDATE',
	'UPDATE',
])('changes no ads by %s', async (method) => {
	const { calls, details, message } = await call(method, '/rest/adAccounts/507404993/adCampaigns/2001');
	expect(message).toMatch(/^API Call can't change ads while Highest Daily Budget is set/);
	expect(details).toMatchObject({ code: 'BUDGET_TOO_HIGH', field: 'Path' });
	expect(calls).toBe(0);
});

test.each(['BATCH_FINDER', 'BATCH_GET', 'FINDER', 'GET', 'GET_ALL'])('reads ads by %s', async (method) => {
	const { calls, details } = await call(method, '/rest/adAccounts/507404993');
	expect(Object(details).code).not.toBe('BUDGET_TOO_HIGH');
	expect(calls).toBeGreaterThan(0);
});

test.each([
	['/rest/posts', 50],
	['/rest/adAccounts/507404993/adCampaigns/2001', 0],
])('writes to %s with a limit of %d', async (path, limit) => {
	expect((await call('PARTIAL_UPDATE', path, limit)).calls).toBe(1);
});
