import type { IDataObject } from 'n8n-workflow';

import { MOST_IDS_A_BATCH } from '../../../transport/answers/batch';
import { changeMany, takesNoBatches, type Changed } from '../../../transport/answers/batchWrite';
import { counted } from '../../../transport/text/counted';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { accountField, campaignsField, oneOf, severalOf, sponsoredIdentity } from '../fields/fields';
import { CREATIVE_MANAGER } from '../scopes';
import { conversionsField } from './fields';

const COLLECTION = '/rest/campaignConversions';

type Pair = { campaign: string; conversion: string };

export const associateCampaign = operation({
	value: 'associateCampaign',
	name: 'Associate Campaign',
	action: 'Associate campaigns with a conversion',
	description:
		'Make one or more campaigns count a conversion; existing associations stay. 100 campaigns per call, with an item for each.',
	docs: DOCS.conversions,
	access: 'write',
	scopes: { any: ['rw_ads', 'rw_conversions'] },
	accountRole: CREATIVE_MANAGER,
	routing: { restliMethod: 'UPDATE', path: `${COLLECTION}/{pair}` },
	fields: [accountField, conversionsField, campaignsField],
	async execute(call) {
		const account = oneOf(call, 'account');
		const conversion = oneOf(call, 'conversion');
		const campaigns = severalOf(call, 'campaign');
		const pairs = campaigns.map(({ urn }) => ({ campaign: urn, conversion: conversion.urn }));
		const identity = sponsoredIdentity('conversion', conversion.id, account.id);
		const isSingly = takesNoBatches(call.linkedin, COLLECTION);
		call.plan(() => ({
			steps: [`Link ${counted(pairs.length, 'campaign')} to conversion ${conversion.id}`],
			calls: isSingly ? pairs.length : Math.ceil(pairs.length / MOST_IDS_A_BATCH),
		}));
		if (pairs.length === 1) {
			const [pair] = pairs;
			await call.linkedin.request<unknown>({ ...call.routing, keys: { pair }, body: pair });
			return [{ ...identity, campaign: pair.campaign, associated: true }];
		}
		const changed = await changeMany(call.linkedin, {
			collection: { path: COLLECTION },
			ids: pairs,
			single: (pair) => ({ restliMethod: 'UPDATE', path: call.routing.path, keys: { pair } }),
			change: (pair) => pair as Pair,
		});
		return pairs.map(({ campaign }, index) => ({ ...identity, campaign, ...outcomeOf(changed[index]) }));
	},
});

function outcomeOf(changed: Changed): IDataObject {
	if (changed.ok) return { associated: true };
	const { isUnknown, status, reason } = changed;
	return { associated: isUnknown ? null : false, status, reason };
}
