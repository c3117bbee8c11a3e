import { badRequest, denied, invalidValue, missingField, notFound, wrongUrnType } from '../errors';
import { requirePostReader, requireRole } from '../access';
import { listAnswer, PAGING } from '../paging';
import { dateParts, inBuckets, readDateRange, readMsRange } from '../timeRanges';
import { requireText } from '../dispatch';
import type { Answer, Call, Resource } from '../resource';
import type { PostMetric } from '../statistics';
import type { RestliValue } from '../restli';
import type { Span } from '../timeRanges';

export const FOREVER: Span = { start: -Infinity, end: Infinity };

/** /rest/videoAnalytics (docs.videoAnalytics). */
export const videoAnalytics: Resource = {
	path: '/rest/videoAnalytics',
	permission: 'partnerApiVideoAnalytics',
	finders: {
		entity: {
			scopes: ['r_organization_social'],
			params: ['entity', 'type', 'aggregation', 'timeRange', ...PAGING],
			handle: findVideo,
		},
	},
};

const MEMBER_POST_PARAMS = ['queryType', 'aggregation', 'dateRange', ...PAGING];

/** /rest/memberCreatorPostAnalytics (docs.memberPostStatistics). */
export const memberCreatorPostAnalytics: Resource = {
	path: '/rest/memberCreatorPostAnalytics',
	permission: 'partnerApiMemberCreatorPostAnalytics',
	finders: {
		entity: {
			scopes: ['r_member_postAnalytics'],
			params: ['entity', ...MEMBER_POST_PARAMS],
			handle: (call) => findMemberPost(call, targetOf(call)),
		},
		me: {
			scopes: ['r_member_postAnalytics'],
			params: MEMBER_POST_PARAMS,
			handle: (call) => findMemberPost(call, undefined),
		},
	},
};

/** /rest/memberFollowersCount (docs.memberFollowers). */
export const memberFollowersCount: Resource = {
	path: '/rest/memberFollowersCount',
	permission: 'partnerApiMemberFollowersCount',
	finders: {
		me: { scopes: ['r_member_profileAnalytics'], params: PAGING, handle: countFollowers },
		dateRange: {
			scopes: ['r_member_profileAnalytics'],
			params: ['dateRange', ...PAGING],
			handle: countNewFollowers,
		},
	},
};

export function oneOf<Word extends string>(
	call: Call,
	name: string,
	words: readonly Word[],
	otherwise?: Word,
): Word {
	const value = call.params[name];
	if (value === undefined && otherwise !== undefined) return otherwise;
	if (value === undefined) throw missingField(name);
	const found = words.find((word) => word === value);
	if (found === undefined) throw invalidValue(name, JSON.stringify(value));
	return found;
}

export const sum = (rows: PostMetric[]) => rows.reduce((total, row) => total + row.count, 0);

const VIDEO_TYPES = ['VIDEO_VIEW', 'VIEWER', 'TIME_WATCHED', 'TIME_WATCHED_FOR_VIDEO_VIEWS'] as const;

/** Deleted six months after the post (docs.videoAnalytics). */
const FORGOTTEN_VIDEO_TYPES: string[] = ['VIDEO_VIEW', 'VIEWER'];

/** Whether a post of this time, epoch ms, is at most this many months old. */
export function isKept(call: Call, createdAt: number, months: number): boolean {
	const oldest = new Date(call.clock.now());
	oldest.setUTCMonth(oldest.getUTCMonth() - months);
	return createdAt >= oldest.getTime();
}

function findVideo(call: Call): Answer {
	const entity = requireText(call.params, 'entity');
	if (!/^urn:li:ugcPost:\d+$/.test(entity)) throw wrongUrnType('entity', entity, 'ugcPost');
	const type = oneOf(call, 'type', VIDEO_TYPES);
	const aggregation = oneOf(call, 'aggregation', ['DAY', 'WEEK', 'ALL'] as const, 'ALL');
	const { timeRange } = call.params;
	const span = timeRange === undefined ? FOREVER : readMsRange(timeRange, 'timeRange', call.clock.now());
	const post = call.state.findPost(entity);
	if (!post || post.isDeleted) throw notFound();
	requirePostReader(call, post.author);
	requireRole(call, post.author, 'readVideos');
	const kept = !FORGOTTEN_VIDEO_TYPES.includes(type) || isKept(call, post.createdAt, 6);
	const rows = call.state.statistics.videos.filter(
		(row) => kept && row.post === entity && row.metric === type && row.at >= span.start && row.at < span.end,
	);
	const groups =
		aggregation === 'ALL'
			? rows.length === 0
				? []
				: [{ bucket: span === FOREVER ? undefined : span, rows }]
			: inBuckets(rows, span, aggregation);
	const found = groups.map(({ bucket, rows: some }) => ({
		entity,
		statisticsType: type,
		value: sum(some),
		...(bucket ? { timeRange: bucket } : {}),
	}));
	return listAnswer(found, call.params);
}

