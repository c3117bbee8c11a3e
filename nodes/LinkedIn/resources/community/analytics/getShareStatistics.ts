import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { readEntity, type Entity } from '../../../transport/answers/readEntity';
import { postUrl } from '../../../transport/restli/urns/url';
import { DOCS } from '../../docs';
import { rawItem } from '../../listItems';
import { operation, type Call } from '../../operation';
import { postLocator } from '../../posts/reference';
import { needElements } from '../../statistics';
import { countSchema } from '../../values/counts';
import { last12Months } from '../../values/days';
import {
	byStart,
	datesWhenSplit,
	granularityField,
	spanOfElement,
	splitRangeOf,
	statisticsGranularity,
	timeIntervals,
} from './dates/dateSplit';
import { inOrderAsked } from './metrics/fillZeros';
import { statisticsOfPosts } from './metrics/postStatistics';
import {
	pageKeys,
	pageText,
	STATISTICS_ROLE,
	STATISTICS_SCOPES,
	statisticsPageField,
	statisticsPageOf,
} from './page';
import { isShare, notFound, readPosts, resolvePosts } from './posts';

const SPLITS = ['TOTAL', 'DAY', 'MONTH'];

/** What LinkedIn leaves out because nothing happened. */
const NO_ACTIVITY = {
	uniqueImpressionsCount: 0,
	clickCount: 0,
	engagement: 0,
	likeCount: 0,
	commentCount: 0,
	shareCount: 0,
	impressionCount: 0,
};

const statistics = z
	.object({
		impressionCount: countSchema,
		uniqueImpressionsCount: countSchema,
		clickCount: countSchema,
		likeCount: countSchema,
		commentCount: countSchema,
		shareCount: countSchema,
		engagement: countSchema,
	})
	.partial();

/**
 * Likes are negative on days with more unlikes than likes (docs.shareStatistics), and then so may be the rate that
 * includes them; days have no unique impressions.
 */
const statisticsByTime = statistics.extend({
	likeCount: z.number().optional(),
	engagement: z.number().optional(),
});

export const getShareStatistics = operation({
	value: 'getShareStatistics',
	name: 'Get Post Statistics of a Page',
	action: 'Get the post statistics of a page',
	description:
		'Get impressions, clicks, reactions, comments, reposts and engagement of selected posts of a page, or of all its posts combined. Organic only, for the last 12 months. Posts without activity are rows of zeros; where LinkedIn returns nothing, as for Showcase Pages, values are null.',
	docs: DOCS.shareStatistics,
	access: 'read',
	scopes: STATISTICS_SCOPES,
	role: STATISTICS_ROLE,
	routing: { restliMethod: 'FINDER', path: '/rest/organizationalEntityShareStatistics' },
	fields: [
		statisticsPageField,
		granularityField(SPLITS),
		{
			...postLocator({
				displayName: 'Posts',
				name: 'posts',
				description:
					'A post of this page. By ID: URNs or links, separated by commas, or a list from an expression. Leave empty for all posts combined.',
				isOptional: true,
			}),
			displayOptions: { show: { granularity: ['TOTAL'] } },
		},
		...datesWhenSplit,
	],
	async execute(call) {
		const granularity = statisticsGranularity(call, SPLITS);
		pageText(call);
		if (granularity === 'TOTAL') {
			const posts = readPosts(call);
			const page = await statisticsPageOf(call);
			return posts.length > 0 ? await ofPosts(call, page, posts) : await ofPage(call, page);
		}
		const now = Date.now();
		const intervals = timeIntervals(splitRangeOf(call, last12Months(now), now), granularity);
		const page = await statisticsPageOf(call);
		const elements = await needElements(call.linkedin, requestFor(call, page, { timeIntervals: intervals }));
		return elements
			.sort((a, b) => byStart(spanOfElement(a), spanOfElement(b)))
			.map((element) => present(call, pageKeys(page), page, element, statisticsByTime));
	},
});

function requestFor(call: Call, page: string, more = {}) {
	return { ...call.routing, query: { q: 'organizationalEntity', organizationalEntity: page, ...more } };
}

async function ofPage(call: Call, page: string): Promise<IDataObject[]> {
	const [element]: Array<Entity | undefined> = await needElements(call.linkedin, requestFor(call, page));
	return [present(call, pageKeys(page), page, element ?? { organizationalEntity: page })];
}

async function ofPosts(
	call: Call,
	page: string,
	posts: ReturnType<typeof readPosts>,
): Promise<IDataObject[]> {
	const asked = await resolvePosts(call, posts);
	const { elements, refused, unsure } = await statisticsOfPosts(call, page, asked);
	// If LinkedIn answers for none of the posts, it may not count them at all, as with those of Showcase Pages.
	const isCounted = (urn: string) => elements.length > 0 && !unsure.has(urn);
	const leftOut = (urn: string) => ({
		urn,
		element: {
			organizationalEntity: page,
			[isShare(urn) ? 'share' : 'ugcPost']: urn,
			...(isCounted(urn) && { totalShareStatistics: NO_ACTIVITY }),
		},
	});
	return inOrderAsked(asked, elements, ({ urn }) => urn, leftOut).map(({ urn, element }) => {
		const keys = { urn, url: postUrl(urn) };
		const error = refused.get(urn);
		return error ? notFound(keys, error) : present(call, keys, page, element);
	});
}

function present(
	call: Call,
	keys: { urn: string; url: string },
	organization: string,
	element: Entity,
	schema = statistics,
): IDataObject {
	if (!call.simplify) return rawItem(element, keys);
	const total = readEntity(schema, element.totalShareStatistics) ?? {};
	return {
		...keys,
		organization,
		...spanOfElement(element),
		impressions: total.impressionCount ?? null,
		uniqueImpressions: total.uniqueImpressionsCount ?? null,
		clicks: total.clickCount ?? null,
		likes: total.likeCount ?? null,
		comments: total.commentCount ?? null,
		shares: total.shareCount ?? null,
		engagement: total.engagement ?? null,
	};
}
