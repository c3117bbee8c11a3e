import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { Unreadable } from '../../../transport/answers/elements';
import { readEntity, type Entity } from '../../../transport/answers/readEntity';
import { InputError } from '../../../transport/errors/inputError';
import { postUrl } from '../../../transport/restli/urns/url';
import { idTime } from '../../../transport/restli/urns/urn';
import type { RestliRequest } from '../../../transport/types';
import { DOCS } from '../../docs';
import { operation, type Call } from '../../operation';
import { postLocator } from '../../posts/reference';
import { asItIs } from '../../statistics';
import { countOf } from '../../values/counts';
import { calendarDaySchema, calendarText, untilToday, type DayRange } from '../../values/days';
import { plainText } from '../../values/plainText';
import {
	dateFields,
	dateRange,
	granularityField,
	rangeOf,
	spanOf,
	spanOfElement,
	statisticsGranularity,
} from './dates/dateSplit';
import type { DateSpan, MetricValue } from './metrics/mergeMetrics';
import { ask, askMetrics, metricsField, ofMember, statisticsMetricsOf, type Metric } from './metrics/metrics';
import { isShare, notFound, readPosts, resolvePosts } from './posts';

const SPLITS = ['TOTAL', 'DAY', 'WEEK'];

interface VideoMetric extends Metric {
	/** Months after publication for which LinkedIn keeps it; absent if it isn't documented. */
	keptMonths?: number;
}

/** Of the videos of a page (docs.videoAnalytics). */
const PAGE_METRICS: VideoMetric[] = [
	{ value: 'TIME_WATCHED', name: 'Time Watched', column: 'timeWatched' },
	{ value: 'TIME_WATCHED_FOR_VIDEO_VIEWS', name: 'Time Watched in Views', column: 'timeWatchedInViews' },
	{ value: 'VIEWER', name: 'Viewers', column: 'viewers', keptMonths: 6 },
	{ value: 'VIDEO_VIEW', name: 'Views', column: 'views', keptMonths: 6 },
];

/** Of the videos of a member (docs.memberVideoStatistics). */
const MEMBER_METRICS: VideoMetric[] = [
	{ value: 'VIDEO_PLAY', name: 'Plays', column: 'plays', keptMonths: 12 },
	{ value: 'VIDEO_VIEWER', name: 'Viewers', column: 'viewers', keptMonths: 12 },
	{ value: 'VIDEO_WATCH_TIME', name: 'Watch Time', column: 'watchTime' },
];

const shownFor = (owner: string, field: INodeProperties): INodeProperties => ({
	...field,
	displayOptions: { show: { videosOf: [owner] } },
});

const PAGE_DEFAULT = PAGE_METRICS.map(({ value }) => value);
const MEMBER_DEFAULT = MEMBER_METRICS.map(({ value }) => value);

const measured = z
	.object({
		dateRange: z.object({ start: calendarDaySchema, end: calendarDaySchema }),
	})
	.partial();

export const getVideoStatistics = operation({
	value: 'getVideoStatistics',
	name: 'Get Video Statistics',
	action: 'Get the statistics of videos',
	description:
		"Get views, viewers and watch time of a page's or your own video posts, in total or per day or week. Numbers LinkedIn doesn't have are null: it keeps views and viewers of a page for 6 months, plays and viewers of a member for 12.",
	docs: DOCS.videoAnalytics,
	access: 'read',
	scopes: { member: ['r_member_postAnalytics'], page: ['r_organization_social'] },
	role: 'ADMINISTRATOR or DIRECT_SPONSORED_CONTENT_POSTER',
	routing: { restliMethod: 'FINDER', path: '/rest/videoAnalytics' },
	fields: [
		{
			displayName: 'Videos Of',
			name: 'videosOf',
			type: 'options',
			default: 'page',
			options: [
				{ name: 'A Page', value: 'page' },
				{ name: 'Me', value: 'member' },
			],
		},
		postLocator({
			displayName: 'Posts',
			name: 'posts',
			description: 'A video post. By ID: URNs or links, separated by commas, or a list from an expression.',
		}),
		shownFor('page', metricsField('pageMetrics', PAGE_METRICS, PAGE_DEFAULT)),
		shownFor('member', metricsField('memberMetrics', MEMBER_METRICS, MEMBER_DEFAULT)),
		granularityField(SPLITS),
		...dateFields,
	],
	async execute(call) {
		const isMember = videosOf(call) === 'member';
		call.linkedin.need(isMember ? 'member' : 'page');
		const metrics = isMember
			? statisticsMetricsOf(call, 'memberMetrics', MEMBER_METRICS, MEMBER_DEFAULT)
			: statisticsMetricsOf(call, 'pageMetrics', PAGE_METRICS, PAGE_DEFAULT);
		const granularity = statisticsGranularity(call, isMember ? ['TOTAL', 'DAY'] : SPLITS);
		const posts = readPosts(call);
		if (posts.length === 0) {
			throw new InputError(
				'Posts',
				'Posts is empty',
				'Enter a URN, e.g. urn:li:ugcPost:7044807025298026496.',
			);
		}
		const now = Date.now();
		const range = rangeOf(call, untilToday(now), now);
		const subjects = await resolvePosts(call, posts);
		const wanted = { subjects, metrics, range, granularity, isSplit: granularity !== 'TOTAL' };
		const requestFor = isMember ? memberRequest : pageRequest;
		const work = async () =>
			call.simplify ? await rows(call, wanted, requestFor) : await elements(call, wanted, requestFor);
		return isMember ? await ofMember(call, work) : await work();
	},
});

