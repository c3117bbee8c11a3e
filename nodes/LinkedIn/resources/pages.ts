/**
 * The pages that a member has a role on, and what each role allows.
 * @see docs.organizationAccess
 */
import { z } from 'zod';

import { MOST_IDS_A_BATCH, readMany, type Many } from '../transport/answers/batch';
import { Unreadable } from '../transport/answers/elements';
import { elementsIn } from '../transport/answers/pageReply';
import { optionalText, readEntity, type Entity } from '../transport/answers/readEntity';
import { LinkedInError } from '../transport/errors/errors';
import { InputError } from '../transport/errors/inputError';
import { chunks } from '../transport/flow/chunks';
import { settled } from '../transport/flow/settled';
import { organizationUrl } from '../transport/restli/urns/url';
import type { RestliValue } from '../transport/restli/value';
import type { LinkedInClient } from '../transport/types';
import { ANY_READ_SCOPE } from './community/comment/path';
import {
	organizationIdOf,
	organizationUrn,
	readOrganization,
	type OrganizationEntity,
} from './community/organization/entity';

export interface Page {
	urn: string;
	id: string;
	url: string;
	/** Null if LinkedIn does not show it to this connection. */
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
	/** Followers, and whose a profile address is (docs.mentionSearch). */
	findPeople: ['ADMINISTRATOR', 'DIRECT_SPONSORED_CONTENT_POSTER'],
	readComments: ['ADMINISTRATOR', 'DIRECT_SPONSORED_CONTENT_POSTER'],
	readStatistics: ['ADMINISTRATOR'],
} as const;

/** Whether one of these roles on a page lets the member read its comments. */
export function mayReadComments(roles: readonly string[]): boolean {
	return roles.some((role) => (ROLES_THAT.readComments as readonly string[]).includes(role));
}

/** Any one of these scopes is enough to list pages. */
export const PAGE_LIST_SCOPES = [
	'rw_organization_admin',
	'r_organization_admin',
	'r_organization_social',
] as const;

/** LinkedIn names the page in three ways. */
const accessControl = z
	.object({
		role: z.string(),
		roleAssignee: optionalText,
		state: optionalText,
		organization: optionalText,
		organizationTarget: optionalText,
		organizationalTarget: optionalText,
	})
	.transform((acl) => ({
		role: acl.role,
		roleAssignee: acl.roleAssignee,
		state: acl.state,
		urn: acl.organization ?? acl.organizationTarget ?? acl.organizationalTarget,
	}));

const PAGE_URN = /^urn:li:organization(Brand)?:\d+$/;

/** LinkedIn doesn't document a maximum for this list; its other lists accept 100. */
export const ACLS_A_PAGE = 100;

type AccessControl = z.infer<typeof accessControl>;

/** Who has which role on which page; unreadable without a role. */
export function readAccessControl(element: unknown): AccessControl | Unreadable {
	return readEntity(accessControl, element) ?? new Unreadable('one has no role');
}

/** The page and the role of an approved one of the member's roles; undefined for one that is not approved. */
export function readRole(element: unknown): { urn: string; role: string } | undefined | Unreadable {
	const acl = readAccessControl(element);
	if (acl instanceof Unreadable) return acl;
	const { urn, role, state } = acl;
	if (state !== undefined && state !== 'APPROVED') return undefined;
	if (urn === undefined) return new Unreadable('one has no page');
	return PAGE_URN.test(urn) ? { urn, role } : new Unreadable(`"${urn}" is not a page`);
}

/**
 * The URNs of the pages where the member has an approved role, with the roles. Costs one call per hundred roles.
 * @throws LinkedInError when the list itself is refused
 */
export async function findRoles(linkedin: LinkedInClient): Promise<Map<string, string[]>> {
	const roles = new Map<string, string[]>();
	const request = {
		restliMethod: 'FINDER' as const,
		path: '/rest/organizationAcls',
		query: { q: 'roleAssignee', state: 'APPROVED' },
	};
	for await (const elements of linkedin.pages<unknown>(request, { pageSize: ACLS_A_PAGE })) {
		for (const { urn, role } of linkedin.elements.read(elements, readRole, 'roles on pages')) {
			roles.set(urn, [...(roles.get(urn) ?? []), role]);
		}
	}
	return roles;
}

/**
 * A page as whose admin people can be found. The roles are read once a run.
 * @param preferred URN of the page to use if the member's role on it allows that
 * @returns its URN; undefined if there is none
 * @throws LinkedInError as findRoles
 */
