import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { operation } from '../../define';
import { DOCS } from '../../docs';
import { listFields } from '../../fields';
import { readEntity, type Entity } from '../../../transport/readEntity';
import {
	facets,
	momentOfElement,
	numberOf,
	presentCountries,
	presentTargeting,
	record,
	shares,
	text,
} from './element';
import { AD_LIBRARY, companyField, filtersOfLibrary, keywordField, searchLibrary } from './search';

const LARGEST_PAGE = 25;

const statistics = z
	.object({ impressionsDistributionByCountry: shares, totalImpressions: record })
	.passthrough()
	.optional();

/** Sources name some members differently, so either name is read (contract ads §10). */
const ad = z
	.object({
		adUrl: text,
		isRestricted: z.boolean(),
		restrictionDetails: text,
		details: z
			.object({
				type: text,
				adType: text,
				advertiser: z.object({ advertiserName: text, advertiserUrl: text, adPayer: text }).optional(),
				adStatistics: statistics,
				statistics,
				adTargeting: facets,
				targeting: facets,
			})
			.optional(),
	})
	.partial();

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
	whenEmpty: "No ad of the last year fits. Try fewer words, or the company's name as LinkedIn writes it.",
	routing: { restliMethod: 'FINDER', path: '/rest/adLibrary' },
	fields: [keywordField, companyField, ...listFields, filtersOfLibrary],
	async execute(call) {
		return await searchLibrary(call, 'advertiser', LARGEST_PAGE, presentAd);
	},
});

function presentAd(element: Entity): IDataObject {
	const { adUrl, isRestricted, restrictionDetails, details = {} } = readEntity(ad, element) ?? {};
	const { advertiserName, advertiserUrl, adPayer } = details.advertiser ?? {};
	const shown: z.output<typeof statistics> = details.adStatistics ?? details.statistics ?? {};
	const impressions = shown.totalImpressions;
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
