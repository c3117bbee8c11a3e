import { companyUrl, wasShownInTheEu, type LibraryAd } from '../../ads/library';
import { isFound, readSearch } from '../../ads/libraryParams';
import { pageLink } from '../../ads/links';
import { badRequest } from '../../errors';
import { listAnswer } from '../../paging';
import type { Answer, Call, Resource } from '../../resource';

const PATH = '/rest/adLibrary';
const LARGEST_PAGE = 25;

/** /rest/adLibrary: everybody's ads (docs.adLibrary, docs/behaviour.md#ad-library-and-job-library). */
export const adLibrary: Resource = {
	path: PATH,
	permission: 'partnerApiAdLibrary',
	finders: { criteria: { scopes: [], checksParams: true, handle: search } },
};

function search(call: Call): Answer {
	const asked = readSearch(call, 'ads');
	if (asked.keyword === undefined && asked.name === undefined) {
		throw badRequest('One of the parameters "keyword" and "advertiser" is required');
	}
	const found = call.state.ads.library.ads
		.filter(({ text, advertiser, countries, firstShownAt, lastShownAt }) =>
			isFound(asked, {
				text,
				company: advertiser.name,
				payer: advertiser.payer,
				shares: countries,
				first: firstShownAt,
				last: lastShownAt,
			}),
		)
		.sort((a, b) => b.firstShownAt - a.firstShownAt || b.id - a.id);
	if (asked.isOldestFirst) found.reverse();
	return listAnswer(found, call.params, {
		total: true,
		link: pageLink(call, PATH),
		read: (ad) => element(ad, call.state.adLibraryNames === 'captured' ? captured : other),
		most: LARGEST_PAGE,
		usual: LARGEST_PAGE,
	});
}

/** The owner of a restricted ad is hidden. */
function element(ad: LibraryAd, details: (ad: LibraryAd) => Record<string, unknown>): unknown {
	const { name, organization, payer } = ad.advertiser;
	const advertiser = { advertiserName: name, advertiserUrl: companyUrl(organization), adPayer: payer };
	const isRestricted = ad.restriction !== undefined;
	return {
		adUrl: `https://www.linkedin.com/ad-library/detail/${ad.id}`,
		isRestricted,
		...(isRestricted ? { restrictionDetails: ad.restriction } : {}),
		details: { ...details(ad), ...(isRestricted ? {} : { advertiser }) },
	};
}

/** The details of an ad as captured. */
function captured(ad: LibraryAd): Record<string, unknown> {
	if (!wasShownInTheEu(ad)) return { type: ad.type, adTargeting: [] };
	return {
		type: ad.type,
		adStatistics: {
			firstImpressionAt: ad.firstShownAt,
			latestImpressionAt: ad.lastShownAt,
			totalImpressions: ad.impressions,
			impressionsDistributionByCountry: Object.entries(ad.countries).map(([country, share]) => ({
				country: `urn:li:country:${country.toUpperCase()}`,
				impressionPercentage: share,
			})),
		},
		adTargeting: ad.targeting,
	};
}

/** The same with the names from other sources. */
function other(ad: LibraryAd): Record<string, unknown> {
	if (!wasShownInTheEu(ad)) return { adType: ad.type, targeting: [] };
	return {
		adType: ad.type,
		statistics: {
			firstImpressionDate: ad.firstShownAt,
			latestImpressionDate: ad.lastShownAt,
			impressionsFrom: ad.impressions.from,
			impressionsTo: ad.impressions.to,
		},
		targeting: ad.targeting,
	};
}
