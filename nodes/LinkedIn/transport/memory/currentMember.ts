/**
 * Finds the member of a connection in the cheapest way available.
 * @see docs.signIn
 */
import { z } from 'zod';

import { readEntity } from '../answers/readEntity';
import { LinkedInError } from '../errors/errors';
import { wayTo } from '../limits/access';
import type { LinkedInClient, RestliRequest } from '../types';
import type { Me } from './memory';

interface Way {
	scopes: readonly string[];
	request: RestliRequest;
	read: (body: unknown) => Me | undefined;
}

const basicProfile = z.object({
	id: z.string().min(1),
	localizedFirstName: z.string().optional(),
	localizedLastName: z.string().optional(),
});
const userInfo = z.object({ sub: z.string().min(1), name: z.string().optional() });
const accessControls = z.object({ elements: z.array(z.object({ roleAssignee: z.string() })) });

/** The id_token comes first and needs no call. */
const WAYS: Way[] = [
	{
		scopes: ['r_basicprofile', 'r_liteprofile'],
		request: { restliMethod: 'GET', path: '/v2/me' },
		read: (body) => {
			const me = readEntity(basicProfile, body);
			const name = [me?.localizedFirstName, me?.localizedLastName].filter(Boolean).join(' ');
			return me && { urn: `urn:li:person:${me.id}`, ...(name && { name }) };
		},
	},
	{
		scopes: ['profile', 'openid'],
		request: { restliMethod: 'GET', path: '/v2/userinfo' },
		read: (body) => {
			const me = readEntity(userInfo, body);
			return me && { urn: `urn:li:person:${me.sub}`, ...(me.name && { name: me.name }) };
		},
	},
	{
		scopes: ['rw_organization_admin', 'r_organization_admin'],
		request: {
			restliMethod: 'FINDER',
			path: '/rest/organizationAcls',
			query: { q: 'roleAssignee', state: 'APPROVED', count: 1 },
		},
		read: (body) => {
			const [acl] = readEntity(accessControls, body)?.elements ?? [];
			return acl && { urn: acl.roleAssignee };
		},
	},
];

/** @throws LinkedInError if no way is available, naming the product that offers one */
export async function findCurrentMember(linkedin: LinkedInClient): Promise<Me> {
	const { identity } = linkedin.connection;
	if (identity)
		return { urn: `urn:li:person:${identity.sub}`, ...(identity.name && { name: identity.name }) };
	const { connection } = linkedin.memory;
	if (connection.me) return connection.me;

	for (const way of WAYS) {
		if (linkedin.may(way.scopes) === false) continue;
		const result = await linkedin.attempt<unknown>(way.request);
		if (!result.ok) {
			const isClosed = result.error.details.status === 403 || result.error.details.status === 404;
			if (isClosed) continue;
			throw result.error;
		}
		const me = way.read(result.reply.body);
		if (!me) continue;
		linkedin.memory.connection.me = me;
		return me;
	}
	throw new LinkedInError("Couldn't identify the connected member", {
		code: 'MISSING_SCOPE',
		field: 'Credential',
		advice: `${wayTo(['openid', 'profile', 'r_basicprofile'], linkedin.connection)} Or enter the author's URN.`,
	});
}
