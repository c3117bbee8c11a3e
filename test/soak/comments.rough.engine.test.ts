/**
 * The comment trigger over days with every fault and quirk, outages, crashes, a wrong clock, publications and
 * overlapping polls. `npm run soak` runs all lives, until each fault has occurred a hundred times.
 */
import { liveRoughlyOnComments, type CommentLife } from './commentRun';
import { testRoughLives } from './lives';
import type { Listed } from './options';
import { OFTEN, SELDOM, type Roughness } from './rough';

const LIVES: Array<CommentLife & Roughness & Listed> = [
	{ name: 'feed', connection: 'standardFeed', posts: 26, commentsADay: 40, ...OFTEN, short: true },
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
	{ name: 'counts at 80 calls', connection: 'counts', posts: 9, commentsADay: 8, ...SELDOM },
	{ name: 'development', connection: 'development', posts: 9, commentsADay: 8, ...SELDOM },
];

testRoughLives({ lives: LIVES, live: liveRoughlyOnComments, shortDays: 5 });
