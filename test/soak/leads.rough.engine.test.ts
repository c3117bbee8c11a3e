/**
 * The lead trigger over days on which everything goes wrong: each fault and quirk, outages, crashes, a clock that is
 * wrong, publications, overlapping polls. `npm run soak` has all lives, until each fault struck a hundred times.
 */
import { liveRoughlyOnLeads, type LeadLife } from './leadRun';
import type { Roughness } from './commentRun';
import { daysOr, isLong, seed, toRun, type Listed } from './options';
import { linesOf } from './told';

const OFTEN = { faultChance: 0.02, quirkRate: 0.05 };
/** Where a call is one of eighty a day. */
const SELDOM = { faultChance: 0.002, quirkRate: 0.04 };

const LIVES: Array<LeadLife & Roughness & Listed> = [
	{
		name: 'leads, standard',
		tier: 'standard',
		leadsADay: 60,
		moreAccounts: 2,
		burst: 250,
		...OFTEN,
		short: true,
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
const days = daysOr(isLong ? 30 : 6);
const STATE_BYTES = 64 * 1024;

(chosen.length > 0 ? test.each(chosen) : test.skip.each(LIVES))(
	'$name',
	async (life) => {
		const told = await liveRoughlyOnLeads(life, seed, days);
		process.stdout.write(`${linesOf(told)}\n`);
		expect(told).toMatchObject({ lostCount: 0, repeated: 0, unexpected: 0, thrown: 0, overBudget: 0 });
		expect(told.stateBytes).toBeLessThan(STATE_BYTES);
		expect(told.out).toBeGreaterThan(0);
	},
	600_000,
);
