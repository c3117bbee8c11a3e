/** The lead trigger over days without a fault, like the comment trigger's test. */
import { liveSteadilyOnLeads, type LeadLife } from './leadRun';
import { testSteadyLives } from './lives';
import type { Listed } from './options';

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

testSteadyLives({ lives: LIVES, live: liveSteadilyOnLeads, shortDays: 5 });
