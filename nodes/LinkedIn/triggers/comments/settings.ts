/** The trigger's settings, read and checked before any call. */
import type { IPollFunctions } from 'n8n-workflow';

import { choicesOf } from '../../resources/ads/values/readParameters';
import { entriesOf } from '../../resources/values/plainText';
import { InputError } from '../../transport/errors/inputError';
import { parseOrganization } from '../../transport/restli/urns/actor';
import { parsePost } from '../../transport/restli/urns/post';
import { EVENTS, type EventName } from '../events/core/event';
import type { Watch } from './core/pollContext';
import { MOST_CHOSEN } from './core/state/state';

/** @throws InputError if nothing is chosen or an entry isn't a page or post */
export function readWatch(context: IPollFunctions): Watch {
	const watch = context.getNodeParameter('watch', 'pages');
	const includeReplies = context.getNodeParameter('includeReplies', true) === true;
	const includeOwn = context.getNodeParameter('includeOwn', false) === true;
	const chosen = choicesOf(context.getNodeParameter('events', []), 'Trigger On', EVENTS);
	const events: EventName[] = chosen.length > 0 ? chosen : ['newComment'];
	const actorNames = context.getNodeParameter('authorNames', false) === true;
	const base: Watch = { pages: [], posts: [], events, includeReplies, includeOwn, actorNames };
	if (watch === 'managed') return { ...base, pages: 'managed' };
	if (watch === 'posts') {
		const posts = entriesOf(context.getNodeParameter('posts', ''), 'Posts');
		if (posts.length === 0) {
			throw new InputError(
				'Posts',
				'No post is chosen',
				'Choose a post from the list, or enter links or URNs of posts By ID, separated by commas.',
			);
		}
		const urns = [...new Set(posts.map((post) => parsePost(post, 'Posts').urn))];
		if (urns.length > MOST_CHOSEN) {
			throw new InputError(
				'Posts',
				`${urns.length} posts are chosen, but a trigger can watch only ${MOST_CHOSEN}`,
				'Spread them over several triggers, or watch their page.',
			);
		}
		return { ...base, posts: urns };
	}
	const pages = entriesOf(context.getNodeParameter('pages', []), 'Pages');
	if (pages.length === 0) {
		throw new InputError(
			'Pages',
			'No page is chosen',
			'Choose at least one page, or watch All Pages I Manage.',
		);
	}
	return { ...base, pages: pages.map((page) => parseOrganization(page, 'Pages')) };
}
