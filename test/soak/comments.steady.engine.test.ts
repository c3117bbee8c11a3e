/**
 * The comment trigger over days without a fault, a poll a minute: nothing is lost or repeated, and no day exceeds its
 * budget. `npm run soak` runs all lives and 30 days of each.
 */
import { liveSteadily, type CommentLife } from './commentRun';
import { ACME, GLOBEX } from './commentWorld';
import { testSteadyLives } from './lives';
import type { Listed } from './options';

const FEW = { commentsADay: 8 };
const DAILY = { ...FEW, everyMinutes: 1_440 };

const LIVES: Array<CommentLife & Listed> = [
	{ name: 'feed, 9 posts', connection: 'feed', posts: 9, ...FEW, short: true },
	{ name: 'feed, 26 posts', connection: 'feed', posts: 26, ...FEW },
	{ name: 'feed, 105 posts', connection: 'feed', posts: 105, ...FEW },
	{ name: 'feed, 200 posts', connection: 'feed', posts: 200, ...FEW },
	{ name: 'counts, 9 posts', connection: 'counts', posts: 9, ...FEW },
	{ name: 'counts, 26 posts', connection: 'counts', posts: 26, ...FEW },
	{ name: 'counts, 105 posts', connection: 'counts', posts: 105, ...FEW },
	{ name: 'counts, 105 chosen posts', connection: 'counts', posts: 105, watch: 'posts', ...FEW, short: true },
	{ name: 'counts, 200 posts', connection: 'counts', posts: 200, ...FEW },
	{ name: 'counts, 200 chosen posts', connection: 'counts', posts: 200, watch: 'posts', ...FEW },
	{ name: 'development, 9 posts', connection: 'development', posts: 9, ...FEW, short: true },
	{ name: 'development, 26 posts', connection: 'development', posts: 26, ...FEW },
	{ name: 'development, 105 posts', connection: 'development', posts: 105, ...FEW },
	{ name: 'development, 200 posts', connection: 'development', posts: 200, ...FEW },
	{ name: 'development unsaid, 26 posts', connection: 'unsaid', posts: 26, ...FEW },
	{ name: 'standard feed, 26 posts', connection: 'standardFeed', posts: 26, commentsADay: 40 },
	{ name: 'standard feed, 200 posts', connection: 'standardFeed', posts: 200, commentsADay: 40 },
	{ name: 'standard counts, 105 posts', connection: 'standardCounts', posts: 105, commentsADay: 40 },
	{ name: 'standard counts, 200 posts', connection: 'standardCounts', posts: 200, commentsADay: 40 },
	{ name: 'feed, 9 posts, a poll a day', connection: 'feed', posts: 9, ...DAILY },
	{ name: 'counts, 26 posts, a poll a day', connection: 'counts', posts: 26, ...DAILY },
	{ name: 'development, 9 posts, a poll a day', connection: 'development', posts: 9, ...DAILY },
	{
		name: 'counts, chosen by share and activity',
		connection: 'counts',
		posts: 5,
		watch: 'twice',
		...FEW,
		short: true,
	},
	{ name: 'feed, without replies', connection: 'feed', posts: 9, includeReplies: false, ...FEW },
	{ name: 'counts, without replies', connection: 'counts', posts: 9, includeReplies: false, ...FEW },
	{ name: 'feed, a viral post', connection: 'feed', posts: 9, viral: 1_500, ...FEW },
	{ name: 'counts, a viral post', connection: 'counts', posts: 9, viral: 1_500, ...FEW },
	{ name: 'development, a viral post', connection: 'development', posts: 9, viral: 1_500, ...FEW },
	{
		name: 'feed, a page gained, another taken and given back',
		connection: 'feed',
		pages: [ACME, GLOBEX],
		watch: 'managed',
		gainedAtHour: 9,
		losesOne: true,
		posts: 9,
		commentsADay: 16,
	},
	{
		name: 'standard feed, a page gained, another taken and given back',
		connection: 'standardFeed',
		pages: [ACME, GLOBEX],
		watch: 'managed',
		gainedAtHour: 23,
		losesOne: true,
		posts: 9,
		commentsADay: 16,
	},
];

// What goes wrong once a day shows on the fourth day, and is late on the sixth.
testSteadyLives({ lives: LIVES, live: liveSteadily, shortDays: 6 });
