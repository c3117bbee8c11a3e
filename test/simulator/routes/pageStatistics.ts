import { badRequest, wrongUrnType } from '../errors';
import { requireRole } from '../access';
import { PAGING } from '../paging';
import { inBuckets, readIntervals } from '../timeRanges';
import { requireText } from '../dispatch';
import { shareActivityOf } from '../shareActivity';
import { CAREERS_CLICKS, FOLLOWER_FACETS, PAGE_FACETS, PAGE_TABS } from '../statistics';
import type { Answer, Call, Resource } from '../resource';
import type { FollowerFacet, PageViews, ShareActivity } from '../statistics';
import type { RestliValue } from '../restli';

const SCOPES = ['rw_organization_admin', 'r_organization_admin'];
const DAY_MS = 24 * 60 * 60 * 1000;
const YEAR_MS = 365 * DAY_MS;
const FOLLOWER_LAG_MS = 2 * DAY_MS;
const MAX_SEGMENTS = 100;

/** /rest/organizationalEntityShareStatistics (docs.shareStatistics). */
export const organizationalEntityShareStatistics: Resource = {
	path: '/rest/organizationalEntityShareStatistics',
	permission: 'partnerApiOrganizationalEntityShareStatistics',
	finders: {
		organizationalEntity: {
			scopes: SCOPES,
			params: ['organizationalEntity', 'timeIntervals', 'shares', 'ugcPosts', ...PAGING],
			handle: shareStatistics,
		},
	},
};

/** /rest/organizationalEntityFollowerStatistics (docs.followerStatistics). */
export const organizationalEntityFollowerStatistics: Resource = {
	path: '/rest/organizationalEntityFollowerStatistics',
	permission: 'partnerApiOrganizationalEntityFollowerStatistics',
	finders: {
		organizationalEntity: {
			scopes: SCOPES,
			params: ['organizationalEntity', 'timeIntervals', ...PAGING],
			handle: followerStatistics,
		},
	},
};

/** /rest/organizationPageStatistics (docs.pageStatistics). */
export const organizationPageStatistics: Resource = {
	path: '/rest/organizationPageStatistics',
	permission: 'partnerApiOrganizationPageStatistics',
	finders: {
		organization: {
			scopes: SCOPES,
			params: ['organization', 'timeIntervals', ...PAGING],
			handle: (call) => pageStatistics(call, 'organization', 'organization'),
		},
	},
};

/** /rest/brandPageStatistics: the same for showcase pages (docs.pageStatistics). */
export const brandPageStatistics: Resource = {
	path: '/rest/brandPageStatistics',
	permission: 'partnerApiBrandPageStatistics',
	finders: {
		brand: {
			scopes: SCOPES,
			params: ['brand', 'timeIntervals', ...PAGING],
			handle: (call) => pageStatistics(call, 'brand', 'organizationBrand'),
		},
	},
};

/** These resources aren't paged: `start` and `count` have no effect. */
const everything = (elements: unknown[]): Answer => ({
	status: 200,
	body: { paging: { start: 0, count: 10, links: [] }, elements },
});

/** The requested page, which the caller must administer. @throws ApiError 400, 403 */
function pageOf(call: Call, parameter: string, types: string): string {
	const page = requireText(call.params, parameter);
	if (!new RegExp(`^urn:li:(${types}):\\d+$`).test(page)) throw wrongUrnType(parameter, page, types);
	requireRole(call, page, 'administer');
	return page.replace('organizationBrand', 'organization');
}

