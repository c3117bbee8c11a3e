import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { pageReply } from '../../../transport/answers/pageReply';
import { readEntity } from '../../../transport/answers/readEntity';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import {
	campaignTypeField,
	campaignTypeOf,
	costTypeField,
	costTypeOf,
	dailyBudgetField,
} from '../campaign/fields';
import { optimizationField, optimizationOf } from '../campaign/options';
import { accountField, oneOf } from '../fields/fields';
import { objectiveField, objectiveOf } from '../fields/objective';
import { ADS_READ, ANY_ROLE } from '../scopes';
import { moneyOf, presentMoney } from '../values/money';
import { collectionOf } from '../values/readParameters';
import { targetingFields, targetingOf } from './fields';

const range = z.object({ default: z.unknown(), min: z.unknown(), max: z.unknown() }).partial().optional();

const pricing = z.object({ suggestedBid: range, bidLimits: range, dailyBudgetLimits: range }).partial();

export const getBidPricing = operation({
	value: 'getBidPricing',
	name: 'Get Bid Pricing (Unconfirmed)',
	action: 'Get bid pricing of a targeting',
	description:
		"Get LinkedIn's suggested bid for a targeting, and the limits for bid and daily budget. Unconfirmed: LinkedIn documents the response but only part of the request, so it may be rejected.",
	docs: DOCS.budgetPricing,
	access: 'read',
	scopes: ADS_READ,
	accountRole: ANY_ROLE,
	routing: { restliMethod: 'FINDER', path: '/rest/adBudgetPricing' },
	fields: [
		accountField,
		campaignTypeField,
		costTypeField,
		...targetingFields,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [dailyBudgetField, objectiveField, optimizationField],
		},
	],
	async execute(call) {
		const account = oneOf(call, 'account');
		const more = collectionOf(call, 'additionalFields', 'Additional Fields');
		const query = {
			q: 'criteriaV2',
			account: account.urn,
			bidType: costTypeOf(call.parameter('costType', '')),
			campaignType: campaignTypeOf(call.parameter('type', '')),
			matchType: 'EXACT',
			targetingCriteria: targetingOf(call),
			objectiveType: objectiveOf(more.objectiveType),
			optimizationTargetType: optimizationOf(more.optimizationTargetType, call.linkedin.version),
		};
		const budget = await moneyOf(call.linkedin, more.dailyBudget, dailyBudgetField.displayName, account.id);
		const dailyBudget = budget && { ...budget };
		const { body } = await call.linkedin.request<unknown>({
			...call.routing,
			query: { ...query, dailyBudget },
		});
		const { elements } = pageReply(body, `${call.routing.restliMethod} ${call.routing.path}`);
		return call.linkedin.elements.read<IDataObject>(elements, (element) => {
			if (!call.simplify) return element as IDataObject;
			const found = readEntity(pricing, element) ?? {};
			return {
				suggestedBid: presentRange(found.suggestedBid),
				bidLimits: presentRange(found.bidLimits),
				dailyBudgetLimits: presentRange(found.dailyBudgetLimits),
			};
		});
	},
});

function presentRange(given: z.infer<typeof range>): IDataObject {
	const { default: usual, min, max } = given ?? {};
	return { default: presentMoney(usual), min: presentMoney(min), max: presentMoney(max) };
}
