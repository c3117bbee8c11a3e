/**
 * The lead trigger over days with every fault and quirk, outages, crashes, a wrong clock, publications and overlapping
 * polls. `npm run soak` runs all lives, until each fault has occurred a hundred times.
 */
import { liveRoughlyOnLeads, type LeadLife } from './leadRun';
import { testRoughLives } from './lives';
import type { Listed } from './options';
import { OFTEN, SELDOM, type Roughness } from './rough';

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

/** What only comments, posts and notifications can meet. */
const OF_COMMENTS = /^quirk (feed500|cappedCounts|foreignThreads) /;

testRoughLives({ lives: LIVES, live: liveRoughlyOnLeads, shortDays: 5 }, (fault) => OF_COMMENTS.test(fault));
