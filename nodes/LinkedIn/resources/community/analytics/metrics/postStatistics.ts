/**
 * Statistics of many posts of a page, in few calls.
 * @see docs.shareStatistics
 */
import { z } from 'zod';

import { Unreadable } from '../../../../transport/answers/elements';
import { readEntity, type Entity } from '../../../../transport/answers/readEntity';
import type { LinkedInError } from '../../../../transport/errors/errors';
import { chunks } from '../../../../transport/flow/chunks';
import type { Call } from '../../../operation';
import { elementsOf } from '../../../statistics';
import { isShare } from '../posts';

/** LinkedIn publishes no maximum. */
const POSTS_A_CALL = 100;
/** Too many posts, or one of them is wrong: fewer may be accepted. */
const HALVED_AFTER = [400, 413, 414];
/** Statuses for a post that is wrong or not of this page. */
const MISSING_AFTER = [400, 404];
/** After this many refused posts without an answer, the posts aren't the reason. */
const MOST_REFUSALS = 3;

const named = z.object({ share: z.string(), ugcPost: z.string() }).partial();

export interface PostStatistics {
	/** LinkedIn's elements, for posts that have any activity. */
	elements: Array<{ urn: string; element: Entity }>;
	/** Posts that LinkedIn refuses, with why. */
	refused: Map<string, LinkedInError>;
	/** Posts of a call with an unreadable element, which may be theirs. */
	unsure: Set<string>;
}

/**
 * @param page URN of the page
 * @param urns share and ugcPost URNs, in any order; a call takes only one kind
 * @throws LinkedInError for failures that aren't about single posts, and if the only post is refused
 */
export async function statisticsOfPosts(call: Call, page: string, urns: string[]): Promise<PostStatistics> {
	const found: PostStatistics = { elements: [], refused: new Map(), unsure: new Set() };
	const wanted = [...new Set(urns)];
	const kinds = [wanted.filter(isShare), wanted.filter((urn) => !isShare(urn))];
	const waiting = kinds.flatMap((some) => chunks(some, POSTS_A_CALL));
	let answered = 0;
	for (let some = waiting.shift(); some; some = waiting.shift()) {
		const query = {
			q: 'organizationalEntity',
			organizationalEntity: page,
			[isShare(some[0]) ? 'shares' : 'ugcPosts']: some,
		};
		const result = await elementsOf(call.linkedin, { ...call.routing, query }, ofPosts(some));
		if (result.ok) {
			answered += 1;
			found.elements.push(...result.elements);
			if (result.elements.length < result.sent) for (const urn of some) found.unsure.add(urn);
			continue;
		}
		const status = result.error.details.status ?? 0;
		if (some.length > 1 && HALVED_AFTER.includes(status)) {
			const half = Math.ceil(some.length / 2);
			waiting.unshift(some.slice(0, half), some.slice(half));
			continue;
		}
		const isAboutPosts = answered > 0 || found.refused.size < MOST_REFUSALS;
		if (wanted.length === 1 || !MISSING_AFTER.includes(status) || !isAboutPosts) throw result.error;
		found.refused.set(some[0], result.error);
	}
	return found;
}

/** An element that names another post may belong to a requested one, so it counts as unread. */
const ofPosts =
	(asked: string[]) =>
	(element: Entity): { urn: string; element: Entity } | Unreadable => {
		const { share, ugcPost } = readEntity(named, element) ?? {};
		const urn = [share, ugcPost].find((name) => name !== undefined && asked.includes(name));
		return urn === undefined ? new Unreadable("one isn't about a requested post") : { urn, element };
	};
