import { linkConversions } from '../../../../../../nodes/LinkedIn/resources/ads/campaign/conversions';
import { LinkedInError } from '../../../../../../nodes/LinkedIn/transport/errors/errors';
import { parseSponsored } from '../../../../../../nodes/LinkedIn/transport/restli/urns/sponsored';

const CAMPAIGN = { account: '1', id: '2', urn: 'urn:li:sponsoredCampaign:2' };
const RULES = [parseSponsored('conversion', '5001', 'Conversions')];
const BIDDING = { costType: 'CPM', unitCost: { amount: '0', currencyCode: 'USD' } };

/** LinkedIn, which answers a kind of change with a status; null means no answer. Only 4xx say that nothing was done. */
const linkedIn = (statuses: Record<string, number | null>) => ({
	attempt: async ({ restliMethod }: { restliMethod: string }) => {
		const status = statuses[restliMethod];
		if (status === 204) return { ok: true, reply: { status, headers: {}, body: '' } };
		const error = new LinkedInError('It failed', { status, advice: 'Try again.' });
		return { ok: false, error, ...((status === null || status >= 500) && { mayBeDone: true }) };
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
	[400, undefined, /^The campaign bids for clicks\. LinkedIn did not change it to conversions: It failed\.$/],
	[null, null, /^It's unknown whether the campaign bids for conversions or still for clicks: It failed\.$/],
])('a switch answered with %s', async (status, bidsFor, notice) => {
	const { conversions, notices, target } = await link({ UPDATE: 204, PARTIAL_UPDATE: status });
	expect(conversions).toMatchObject([{ associated: true }]);
	expect(notices.join(' ')).toMatch(notice);
	expect(target).toBe(bidsFor);
});

test('without the id of the campaign nothing is sent, and the notice says so', async () => {
	const { conversions, notices } = await linkConversions(
		{ attempt: jest.fn().mockRejectedValue(new Error('sent')) },
		{ account: '1', id: null, urn: null },
		RULES,
		BIDDING,
	);
	expect(conversions).toMatchObject([{ associated: false }]);
	expect(notices.join(' ')).toMatch(/not linked because LinkedIn didn't return the campaign's ID/);
});
