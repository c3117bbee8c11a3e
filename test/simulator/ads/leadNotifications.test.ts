import { enc, startAtNow } from '../wire';
import { ACCOUNT_URN, adsClient, FOREIGN } from './wire';
import type { Simulator } from '../index';

/** Checked against docs.leads. */

let simulator: Simulator;
let ads: ReturnType<typeof adsClient>;
beforeEach(async () => {
	simulator = await startAtNow();
	ads = adsClient(simulator);
	simulator.state.webhooks.addresses.passed('ads-app', WEBHOOK, simulator.clock.now());
});
afterEach(async () => simulator.close());

const WEBHOOK = 'https://www.example.com/hook';
const subscription = (more = {}) => ({
	webhook: WEBHOOK,
	owner: { sponsoredAccount: ACCOUNT_URN },
	leadType: 'SPONSORED',
	...more,
});
const create = async (body: unknown) => ads({ method: 'POST', path: '/rest/leadNotifications', body });
const find = async (owner: string, type = '&leadType=(leadType:SPONSORED)') =>
	ads({ path: `/rest/leadNotifications?q=criteria&owner=${owner}${type}` });
const WRAPPED = `(value:(sponsoredAccount:${enc(ACCOUNT_URN)}))`;

describe('lead notifications', () => {
	it('are made, found, read and deleted', async () => {
		const made = await create(subscription());
		expect([made.status, made.text]).toEqual([201, '']);
		const id = String(made.headers['x-restli-id']);
		const whole = { ...subscription(), id: Number(id) };
		expect((await find(WRAPPED)).json.elements).toEqual([whole]);
		expect((await find(WRAPPED, '&leadType=(leadType:EVENT)')).json.elements).toEqual([]);
		expect((await ads({ path: `/rest/leadNotifications/${id}` })).json).toEqual(whole);
		const remove = () => ads({ method: 'DELETE', path: `/rest/leadNotifications/${id}` });
		expect((await remove()).status).toBe(204);
		expect((await remove()).status).toBe(404);
	});

	it.each<[string, unknown, number]>([
		['without webhook', subscription({ webhook: undefined }), 400],
		['for plain HTTP', subscription({ webhook: 'http://www.example.com' }), 400],
		['for an address that is not registered', subscription({ webhook: 'https://www.example.com/else' }), 400],
		['for an owner that is none', subscription({ owner: { person: 'a' } }), 400],
		['for an unknown lead type', subscription({ leadType: 'PAID' }), 400],
		[
			'for a foreign account',
			subscription({ owner: { sponsoredAccount: `urn:li:sponsoredAccount:${FOREIGN}` } }),
			403,
		],
	])('are refused %s', async (_what, body, status) => {
		expect((await create(body)).status).toBe(status);
	});

	it('are at most 1,500 an owner', async () => {
		const owner = { sponsoredAccount: ACCOUNT_URN };
		for (let at = 0; at < 1500; at += 1) {
			simulator.state.ads.leads.subscribe({
				webhook: WEBHOOK,
				owner,
				leadType: 'SPONSORED',
				app: 'ads-app',
				member: 'ada',
			});
		}
		expect((await create(subscription())).status).toBe(400);
	});

	it('are found by an owner inside a wrapper only', async () => {
		expect((await find(`(sponsoredAccount:${enc(ACCOUNT_URN)})`)).status).toBe(400);
	});
});
