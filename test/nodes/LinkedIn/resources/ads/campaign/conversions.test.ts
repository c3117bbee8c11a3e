import { linkConversions } from '../../../../../../nodes/LinkedIn/resources/ads/campaign/conversions';
import { LinkedInError } from '../../../../../../nodes/LinkedIn/transport/errors';
import { parseSponsored } from '../../../../../../nodes/LinkedIn/transport/restli/sponsored';

const CAMPAIGN = { account: '1', id: '2', urn: 'urn:li:sponsoredCampaign:2' };
const RULES = [parseSponsored('conversion', '5001', 'Conversions')];
const BIDDING = { costType: 'CPM', unitCost: { amount: '0', currencyCode: 'USD' } };

/** LinkedIn, which answers a change of a kind with a status; null is no answer. */
const linkedIn = (statuses: Record<string, number | null>) => ({
	attempt: async ({ restliMethod }: { restliMethod: string }) => {
		const status = statuses[restliMethod];
		return status === 204
			? { ok: true, reply: { status, headers: {}, body: '' } }
			: { ok: false, error: new LinkedInError('It failed', { status, advice: 'Try again.' }) };
	},
});
const link = async (statuses: Record<string, number | null>) =>
	await linkConversions(linkedIn(statuses) as never, CAMPAIGN, RULES, BIDDING);

test.each([
	[404, false, /was not linked: It failed\. The campaign bids for clicks\.$/],
	[500, null, /^Whether .*5001 was linked is unknown: It failed\. The campaign bids for clicks\.$/],
	[null, null, /is unknown/],
])('a link answered with %s', async (status, associated, notice) => {
	const { conversions, notices, target } = await link({ UPDATE: status });
	expect(conversions).toMatchObject([{ associated, status }]);
	expect(notices.join(' ')).toMatch(notice);
	expect(target).toBeUndefined();
});

test.each([
	[400, /^The campaign bids for clicks\. LinkedIn did not change it to conversions: It failed\.$/],
	[null, /^Whether the campaign bids for conversions or for clicks still is unknown: It failed\.$/],
])('a switch answered with %s', async (status, notice) => {
	const { conversions, notices, target } = await link({ UPDATE: 204, PARTIAL_UPDATE: status });
	expect(conversions).toMatchObject([{ associated: true }]);
	expect(notices.join(' ')).toMatch(notice);
	expect(target).toBeUndefined();
});

test('without the id of the campaign nothing is sent, and the notice says so', async () => {
	const { conversions, notices } = await linkConversions(
		{ attempt: jest.fn().mockRejectedValue(new Error('sent')) },
		{ account: '1', id: null, urn: null },
		RULES,
		BIDDING,
	);
	expect(conversions).toMatchObject([{ associated: false }]);
	expect(notices.join(' ')).toMatch(/not linked, because LinkedIn did not tell the campaign/);
});
