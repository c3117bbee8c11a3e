import { badRequest, notFound } from '../errors';
import { listAnswer, PAGING } from '../paging';
import { dateParts, inBuckets, readDateRange } from '../timeRanges';
import { FOREVER, isKept, oneOf, sum, targetOf } from './postAnalytics';
import type { Answer, Call, Resource } from '../resource';
import type { PostMetric } from '../statistics';
import type { Span } from '../timeRanges';

const QUERY_TYPES = ['VIDEO_PLAY', 'VIDEO_VIEWER', 'VIDEO_WATCH_TIME'] as const;
/** Deleted a year after the post (docs.memberVideoStatistics). */
const FORGOTTEN: string[] = ['VIDEO_PLAY', 'VIDEO_VIEWER'];

/** /rest/memberCreatorVideoAnalytics (docs.memberVideoStatistics). Its rows are those of `statistics.memberPosts`. */
export const memberCreatorVideoAnalytics: Resource = {
	path: '/rest/memberCreatorVideoAnalytics',
	permission: 'partnerApiMemberCreatorVideoAnalytics',
	finders: {
		entity: {
			scopes: ['r_member_postAnalytics'],
			params: ['entity', 'queryType', 'aggregation', 'dateRange', ...PAGING],
			handle: find,
		},
	},
};

function find(call: Call): Answer {
	// Apps of the Development tier were seen to get 404 for the member's analytics.
	if (call.app.tier === 'development') throw notFound();
	const { urn, ...targetEntity } = targetOf(call);
	if (!targetEntity.ugc) throw badRequest('The parameter "entity" is (ugc:…)');
	const queryType = oneOf(call, 'queryType', QUERY_TYPES);
	const aggregation = oneOf(call, 'aggregation', ['TOTAL', 'DAILY'] as const, 'TOTAL');
	const span = readDateRange(call.params.dateRange);
	const { start, end } = span ?? FOREVER;
	const createdAt = call.state.findPost(urn)?.createdAt ?? 0;
	const kept = !FORGOTTEN.includes(queryType) || isKept(call, createdAt, 12);
	const rows = call.state.statistics.memberPosts.filter(
		(row) => kept && row.post === urn && row.metric === queryType && row.at >= start && row.at < end,
	);
	const element = (some: PostMetric[], range?: Span) => ({
		count: sum(some),
		metricType: queryType,
		targetEntity,
		...(range ? { dateRange: { start: dateParts(range.start), end: dateParts(range.end) } } : {}),
	});
	if (aggregation === 'DAILY') {
		const days = inBuckets(rows, { start, end }, 'DAY');
		return listAnswer(
			days.map(({ bucket, rows: some }) => element(some, bucket)),
			call.params,
			{ total: true },
		);
	}
	return listAnswer(rows.length > 0 ? [element(rows, span)] : [], call.params, { total: true });
}
