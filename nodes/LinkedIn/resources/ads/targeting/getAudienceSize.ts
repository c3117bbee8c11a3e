import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { pageReply } from '../../../transport/answers/pageReply';
import { readEntity } from '../../../transport/answers/readEntity';
import { PRODUCTS } from '../../../transport/linkedin/products';
import { DOCS } from '../../docs';
import { operation } from '../../operation';
import { asItIs } from '../../statistics';
import { countSchema } from '../../values/counts';
import { targetingFields, targetingOf } from './fields';

/** LinkedIn doesn't show smaller audiences or serve ads to them. */
const SMALLEST_AUDIENCE = 300;

const counts = z
	.object({
		active: countSchema,
		total: countSchema,
	})
	.partial();

export const getAudienceSize = operation({
	value: 'getAudienceSize',
	name: 'Get Audience Size',
	action: 'Get the audience size of a targeting',
	description: `Count the members that a targeting reaches, rounded by LinkedIn. Fewer than ${SMALLEST_AUDIENCE} members count as 0, and ads aren't served to them.`,
	docs: DOCS.audienceCounts,
	access: 'read',
	scopes: { any: [] },
	product: PRODUCTS.advertising.name,
	accountRole: 'none',
	routing: { restliMethod: 'FINDER', path: '/rest/audienceCounts' },
	fields: targetingFields,
	async execute(call) {
		const targetingCriteria = targetingOf(call);
		const { body } = await call.linkedin.request<unknown>({
			...call.routing,
			query: { q: 'targetingCriteriaV2', targetingCriteria },
		});
		const { elements } = pageReply(body, `${call.routing.restliMethod} ${call.routing.path}`);
		const [element = {}] = call.linkedin.elements.read(elements, asItIs);
		if (!call.simplify) return [element as IDataObject];
		const found = readEntity(counts, element) ?? {};
		const isTooSmall = found.total === 0;
		return [
			{
				total: found.total ?? null,
				active: found.active ?? null,
				isTooSmall,
				...(isTooSmall && {
					notice: `LinkedIn shows 0 for fewer than ${SMALLEST_AUDIENCE} members and doesn't serve ads to them. Widen the targeting.`,
				}),
			},
		];
	},
});
