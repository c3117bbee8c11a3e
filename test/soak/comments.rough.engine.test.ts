/**
 * The comment trigger over days with every fault and quirk, outages, crashes, a wrong clock, publications and
 * overlapping polls. `npm run soak` runs all lives, until each fault has occurred a hundred times.
 */
import { liveRoughlyOnComments, type CommentLife } from './commentRun';
import { testRoughLives } from './lives';
import type { Listed } from './options';
import { EVENTS } from './pageWorld';
import { OFTEN, SELDOM, type Roughness } from './rough';

/** With reactions in bursts of thousands. */
const EVERYTHING = { posts: 26, commentsADay: 40, events: EVENTS, reactionBurst: 2_000 };

const LIVES: Array<CommentLife & Roughness & Listed> = [
	{ name: 'feed', connection: 'standardFeed', posts: 26, commentsADay: 40, ...OFTEN },
	{ ...EVERYTHING, name: 'feed, all events', connection: 'standardFeed', ...OFTEN, short: true },
	{
		...EVERYTHING,
		name: 'feed, all events, short likes',
		connection: 'standardFeed',
		forms: { like: 'shortLike', share: 'activity' },
		...OFTEN,
	},
	{ name: 'counts', connection: 'standardCounts', posts: 26, commentsADay: 40, ...OFTEN },
	{
		name: 'chosen posts',
		connection: 'standardFeed',
		posts: 26,
		commentsADay: 40,
		watch: 'posts',
		...OFTEN,
	},
	{ name: 'feed at 80 calls', connection: 'feed', posts: 9, commentsADay: 8, ...SELDOM },
	{
		...EVERYTHING,
		name: 'feed at 80 calls, all events',
		connection: 'feed',
		posts: 9,
		commentsADay: 8,
		...SELDOM,
	},
	{ name: 'counts at 80 calls', connection: 'counts', posts: 9, commentsADay: 8, ...SELDOM },
	{ name: 'development', connection: 'development', posts: 9, commentsADay: 8, ...SELDOM },
];

testRoughLives({ lives: LIVES, live: liveRoughlyOnComments, shortDays: 5 });
