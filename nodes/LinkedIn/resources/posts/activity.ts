/**
 * From an activity, which is what a copied post link often carries, to the post's own URN.
 *
 * The numbers of share, ugcPost and activity differ and cannot be computed from each other. Social metadata names the
 * activity of a post it is asked for, so the post is found among the latest ones of the pages this connection can
 * access.
 * @see docs.socialMetadata
 */
import { Unreadable } from '../../transport/answers/elements';
import { elementsIn } from '../../transport/answers/pageReply';
import { LinkedInError } from '../../transport/errors/errors';
import { InputError } from '../../transport/errors/inputError';
import { decodeBatch } from '../../transport/restli/decode';
import { sameUrn } from '../../transport/restli/urns/urn';
import type { LinkedInClient } from '../../transport/types';
import { readMetadata } from '../community/engagement/entity';
import { readPost } from '../community/post/entity';
import { findRoles } from '../pages';

const LATEST_POSTS = 100;
const MOST_PAGES = 5;

/** The lookup needs one batch call, which LinkedIn refuses on that tier. */
const NO_BATCHES = "can't be found, because the Development tier doesn't allow the batch call this needs";

/**
 * Costs one call for the pages, and two per page until the post is found.
 * @param activity activity URN
 * @param field the field it was given in
 * @returns share or ugcPost URN
 * @throws InputError when none of the latest posts is it; LinkedInError when LinkedIn fails or throttles the search
 */
export async function resolveActivity(
	linkedin: LinkedInClient,
	activity: string,
	field: string,
): Promise<string> {
	const known = linkedin.memory.connection.posts.get(activity);
	if (known) return known;
	if (linkedin.connection.tier === 'development') throw unfindable(field, activity, NO_BATCHES);
	for (const author of await readableAuthors(linkedin)) {
		const urn = await findAmongLatest(linkedin, author, activity);
		if (urn instanceof LinkedInError) throw unfindable(field, activity, `can't be found: ${urn.message}`);
		if (urn) {
			linkedin.memory.connection.posts.set(activity, urn);
			return urn;
		}
	}
	throw unfindable(
		field,
		activity,
		`isn't among the latest ${LATEST_POSTS} posts of this connection's pages`,
	);
}

function unfindable(field: string, activity: string, outcome: string): InputError {
	return new InputError(
		field,
		`${activity} is an activity, and its post ${outcome}`,
		'LinkedIn accepts only share or ugcPost URNs here. Enter the URN that Create or Get Many returned for the post.',
	);
}

async function readableAuthors(linkedin: LinkedInClient): Promise<string[]> {
	if (linkedin.may(['r_organization_social']) === false) return [];
	return [...(await findRoles(linkedin)).keys()].slice(0, MOST_PAGES);
}

/** @returns the post, why it cannot be looked up, or undefined when it is not among them */
async function findAmongLatest(
	linkedin: LinkedInClient,
	author: string,
	activity: string,
): Promise<string | LinkedInError | undefined> {
	const posts = await linkedin.attempt<unknown>({
		restliMethod: 'FINDER',
		path: '/rest/posts',
		query: { q: 'author', author, count: LATEST_POSTS, sortBy: 'CREATED' },
	});
	// A page whose posts can't be read is skipped.
	if (!posts.ok) return passedOver(posts.error);
	const urns = linkedin.elements.read(
		elementsIn(posts.reply.body),
		(post) => readPost(post).id ?? new Unreadable('one has no id'),
	);
	if (urns.length === 0) return undefined;
	const metadata = await linkedin.attempt<object>({
		restliMethod: 'BATCH_GET',
		path: '/rest/socialMetadata',
		query: { ids: urns },
	});
	if (!metadata.ok) return passedOver(metadata.error) ?? metadata.error;
	for (const [urn, { value }] of decodeBatch<unknown>(metadata.reply.body)) {
		const { entity } = readMetadata(value);
		if (entity && sameUrn(entity, activity)) return urn;
	}
	return undefined;
}

/** What LinkedIn does not show to this connection. @throws any other failure, which the next try may not meet */
function passedOver(error: LinkedInError): undefined {
	if (![400, 403, 404].includes(error.details.status ?? 0)) throw error;
}
