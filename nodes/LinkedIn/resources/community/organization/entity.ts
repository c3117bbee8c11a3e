/**
 * A page as LinkedIn sends it, and as the node returns it. Members who aren't admins see only a few fields.
 * @see docs.organizations
 */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { optionalText, readEntity, type Entity } from '../../../transport/answers/readEntity';
import { organizationUrl } from '../../../transport/restli/urns/url';
import { rawItem } from '../../listItems';

const texts = z.array(z.string()).optional();
const localized = z
	.object({ localized: z.record(z.string()) })
	.passthrough()
	.optional();

/** Only what the node depends on; everything else is passed on unchanged. */
const organizationEntity = z
	.object({
		id: z.union([z.number().int().max(Number.MAX_SAFE_INTEGER), z.string().regex(/^\d+$/)]).optional(),
		localizedName: optionalText,
		vanityName: optionalText,
		localizedWebsite: optionalText,
		localizedDescription: optionalText,
		description: localized,
		primaryOrganizationType: optionalText,
		organizationType: optionalText,
		staffCountRange: optionalText,
		industries: texts,
		localizedSpecialties: texts,
		locations: z.array(z.record(z.unknown())).optional(),
		foundedOn: z.object({ year: z.number() }).partial().passthrough().optional(),
		parentRelationship: z.object({ parent: z.string() }).partial().passthrough().optional(),
		logoV2: z.object({ original: z.string() }).partial().passthrough().optional(),
	})
	.passthrough();

export type OrganizationEntity = z.infer<typeof organizationEntity>;

/** A body that isn't a page counts as empty. */
export function readOrganization(body: unknown): OrganizationEntity {
	return readEntity(organizationEntity, body) ?? {};
}

export const organizationUrn = (id: number | string): string => `urn:li:organization:${id}`;

/** The first keys of every item about a page. */
export function pageIdentity(id: string): { urn: string; url: string } {
	return { urn: organizationUrn(id), url: organizationUrl(id) };
}

/** The number in a URN. */
export function organizationIdOf(urn: string): string {
	return urn.slice(urn.lastIndexOf(':') + 1);
}

/**
 * @param body LinkedIn's entity
 * @param asked number of the page, in case LinkedIn returns none
 * @param simplify stable keys, null or [] where LinkedIn sent nothing; otherwise LinkedIn's entity with urn and url
 */
export function presentOrganization(body: Entity, asked: string, simplify: boolean): IDataObject {
	const page = readOrganization(body);
	const id = String(page.id ?? asked);
	const identity = pageIdentity(id);
	if (!simplify) return rawItem(body, identity);
	return {
		...identity,
		...publicFields(page, id),
		description: page.localizedDescription ?? Object.values(page.description?.localized ?? {})[0] ?? null,
		website: page.localizedWebsite ?? null,
		organizationType: page.organizationType ?? null,
		staffCountRange: page.staffCountRange ?? null,
		industries: page.industries ?? [],
		specialties: page.localizedSpecialties ?? [],
		foundedYear: page.foundedOn?.year ?? null,
		parent: page.parentRelationship?.parent ?? null,
		// Its address is read after it, together with others.
		logo: null,
		logoUrn: page.logoV2?.original ?? null,
	};
}

/** The two keys of an item for a page's logo. */
export const LOGO = { urn: 'logoUrn', url: 'logo' } as const;

/** As presentOrganization, for what everyone can see of a page. */
export function presentPublicPage(body: Entity, asked: string, simplify: boolean): IDataObject {
	const page = readOrganization(body);
	const id = String(page.id ?? asked);
	const identity = pageIdentity(id);
	return simplify ? { ...identity, ...publicFields(page, id) } : rawItem(body, identity);
}

function publicFields(page: OrganizationEntity, id: string): IDataObject {
	return {
		id,
		name: page.localizedName ?? null,
		vanityName: page.vanityName ?? null,
		type: page.primaryOrganizationType ?? null,
		locations: (page.locations ?? []) as IDataObject[],
	};
}
