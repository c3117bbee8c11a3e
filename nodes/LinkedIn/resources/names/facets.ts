/** What LinkedIn breaks followers and page views down by, as fields and as rows. */
import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { Unreadable } from '../../transport/answers/elements';
import { readEntity, type Entity } from '../../transport/answers/readEntity';
import { InputError } from '../../transport/errors/inputError';
import { chunks } from '../../transport/flow/chunks';
import { productsWith, type ProductKey } from '../../transport/linkedin/products';
import type { LinkedInClient } from '../../transport/types';
import type { Call } from '../operation';
import { elementsOf } from '../statistics';
import { entriesOf } from '../values/plainText';
import { facetNameOf } from './facetNames';

export interface NamedFacet {
	value: string;
	name: string;
	/** The end of LinkedIn's member, as in `followerCountsByGeoCountry`. */
	member: string;
}

const COUNTRY = { value: 'country', name: 'Country', member: 'GeoCountry' };
const FUNCTION = { value: 'function', name: 'Function', member: 'Function' };
const REGION = { value: 'region', name: 'Region', member: 'Geo' };
const SENIORITY = { value: 'seniority', name: 'Seniority', member: 'Seniority' };
const STAFF_COUNT = { value: 'staffCountRange', name: 'Staff Count', member: 'StaffCountRange' };

/** Those of docs.followerStatistics. */
export const FOLLOWER_FACETS: NamedFacet[] = [
	{ value: 'associationType', name: 'Association Type', member: 'AssociationType' },
	COUNTRY,
	FUNCTION,
	{ value: 'industry', name: 'Industry', member: 'Industry' },
	REGION,
	SENIORITY,
	STAFF_COUNT,
];

/** Those of docs.pageStatistics. */
export const PAGE_FACETS: NamedFacet[] = [
	COUNTRY,
	FUNCTION,
	{ value: 'industry', name: 'Industry', member: 'IndustryV2' },
	REGION,
	SENIORITY,
	STAFF_COUNT,
];

const whenTotal = { displayOptions: { show: { granularity: ['TOTAL'] } } };

export function facetsField(facets: NamedFacet[], chosen: string[], description: string): INodeProperties {
	return {
		displayName: 'Break Down By',
		name: 'facets',
		type: 'multiOptions',
		default: [...chosen],
		options: facets.map(({ name, value }) => ({ name, value })),
		description,
		...whenTotal,
	};
}

export const namesField: INodeProperties = {
	displayName: 'Add Names',
	name: 'names',
	type: 'boolean',
	default: true,
	description:
		'Whether to add a name to each number. For places and newer industries this needs an app with the Advertising API or the Community Management API.',
	...whenTotal,
};

/**
 * The facets of this item, in LinkedIn's order.
 * @throws InputError for any other value
 */
export function facetsOf(call: Call, facets: NamedFacet[], chosen: string[]): NamedFacet[] {
	const wanted = entriesOf(call.parameter<unknown>('facets', chosen), 'Break Down By');
	const unknown = wanted.find((name) => !facets.some(({ value }) => value === name));
	if (unknown !== undefined) {
		throw new InputError(
			'Break Down By',
			`LinkedIn can't break this down by "${unknown}"`,
			`Choose from ${facets.map(({ value }) => value).join(', ')}.`,
		);
	}
	return facets.filter(({ value }) => wanted.includes(value));
}

/** One entry of a breakdown: what it is about (a URN or LinkedIn's word), and LinkedIn's entry itself. */
export interface FacetEntry {
	facet: string;
	value: string;
	entry: Entity;
}

/**
 * The entries of one element. The key that names them differs by facet and statistic (`seniority`, `industryV2`, `geo`),
 * so it is the one member that is a text.
 * @param prefix `followerCountsBy` or `pageStatisticsBy`
 */
export function partsOf(
	{ elements }: Pick<LinkedInClient, 'elements'>,
	element: Entity | undefined,
	prefix: string,
	facets: NamedFacet[],
): FacetEntry[] {
	return facets.flatMap((facet) => {
		const entries = element?.[prefix + facet.member];
		return elements.read(Array.isArray(entries) ? entries : [], (entry) => {
			const value = Object.values(entry).find((inner) => typeof inner === 'string');
			if (typeof value === 'string') return { facet: facet.value, value, entry };
			return new Unreadable("one doesn't say what it is about");
		});
	});
}

const NAMES_A_CALL = 100;

/** Only what is read here (docs.adTargeting). */
const named = z.object({ urn: z.string(), name: z.string() });

/** Names for the values of these rows if the user asked for names. */
export async function namesWhenAsked(
	{ linkedin, parameter }: Call,
	parts: FacetEntry[],
): Promise<Map<string, string>> {
	if (!parameter<boolean>(namesField.name, true)) return new Map();
	return await namesOf(
		linkedin,
		parts.map(({ value }) => value),
	);
}

/** They need no scope, only one of these products. */
const WITH_TARGETING: readonly ProductKey[] = ['advertising', 'communityManagement'];

/** Whether the credential names such a product, or the token has a right that only they give. */
function mayAskTargeting(linkedin: LinkedInClient): boolean {
	const { products, grantedScopes = [] } = linkedin.connection;
	if (linkedin.memory.grant.learnt.refusesTargeting) return false;
	const areEnough = (keys: readonly ProductKey[]) =>
		keys.length > 0 && keys.every((key) => WITH_TARGETING.includes(key));
	if (products === undefined || products.some((key) => areEnough([key]))) return true;
	return [...grantedScopes].some((scope) => areEnough(productsWith(scope)));
}

/**
 * Names for these values. Those without a fixed list come from LinkedIn's targeting entities, a hundred per call, in
 * English; an app with neither product would be refused there, so its values have no names.
 */
export async function namesOf(linkedin: LinkedInClient, values: string[]): Promise<Map<string, string>> {
	const names = new Map<string, string>();
	const unnamed = new Set<string>();
	for (const value of values) {
		const name = facetNameOf(value);
		if (name !== undefined) names.set(value, name);
		else if (value.startsWith('urn:li:')) unnamed.add(value);
	}
	const urns = mayAskTargeting(linkedin) ? [...unnamed] : [];
	for (const some of chunks(urns, NAMES_A_CALL)) {
		const request = {
			restliMethod: 'FINDER' as const,
			path: '/rest/adTargetingEntities',
			query: {
				q: 'urns',
				urns: some,
				queryVersion: 'QUERY_USES_URNS',
				locale: { language: 'en', country: 'US' },
			},
		};
		const result = await elementsOf(linkedin, request, (element) => readEntity(named, element));
		if (!result.ok) {
			if (result.error.details.status === 403) linkedin.memory.grant.learnt.refusesTargeting = true;
			break;
		}
		for (const { urn, name } of result.elements) names.set(urn, name);
	}
	return names;
}
