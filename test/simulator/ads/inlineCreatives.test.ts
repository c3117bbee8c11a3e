import { ACME, enc, GLOBEX, startAtNow } from '../wire';
import { ACCOUNT, ACCOUNT_URN, adsClient } from './wire';
import type { Simulator } from '../index';

/** Checked against docs.creatives and docs/behaviour.md#where-ids-are-returned. */

let simulator: Simulator;
let ads: ReturnType<typeof adsClient>;
let campaign: string;
beforeEach(async () => {
	simulator = await startAtNow();
	ads = adsClient(simulator);
	campaign = `urn:li:sponsoredCampaign:${simulator.state.ads.addCampaign(ACCOUNT).id}`;
});
afterEach(async () => simulator.close());

const CREATIVES = `/rest/adAccounts/${ACCOUNT}/creatives`;

describe('creatives made inline', () => {
	const inline = (more = {}, members = {}) => ({
		creative: {
			campaign,
			intendedStatus: 'DRAFT',
			name: 'inline creative 1',
			inlineContent: {
				post: {
					adContext: { dscAdAccount: ACCOUNT_URN, dscStatus: 'ACTIVE' },
					author: ACME,
					commentary: 'Text',
					visibility: 'PUBLIC',
					lifecycleState: 'PUBLISHED',
					isReshareDisabledByAuthor: false,
					...more,
				},
			},
			...members,
		},
	});
	const createInline = (body: unknown) =>
		ads({ method: 'POST', path: `${CREATIVES}?action=createInline`, body });
	const read = async (urn: string) => (await ads({ path: `${CREATIVES}/${enc(urn)}` })).json;
	const imageOf = (owner: string) => simulator.state.media.add({ kind: 'image', owner }).urn;

	it('make a post that is in no feed', async () => {
		const content = { media: { id: imageOf(ACME), title: 't' } };
		const link = { contentLandingPage: 'https://www.example.com', contentCallToActionLabel: 'LEARN_MORE' };
		const made = await createInline(inline({ content, ...link }));
		expect([made.status, made.text]).toEqual([201, '']);
		const creative = await read(decodeURIComponent(String(made.headers['x-restli-id'])));
		expect(creative).toMatchObject({ campaign, name: 'inline creative 1', intendedStatus: 'DRAFT' });
		expect(simulator.state.findPost(creative.content.reference)).toMatchObject({
			adContext: { dscAdAccount: ACCOUNT_URN, dscAdType: 'STANDARD' },
			author: ACME,
			content,
			distribution: { feedDistribution: 'NONE' },
			...link,
		});
	});

	it.each(['value', 'creative'] as const)('are answered in %s where so set', async (carrier) => {
		simulator.state.inlineCarrier = carrier;
		const { json, headers, status } = await createInline(inline());
		expect([status, headers['x-restli-id']]).toEqual([200, undefined]);
		const urn = carrier === 'value' ? json.value : json.value.creative;
		expect((await read(urn)).id).toBe(urn);
	});

	it.each<[string, () => object, number, string]>([
		[
			'by a page without posting role',
			() => inline({ author: 'urn:li:organization:9999001' }),
			403,
			'ACCESS_DENIED',
		],
		['by a person', () => inline({ author: 'urn:li:person:Ada782bbtaQ' }), 400, 'INVALID_VALUE_FOR_FIELD'],
		['without adContext', () => inline({ adContext: undefined }), 400, 'MISSING_FIELD'],
		[
			'for another account',
			() => inline({ adContext: { dscAdAccount: 'urn:li:sponsoredAccount:1', dscStatus: 'ACTIVE' } }),
			400,
			'INVALID_VALUE_FOR_FIELD',
		],
		[
			'with an image of another page',
			() => inline({ content: { media: { id: imageOf(GLOBEX) } } }),
			400,
			'INVALID_VALUE_FOR_FIELD',
		],
		['without any content', () => inline({ commentary: '' }), 400, 'INVALID_VALUE_BLANK_FIELD'],
		['without campaign', () => inline({}, { campaign: undefined }), 400, 'MISSING_FIELD'],
		[
			'in the shape of a plain creative',
			() => ({ campaign, content: {}, intendedStatus: 'DRAFT' }),
			400,
			'MULTIPLE_VALIDATIONS_FAILED',
		],
	])('are not made %s, and neither is the post', async (_what, body, status, code) => {
		const before = simulator.state.posts().length;
		const { json, status: answered } = await createInline(body());
		expect([answered, json.code]).toEqual([status, code]);
		expect(simulator.state.posts()).toHaveLength(before);
		expect(simulator.state.ads.creatives.of(ACCOUNT)).toEqual([]);
	});
});
