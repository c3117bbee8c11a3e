/** What happened on a day with a page's post, or with the page as a whole. Organic only (docs.shareStatistics). */
export interface ShareActivity {
	organization: string;
	/** share or ugcPost URN; absent = a post that isn't requested by itself. */
	post?: string;
	/** Epoch ms. */
	at: number;
	impressionCount?: number;
	uniqueImpressionsCount?: number;
	clickCount?: number;
	/** Negative on a day with more unlikes than likes. */
	likeCount?: number;
	commentCount?: number;
	shareCount?: number;
}

export const FOLLOWER_FACETS = {
	AssociationType: 'associationType',
	Seniority: 'seniority',
	Industry: 'industry',
	Function: 'function',
	StaffCountRange: 'staffCountRange',
	GeoCountry: 'geo',
	Geo: 'geo',
} as const;
export type FollowerFacet = keyof typeof FOLLOWER_FACETS;

/** Followers with one value of a facet: `Seniority`, `urn:li:seniority:8`. */
export interface FollowerSegment {
	organization: string;
	facet: FollowerFacet;
	value: string;
	organic: number;
	paid?: number;
}

/** Followers gained or lost on a day. */
export interface FollowerGain {
	organization: string;
	at: number;
	organic: number;
	paid?: number;
}

export const PAGE_TABS = ['overview', 'careers', 'jobs', 'lifeAt'] as const;
export const PAGE_FACETS = {
	IndustryV2: 'industryV2',
	Seniority: 'seniority',
	Function: 'function',
	Geo: 'geo',
	GeoCountry: 'geo',
	StaffCountRange: 'staffCountRange',
} as const;

/** LinkedIn only counts the first on desktops. */
export const CAREERS_CLICKS = [
	'careersPageBannerPromoClicks',
	'careersPagePromoLinksClicks',
	'careersPageEmployeesClicks',
	'careersPageJobsClicks',
] as const;

/** Views of one tab of a page on a day, by viewers with the same facet values. */
export interface PageViews {
	organization: string;
	at: number;
	tab: (typeof PAGE_TABS)[number];
	device: 'desktop' | 'mobile';
	views: number;
	uniqueViews?: number;
	/** Clicks on the page's custom button, e.g. `{ type: 'VISIT_WEBSITE', clicks: 3 }`. */
	button?: { type: string; clicks: number };
	/** Clicks on the page's careers tab, on the row's device, e.g. `{ careersPageJobsClicks: 3 }`. */
	careersClicks?: Partial<Record<(typeof CAREERS_CLICKS)[number], number>>;
	/** E.g. `{ Seniority: 'urn:li:seniority:8' }`. */
	facets?: Partial<Record<keyof typeof PAGE_FACETS, string>>;
}

/** The value of a metric for a post on a day: for a page's video, or for a member's post. */
export interface PostMetric {
	/** share or ugcPost URN. */
	post: string;
	/** E.g. VIDEO_VIEW, REACTION. */
	metric: string;
	at: number;
	count: number;
}

/** New followers of a member on a day. */
export interface MemberFollowerGain {
	/** Person URN. */
	member: string;
	at: number;
	count: number;
}

/** What the analytics resources count: plain rows that tests add. */
export class Statistics {
	readonly shares: ShareActivity[] = [];
	readonly followerSegments: FollowerSegment[] = [];
	readonly followerGains: FollowerGain[] = [];
	readonly pageViews: PageViews[] = [];
	readonly videos: PostMetric[] = [];
	readonly memberPosts: PostMetric[] = [];
	readonly memberFollowerGains: MemberFollowerGain[] = [];
	/** Person URN → followers now. */
	readonly memberFollowers = new Map<string, number>();
}
