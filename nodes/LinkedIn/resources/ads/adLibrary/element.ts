/** Pieces that ads and jobs of the Ad Library have in common. */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { isoTime } from '../../../transport/answers/isoTime';
import { optionalFlag } from '../../../transport/answers/readEntity';

export const record = z.record(z.unknown()).optional();
/** Where something was shown. */
export const shares = z
	.array(z.object({ country: z.string(), impressionPercentage: z.unknown() }))
	.optional();
const segments = z.array(z.string()).default([]);
/** The targeting of the ad. */
export const facets = z
	.array(
		z.object({
			facetName: z.string(),
			isIncluded: optionalFlag,
			isExcluded: optionalFlag,
			includedSegments: segments,
			excludedSegments: segments,
		}),
	)
	.optional();

/** A number, also written as text; null for anything else. */
export function numberOf(value: unknown): number | null {
	const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof read === 'number' && Number.isFinite(read) ? read : null;
}

/** Epoch milliseconds, also written as text, as ISO text. */
export const momentOfElement = (value: unknown): string | null => isoTime(numberOf(value));

/** @returns where it was shown, as two-letter codes with their part of the impressions in percent */
export function presentCountries(given: z.output<typeof shares> = []): IDataObject[] {
	return given.map(({ country, impressionPercentage }) => ({
		country: country.replace(/^urn:li:country:/, '').toUpperCase(),
		percent: numberOf(impressionPercentage),
	}));
}

/**
 * LinkedIn only names segments of places and languages; for all other facets it only says whether they include or
 * exclude.
 * @returns the facets that do either
 */
export function presentTargeting(given: z.output<typeof facets> = []): IDataObject[] {
	return given
		.map(({ facetName, isIncluded, isExcluded, includedSegments, excludedSegments }) => ({
			facet: facetName,
			isIncluded: isIncluded ?? includedSegments.length > 0,
			isExcluded: isExcluded ?? excludedSegments.length > 0,
			included: includedSegments,
			excluded: excludedSegments,
		}))
		.filter(
			({ isIncluded, isExcluded, included, excluded }) =>
				isIncluded || isExcluded || included.length + excluded.length > 0,
		);
}
