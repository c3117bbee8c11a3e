import { enc, startAtNow } from '../wire';
import { ACCOUNT, adsClient, restli } from './wire';
import type { Simulator } from '../index';

/** Checked against docs.creatives. */

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
const seed = (more = {}) => simulator.state.ads.addCreative(ACCOUNT, { campaign, ...more }).id;

describe('the finder of creatives', () => {
	const find = async (query: string) =>
		await ads({ path: `${CREATIVES}?q=criteria${query}`, headers: restli('FINDER') });
	const urns = async (query: string) => (await find(query)).json.elements.map(({ id }: { id: string }) => id);

	it('filters by lists at the top level', async () => {
		const other = `urn:li:sponsoredCampaign:${simulator.state.ads.addCampaign(ACCOUNT).id}`;
		const leadgenCallToAction = { destination: 'urn:li:adForm:3', label: 'APPLY' };
		const a = seed({ intendedStatus: 'PAUSED', content: { reference: post } });
		const b = seed({ campaign: other });
		const c = seed({ leadgenCallToAction });
		expect(await urns('')).toEqual([a, b, c]);
		expect(await urns('&sortOrder=DESCENDING')).toEqual([c, b, a]);
		expect(await urns(`&campaigns=List(${enc(campaign)})`)).toEqual([a, c]);
		expect(await urns(`&campaigns=List(${enc(campaign)})&intendedStatuses=List(ACTIVE)`)).toEqual([c]);
		expect(await urns('&intendedStatuses=List(ACTIVE,PAUSED)&contentReferences=List()')).toEqual([a, b, c]);
		expect(await urns(`&contentReferences=List(${enc(post)})`)).toEqual([a]);
		expect(await urns(`&creatives=List(${enc(b)},${enc(c)})&isTestAccount=false`)).toEqual([b, c]);
		expect(await urns('&isTestAccount=true')).toEqual([]);
		expect(await urns(`&leadgenCreativeCallToActionDestinations=List(${enc('urn:li:adForm:3')})`)).toEqual([
			c,
		]);
	});

	it('pages by token, 100 at the most', async () => {
		const all = Array.from({ length: 101 }, () => seed({ campaign: 'urn:li:sponsoredCampaign:9' }));
		const first = await find('&isTotalIncluded=false');
		expect(first.json.elements).toHaveLength(100);
		const next = await find(`&isTotalIncluded=false&pageToken=${first.json.metadata.nextPageToken}`);
		expect(next.json).toMatchObject({ elements: [{ id: all[100] }], metadata: { nextPageToken: null } });
		expect((await find('&pageSize=101')).json.code).toBe('FIELD_VALUE_TOO_HIGH');
	});

	it.each<[string, string, Record<string, string>, number]>([
		['without X-RestLi-Method', 'q=criteria', {}, 400],
		['by the name search', 'q=search&search=(status:(values:List(ACTIVE)))', restli('FINDER'), 400],
		['with a search record', 'q=criteria&search=(status:(values:List(ACTIVE)))', restli('FINDER'), 403],
		['with start', 'q=criteria&start=0', restli('FINDER'), 403],
		['with a filter that is no list', 'q=criteria&intendedStatuses=ACTIVE', restli('FINDER'), 400],
		['with a number for a campaign', 'q=criteria&campaigns=List(1)', restli('FINDER'), 400],
		['with an unknown status', 'q=criteria&intendedStatuses=List(RUNNING)', restli('FINDER'), 400],
		['with a flag of another word', 'q=criteria&isTestAccount=no', restli('FINDER'), 400],
	])('is refused %s', async (_what, query, headers, status) => {
		expect((await ads({ path: `${CREATIVES}?${query}`, headers })).status).toBe(status);
	});
});
