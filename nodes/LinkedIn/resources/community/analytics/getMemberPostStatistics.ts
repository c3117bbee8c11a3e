import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { Unreadable } from '../../../transport/answers/elements';
import { readEntity, type Entity } from '../../../transport/answers/readEntity';
import { postUrl } from '../../../transport/restli/urns/url';
import type { RestliRequest } from '../../../transport/types';
import { DOCS } from '../../docs';
import { operation, type Call } from '../../operation';
import { asItIs } from '../../statistics';
import { countOf } from '../../values/counts';
import { calendarDaySchema, calendarText, untilToday, type DayRange } from '../../values/days';
import {
	dateFields,
	dateRange,
	granularityField,
	rangeOf,
	spanOf,
	statisticsGranularity,
} from './dates/dateSplit';
import { checkMemberMetrics, MEMBER_METRICS, USUAL_MEMBER_METRICS } from './metrics/memberMetrics';
import type { MetricValue } from './metrics/mergeMetrics';
import {
	ask,
	askMetrics,
	growthOf,
	metricsField,
	ofMember,
	statisticsMetricsOf,
	type Metric,
} from './metrics/metrics';
import { isShare, notFound, readPosts, resolvePosts } from './posts';

const SPLITS = ['TOTAL', 'DAY'];

/** Means all posts combined. */
const ALL_POSTS = '';

/** The kind is the union's one member until version 202605, and a text from then on. */
const metricType = z.union([
	z.string(),
	z.record(z.string()).transform((union) => Object.values(union)[0] ?? ''),
]);
const counted = z.object({
	metricType: metricType.optional(),
	dateRange: z.object({ start: calendarDaySchema, end: calendarDaySchema }).optional(),
});

export const getMemberPostStatistics = operation({
	value: 'getMemberPostStatistics',
	name: 'Get My Post Statistics',
	action: 'Get the statistics of my own posts',
	description:
		"Get impressions, members reached, reactions, comments, reposts, saves and more of your own posts, per post or combined, in total or per day. Posts without activity are rows of zeros; numbers LinkedIn doesn't have are null.",
	docs: DOCS.memberPostStatistics,
	access: 'read',
	scopes: { any: ['r_member_postAnalytics'] },
	routing: { restliMethod: 'FINDER', path: '/rest/memberCreatorPostAnalytics' },
	fields: [
		{
			displayName: 'Posts',
			name: 'posts',
			type: 'string',
			default: '',
			placeholder: 'e.g. urn:li:share:7045020441609936898, urn:li:ugcPost:7044807025298026496',
			description:
				'URNs or links of your own posts, separated by commas, or a list from an expression. Leave empty for all posts combined. Links with an activity number work only for posts of your pages; otherwise use the URN that Create returned.',
		},
		metricsField('metrics', MEMBER_METRICS, USUAL_MEMBER_METRICS),
		granularityField(SPLITS),
		...dateFields,
	],
	async execute(call) {
		const isSplit = statisticsGranularity(call, SPLITS) === 'DAY';
		const metrics = statisticsMetricsOf(call, 'metrics', MEMBER_METRICS, USUAL_MEMBER_METRICS);
		const posts = readPosts(call);
		checkMemberMetrics(call, metrics, isSplit, posts.length > 0);
		const now = Date.now();
		const range = rangeOf(call, untilToday(now), now);
		const subjects = posts.length > 0 ? await resolvePosts(call, posts) : [ALL_POSTS];
		return await ofMember(call, async () =>
			call.simplify
				? await rows(call, { subjects, metrics, range, isSplit })
				: await elements(call, { subjects, metrics, range, isSplit }),
		);
	},
});

interface Wanted {
	subjects: string[];
	metrics: Metric[];
	range: DayRange | undefined;
	isSplit: boolean;
}

function requestFor(call: Call, { range, isSplit }: Wanted, subject: string, metric: Metric): RestliRequest {
	const which =
		subject === ALL_POSTS
			? { q: 'me' }
			: { q: 'entity', entity: { [isShare(subject) ? 'share' : 'ugc']: subject } };
	return {
		...call.routing,
		query: {
			...which,
			queryType: metric.value,
			aggregation: isSplit ? 'DAILY' : 'TOTAL',
			...(range && { dateRange: dateRange(range) }),
		},
	};
}

async function rows(call: Call, wanted: Wanted): Promise<IDataObject[]> {
	const whole = spanOf(wanted.range);
	const read = (element: Entity): MetricValue | Unreadable => {
		const value = (wanted.isSplit ? growthOf : countOf)(element.count);
		const { dateRange: days } = readEntity(counted, element) ?? {};
		if (!wanted.isSplit) return { ...whole, value };
		if (!days) return new Unreadable('one has no date');
		return { start: calendarText(days.start), end: calendarText(days.end), value };
	};
	const merged = await askMetrics(
		call,
		{ ...wanted, whole, leftOut: 0 },
		(subject, metric) => requestFor(call, wanted, subject, metric),
		() => read,
	);
	return merged.rows.map(({ subject, start, end, values }) => {
		const keys = { urn: subject, url: postUrl(subject) };
		const error = merged.refused.get(subject);
		if (error) return notFound(keys, error);
		return {
			...(subject === ALL_POSTS ? { urn: null, url: null } : keys),
			start,
			end,
			...values,
			refused: (merged.partly.get(subject) ?? []).map((problem) => ({ ...problem })),
		};
	});
}

/** LinkedIn's elements, unchanged except for a uniform metricType. */
async function elements(call: Call, wanted: Wanted): Promise<IDataObject[]> {
	const items: IDataObject[] = [];
	for (const subject of wanted.subjects) {
		for (const metric of wanted.metrics) {
			const found = await ask(call, requestFor(call, wanted, subject, metric), wanted.isSplit, asItIs);
			if (!found.ok) throw found.error;
			for (const element of found.elements) {
				const type = readEntity(counted, element)?.metricType ?? metric.value;
				const keys =
					subject === ALL_POSTS ? { urn: null, url: null } : { urn: subject, url: postUrl(subject) };
				items.push({ ...(element as IDataObject), metricType: type, ...keys });
			}
		}
	}
	return items;
}
