/**
 * What LinkedIn counts of a member's own posts, and when it can.
 * @see docs.memberPostStatistics
 */
import { InputError } from '../../../../transport/errors/inputError';
import type { Call } from '../../../operation';
import { checkSince } from '../../../values/since';
import type { Metric } from './metrics';

interface MemberMetric extends Metric {
	/** Whether LinkedIn splits it by day: for all posts together, and for one post. */
	daily: { all: boolean; one: boolean };
	/** First version that has it. */
	since?: string;
}

const always = { all: true, one: true };
const never = { all: false, one: false };
const since = '202604';

/** Sorted by name. */
export const MEMBER_METRICS: MemberMetric[] = [
	{ value: 'COMMENT', name: 'Comments', column: 'comments', daily: always },
	{
		value: 'FOLLOWER_GAINED_FROM_CONTENT',
		name: 'Followers Gained',
		column: 'followersGained',
		daily: never,
		since,
	},
	{ value: 'IMPRESSION', name: 'Impressions', column: 'impressions', daily: { all: true, one: false } },
	{ value: 'LINK_CLICKS', name: 'Link Clicks', column: 'linkClicks', daily: never, since },
	{ value: 'MEMBERS_REACHED', name: 'Members Reached', column: 'membersReached', daily: never },
	{
		value: 'PREMIUM_CTA_CLICKS',
		name: 'Premium Button Clicks',
		column: 'premiumButtonClicks',
		daily: always,
		since,
	},
	{ value: 'PROFILE_VIEW_FROM_CONTENT', name: 'Profile Views', column: 'profileViews', daily: never, since },
	{ value: 'REACTION', name: 'Reactions', column: 'reactions', daily: always },
	{ value: 'RESHARE', name: 'Reposts', column: 'reposts', daily: always },
	{ value: 'POST_SAVE', name: 'Saves', column: 'saves', daily: always, since },
	{ value: 'POST_SEND', name: 'Sends', column: 'sends', daily: always, since },
];

export const USUAL_MEMBER_METRICS = ['COMMENT', 'IMPRESSION', 'REACTION', 'RESHARE'];

/**
 * Refuses what LinkedIn cannot answer, before any call.
 * @param ofOnePost for single posts, not for all combined
 * @throws InputError that names the metrics
 */
export function checkMemberMetrics(
	call: Call,
	metrics: MemberMetric[],
	isDaily: boolean,
	ofOnePost: boolean,
): void {
	const names = (some: MemberMetric[]) => some.map(({ name }) => name).join(', ');
	checkSince(call.linkedin.version, 'Metrics', metrics);
	if (!isDaily) return;
	const undivided = metrics.filter(({ daily }) => !(ofOnePost ? daily.one : daily.all));
	if (undivided.length === 0) return;
	throw new InputError(
		'Metrics',
		`LinkedIn has no daily numbers for ${names(undivided)}${ofOnePost ? ' of single posts' : ''}`,
		'Remove them, or set Time Interval to Total.',
	);
}
