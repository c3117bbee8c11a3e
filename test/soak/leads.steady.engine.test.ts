/** The lead trigger over days without a fault, as the comment trigger's. */
import { liveSteadilyOnLeads, type LeadLife } from './leadRun';
import { daysOr, isLong, LIFE_LIMIT_MS, seed, toRun, type Listed } from './options';
import { linesOf } from './told';

const LIVES: Array<LeadLife & Listed> = [
	{ name: 'leads of all that is reached', leadsADay: 20, short: true },
	{ name: 'leads, oldest first, both bounds in', leadsADay: 20, order: 'oldestFirst', includes: 'both' },
	{ name: 'leads of chosen owners, no bound in', leadsADay: 20, watch: 'chosen', includes: 'neither' },
	{ name: 'leads of 20 accounts', leadsADay: 40, moreAccounts: 20 },
	{ name: 'leads, standard', leadsADay: 100, tier: 'standard', moreAccounts: 3 },
	{ name: 'leads, bursts of 250', leadsADay: 20, burst: 250, short: true },
	{
		name: 'leads, bursts of 250, oldest first, pages of 50',
		leadsADay: 20,
		burst: 250,
		order: 'oldestFirst',
		pageMax: 50,
	},
	{ name: 'leads, 5,000 a day, standard', leadsADay: 5_000, tier: 'standard' },
	{ name: 'leads of an account gained', leadsADay: 30, gainedAtHour: 9, short: true },
	{ name: 'leads of an account gained at night', leadsADay: 30, gainedAtHour: 23 },
	{ name: 'leads, a poll a day', leadsADay: 20, everyMinutes: 1_440 },
	{ name: 'leads of 20 accounts, a poll a day', leadsADay: 40, moreAccounts: 20, everyMinutes: 1_440 },
];

const chosen = toRun(LIVES, 'steady');
const days = daysOr(isLong ? 30 : 5);
const STATE_BYTES = 64 * 1024;

(chosen.length > 0 ? test.each(chosen) : test.skip.each(LIVES))(
	'$name',
	async (life) => {
		const told = await liveSteadilyOnLeads(life, seed, days);
		process.stdout.write(`${linesOf(told)}\n`);
		expect(told).toMatchObject({ lostCount: 0, repeated: 0, unexpected: 0, thrown: 0, overBudget: 0 });
		expect(told.stateBytes).toBeLessThan(STATE_BYTES);
		expect(told.out).toBeGreaterThan(0);
	},
	LIFE_LIMIT_MS,
);