const QUERY_TYPES = ['IMPRESSION', 'MEMBERS_REACHED', 'RESHARE', 'REACTION', 'COMMENT'] as const;
/** New in 202604. */
const LATER_QUERY_TYPES = [
	'POST_SAVE',
	'POST_SEND',
	'LINK_CLICKS',
	'PREMIUM_CTA_CLICKS',
	'FOLLOWER_GAINED_FROM_CONTENT',
	'PROFILE_VIEW_FROM_CONTENT',
] as const;
const NEVER_DAILY: string[] = [
	'MEMBERS_REACHED',
	'LINK_CLICKS',
	'FOLLOWER_GAINED_FROM_CONTENT',
	'PROFILE_VIEW_FROM_CONTENT',
];

/** `(share:urn)` or `(ugc:urn)`, each with its own URN type. @throws ApiError 400, 403, 404 */
export function targetOf(call: Call): { share?: string; ugc?: string; urn: string } {
	const entity: RestliValue | undefined = call.params.entity;
	if (entity === undefined) throw missingField('entity');
	const isRecord = typeof entity === 'object' && !Array.isArray(entity);
	const [name, ...others] = isRecord ? Object.keys(entity) : [];
	if (!isRecord || others.length > 0 || (name !== 'share' && name !== 'ugc')) {
		throw badRequest('The parameter "entity" is (share:…) or (ugc:…)');
	}
	const urn = entity[name];
	const type = name === 'share' ? 'share' : 'ugcPost';
	if (typeof urn !== 'string' || !new RegExp(`^urn:li:${type}:\\d+$`).test(urn)) {
		throw wrongUrnType(`entity/${name}`, typeof urn === 'string' ? urn : JSON.stringify(urn), type);
	}
	const post = call.state.findPost(urn);
	if (!post || post.isDeleted) throw notFound();
	if (post.author !== call.member?.urn) throw denied(`${urn} is not a post of the member`);
	return { [name]: urn, urn };
}

function findMemberPost(call: Call, target: ReturnType<typeof targetOf> | undefined): Answer {
	// Apps of the Development tier were seen to get 404 here (docs/behaviour.md#development-tier).
	if (call.app.tier === 'development') throw notFound();
	const types = [...QUERY_TYPES, ...((call.version ?? '') >= '202604' ? LATER_QUERY_TYPES : [])];
	const queryType = oneOf(call, 'queryType', types);
	const aggregation = oneOf(call, 'aggregation', ['TOTAL', 'DAILY'] as const, 'TOTAL');
	const isNeverDaily = NEVER_DAILY.includes(queryType) || (queryType === 'IMPRESSION' && target);
	if (aggregation === 'DAILY' && isNeverDaily) throw invalidValue('aggregation', `DAILY for ${queryType}`);
	const span = readDateRange(call.params.dateRange);
	const { start, end } = span ?? FOREVER;
	const own = new Set(call.state.posts(call.member?.urn).map((post) => post.urn));
	const rows = call.state.statistics.memberPosts.filter(
		(row) =>
			row.metric === queryType &&
			(target ? row.post === target.urn : own.has(row.post)) &&
			row.at >= start &&
			row.at < end,
	);
	const { urn: _urn, ...targetEntity } = target ?? { urn: '' };
	const element = (some: PostMetric[], range?: Span) => ({
		count: sum(some),
		metricType: metricType(call, queryType),
		...(target ? { targetEntity } : {}),
		...(range ? { dateRange: { start: dateParts(range.start), end: dateParts(range.end) } } : {}),
	});
	const found =
		aggregation === 'DAILY'
			? inBuckets(rows, { start, end }, 'DAY').map(({ bucket, rows: some }) => element(some, bucket))
			: rows.length > 0
				? [element(rows, span)]
				: [];
	return listAnswer(found, call.params, { total: true });
}

/** An object before 202605, a string from then on (docs.memberPostStatistics). */
const metricType = (call: Call, queryType: string) =>
	(call.version ?? '') >= '202605'
		? queryType
		: { 'com.linkedin.adsexternalapi.memberanalytics.v1.CreatorPostAnalyticsMetricTypeV1': queryType };

function countFollowers(call: Call): Answer {
	const memberFollowersCount = call.state.statistics.memberFollowers.get(call.member?.urn ?? '') ?? 0;
	return listAnswer([{ memberFollowersCount }], call.params);
}

/** New followers per day. */
function countNewFollowers(call: Call): Answer {
	const span = readDateRange(call.params.dateRange);
	if (!span) throw missingField('dateRange');
	const rows = call.state.statistics.memberFollowerGains.filter((one) => one.member === call.member?.urn);
	const found = inBuckets(rows, span, 'DAY').map(({ bucket, rows: some }) => ({
		memberFollowersCount: some.reduce((total, row) => total + row.count, 0),
		dateRange: { start: dateParts(bucket.start), end: dateParts(bucket.end) },
	}));
	return listAnswer(found, call.params);
}
