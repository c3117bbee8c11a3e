/** The areas that an access policy speaks of, and which resource lies in which. */
import type { RestliMethod } from '../restli/method';

export const AREAS = {
	posts: 'Posts',
	comments: 'Comments and Reactions',
	media: 'Media',
	pages: 'Pages and Analytics',
	messages: 'Messages',
	ads: 'Ads',
	leads: 'Leads',
	conversions: 'Conversions and Audiences',
	api: 'API Call',
} as const;

export type Area = keyof typeof AREAS;

/** From least to most; each allows those before it. `full`: deletes, closes comments, activates ads. */
export const LEVELS = ['off', 'read', 'write', 'full'] as const;
export type Level = (typeof LEVELS)[number];
export const LEVEL_NAMES: Record<Level, string> = { off: 'Off', read: 'Read', write: 'Write', full: 'Full' };
/** What an operation takes. */
export type Access = Exclude<Level, 'off'>;

export interface Need {
	area: Area;
	access: Access;
}

/** `always`: it only tells what this connection is, reaches and did, which no policy forbids. */
export type AreaOrAlways = Area | 'always';

/** By the value of the resource. */
export const AREA_OF_RESOURCE: Record<string, AreaOrAlways> = {
	profile: 'always',
	usage: 'always',
	post: 'posts',
	legacyPost: 'posts',
	comment: 'comments',
	reaction: 'comments',
	engagement: 'comments',
	media: 'media',
	organization: 'pages',
	analytics: 'pages',
	// They are others, not the one who is connected.
	person: 'pages',
	message: 'messages',
	adAccount: 'ads',
	adAccountUser: 'ads',
	adLibrary: 'ads',
	campaign: 'ads',
	campaignGroup: 'ads',
	creative: 'ads',
	report: 'ads',
	targeting: 'ads',
	leadForm: 'leads',
	leadResponse: 'leads',
	audience: 'conversions',
	conversion: 'conversions',
	conversionEvent: 'conversions',
	api: 'api',
};

/** What is needed to do something in an area. */
export function needsIn(area: AreaOrAlways, access: Access): Need[] {
	return area === 'always' ? [] : [{ area, access }];
}

const READS: readonly string[] = [
	'BATCH_FINDER',
	'BATCH_GET',
	'FINDER',
	'GET',
	'GET_ALL',
] satisfies RestliMethod[];
const WRITES: readonly string[] = [
	'ACTION',
	'BATCH_CREATE',
	'BATCH_PARTIAL_UPDATE',
	'BATCH_UPDATE',
	'CREATE',
	'PARTIAL_UPDATE',
	'UPDATE',
] satisfies RestliMethod[];

/** What a Rest.li method takes, where nothing else is known of the request; of anything else, the most. */
export function accessOfMethod(method: string): Access {
	if (READS.includes(method)) return 'read';
	return WRITES.includes(method) ? 'write' : 'full';
}
