import { connectTo } from '../../../../../engine/connection';
import { runNode } from '../../../../../engine/run';
import { faults, startSimulator, type Simulator } from '../../../../../simulator';
import { ACCOUNT, adsApp, byId } from '../connection';
import { GROUP_ID, needed } from './campaigns';

/**
 * The steps after creating a campaign, if LinkedIn is slow or its answers are lost: the item says what was done, what
 * wasn't, and what is unknown.
 */

const LINK = '/rest/campaignConversions/';
const LINKING = { match: { method: 'PUT', path: /campaignConversions/ } };
const SWITCHING = { match: { method: 'POST', path: /adCampaigns\/\d/ } };

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
	simulator.state.ads.addGroup(ACCOUNT.value, { id: GROUP_ID, status: 'ACTIVE' });
	for (const id of [5001, 5002]) {
		simulator.state.ads.conversions.add({ id, account: `urn:li:sponsoredAccount:${ACCOUNT.value}` });
	}
});
afterEach(async () => await simulator.close());

const sentTo = (part: string) => simulator.requests.filter(({ url }) => url.startsWith(part)).length;

async function run(operation: string, parameters: Record<string, unknown>, maxWait: number) {
	const { error, outputs } = await runNode({
		node: 'linkedInAds',
		parameters: {
			authentication: 'oAuth2',
			resource: operation.split(':')[0],
			operation: operation.split(':')[1],
			...parameters,
			options: { maxWait },
		} as never,
		credentials: { ...connectTo(simulator, adsApp), name: `link ${simulator.url}` },
	});
	return { error, item: outputs[0]?.[0]?.json };
}

const create = async (maxWait: number, conversions = '5001') =>
	await run(
		'campaign:create',
		{ ...needed, objectiveType: 'WEBSITE_CONVERSION', additionalFields: { conversions: byId(conversions) } },
		maxWait,
	);

describe('a campaign that conversions cannot be linked to yet', () => {
	test('is linked as soon as LinkedIn allows it, and then bids for the conversion', async () => {
		simulator.state.campaignLinkDelayMs = 1_000;
		const { item } = await create(30);
		expect(item).toMatchObject({
			optimizationTargetType: 'MAX_CONVERSION',
			conversions: [{ associated: true }],
		});
		expect(item).not.toHaveProperty('notice');
		expect(sentTo(LINK)).toBeGreaterThan(1);
	});

	test('is told with its conversions when Max Wait is over, which is waited out once', async () => {
		simulator.state.campaignLinkDelayMs = 3_600_000;
		const { item } = await create(2, '5001, 5002');
		const unlinked = {
			associated: false,
			status: 404,
			reason: expect.stringContaining('permission to UPDATE'),
		};
		expect(item).toMatchObject({
			created: true,
			optimizationTargetType: 'MAX_CLICK',
			conversions: [unlinked, unlinked],
		});
		expect(
			sentTo(
				`${LINK}(campaign:urn%3Ali%3AsponsoredCampaign%3A140000003,conversion:urn%3Alla%3AllaPartnerConversion%3A5001)`,
			),
		).toBeGreaterThan(1);
		expect(
			sentTo(
				`${LINK}(campaign:urn%3Ali%3AsponsoredCampaign%3A140000003,conversion:urn%3Alla%3AllaPartnerConversion%3A5002)`,
			),
		).toBe(1);
	});

	test('is not waited for by Conversion: Associate Campaign, to which it is an old one', async () => {
		simulator.state.ads.addCampaign(ACCOUNT.value, { id: 2001 });
		simulator.state.campaignLinkDelayMs = 3_600_000;
		const { error } = await run(
			'conversion:associateCampaign',
			{ account: ACCOUNT, conversion: byId('5001'), campaign: byId('2001') },
			30,
		);
		expect(error?.context.details).toMatchObject({ status: 404 });
		expect(sentTo(LINK)).toBe(1);
	});

	test.each(['No virtual resource found', 'The conversion is not found'])(
		'another 404 is told at once: %s',
		async (message) => {
			simulator.faults.add({
				...LINKING,
				times: Infinity,
				effect: { status: 404, body: { status: 404, message } },
			});
			const { item } = await create(30);
			expect(item).toMatchObject({ conversions: [{ associated: false, status: 404 }] });
			expect(sentTo(LINK)).toBe(1);
		},
	);
});

const never = { times: Infinity };
const UNKNOWN_TARGET = /^It's unknown whether the campaign bids for conversions or still for clicks: /;
const UNKNOWN_LINK =
	/^Whether urn:lla:llaPartnerConversion:5001 was linked is unknown: .* The campaign bids for clicks\.$/;

const lostThenThrottled = (where: object) => [
	faults.resetAfterHandling(where),
	faults.tooManyRequests({ ...where, ...never }),
];

test.each([
	['the first answer is lost, and the rest is throttled', lostThenThrottled(SWITCHING)],
	[
		'LinkedIn did it, and says 500, then it is refused',
		[faults.serverErrorAfterHandling(SWITCHING), faults.accessDenied({ ...SWITCHING, ...never })],
	],
	['it times out at LinkedIn to the end', [faults.timeout({ ...SWITCHING, ...never })]],
	['LinkedIn says 500 to the end', [faults.serverError({ ...SWITCHING, ...never })]],
	['nobody answers to the end', [faults.resetAfterHandling({ ...SWITCHING, ...never })]],
	['a web page answers', [faults.pageInstead(SWITCHING)]],
])('what the campaign bids for is unknown where %s', async (_what, armed) => {
	for (const fault of armed) simulator.faults.add(fault);
	const { item } = await create(1);
	expect(item).toMatchObject({
		created: true,
		optimizationTargetType: null,
		conversions: [{ associated: true }],
		notice: expect.stringMatching(UNKNOWN_TARGET),
	});
});

test.each([
	['the first answer is lost, and the rest is throttled', lostThenThrottled(LINKING)],
	['it times out at LinkedIn to the end', [faults.timeout({ ...LINKING, ...never })]],
	['LinkedIn says 500 to the end', [faults.serverError({ ...LINKING, ...never })]],
])('whether the conversion was linked is unknown where %s', async (_what, armed) => {
	for (const fault of armed) simulator.faults.add(fault);
	const { item } = await create(1);
	expect(item).toMatchObject({
		optimizationTargetType: 'MAX_CLICK',
		conversions: [{ associated: null }],
		notice: expect.stringMatching(UNKNOWN_LINK),
	});
});

test.each([
	['refused', faults.accessDenied(SWITCHING)],
	['throttled from the start', faults.tooManyRequests({ ...SWITCHING, ...never })],
])('a change that was %s was not done: the campaign bids for clicks', async (_what, fault) => {
	simulator.faults.add(fault);
	const { item } = await create(1);
	expect(item).toMatchObject({
		optimizationTargetType: 'MAX_CLICK',
		notice: expect.stringMatching(
			/^The campaign bids for clicks\. LinkedIn did not change it to conversions: /,
		),
	});
});
