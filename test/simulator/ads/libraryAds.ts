import { DAY_MS } from './reportDates';
import type { Countries, LibraryAd, LibraryTargeting } from './library';

/** Newest first: one every ten days, shown for two weeks, so that neighbours overlap. */
const NEWEST = Date.UTC(2026, 7, 28, 9);
const DAYS_APART = 10;
const DAYS_SHOWN = 14;
const ADS = 60;
const RESTRICTED = 20;
/** Of a type that the requested version doesn't know; Northwind's newest. */
const OF_UNKNOWN_TYPE = 7;
const NEWEST_ID = 700_159;

const CONTOSO = { name: 'Contoso', organization: 990_000_001, payer: 'Contoso Media Ltd' };
const CONSULTING = { name: 'Contoso Consulting', organization: 990_000_002, payer: 'Contoso Media Ltd' };
const FABRIKAM = { name: 'Fabrikam', organization: 990_000_003, payer: 'Fabrikam GmbH' };
const NORTHWIND = { name: 'Northwind', organization: 990_000_004, payer: 'Northwind Inc' };

/**
 * Of 60 ads 30, 5, 20 and 5. Texts and countries repeat at other intervals, so that each advertiser has several of
 * them.
 */
const ADVERTISERS = [
	...[CONTOSO, FABRIKAM, CONTOSO, CONSULTING, CONTOSO, FABRIKAM],
	...[CONTOSO, NORTHWIND, CONTOSO, FABRIKAM, CONTOSO, FABRIKAM],
];
/** Of 60 ads 18 have "spring", 26 "webinar", 34 "analytics". */
const TEXTS = [
	'Spring offer: analytics for your whole team',
	'Join our webinar on supply chains',
	'Analytics that answer in seconds',
	'Plan the season in our spring webinar',
	'Missed it? Watch the WEBINAR again',
	'Your warehouse, your analytics',
	'Analytics, free for a month. No card needed',
];
/** 36 of 60 in the EU, 24 in the USA. */
const COUNTRIES: Countries[] = [
	{ de: 62.5, fr: 37.5 },
	{ us: 70, ca: 30 },
	{ de: 40, nl: 35, es: 25 },
	{ us: 55, ie: 45 },
	{ gb: 100 },
];
const SEGMENTS: Record<string, string> = {
	ca: 'Canada',
	de: 'Germany',
	es: 'Spain',
	fr: 'France',
	gb: 'United Kingdom',
	ie: 'Ireland',
	nl: 'Netherlands',
	us: 'United States',
};
const TYPES = ['SPONSORED_STATUS_UPDATE', 'SPONSORED_VIDEO', 'TEXT_AD'];
const IMPRESSIONS = [
	{ from: 1000, to: 5000 },
	{ from: 0, to: 1000 },
	{ from: 5000, to: 10_000 },
];

const included = (facetName: string, includedSegments: string[]): LibraryTargeting => ({
	facetName,
	isIncluded: true,
	includedSegments,
	isExcluded: false,
	excludedSegments: [],
});

/**
 * People who live there and speak English, without those of some companies. LinkedIn only names places and languages;
 * for all other facets it only says whether they include or exclude (docs/behaviour.md#ad-library-and-job-library).
 */
export const targeted = (countries: Countries): LibraryTargeting[] => [
	included(
		'Location',
		Object.keys(countries).map((country) => SEGMENTS[country]),
	),
	included('Language', ['English']),
	{ facetName: 'Company', isIncluded: false, includedSegments: [], isExcluded: true, excludedSegments: [] },
];

/** The ads of a new simulator, always the same. */
export function sampleAds(): LibraryAd[] {
	return Array.from({ length: ADS }, (_none, at) => {
		const advertiser = ADVERTISERS[at % ADVERTISERS.length];
		const countries = COUNTRIES[at % COUNTRIES.length];
		const firstShownAt = NEWEST - at * DAYS_APART * DAY_MS;
		return {
			id: NEWEST_ID - at,
			type: at === OF_UNKNOWN_TYPE ? '$UNKNOWN' : TYPES[at % TYPES.length],
			text: TEXTS[at % TEXTS.length],
			advertiser,
			...(at === RESTRICTED
				? { restriction: 'This ad was removed because it goes against our policies.' }
				: {}),
			firstShownAt,
			lastShownAt: firstShownAt + DAYS_SHOWN * DAY_MS,
			impressions: IMPRESSIONS[at % IMPRESSIONS.length],
			countries,
			targeting: targeted(countries),
		};
	});
}