function videosOf(call: Call): string {
	const given = plainText(call.parameter<unknown>('videosOf', 'page'), 'Videos Of').toLowerCase();
	if (given === 'member' || given === 'page') return given;
	throw new InputError('Videos Of', `Unknown value "${given}" for Videos Of`, 'Use member or page.');
}

interface Wanted {
	subjects: string[];
	metrics: VideoMetric[];
	range: DayRange | undefined;
	granularity: string;
	isSplit: boolean;
}

type RequestFor = (call: Call, wanted: Wanted, subject: string, metric: Metric) => RestliRequest;

const pageRequest: RequestFor = (call, { range, granularity }, subject, metric) => ({
	...call.routing,
	query: {
		q: 'entity',
		entity: subject,
		type: metric.value,
		aggregation: granularity === 'TOTAL' ? 'ALL' : granularity,
		...(range && { timeRange: { start: range.startMs, end: range.endMs } }),
	},
});

const memberRequest: RequestFor = (_call, { range, granularity }, subject, metric) => ({
	restliMethod: 'FINDER',
	path: '/rest/memberCreatorVideoAnalytics',
	query: {
		q: 'entity',
		entity: { [isShare(subject) ? 'share' : 'ugc']: subject },
		queryType: metric.value,
		aggregation: granularity === 'TOTAL' ? 'TOTAL' : 'DAILY',
		...(range && { dateRange: dateRange(range) }),
	},
});

/** Videos of pages have `value` and `timeRange`, those of members `count` and `dateRange`. */
function read(
	element: Entity,
	{ whole, isSplit, isGone }: { whole: DateSpan; isSplit: boolean; isGone: boolean },
): MetricValue | Unreadable {
	const number = countOf(element.value ?? element.count);
	const value = number === 0 && isGone ? null : number;
	if (!isSplit) return { ...whole, value };
	const days = readEntity(measured, element)?.dateRange;
	if (days) return { start: calendarText(days.start), end: calendarText(days.end), value };
	const span = spanOfElement(element);
	if (span.start === null) return new Unreadable('one has no dates');
	return { ...span, value };
}

/** Whether LinkedIn may have deleted this number, judged by the post's age in its id. */
function isNoLongerKept(subject: string, { keptMonths }: VideoMetric, nowMs: number): boolean {
	const publishedMs = idTime(subject.slice(subject.lastIndexOf(':') + 1));
	if (keptMonths === undefined || publishedMs === undefined) return false;
	const oldest = new Date(nowMs);
	oldest.setUTCMonth(oldest.getUTCMonth() - keptMonths);
	return publishedMs < oldest.getTime();
}

async function rows(call: Call, wanted: Wanted, requestFor: RequestFor): Promise<IDataObject[]> {
	const whole = spanOf(wanted.range);
	const now = Date.now();
	const merged = await askMetrics(
		call,
		{ ...wanted, whole, leftOut: null },
		(subject, metric) => requestFor(call, wanted, subject, metric),
		(subject, metric) => {
			const isGone = isNoLongerKept(subject, metric, now);
			return (element) => read(element, { whole, isSplit: wanted.isSplit, isGone });
		},
	);
	return merged.rows.map(({ subject, start, end, values }) => {
		const keys = { urn: subject, url: postUrl(subject) };
		const error = merged.refused.get(subject);
		if (error) return notFound(keys, error);
		const refused = (merged.partly.get(subject) ?? []).map((problem) => ({ ...problem }));
		return { ...keys, start, end, ...values, refused };
	});
}

async function elements(call: Call, wanted: Wanted, requestFor: RequestFor): Promise<IDataObject[]> {
	const items: IDataObject[] = [];
	for (const subject of wanted.subjects) {
		for (const metric of wanted.metrics) {
			const found = await ask(call, requestFor(call, wanted, subject, metric), wanted.isSplit, asItIs);
			if (!found.ok) throw found.error;
			for (const element of found.elements) {
				const keys = { urn: subject, url: postUrl(subject), metric: metric.value };
				items.push({ ...(element as IDataObject), ...keys });
			}
		}
	}
	return items;
}
