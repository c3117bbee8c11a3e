import { z } from 'zod';
import { requireAccount } from '../../ads/access';
import { adsRefused, inputRefused, notThere, paramRefused } from '../../ads/errors';
import { readEntity } from '../../ads/schema';
import { numberOf } from '../../ads/state';
import { outcomes } from '../../ads/batch';
import { badRequest } from '../../errors';
import { listAnswer, PAGING } from '../../paging';
import { parseBatchKey, reducedEncode, type RestliValue } from '../../restli';
import type { Answer, Call, Resource } from '../../resource';

const READ = ['r_ads', 'rw_ads'];
const WRITE = ['rw_ads', 'rw_conversions'];

const CAMPAIGN = /^urn:li:sponsoredCampaign:\d+$/;
const CONVERSION = /^urn:lla:llaPartnerConversion:\d+$/;
const pair = z
	.object({ campaign: z.string().regex(CAMPAIGN), conversion: z.string().regex(CONVERSION) })
	.strict();
type Pair = z.infer<typeof pair>;

/** /rest/campaignConversions: which campaigns count which conversions (docs.conversions). */
export const campaignConversions: Resource = {
	path: '/rest/campaignConversions',
	permission: 'partnerApiCampaignConversions',
	methods: {
		UPDATE: {
			scopes: WRITE,
			handle: (call) => {
				associate(call, keyOf(call.key), call.body);
				return { status: 204 };
			},
		},
		BATCH_UPDATE: { scopes: WRITE, handle: associateMany },
		DELETE: { scopes: WRITE, handle: separate },
	},
	finders: { campaigns: { scopes: READ, params: ['campaigns', ...PAGING], handle: ofCampaigns } },
};

/** `(campaign:{urn},conversion:{urn})`. @throws ApiError 400 */
function keyOf(key: RestliValue | undefined): Pair {
	const found = pair.safeParse(key);
	if (found.success) return found.data;
	throw badRequest('The key is (campaign:{sponsoredCampaign URN},conversion:{llaPartnerConversion URN})');
}

/** @throws ApiError 404 if one of the two doesn't exist, 403 without a role on the account */
function requireBoth(call: Call, { campaign, conversion }: Pair): void {
	const { campaigns, conversions } = call.state.ads;
	const owner = campaigns.findAnywhere(numberOf(campaign))?.account;
	const rule = conversions.at(conversion);
	if (!owner) throw notThere(campaign);
	if (!rule) throw notThere(conversion);
	requireAccount(call, owner, 'creatives');
	if (rule.account === owner) return;
	throw adsRefused(400, 'ILLEGAL_ARGUMENT', `${conversion} and ${campaign} are of different ad accounts`);
}

/** @throws ApiError 404 for a campaign that was just created (docs/behaviour.md#conversions) */
function requireSettled(call: Call, campaign: string): void {
	const stamps = call.state.ads.campaigns.findAnywhere(numberOf(campaign))?.changeAuditStamps;
	const { created } = stamps as { created: { time: number } };
	if (call.clock.now() - created.time >= call.state.campaignLinkDelayMs) return;
	throw adsRefused(404, 'NOT_FOUND', 'Requester does not have permission to UPDATE');
}

function associate(call: Call, key: Pair, body: unknown): void {
	const named = readEntity(pair, body);
	if (named.campaign !== key.campaign || named.conversion !== key.conversion) {
		throw inputRefused([
			{
				code: 'INVALID_VALUE_FOR_FIELD',
				description: 'The body names another campaign or conversion than the key',
				fieldPath: '/campaign',
			},
		]);
	}
	requireBoth(call, key);
	requireSettled(call, key.campaign);
	call.state.ads.conversions.associate(key.campaign, key.conversion);
}

function associateMany(call: Call): Answer {
	const { entities } = (call.body ?? {}) as { entities?: Record<string, unknown> };
	const bodies = new Map(
		Object.entries(entities ?? {}).map(([key, body]) => [reducedEncode(parseBatchKey(key)), body]),
	);
	return outcomes(call, (id) => {
		const body = bodies.get(reducedEncode(id));
		if (body === undefined) throw badRequest(`The body has no entity ${reducedEncode(id)}`);
		associate(call, keyOf(id), body);
	});
}

function separate(call: Call): Answer {
	const key = keyOf(call.key);
	requireBoth(call, key);
	if (call.state.ads.conversions.separate(key.campaign, key.conversion)) return { status: 204 };
	throw notThere('The association');
}

function ofCampaigns(call: Call): Answer {
	const { campaigns } = call.params;
	if (campaigns === undefined) throw paramRefused('MISSING_FIELD', 'campaigns');
	if (!Array.isArray(campaigns) || !campaigns.every((urn) => CAMPAIGN.test(String(urn)))) {
		throw paramRefused('INVALID_VALUE_FOR_FIELD', 'campaigns', 'campaigns is a list of URNs');
	}
	const found = campaigns.flatMap((urn) => {
		const owner = call.state.ads.campaigns.findAnywhere(numberOf(String(urn)))?.account;
		if (!owner) throw notThere(String(urn));
		requireAccount(call, owner, 'read');
		return call.state.ads.conversions.associationsOf(String(urn));
	});
	return listAnswer(found, call.params, { total: true });
}
