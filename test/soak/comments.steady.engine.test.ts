/**
 * The comment trigger over days without a fault, a poll a minute: nothing is lost or repeated, and no day exceeds its
 * budget. `npm run soak` runs all lives and 30 days of each.
 */
import type { NotificationForms } from '../simulator/notificationForms';
import { liveSteadily, type CommentLife } from './commentRun';
import { ACME, GLOBEX } from './commentWorld';
import { EVENTS } from './pageWorld';
import { testSteadyLives } from './lives';
import type { Listed } from './options';

const FEW = { commentsADay: 8 };
const DAILY = { ...FEW, everyMinutes: 1_440 };

/** With reactions in bursts of thousands. */
const EVERYTHING = { posts: 9, events: EVENTS, reactionBurst: 2_000, takesBack: true, ...FEW };
/** Where LinkedIn only counts. */
const COUNTED: Omit<CommentLife, 'name' | 'connection'> = {
	posts: 9,
	events: ['newComment', 'newReaction', 'newPost'],
	reactionBurst: 2_000,
	...FEW,
};
/** The plausible forms of notifications that say least, and those with activities where posts are expected. */
const LEAST: Partial<NotificationForms> = {
	like: 'none',
	mention: 'generatedActivity',
	edit: 'urn',
	delete: 'urn',
};
const ACTIVITIES: Partial<NotificationForms> = {
	like: 'activity',
	decoratedLike: 'reaction',
	share: 'activity',
	mention: 'sourcePost',
	delete: 'textless',
};

const LIVES: Array<CommentLife & Listed> = [
	{ name: 'feed, 9 posts', connection: 'feed', posts: 9, ...FEW },
	{ name: 'feed, 26 posts', connection: 'feed', posts: 26, ...FEW },
	{ name: 'feed, 105 posts', connection: 'feed', posts: 105, ...FEW },
	{ name: 'feed, 200 posts', connection: 'feed', posts: 200, ...FEW },
	{ name: 'counts, 9 posts', connection: 'counts', posts: 9, ...FEW },
	{ name: 'counts, 26 posts', connection: 'counts', posts: 26, ...FEW },
	{ name: 'counts, 105 posts', connection: 'counts', posts: 105, ...FEW },
	{ name: 'counts, 105 chosen posts', connection: 'counts', posts: 105, watch: 'posts', ...FEW },
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
	{ ...EVERYTHING, name: 'feed, all events', connection: 'feed', short: true },
	{ ...EVERYTHING, name: 'feed, all events, little said', connection: 'feed', forms: LEAST },
	{ ...EVERYTHING, name: 'feed, all events, activities', connection: 'feed', forms: ACTIVITIES },
	{ ...EVERYTHING, name: 'feed, all events, named', connection: 'feed', authorNames: true },
	{ ...EVERYTHING, name: 'development, all events', connection: 'development' },
	{ ...EVERYTHING, name: 'feed, all events, a poll a day', connection: 'feed', everyMinutes: 1_440 },
	{ ...EVERYTHING, name: 'feed, other events', connection: 'feed', events: EVENTS.slice(1) },
	{ ...EVERYTHING, name: 'standard feed, all events', connection: 'standardFeed', reactionBurst: 5_000 },
	{ ...COUNTED, name: 'counts, reactions', connection: 'counts' },
	{ ...COUNTED, name: 'standard counts, reactions', connection: 'standardCounts', reactionBurst: 5_000 },
	{ ...COUNTED, name: 'counts, reactions to chosen posts', connection: 'counts', watch: 'posts' },
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
