/**
 * The pages a member has a role on, and what each role allows.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-access-control-by-role
 */
import { z } from 'zod';

import type { LinkedIn } from '../../../transport';
import { InputError } from '../../../transport/inputError';
import { decodeBatch } from '../../../transport/restli/decode';
import { organizationUrl } from '../../../transport/restli/urn';

export interface Page {
	urn: string;
	id: string;
	url: string;
	/** Null where LinkedIn does not show it to this connection. */
	name: string | null;
	vanityName: string | null;
	roles: string[];
	mayPost: boolean;
	mayComment: boolean;
	mayReadComments: boolean;
	mayReadStatistics: boolean;
}

/** LinkedIn writes the content administrator in two ways. */
const ROLES_THAT = {
	comment: ['ADMINISTRATOR', 'DIRECT_SPONSORED_CONTENT_POSTER', 'RECRUITING_POSTER'],
	post: [
		'ADMINISTRATOR',
		'CONTENT_ADMIN',
		'CONTENT_ADMINISTRATOR',
		'DIRECT_SPONSORED_CONTENT_POSTER',
		'RECRUITING_POSTER',
	],
	readComments: ['ADMINISTRATOR', 'DIRECT_SPONSORED_CONTENT_POSTER'],
	readStatistics: ['ADMINISTRATOR'],
} as const;

/** Scopes of which one is enough to list pages. */
export const PAGE_LIST_SCOPES = [
	'rw_organization_admin',
	'r_organization_admin',
	'r_organization_social',
] as const;

/** Payloads name the page in three ways. */
const accessControl = z
	.object({
		role: z.string(),
		state: z.string().optional(),
		organization: z.string().optional(),
		organizationTarget: z.string().optional(),
		organizationalTarget: z.string().optional(),
	})
	.transform((acl) => ({
		role: acl.role,
		state: acl.state,
		urn: acl.organization ?? acl.organizationTarget ?? acl.organizationalTarget,
	}));

const organization = z.object({ localizedName: z.string().optional(), vanityName: z.string().optional() });

/** LinkedIn publishes no maximum for this list; its other lists take 100. */
const ACLS_A_PAGE = 100;
const NAMES_A_BATCH = 100;

/**
 * The URNs of the pages where the member holds an approved role, with the roles. Costs one call a hundred roles.
 * @throws LinkedInError when the list itself is refused
 */
export async function findRoles(linkedin: LinkedIn): Promise<Map<string, string[]>> {
	const roles = new Map<string, string[]>();
	const request = {
		restliMethod: 'FINDER' as const,
		path: '/rest/organizationAcls',
		query: { q: 'roleAssignee', state: 'APPROVED' },
	};
	for await (const elements of linkedin.pages<unknown>(request, { pageSize: ACLS_A_PAGE })) {
		for (const element of elements) {
			const acl = accessControl.safeParse(element).data;
			if (!acl?.urn || (acl.state !== undefined && acl.state !== 'APPROVED')) continue;
			roles.set(acl.urn, [...(roles.get(acl.urn) ?? []), acl.role]);
		}
	}
	return roles;
}

/**
 * The pages where the member holds an approved role. Costs the calls of findRoles and one a hundred names; a page
 * whose name is refused stands in the list without it.
 * @throws LinkedInError when the list of roles itself is refused
 */
export async function findPages(linkedin: LinkedIn): Promise<Page[]> {
	const roles = await findRoles(linkedin);
	const names = await namesOf(linkedin, [...roles.keys()].map(idOf));
	return [...roles].map(([urn, held]) => describePage(linkedin, urn, held, names.get(idOf(urn))));
}

/**
 * The URN of the page whose address ends in this name. Costs one call.
 * @throws InputError when no page has that name
 */
export async function findPageByVanityName(
	linkedin: LinkedIn,
	vanityName: string,
	field: string,
): Promise<string> {
	const reply = await linkedin.request<{ elements?: Array<{ id?: number | string }> }>({
		restliMethod: 'FINDER',
		path: '/rest/organizations',
		query: { q: 'vanityName', vanityName },
	});
	const id = reply.body.elements?.[0]?.id;
	if (id !== undefined) return `urn:li:organization:${id}`;
	throw new InputError(
		field,
		`LinkedIn knows no page named "${vanityName}"`,
		'Check the address, or give the number of the page, e.g. 2414183.',
	);
}

function idOf(urn: string): string {
	return urn.slice(urn.lastIndexOf(':') + 1);
}

function describePage(
	linkedin: LinkedIn,
	urn: string,
	roles: string[],
	names: z.infer<typeof organization> | undefined,
): Page {
	const holds = (allowed: readonly string[]) => roles.some((role) => allowed.includes(role));
	const may = (...scopes: string[]) => linkedin.may(scopes) !== false;
	const id = idOf(urn);
	return {
		urn,
		id,
		url: organizationUrl(id),
		name: names?.localizedName ?? null,
		vanityName: names?.vanityName ?? null,
		roles,
		mayPost: holds(ROLES_THAT.post) && may('w_organization_social'),
		mayComment: holds(ROLES_THAT.comment) && may('w_organization_social_feed'),
		mayReadComments: holds(ROLES_THAT.readComments) && may('r_organization_social_feed'),
		mayReadStatistics:
			holds(ROLES_THAT.readStatistics) && may('rw_organization_admin', 'r_organization_admin'),
	};
}

async function namesOf(
	linkedin: LinkedIn,
	ids: string[],
): Promise<Map<string, z.infer<typeof organization>>> {
	const names = new Map<string, z.infer<typeof organization>>();
	for (let start = 0; start < ids.length; start += NAMES_A_BATCH) {
		const batch = ids.slice(start, start + NAMES_A_BATCH);
		const result =
			linkedin.connection.tier === 'development'
				? undefined
				: await linkedin.attempt<object>({
						restliMethod: 'BATCH_GET',
						path: '/rest/organizationsLookup',
						query: { ids: batch },
					});
		if (result?.ok) {
			for (const [id, entry] of decodeBatch<unknown>(result.reply.body)) {
				const found = organization.safeParse(entry.value);
				if (found.success) names.set(idOf(id), found.data);
			}
			continue;
		}
		// The Development tier refuses batches; a page that is refused alone stays without a name.
		for (const id of batch) {
			const single = await linkedin.attempt<unknown>({
				restliMethod: 'GET',
				path: '/rest/organizations/{id}',
				keys: { id },
			});
			if (single.ok) names.set(id, organization.catch({}).parse(single.reply.body));
		}
	}
	return names;
}
