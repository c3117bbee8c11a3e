import { z } from 'zod';

import { readEntity } from '../../../transport/answers/readEntity';
import { fetchEntity } from '../../batchGet';
import { DOCS } from '../../docs';
import { rawItem } from '../../listItems';
import { operation } from '../../operation';
import { countSchema } from '../../values/counts';
import { organizationIdOf, pageIdentity } from './entity';
import { organizationField, organizationOf, PAGE_SCOPES } from './fields';

/** LinkedIn refuses the older spelling CompanyFollowedByMember on versioned resources. */
const EDGE_TYPE = 'COMPANY_FOLLOWED_BY_MEMBER';

const networkSize = z.object({ firstDegreeSize: countSchema }).partial();

export const getFollowerCount = operation({
	value: 'getFollowerCount',
	name: 'Get Follower Count',
	action: 'Get the number of followers of a company page',
	description: 'Get the total number of followers of a Company Page',
	docs: DOCS.organizations,
	access: 'read',
	scopes: { any: PAGE_SCOPES },
	role: 'any role',
	routing: { restliMethod: 'GET', path: '/rest/networkSizes/{organization}' },
	fields: [organizationField],
	async execute(call) {
		const organization = await organizationOf(call);
		const body = await fetchEntity(call.linkedin, {
			...call.routing,
			keys: { organization },
			query: { edgeType: EDGE_TYPE },
		});
		const identity = pageIdentity(organizationIdOf(organization));
		if (!call.simplify) return [rawItem(body, identity)];
		return [{ ...identity, followers: readEntity(networkSize, body)?.firstDegreeSize ?? null }];
	},
});
