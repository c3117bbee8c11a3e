/**
 * The lead trigger over days on which everything goes wrong: each fault and quirk, outages, crashes, a clock that is
 * wrong, publications, overlapping polls. `npm run soak` has all lives, until each fault struck a hundred times.
 */
import { liveRoughlyOnLeads, type LeadLife } from './leadRun';
import type { Roughness } from './commentRun';
import { daysOr, isLong, LIFE_LIMIT_MS, seed, toRun, type Listed } from './options';
import { tooSeldom } from './rough';
import { linesOf } from './told';

const OFTEN = { faultChance: 0.02, quirkRate: 0.05, deathChance: 1 / 700 };
/** Where a call is one of eighty a day. */
const SELDOM = { faultChance: 0.002, quirkRate: 0.04, deathChance: 1 / 1440 };

const LIVES: Array<LeadLife & Roughness & Listed> = [
	{
		name: 'leads, standard',
		tier: 'standard',
		leadsADay: 60,
		moreAccounts: 2,
		burst: 250,
		short: true,
		...OFTEN,
	},
	{
		name: 'leads, oldest first, pages of 50, both bounds in',
		tier: 'standard',
		leadsADay: 60,
		burst: 250,
		order: 'oldestFirst',
		includes: 'both',
		pageMax: 50,
		...OFTEN,
	},
	{
		name: 'leads of chosen owners, no bound in',
		tier: 'standard',
		watch: 'chosen',
		leadsADay: 60,
		includes: 'neither',
		...OFTEN,
	},
	{ name: 'leads at 80 calls', leadsADay: 20, gainedAtHour: 9, ...SELDOM },
];

const chosen = toRun(LIVES, 'rough');
const days = daysOr(isLong ? 30 : 5);
const STATE_BYTES = 64 * 1024;
const counted: Array<Record<string, number>> = [];

(chosen.length > 0 ? test.each(chosen) : test.skip.each(LIVES))(
	'$name',
	async (life) => {
		const told = await liveRoughlyOnLeads(life, seed, days);
		process.stdout.write(`${linesOf(told)}\n`);
		counted.push(told.faults);
		expect(told).toMatchObject({ lostCount: 0, repeated: 0, unexpected: 0, thrown: 0, overBudget: 0 });
		expect(told.stateBytes).toBeLessThan(STATE_BYTES);
		expect(told.out).toBeGreaterThan(0);
	},
	LIFE_LIMIT_MS,
);

/** What only comments, posts and notifications can meet. */
const OF_COMMENTS = /^quirk (feed500|cappedCounts|foreignThreads) /;

(isLong && chosen.length === LIVES.length && days >= 30 ? test : test.skip)(
	'each fault struck a hundred times',
	() => {
		expect(tooSeldom(counted, 100).filter((one) => !OF_COMMENTS.test(one))).toEqual([]);
	},
);
