import { enc, NOW, startAtNow } from '../wire';
import { ACCOUNT_URN, ACCOUNT, adsClient, FOREIGN } from './wire';
import type { Simulator } from '../index';

/** Checked against docs.adPreviews. */

let simulator: Simulator;
let ads: ReturnType<typeof adsClient>;
beforeEach(async () => {
	simulator = await startAtNow();
	ads = adsClient(simulator);
});
afterEach(async () => simulator.close());

const preview = (creative: string, account = ACCOUNT_URN) =>
	ads({ path: `/rest/adPreviews?q=creative&creative=${enc(creative)}&account=${enc(account)}` });

describe('ad previews', () => {
	it('are a frame for each placement, with a link that ends after three hours', async () => {
		const { id } = simulator.state.ads.addCreative(ACCOUNT);
		const { json } = await preview(id);
		expect(Object.keys(json)).toEqual(['elements']);
		expect(json.elements).toHaveLength(2);
		expect(json.elements[0]).toMatchObject({
			creative: id,
			placement: { linkedin: { contentPresentationType: 'SPONSORED_UPDATE_DESKTOP' } },
			preview: expect.stringMatching(/^<iframe src="http.+"><\/iframe>$/),
		});
		const endsAt = Number(/e=(\d+)/.exec(json.elements[0].preview)?.[1]);
		expect(endsAt).toBeGreaterThanOrEqual(NOW + 3 * 3_600_000);
	});

	it('are refused where there is no creative, no role, no such preview or no account', async () => {
		const { id } = simulator.state.ads.addCreative(ACCOUNT, { content: { jobs: { logo: 'x' } } });
		expect((await preview(id)).status).toBe(422);
		expect((await preview('urn:li:sponsoredCreative:1')).status).toBe(404);
		expect((await preview(id, `urn:li:sponsoredAccount:${FOREIGN}`)).status).toBe(403);
		expect((await preview('119962155')).json.code).toBe('INVALID_VALUE_FOR_FIELD');
		const alone = await ads({ path: `/rest/adPreviews?q=creative&creative=${enc(id)}` });
		expect([alone.status, alone.json.code]).toEqual([400, 'MISSING_FIELD']);
	});
});
