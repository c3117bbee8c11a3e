/** Who an ad or a job was shown to; one entry per facet. */
export interface LibraryTargeting {
	facetName: string;
	isIncluded: boolean;
	includedSegments: string[];
	isExcluded: boolean;
	excludedSegments: string[];
}

/** Views per country in percent, by the country's two letters in lower case. */
export type Countries = Record<string, number>;

export interface LibraryAd {
	id: number;
	type: string;
	/** The ad's text: searched but never shown. */
	text: string;
	advertiser: { name: string; organization: number; payer: string };
	/** Why its owner is hidden; absent on most ads. */
	restriction?: string;
	firstShownAt: number;
	lastShownAt: number;
	impressions: { from: number; to: number };
	countries: Countries;
	targeting: LibraryTargeting[];
}

export interface LibraryJob {
	id: number;
	title: string;
	description: string;
	location: string;
	organization: { name: string; id: number; payer: string };
	/** Why its content is hidden; absent on most jobs. */
	restriction?: string;
	applyMethod: string;
	benefits: string[];
	salary: { currencyCode: string; minBaseSalary: string; maxBaseSalary: string; payPeriod: string } | null;
	listedAt: number;
	closedAt: number | null;
	impressions: { start: number; end: number };
	countries: Countries;
	targeting: LibraryTargeting[];
}

/** What the Ad Library shows to any app with the product (docs.adLibrary, docs.jobLibrary). */
export class Library {
	readonly ads: LibraryAd[] = [];
	readonly jobs: LibraryJob[] = [];
}

/**
 * Statistics and targeting are only published for ads that were shown here
 * (docs/behaviour.md#ad-library-and-job-library).
 */
const EU_COUNTRIES = 'at be bg cy cz de dk ee es fi fr gr hr hu ie it lt lu lv mt nl pl pt ro se si sk'.split(
	' ',
);

export const wasShownInTheEu = ({ countries }: LibraryAd): boolean =>
	EU_COUNTRIES.some((country) => country in countries);

export const companyUrl = (organization: number) => `https://www.linkedin.com/company/${organization}`;
