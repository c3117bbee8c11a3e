/**
 * Who has a profile address. LinkedIn says it only to admins of a page, and perhaps only of its followers.
 * @see docs.mentionSearch
 */
import { z } from 'zod';

import { Unreadable } from '../../../transport/answers/elements';
import { pageReply } from '../../../transport/answers/pageReply';
import { readEntity } from '../../../transport/answers/readEntity';
import { isNotOffered, LinkedInError } from '../../../transport/errors/errors';
import { InputError } from '../../../transport/errors/inputError';
import type { ProfileRef } from '../../../transport/restli/urns/actor';
import { profileUrl } from '../../../transport/restli/urns/url';
import type { LinkedInClient } from '../../../transport/types';
import { pageToFindPeople } from '../../pages';

export const LOOK_UP_SCOPES = ['r_organization_followers'] as const;
export const LOOK_UP_ROLE = 'ADMINISTRATOR or DIRECT_SPONSORED_CONTENT_POSTER';

export const WHY_NOBODY =
	"LinkedIn may find only followers of the page, and doesn't find people who hide their profile from apps.";

const found = z.object({ member: z.string().regex(/^urn:li:person:[\w-]+$/) }).passthrough();

/**
 * Costs one call, two for a name with other letters than a to z, once a run.
 * @param page URN of the page as whose admin it's looked up
 * @returns the person's URN; undefined if LinkedIn finds nobody
 * @throws LinkedInError
 */
export async function personAt(
	linkedin: LinkedInClient,
	{ vanityName }: ProfileRef,
	page: string,
): Promise<string | undefined> {
	return await linkedin.once(`profile ${page} ${vanityName}`, async () => {
		for (const address of addressesOf(vanityName)) {
			const urn = await ask(linkedin, address, page);
			if (urn !== undefined) return urn;
		}
		return undefined;
	});
}

/** LinkedIn doesn't say how it wants other letters (docs/behaviour.md#people): as they are, then percent-encoded. */
function addressesOf(vanityName: string): string[] {
	return [...new Set([`https://www.linkedin.com/in/${vanityName}`, profileUrl(vanityName)])];
}

async function ask(linkedin: LinkedInClient, address: string, page: string): Promise<string | undefined> {
	const answer = await linkedin.attempt<unknown>({
		restliMethod: 'FINDER',
		path: '/rest/vanityUrl',
		query: { q: 'vanityUrlAsOrganization', vanityUrl: address, organization: page },
	});
	if (!answer.ok) {
		if (answer.error.details.status === 404 && !isNotOffered(answer.error)) return undefined;
		throw answer.error;
	}
	const { elements } = pageReply(answer.reply.body, 'FINDER /rest/vanityUrl');
	const read = linkedin.elements.read(
		elements,
		(element) => readEntity(found, element)?.member ?? new Unreadable("one doesn't say who it is"),
	);
	const members = new Set(read);
	if (members.size > 1 || (members.size === 0 && elements.length > 0)) throw notOne(address);
	return read[0];
}

function notOne(address: string): LinkedInError {
	return new LinkedInError(`LinkedIn's answer doesn't say who one person at ${address} is`, {
		code: 'UNEXPECTED_ANSWER',
		advice: "Run it again later, or use the person's URN.",
	});
}

/**
 * The page as whose admin profile addresses are looked up.
 * @param preferred URN of the one to use if possible
 * @param field what needs it, for the error
 * @throws InputError if the member has no page with a role for it
 */
export async function pageForLookUp(
	linkedin: LinkedInClient,
	field: string,
	preferred?: string,
): Promise<string> {
	const page = await pageToFindPeople(linkedin, preferred);
	if (page !== undefined) return page;
	throw new InputError(
		field,
		'Only an admin of a page can find a person by profile URL, and the connected member is admin of none',
		`Ask a page admin for the role ${LOOK_UP_ROLE}, or use the person's URN.`,
	);
}
