import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { optionalText, readEntity, type Entity } from '../../../transport/answers/readEntity';
import { DOCS } from '../../docs';
import { listFields } from '../../fields/listFields';
import { operation } from '../../operation';
import { plainText } from '../../values/plainText';
import { filtersField, orderFilter, orderOf } from '../fields/filters';
import {
	facets,
	momentOfElement,
	numberOf,
	presentCountries,
	presentTargeting,
	record,
	shares,
} from './element';
import {
	AD_LIBRARY,
	companyField,
	countriesFilter,
	endFilter,
	keywordField,
	searchLibrary,
	startFilter,
	type Library,
} from './search';

const payerFilter: INodeProperties = {
	displayName: 'Payer',
	name: 'payer',
	type: 'string',
	default: '',
	placeholder: 'e.g. Contoso Media Ltd',
	description: "Full or partial name of the ad's payer",
};

const newestFirst: INodeProperties = {
	...orderFilter,
	description: 'Sort by creation date',
};

/** What LinkedIn sends for a value that the API version doesn't know. */
const UNKNOWN = '$UNKNOWN';

const statistics = z
	.object({ impressionsDistributionByCountry: shares, totalImpressions: record })
	.passthrough()
	.optional();

/** Sources name some members differently, so either name is read (docs/behaviour.md#ad-library-and-job-library). */
const ad = z
	.object({
		adUrl: optionalText,
		isRestricted: z.boolean(),
		restrictionDetails: optionalText,
		details: z
			.object({
				type: optionalText,
				adType: optionalText,
				advertiser: z
					.object({ advertiserName: optionalText, advertiserUrl: optionalText, adPayer: optionalText })
					.optional(),
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
		'Find ads of the last year on LinkedIn by words and advertiser: who paid, and a link to the ad; for ads shown in the EU also when, how often, where and to whom. Returns 24 ads per call; about ten calls per half minute and 1,000 per day have worked.',
	docs: DOCS.adLibrary,
	access: 'read',
	scopes: { any: [] },
	product: AD_LIBRARY,
	accountRole: 'none',
	whenEmpty: "No ad of the last year matches. Try fewer words, or the company's name as LinkedIn spells it.",
	routing: { restliMethod: 'FINDER', path: '/rest/adLibrary' },
	fields: [
		keywordField,
		companyField,
		...listFields,
		filtersField([countriesFilter, endFilter, newestFirst, payerFilter, startFilter]),
	],
	async execute(call) {
		return await searchLibrary(call, ADS);
	},
});

/**
 * Two working clients send the list of countries in a record, one of them with codes in capitals
 * (docs/behaviour.md#ad-library-and-job-library).
 */
const ADS: Library = {
	company: 'advertiser',
	countries: (codes) => ({ value: codes.map((code) => `urn:li:country:${code.toUpperCase()}`) }),
	more: (filters) => {
		const order = orderOf(filters);
		return {
			payerName: plainText(filters.payer, payerFilter.displayName).trim() || undefined,
			sortBy: order && { order, field: 'CREATED_TIME' },
		};
	},
	present: presentAd,
};

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
		type: typeOf(details.type ?? details.adType),
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

const typeOf = (type: string | undefined): string | null =>
	type === undefined || type === UNKNOWN ? null : type;
