/**
 * The comment trigger over days on which everything goes wrong: each fault and quirk, outages, crashes, a clock that is
 * wrong, publications, overlapping polls. `npm run soak` has all lives, until each fault struck a hundred times.
 */
import { liveRoughlyOnComments, type CommentLife, type Roughness } from './commentRun';
import { daysOr, isLong, LIFE_LIMIT_MS, seed, toRun, type Listed } from './options';
import { tooSeldom } from './rough';
import { linesOf } from './told';

const OFTEN = { faultChance: 0.02, quirkRate: 0.05, deathChance: 1 / 700 };
/** Where a call is one of eighty a day. */
const SELDOM = { faultChance: 0.002, quirkRate: 0.04, deathChance: 1 / 1440 };

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

const chosen = toRun(LIVES, 'rough');
const days = daysOr(isLong ? 30 : 5);
const STATE_BYTES = 64 * 1024;
const counted: Array<Record<string, number>> = [];

(chosen.length > 0 ? test.each(chosen) : test.skip.each(LIVES))(
	'$name',
	async (life) => {
		const told = await liveRoughlyOnComments(life, seed, days);
		process.stdout.write(`${linesOf(told)}\n`);
		counted.push(told.faults);
		expect(told).toMatchObject({ lostCount: 0, repeated: 0, unexpected: 0, thrown: 0, overBudget: 0 });
		expect(told.stateBytes).toBeLessThan(STATE_BYTES);
		expect(told.out).toBeGreaterThan(0);
	},
	LIFE_LIMIT_MS,
);

(isLong && chosen.length === LIVES.length && days >= 30 ? test : test.skip)(
	'each fault struck a hundred times',
	() => {
		expect(tooSeldom(counted, 100)).toEqual([]);
	},
);
