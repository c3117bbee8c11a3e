/**
 * Followers of a page by the start of their name.
 * @see docs.mentionSearch
 */
import { z } from 'zod';

import { Unreadable, type ReadOne } from '../../../transport/answers/elements';
import { pageReply } from '../../../transport/answers/pageReply';
import { optionalText, readEntity, type Entity } from '../../../transport/answers/readEntity';
import type { LinkedInClient } from '../../../transport/types';

export const FOLLOWER_SCOPES = ['r_organization_followers'] as const;

const followerEntity = z
	.object({
		member: optionalText,
		firstName: optionalText,
		lastName: optionalText,
		headline: optionalText,
		photo: optionalText,
	})
	.passthrough();

export interface Follower {
	urn: string;
	url: null;
	name: string | null;
	firstName: string | null;
	lastName: string | null;
	headline: string | null;
	/** Its address is read after it, together with others. */
	picture: null;
	/** LinkedIn gives a URN here, not a URL. */
	pictureUrn: string | null;
}

/**
 * One call; LinkedIn decides how many it names.
 * @param organization URN of the page
 * @param keywords start of a name
 * @param readOne reads one of LinkedIn's elements, as readFollower
 * @throws LinkedInError
 */
export async function typeahead<T>(
	linkedin: LinkedInClient,
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

/** A follower's identity; unreadable if LinkedIn doesn't say. */
export function readFollower(element: Entity): Follower | Unreadable {
	const found = readEntity(followerEntity, element) ?? {};
	const { member, firstName = null, lastName = null } = found;
	if (!member) return new Unreadable("one doesn't say who it is");
	return {
		urn: member,
		// LinkedIn doesn't return their URL here.
		url: null,
		name: [firstName, lastName].filter(Boolean).join(' ') || null,
		firstName,
		lastName,
		headline: found.headline ?? null,
		picture: null,
		pictureUrn: found.photo ?? null,
	};
}
