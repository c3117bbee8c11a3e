import type { IDataObject } from 'n8n-workflow';

import { operation, type Call } from '../../define';
import { DOCS } from '../../docs';
import { MOST_IDS_A_BATCH } from '../../../transport/batch';
import { batchKey, decodeBatch } from '../../../transport/restli/decode';
import { encodeReduced } from '../../../transport/restli/encode';
import { accountField, campaignsField, oneOf, severalOf, sponsoredIdentity } from '../fields';
import { CREATIVE_MANAGER } from '../scopes';
import { conversionField } from './fields';

const COLLECTION = '/rest/campaignConversions';
/** No batches for this app. */
const SINGLE_AFTER = [403, 404, 405];

type Pair = { campaign: string; conversion: string };

export const associateCampaign = operation({
	value: 'associateCampaign',
	name: 'Associate Campaign',
	action: 'Associate campaigns with a conversion',
	description:
		'Let one or several campaigns count a conversion; what is associated already stays so. Several take one call for a hundred, and each has an item.',
	docs: DOCS.conversions,
	access: 'write',
	scopes: { any: ['rw_ads', 'rw_conversions'] },
	accountRole: CREATIVE_MANAGER,
	routing: { restliMethod: 'UPDATE', path: `${COLLECTION}/{pair}` },
	fields: [accountField, conversionField, campaignsField],
	async execute(call) {
		const account = oneOf(call, 'account');
		const conversion = oneOf(call, 'conversion');
		const campaigns = severalOf(call, 'campaign');
		const pairs = campaigns.map(({ urn }) => ({ campaign: urn, conversion: conversion.urn }));
		const outcomes = new Map<string, IDataObject>();
		for (let start = 0; start < pairs.length; start += MOST_IDS_A_BATCH) {
			await associate(call, pairs.slice(start, start + MOST_IDS_A_BATCH), outcomes);
		}
		const identity = sponsoredIdentity('conversion', conversion.id, account.id);
		return pairs.map((pair) => ({ ...identity, campaign: pair.campaign, ...outcomes.get(batchKey(pair)) }));
	},
});

/** An outcome a pair, by its key. @throws LinkedInError; of one pair, for its refusal too */
async function associate(call: Call, pairs: Pair[], outcomes: Map<string, IDataObject>): Promise<void> {
	const { linkedin, routing } = call;
	if (pairs.length > 1 && linkedin.connection.tier !== 'development') {
		const answer = await linkedin.attempt<object>({
			restliMethod: 'BATCH_UPDATE',
			path: COLLECTION,
			query: { ids: pairs },
			body: { entities: Object.fromEntries(pairs.map((pair) => [encodeReduced(pair), pair])) },
		});
		if (answer.ok) {
			for (const [key, { status, message }] of decodeBatch<unknown>(answer.reply.body)) {
				outcomes.set(key, outcomeOf(status, message));
			}
			return;
		}
		if (!SINGLE_AFTER.includes(answer.error.details.status ?? 0)) throw answer.error;
	}
	for (const pair of pairs) {
		const result = await linkedin.attempt<unknown>({ ...routing, keys: { pair }, body: pair });
		const status = result.ok ? result.reply.status : (result.error.details.status ?? 0);
		if (!result.ok && (pairs.length === 1 || ![400, 403, 404].includes(status))) throw result.error;
		outcomes.set(batchKey(pair), outcomeOf(status, result.ok ? undefined : result.error.message));
	}
}

function outcomeOf(status: number, reason: string | undefined): IDataObject {
	return status < 400 ? { associated: true } : { associated: false, status, reason: reason ?? null };
}