export async function pageToFindPeople(
	linkedin: LinkedInClient,
	preferred?: string,
): Promise<string | undefined> {
	if (preferred !== undefined && linkedin.may(PAGE_LIST_SCOPES) === false) return preferred;
	const roles = await linkedin.once('roles on pages', async () => await findRoles(linkedin));
	const fitting = [...roles]
		.filter(([, held]) => held.some((role) => (ROLES_THAT.findPeople as readonly string[]).includes(role)))
		// Showcase pages may have a URN of their own.
		.map(([urn]) => organizationUrn(organizationIdOf(urn)));
	return fitting.find((urn) => urn === preferred) ?? fitting[0];
}

/**
 * The pages where the member has an approved role. Costs the calls of findRoles and one per hundred names; a page whose
 * name is refused or can't be read is listed without it.
 * @throws LinkedInError when the list of roles itself is refused
 */
export async function findPages(linkedin: LinkedInClient): Promise<Page[]> {
	const roles = await findRoles(linkedin);
	const names = await namesOf(linkedin, [...roles.keys()].map(organizationIdOf));
	return [...roles].map(([urn, held]) => describePage(linkedin, urn, held, names.get(organizationIdOf(urn))));
}

/** As pageByVanityName; the page's URN alone. */
export async function findPageByVanityName(
	linkedin: LinkedInClient,
	vanityName: string,
	field: string,
): Promise<string> {
	return organizationUrn((await pageByVanityName(linkedin, vanityName, field)).id);
}

/**
 * The page whose URL ends in this name, with the fields that everyone can see. Costs one call.
 * @throws InputError when no page has that name
 */
export async function pageByVanityName(
	linkedin: LinkedInClient,
	vanityName: string,
	field: string,
): Promise<Entity & { id: number | string }> {
	const reply = await linkedin.request<unknown>({
		restliMethod: 'FINDER',
		path: '/rest/organizations',
		query: { q: 'vanityName', vanityName },
	});
	const [page] = linkedin.elements.read(elementsIn(reply.body), (body) => {
		const { id } = readOrganization(body);
		return id === undefined ? new Unreadable('one has no number') : { ...body, id };
	});
	if (page) return page;
	throw new InputError(
		field,
		`LinkedIn has no page named "${vanityName}"`,
		'Check the URL, or enter the page number, e.g. 2414183.',
	);
}

function describePage(
	linkedin: LinkedInClient,
	urn: string,
	roles: string[],
	names: OrganizationEntity | undefined,
): Page {
	const holds = (allowed: readonly string[]) => roles.some((role) => allowed.includes(role));
	const may = (...scopes: string[]) => linkedin.may(scopes) !== false;
	const id = organizationIdOf(urn);
	return {
		urn,
		id,
		url: organizationUrl(id),
		name: names?.localizedName ?? null,
		vanityName: names?.vanityName ?? null,
		roles,
		mayPost: holds(ROLES_THAT.post) && may('w_organization_social'),
		mayComment: holds(ROLES_THAT.comment) && may('w_organization_social_feed'),
		mayReadComments: holds(ROLES_THAT.readComments) && may(...ANY_READ_SCOPE),
		mayReadStatistics:
			holds(ROLES_THAT.readStatistics) && may('rw_organization_admin', 'r_organization_admin'),
	};
}

/** The fields of pages that everyone can see; on the Development tier only of pages the member is an admin of. */
export function publicPages(ids: string[]): Many {
	return {
		batch: { path: '/rest/organizationsLookup' },
		ids,
		single: (id: RestliValue) => ({ restliMethod: 'GET', path: '/rest/organizations/{id}', keys: { id } }),
	};
}

/** A refused page stays without a name, and so do all if names can't be read now, which a notice says. */
async function namesOf(linkedin: LinkedInClient, ids: string[]): Promise<Map<string, OrganizationEntity>> {
	const names = new Map<string, OrganizationEntity>();
	const read = await settled(async () => {
		for (const some of chunks(ids, MOST_IDS_A_BATCH)) {
			const found = await readMany(linkedin, publicPages(some));
			found.forEach((page, index) => {
				names.set(some[index], page.ok ? readOrganization(page.value) : {});
			});
		}
	});
	if (read.ok) return names;
	if (!(read.failure instanceof LinkedInError)) throw read.failure;
	linkedin.elements.say(
		`The names of ${ids.length - names.size} of ${ids.length} pages couldn't be read: ${read.failure.message}.`,
	);
	return names;
}
