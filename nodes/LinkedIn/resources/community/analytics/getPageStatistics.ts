import type { IDataObject } from 'n8n-workflow';

import type { Entity } from '../../../transport/answers/readEntity';
import { isShowcase } from '../../../transport/restli/urns/actor';
import { DOCS } from '../../docs';
import {
	facetsField,
	facetsOf,
	namesField,
	namesWhenAsked,
	PAGE_FACETS,
	partsOf,
	type NamedFacet,
} from '../../names/facets';
import { operation, type Call } from '../../operation';
import { needElements } from '../../statistics';
import { untilToday } from '../../values/days';
import { datesWhenSplit, granularityField, statisticsGranularity } from './dates/dateSplit';
import { timeRows } from './dates/timeRows';
import { presentViews } from './metrics/pageViews';
import {
	pageKeys,
	pageText,
	STATISTICS_ROLE,
	STATISTICS_SCOPES,
	statisticsPageField,
	statisticsPageOf,
} from './page';

const SPLITS = ['TOTAL', 'DAY', 'MONTH'];

export const getPageStatistics = operation({
	value: 'getPageStatistics',
	name: 'Get Page Statistics',
	action: 'Get the visits and button clicks of a page',
	description:
		"Get a page's views (all, desktop, mobile, per section) and clicks on its buttons and careers tab: in total, per day or month, or by the visitors' country, function, industry, region, seniority or staff count",
	docs: DOCS.pageStatistics,
	access: 'read',
	scopes: STATISTICS_SCOPES,
	role: STATISTICS_ROLE,
	routing: { restliMethod: 'FINDER', path: '/rest/organizationPageStatistics' },
	fields: [
		statisticsPageField,
		granularityField(SPLITS),
		facetsField(PAGE_FACETS, [], 'What to break the views down by, in rows after the total'),
		namesField,
		...datesWhenSplit,
	],
	async execute(call) {
		const granularity = statisticsGranularity(call, SPLITS);
		pageText(call);
		if (granularity === 'TOTAL') {
			const facets = facetsOf(call, PAGE_FACETS, []);
			return await visitors(call, await statisticsPageOf(call), facets);
		}
		return await timeRows(call, {
			granularity,
			window: untilToday,
			ask: async (page, more) => await ask(call, page, more),
			present: (element) => presentViews(element.totalPageStatistics),
		});
	},
});

/** Showcase Pages have a separate resource, which uses another URN with the same number. */
async function ask(call: Call, page: string, more = {}): Promise<Entity[]> {
	if (isShowcase(pageText(call), 'Page')) {
		const brand = page.replace('urn:li:organization:', 'urn:li:organizationBrand:');
		return await needElements(call.linkedin, {
			...call.routing,
			path: '/rest/brandPageStatistics',
			query: { q: 'brand', brand, ...more },
		});
	}
	return await needElements(call.linkedin, {
		...call.routing,
		query: { q: 'organization', organization: page, ...more },
	});
}

async function visitors(call: Call, page: string, facets: NamedFacet[]): Promise<IDataObject[]> {
	const [element]: Array<Entity | undefined> = await ask(call, page);
	const parts = partsOf(call.linkedin, element, 'pageStatisticsBy', facets);
	const names = await namesWhenAsked(call, parts);
	const total = element?.totalPageStatistics;
	const row = (facet: string | null, value: string | null, statistics: unknown): IDataObject => {
		// Without a breakdown no row has a part.
		const part = facets.length > 0 && { facet, value, name: names.get(value ?? '') ?? null };
		const keys = { ...pageKeys(page), ...part };
		if (!call.simplify) return { ...keys, statistics: (statistics ?? null) as IDataObject };
		return { ...keys, ...presentViews(statistics) };
	};
	return [
		row(null, null, total),
		...parts.map(({ facet, value, entry }) => row(facet, value, entry.pageStatistics)),
	];
}