function shareStatistics(call: Call): Answer {
	const asked = requireText(call.params, 'organizationalEntity');
	const page = pageOf(call, 'organizationalEntity', 'organization|organizationBrand');
	const now = call.clock.now();
	const intervals = readIntervals(call.params.timeIntervals, ['DAY', 'MONTH'], now);
	const shares = readPosts(call.params, 'shares', 'share');
	const ugcPosts = readPosts(call.params, 'ugcPosts', 'ugcPost');
	const posts = shares || ugcPosts ? new Set([...(shares ?? []), ...(ugcPosts ?? [])]) : undefined;
	const rows = [
		...call.state.statistics.shares.filter((row) => row.organization === page),
		...shareActivityOf(call.state, page, now, posts && ((urn) => posts.has(urn))),
	];
	if (shares ?? ugcPosts) {
		if (intervals) throw badRequest('timeIntervals do not go with shares or ugcPosts');
		const of = (field: 'share' | 'ugcPost', posts: string[] = []) =>
			posts
				.map((post) => ({ post, total: sum(rows.filter((row) => row.post === post)) }))
				.filter(({ total }) => isActive(total))
				.map(({ post, total }) => ({
					organizationalEntity: asked,
					[field]: post,
					totalShareStatistics: statisticsOf(total, true),
				}));
		return everything([...of('share', shares), ...of('ugcPost', ugcPosts)]);
	}
	if (!intervals) {
		return everything([{ organizationalEntity: asked, totalShareStatistics: statisticsOf(sum(rows), true) }]);
	}
	const recent = rows.filter((row) => row.at >= now - YEAR_MS);
	return everything(
		inBuckets(recent, intervals.span, intervals.granularity)
			.map(({ bucket, rows: some }) => ({ bucket, total: sum(some) }))
			.filter(({ total }) => isActive(total))
			.map(({ bucket, total }) => ({
				organizationalEntity: asked,
				timeRange: bucket,
				totalShareStatistics: statisticsOf(total, false),
			})),
	);
}

/** A list of URNs of one type: other types and activities are wrong here. @throws ApiError 400 */
function readPosts(params: Call['params'], name: string, type: string): string[] | undefined {
	const value: RestliValue | undefined = params[name];
	if (value === undefined) return undefined;
	if (!Array.isArray(value) || value.length === 0) throw badRequest(`The parameter "${name}" is a list`);
	for (const one of value) {
		if (typeof one !== 'string' || !new RegExp(`^urn:li:${type}:\\d+$`).test(one)) {
			throw wrongUrnType(name, typeof one === 'string' ? one : JSON.stringify(one), type);
		}
	}
	return value as string[];
}

const COUNTS = [
	'impressionCount',
	'uniqueImpressionsCount',
	'clickCount',
	'likeCount',
	'commentCount',
	'shareCount',
] as const;
type Counts = Record<(typeof COUNTS)[number], number>;

const sum = (rows: ShareActivity[]) =>
	Object.fromEntries(
		COUNTS.map((name) => [name, rows.reduce((total, row) => total + (row[name] ?? 0), 0)]),
	) as Counts;

const isActive = (counts: Counts) => COUNTS.some((name) => counts[name] !== 0);

/** Unique impressions can't be summed over days, so time-bound rows have none. */
function statisticsOf({ uniqueImpressionsCount, ...counts }: Counts, isLifetime: boolean): object {
	const { clickCount, likeCount, commentCount, shareCount, impressionCount } = counts;
	const actions = clickCount + likeCount + commentCount + shareCount;
	return {
		...counts,
		...(isLifetime ? { uniqueImpressionsCount } : {}),
		engagement: impressionCount === 0 ? 0 : actions / impressionCount,
	};
}

/** The organic count of a facet includes paid followers; only gains distinguish them (docs.followerStatistics). */
function followerStatistics(call: Call): Answer {
	const asked = requireText(call.params, 'organizationalEntity');
	const page = pageOf(call, 'organizationalEntity', 'organization|organizationBrand');
	const now = call.clock.now();
	const intervals = readIntervals(call.params.timeIntervals, ['DAY', 'WEEK', 'MONTH'], now);
	const { followerGains, followerSegments } = call.state.statistics;
	if (!intervals) {
		const facets = (Object.keys(FOLLOWER_FACETS) as FollowerFacet[]).map((facet) => [
			`followerCountsBy${facet}`,
			followerSegments
				.filter((one) => one.organization === page && one.facet === facet)
				.sort((a, b) => b.organic + (b.paid ?? 0) - a.organic - (a.paid ?? 0))
				.slice(0, MAX_SEGMENTS)
				.map((one) => ({
					followerCounts: {
						organicFollowerCount: one.organic + (one.paid ?? 0),
						paidFollowerCount: one.paid ?? 0,
					},
					[FOLLOWER_FACETS[facet]]: one.value,
				})),
		]);
		return everything([{ organizationalEntity: asked, ...Object.fromEntries(facets) }]);
	}
	const known = followerGains.filter(
		(one) => one.organization === page && one.at >= now - YEAR_MS && one.at < now - FOLLOWER_LAG_MS,
	);
	return everything(
		inBuckets(known, intervals.span, intervals.granularity).map(({ bucket, rows }) => ({
			organizationalEntity: asked,
			timeRange: bucket,
			followerGains: {
				organicFollowerGain: rows.reduce((total, row) => total + row.organic, 0),
				paidFollowerGain: rows.reduce((total, row) => total + (row.paid ?? 0), 0),
			},
		})),
	);
}

