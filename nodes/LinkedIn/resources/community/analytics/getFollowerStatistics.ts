import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { readEntity, type Entity } from '../../../transport/answers/readEntity';
import { DOCS } from '../../docs';
import {
	facetsField,
	facetsOf,
	FOLLOWER_FACETS,
	namesField,
	namesWhenAsked,
	partsOf,
	type NamedFacet,
} from '../../names/facets';
import { operation, type Call } from '../../operation';
import { needElements } from '../../statistics';
import { countSchema, sumOf } from '../../values/counts';
import { from365To2DaysAgo } from '../../values/days';
import { datesWhenSplit, granularityField, statisticsGranularity } from './dates/dateSplit';
import { timeRows } from './dates/timeRows';
import {
	pageKeys,
	pageText,
	STATISTICS_ROLE,
	STATISTICS_SCOPES,
	statisticsPageField,
	statisticsPageOf,
} from './page';

const SPLITS = ['TOTAL', 'DAY', 'WEEK', 'MONTH'];
const ALL_FACETS = FOLLOWER_FACETS.map(({ value }) => value);

/**
 * LinkedIn's organic count includes the paid followers, and its paid count is meaningless (docs.followerStatistics).
 */
const counted = z.object({ organicFollowerCount: countSchema }).partial();

/** Gains are negative on days with more members leaving than coming. */
const gained = z.object({ organicFollowerGain: z.number(), paidFollowerGain: z.number() }).partial();

export const getFollowerStatistics = operation({
	value: 'getFollowerStatistics',
	name: 'Get Follower Statistics of a Page',
	action: 'Get the follower statistics of a page',
	description:
		"Get a page's followers by country, function, industry, region, seniority or staff count (the top 100 of each), or its new followers per day, week or month. Sums are below the number of followers, because not all members fill these in. Only gains separate organic from paid followers.",
	docs: DOCS.followerStatistics,
	access: 'read',
	scopes: STATISTICS_SCOPES,
	role: STATISTICS_ROLE,
	routing: { restliMethod: 'FINDER', path: '/rest/organizationalEntityFollowerStatistics' },
	fields: [
		statisticsPageField,
		granularityField(SPLITS),
		facetsField(FOLLOWER_FACETS, ALL_FACETS, 'What to break the followers down by'),
		namesField,
		...datesWhenSplit,
	],
	async execute(call) {
		const granularity = statisticsGranularity(call, SPLITS);
		pageText(call);
		if (granularity === 'TOTAL') {
			const facets = facetsOf(call, FOLLOWER_FACETS, ALL_FACETS);
			return await followers(
				call,
				await statisticsPageOf(call),
				facets.length > 0 ? facets : FOLLOWER_FACETS,
			);
		}
		return await timeRows(call, {
			granularity,
			window: from365To2DaysAgo,
			ask: async (page, more) => await ask(call, page, more),
			present: (element) => {
				const gains = readEntity(gained, element.followerGains) ?? {};
				const { organicFollowerGain: organic = null, paidFollowerGain: paid = null } = gains;
				return { organicGain: organic, paidGain: paid, totalGain: sumOf([organic, paid]) };
			},
		});
	},
});

async function ask(call: Call, page: string, more = {}): Promise<Entity[]> {
	return await needElements(call.linkedin, {
		...call.routing,
		query: { q: 'organizationalEntity', organizationalEntity: page, ...more },
	});
}

async function followers(call: Call, page: string, facets: NamedFacet[]): Promise<IDataObject[]> {
	const elements = await ask(call, page);
	const parts = elements.flatMap((element) => partsOf(call.linkedin, element, 'followerCountsBy', facets));
	const names = await namesWhenAsked(call, parts);
	return parts.map(({ facet, value, entry }) => {
		const name = names.get(value) ?? null;
		if (!call.simplify) return { ...(entry as IDataObject), ...pageKeys(page), facet, value, name };
		const { organicFollowerCount: total = null } = readEntity(counted, entry.followerCounts) ?? {};
		return { ...pageKeys(page), facet, value, name, total };
	});
}
