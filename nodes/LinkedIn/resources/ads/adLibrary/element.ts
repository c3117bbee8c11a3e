/** Pieces that ads and jobs of the Ad Library have in common. */
import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { listOf } from '../listOf';
import { presentMoment } from '../schedule';

export const text = z.string().optional().catch(undefined);
export const record = z.record(z.unknown()).optional().catch(undefined);

const texts = z.array(z.string()).catch([]).default([]);
const shares = listOf(z.object({ country: z.string(), impressionPercentage: z.unknown() }));
const facets = listOf(z.object({ facetName: z.string(), includedSegments: texts, excludedSegments: texts }));

/** A number, also written as text; null for anything else. */
export function numberOf(value: unknown): number | null {
	const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof read === 'number' && Number.isFinite(read) ? read : null;
}

/** Epoch milliseconds, also written as text, as ISO text. */
export const momentOfElement = (value: unknown): string | null => presentMoment(numberOf(value));

/** @returns where it was shown, as two-letter codes with their part of the impressions in percent */
export function presentCountries(given: unknown): IDataObject[] {
	return shares.parse(given).map(({ country, impressionPercentage }) => ({
		country: country.replace(/^urn:li:country:/, '').toUpperCase(),
		percent: numberOf(impressionPercentage),
	}));
}

/** @returns the facets that name anything; LinkedIn lists the others too */
export function presentTargeting(given: unknown): IDataObject[] {
	return facets
		.parse(given)
		.filter(({ includedSegments, excludedSegments }) => includedSegments.length + excludedSegments.length > 0)
		.map(({ facetName, includedSegments, excludedSegments }) => ({
			facet: facetName,
			included: includedSegments,
			excluded: excludedSegments,
		}));
}