function pageStatistics(call: Call, parameter: 'organization' | 'brand', type: string): Answer {
	const asked = requireText(call.params, parameter);
	const page = pageOf(call, parameter, type);
	const intervals = readIntervals(call.params.timeIntervals, ['DAY', 'MONTH'], call.clock.now());
	const rows = call.state.statistics.pageViews.filter((row) => row.organization === page);
	if (intervals) {
		return everything(
			inBuckets(rows, intervals.span, intervals.granularity).map(({ bucket, rows: some }) => ({
				[parameter]: asked,
				timeRange: bucket,
				totalPageStatistics: totals(some, true),
			})),
		);
	}
	const facets = (Object.keys(PAGE_FACETS) as Array<keyof typeof PAGE_FACETS>).map((facet) => {
		const values = [...new Set(rows.flatMap((row) => row.facets?.[facet] ?? []))];
		return [
			`pageStatisticsBy${facet}`,
			values.map((value) => ({
				[PAGE_FACETS[facet]]: value,
				pageStatistics: {
					views: views(
						rows.filter((row) => row.facets?.[facet] === value),
						false,
					),
				},
			})),
		];
	});
	return everything([
		{ [parameter]: asked, totalPageStatistics: totals(rows, false), ...Object.fromEntries(facets) },
	]);
}

function totals(rows: PageViews[], isTimeBound: boolean): object {
	const clicksOn = (device: string) => {
		const clicks = new Map<string, number>();
		for (const { button } of rows.filter((row) => row.device === device)) {
			if (button) clicks.set(button.type, (clicks.get(button.type) ?? 0) + button.clicks);
		}
		return [...clicks].map(([customButtonType, count]) => ({ customButtonType, clicks: count }));
	};
	const careers = (device: string, names: readonly (typeof CAREERS_CLICKS)[number][]) =>
		Object.fromEntries(
			names.map((name) => [
				name,
				rows
					.filter((row) => row.device === device)
					.reduce((total, { careersClicks }) => total + (careersClicks?.[name] ?? 0), 0),
			]),
		);
	return {
		clicks: {
			careersPageClicks: careers('desktop', CAREERS_CLICKS),
			mobileCareersPageClicks: careers('mobile', CAREERS_CLICKS.slice(1)),
			desktopCustomButtonClickCounts: clicksOn('desktop'),
			mobileCustomButtonClickCounts: clicksOn('mobile'),
		},
		views: views(rows, isTimeBound),
	};
}

/** Each tab in total, on desktop and on mobile; unique views only in time-bound rows. */
function views(rows: PageViews[], isTimeBound: boolean): object {
	const count = (some: PageViews[]) => ({
		pageViews: some.reduce((total, row) => total + row.views, 0),
		...(isTimeBound
			? { uniquePageViews: some.reduce((total, row) => total + (row.uniqueViews ?? 0), 0) }
			: {}),
	});
	const of = (tab: string, device?: string) =>
		count(rows.filter((row) => (tab === 'all' || row.tab === tab) && row.device === (device ?? row.device)));
	const named = (tab: string) => tab[0].toUpperCase() + tab.slice(1);
	return {
		allPageViews: of('all'),
		allDesktopPageViews: of('all', 'desktop'),
		allMobilePageViews: of('all', 'mobile'),
		...Object.fromEntries(
			PAGE_TABS.flatMap((tab) => [
				[`${tab}PageViews`, of(tab)],
				[`desktop${named(tab)}PageViews`, of(tab, 'desktop')],
				[`mobile${named(tab)}PageViews`, of(tab, 'mobile')],
			]),
		),
	};
}
