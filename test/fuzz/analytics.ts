import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { locator, odd, text, value } from './values';

/** The fields of analytics and messages, with their values in a random run. */

const posts = fc.oneof(value, fc.array(value, { maxLength: 3 }));
const date = fc.oneof(
	value,
	fc.constantFrom<unknown>('2026-11-01', '2026-11-21T00:00:00', '2026-02-30', 1e20, { toISO: 'x' }),
);
const granularity = fc.oneof(fc.constantFrom('TOTAL', 'DAY', 'WEEK', 'MONTH'), odd);
const facets = fc.oneof(fc.constantFrom<unknown>([], ['industry'], ['seniority', 'country'], 'region'), odd);
const metrics = fc.oneof(
	fc.constantFrom<unknown>(['REACTION'], ['COMMENT', 'IMPRESSION'], 'VIDEO_VIEW', ['VIDEO_PLAY']),
	odd,
);
const dates = { granularity, start: date, end: date };
const ofFacets = { organization: locator, facets, names: fc.oneof(fc.boolean(), odd), ...dates };

export const ANALYTICS: Record<string, Record<string, fc.Arbitrary<unknown>>> = {
	'analytics:getShareStatistics': { organization: locator, posts, ...dates },
	'analytics:getFollowerStatistics': ofFacets,
	'analytics:getPageStatistics': ofFacets,
	'analytics:getMemberPostStatistics': { posts, metrics, ...dates },
	'analytics:getMemberFollowers': dates,
	'analytics:getVideoStatistics': {
		videosOf: fc.oneof(fc.constantFrom('page', 'member'), odd),
		posts,
		pageMetrics: metrics,
		memberMetrics: metrics,
		...dates,
	},
	'message:send': {
		recipients: posts,
		subject: value,
		text,
		pacing: fc.oneof(fc.constantFrom('atOnce', 'evenSpread'), odd),
		priority: fc.oneof(fc.integer(), odd),
		additionalFields: fc.oneof(
			fc.record({ thread: value, messageType: value, attachments: posts }, { requiredKeys: [] }),
			odd,
		),
	},
};

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();
const range = { start: daysAgo(9), end: daysAgo(3) };
const page = { organization: '2414183', facets: ['industry'], names: true, ...range };

/** Values that reach LinkedIn, with and without a time split. */
export const PLAUSIBLE_ANALYTICS: Record<string, (names: { post: string }) => IDataObject> = {
	'analytics:getShareStatistics': ({ post }) => ({ ...page, granularity: 'TOTAL', posts: post }),
	'analytics:getFollowerStatistics': () => ({ ...page, granularity: 'TOTAL' }),
	'analytics:getPageStatistics': () => ({ ...page, granularity: 'DAY' }),
	'analytics:getMemberPostStatistics': () => ({
		...range,
		posts: '',
		metrics: ['REACTION', 'COMMENT'],
		granularity: 'DAY',
	}),
	'analytics:getMemberFollowers': () => ({ ...range, granularity: 'DAY' }),
	'analytics:getVideoStatistics': () => ({
		...range,
		videosOf: 'page',
		posts: 'urn:li:ugcPost:3',
		pageMetrics: ['VIDEO_VIEW'],
		memberMetrics: ['VIDEO_PLAY'],
		granularity: 'WEEK',
	}),
	'message:send': () => ({
		recipients: 'abc,def',
		subject: '',
		text: 'Hello',
		pacing: 'atOnce',
		priority: 0,
		additionalFields: { messageType: 'MEMBER_TO_MEMBER', attachments: 'urn:li:digitalmediaAsset:C4E2' },
	}),
};
