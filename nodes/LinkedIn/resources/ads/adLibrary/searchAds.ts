import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { operation } from '../../define';
import { DOCS } from '../../docs';
import { listFields } from '../../fields';
import { momentOfElement, numberOf, presentCountries, presentTargeting, record, text } from './element';
import { AD_LIBRARY, companyField, filtersOfLibrary, keywordField, searchLibrary } from './search';

const LARGEST_PAGE = 25;

/** Sources name some members differently, so either name is read (contract ads §10). */
const ad = z
	.object({
		adUrl: text,
		isRestricted: z.boolean().catch(false),
		restrictionDetails: text,
		details: z
			.object({
				type: text,
				adType: text,
				advertiser: z
					.object({ advertiserName: text, advertiserUrl: text, adPayer: text })
					.optional()
					.catch(undefined),
				adStatistics: record,
				statistics: record,
				adTargeting: z.unknown(),
				targeting: z.unknown(),
			})
			.optional()
			.catch(undefined),
	})
	.partial()
	.catch({});

export const searchAds = operation({
	value: 'searchAds',
	name: 'Search Ads',
	action: 'Search the ads of any company',
	description:
		'Find ads that ran on LinkedIn within the last year by words and advertiser. LinkedIn tells who paid, and for ads shown in the European Union when, how often, where and to whom; the ad itself stands behind its link. A call gives 25 ads, and about 1,000 calls a day were seen to pass.',
	docs: DOCS.adLibrary,
	access: 'read',
	scopes: { any: [] },
	product: AD_LIBRARY,
	accountRole: 'none',
	routing: { restliMethod: 'FINDER', path: '/rest/adLibrary' },
	fields: [keywordField, companyField, ...listFields, filtersOfLibrary],
	async execute(call) {
		return await searchLibrary(call, 'advertiser', LARGEST_PAGE, presentAd);
	},
});

function presentAd(element: unknown): IDataObject {
	const { adUrl, isRestricted, restrictionDetails, details = {} } = ad.parse(element);
	const { advertiserName, advertiserUrl, adPayer } = details.advertiser ?? {};
	const shown = details.adStatistics ?? details.statistics ?? {};
	const impressions = record.parse(shown.totalImpressions);
	return {
		url: adUrl ?? null,
		id: /\/detail\/(\d+)/.exec(adUrl ?? '')?.[1] ?? null,
		advertiser: advertiserName ?? null,
		advertiserUrl: advertiserUrl ?? null,
		payer: adPayer ?? null,
		type: details.type ?? details.adType ?? null,
		isRestricted: isRestricted ?? false,
		restriction: restrictionDetails ?? null,
		firstShownAt: momentOfElement(shown.firstImpressionAt ?? shown.firstImpressionDate),
		lastShownAt: momentOfElement(shown.latestImpressionAt ?? shown.latestImpressionDate),
		impressionsFrom: numberOf(impressions?.from ?? shown.impressionsFrom),
		impressionsTo: numberOf(impressions?.to ?? shown.impressionsTo),
		countries: presentCountries(shown.impressionsDistributionByCountry),
		targeting: presentTargeting(details.adTargeting ?? details.targeting),
	};
}
