import { targeted } from './libraryAds';
import { DAY_MS } from './reportDates';
import type { Countries, LibraryJob } from './library';

/** Newest first: one every five days. */
const NEWEST = Date.UTC(2026, 7, 30, 8);
const DAYS_APART = 5;
const DAYS_LISTED = 30;
const JOBS = 36;
const RESTRICTED = 10;
const NEWEST_ID = 4_467_288_299;
const IDS_APART = 1013;

const CONTOSO = { name: 'Contoso', id: 990_000_001, payer: 'Contoso Talent Ltd' };
const FABRIKAM = { name: 'Fabrikam', id: 990_000_003, payer: 'Fabrikam GmbH' };

/** Of 36 jobs 27 and 9. */
const ORGANIZATIONS = [CONTOSO, CONTOSO, CONTOSO, FABRIKAM];
/** Of 36 jobs 15 have "data" in the title. */
const TITLES = ['Data Engineer', 'Account Manager', 'Product Designer', 'Support Specialist', 'Data Analyst'];
/** All have "team", 12 "hybrid". */
const PLACES: Array<{ location: string; countries: Countries; currencyCode: string; words: string }> = [
	{
		location: 'London, United Kingdom',
		countries: { gb: 85, ie: 15 },
		currencyCode: 'GBP',
		words: 'Join a hybrid team of twelve.',
	},
	{
		location: 'Berlin, Germany',
		countries: { de: 100 },
		currencyCode: 'EUR',
		words: 'You work on site with a small team.',
	},
	{
		location: 'Toronto, Canada',
		countries: { ca: 90, us: 10 },
		currencyCode: 'CAD',
		words: 'A team that meets twice a year.',
	},
];
const APPLY_METHODS = ['Complex Onsite', 'Simple Onsite', 'Offsite'];

/** The jobs of a new simulator, always the same. */
export function sampleJobs(): LibraryJob[] {
	return Array.from({ length: JOBS }, (_none, at) => {
		const organization = ORGANIZATIONS[at % ORGANIZATIONS.length];
		const { location, countries, currencyCode, words } = PLACES[at % PLACES.length];
		const title = TITLES[at % TITLES.length];
		const listedAt = NEWEST - at * DAYS_APART * DAY_MS;
		const isOpen = at * DAYS_APART < DAYS_LISTED;
		return {
			id: NEWEST_ID - at * IDS_APART,
			title,
			description: `${organization.name} is looking for you. ${words}`,
			location,
			organization,
			...(at === RESTRICTED
				? { restriction: 'This job was removed because it goes against our policies.' }
				: {}),
			applyMethod: APPLY_METHODS[at % APPLY_METHODS.length],
			benefits: at % 2 === 0 ? ['Medical insurance'] : [],
			salary:
				at % 2 === 0
					? { currencyCode, minBaseSalary: '80000', maxBaseSalary: '120000', payPeriod: 'YEARLY' }
					: null,
			listedAt,
			closedAt: isOpen ? null : listedAt + DAYS_LISTED * DAY_MS,
			impressions: at % 2 === 0 ? { start: 0, end: 1000 } : { start: 1000, end: 5000 },
			countries,
			targeting: targeted(countries),
		};
	});
}
