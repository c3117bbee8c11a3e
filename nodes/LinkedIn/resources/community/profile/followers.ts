/**
 * Followers of a page by the beginning of their name. LinkedIn does not describe the answer, so every plausible form
 * is read.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/community-management/community-management-overview
 */
import { z } from 'zod';

import type { LinkedIn } from '../../../transport';
import { Unreadable, type ReadOne } from '../../../transport/elements';
import { pageReply } from '../../../transport/paginate';
import { readEntity, type Entity } from '../../../transport/readEntity';

export const FOLLOWER_SCOPES = ['r_organization_followers'] as const;

const text = z.string().optional();
const name = z.union([
	z.string(),
	z
		.object({ localized: z.record(z.string()) })
		.transform(({ localized }): string | undefined => Object.values(localized)[0]),
]);
const anyName = name.optional();

const followerEntity = z
	.object({
		member: text,
		person: text,
		entity: text,
		id: text,
		firstName: anyName,
		lastName: anyName,
		headline: anyName,
		photo: text,
		vanityName: text,
	})
	.passthrough();

export interface Follower {
	urn: string;
	url: string | null;
	name: string | null;
	firstName: string | null;
	lastName: string | null;
	headline: string | null;
	picture: string | null;
}

/**
 * One call; LinkedIn decides how many it names.
 * @param organization URN of the page
 * @param keywords beginning of a name
 * @param readOne reads one of LinkedIn's elements, as readFollower
 * @throws LinkedInError
 */
export async function typeahead<T>(
	linkedin: LinkedIn,
	organization: string,
	keywords: string,
	readOne: ReadOne<T>,
): Promise<T[]> {
	const request = {
		restliMethod: 'FINDER' as const,
		path: '/rest/peopleTypeahead',
		query: { q: 'organizationFollowers', keywords, organization },
	};
	const { body } = await linkedin.request<unknown>(request);
	return linkedin.elements.read(pageReply(body, `FINDER ${request.path}`).elements, readOne);
}

/** Who a follower is; unreadable where LinkedIn does not say. */
export function readFollower(element: Entity): Follower | Unreadable {
	const found = readEntity(followerEntity, element) ?? {};
	const id = found.member ?? found.person ?? found.entity ?? found.id;
	if (!id) return new Unreadable('one does not say who it is');
	const { firstName = null, lastName = null } = found;
	return {
		urn: id.startsWith('urn:') ? id : `urn:li:person:${id}`,
		url: found.vanityName ? `https://www.linkedin.com/in/${found.vanityName}` : null,
		name: [firstName, lastName].filter(Boolean).join(' ') || null,
		firstName,
		lastName,
		headline: found.headline ?? null,
		picture: found.photo ?? null,
	};
}
