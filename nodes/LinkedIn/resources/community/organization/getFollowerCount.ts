import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { operation } from '../../define';
import { DOCS } from '../../docs';
import { idOf, pageIdentity } from './entity';
import { PAGE_SCOPES, pageField, pageOf } from './fields';

/** LinkedIn refuses the older spelling CompanyFollowedByMember on versioned resources. */
const EDGE_TYPE = 'COMPANY_FOLLOWED_BY_MEMBER';

const networkSize = z.object({ firstDegreeSize: z.number() }).partial().passthrough().catch({});

export const getFollowerCount = operation({
	value: 'getFollowerCount',
	name: 'Get Follower Count',
	action: 'Get the number of followers of a company page',
	description: 'Read how many followers a company page has in all',
	docs: DOCS.organizations,
	access: 'read',
	scopes: { any: PAGE_SCOPES },
	role: 'any role',
	routing: { restliMethod: 'GET', path: '/rest/networkSizes/{organization}' },
	fields: [pageField],
	async execute(call) {
		const organization = await pageOf(call);
		const { body } = await call.linkedin.request<unknown>({
			...call.routing,
			keys: { organization },
			query: { edgeType: EDGE_TYPE },
		});
		const size = networkSize.parse(body ?? {});
		const identity = pageIdentity(idOf(organization));
		if (!call.simplify) return [{ ...(size as IDataObject), ...identity }];
		return [{ ...identity, followers: size.firstDegreeSize ?? null }];
	},
});
