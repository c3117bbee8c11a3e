/**
 * Which followers of a page a post is shown to.
 * @see docs.posts (targetEntities)
 */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { lookUp } from '../../../transport/answers/lookUp';
import { InputError } from '../../../transport/errors/inputError';
import { plainUrn } from '../../../transport/restli/urns/parseInput';
import { entriesOf } from '../../values/plainText';

/** An entry of Additional Fields. */
export const postTargetingField: INodeProperties = {
	displayName: 'Targeting',
	name: 'targeting',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Audience',
	default: {},
	description:
		'Show a post of a page only to these of its followers. LinkedIn requires more than 300 of them.',
	options: [
		{
			displayName: 'Audience',
			name: 'facet',
			values: [
				{
					displayName: 'By',
					name: 'name',
					type: 'options',
					default: 'geoLocations',
					options: [
						{ name: 'Degree', value: 'degrees' },
						{ name: 'Field of Study', value: 'fieldsOfStudy' },
						{ name: 'Industry', value: 'industries' },
						{ name: 'Job Function', value: 'jobFunctions' },
						{ name: 'Language', value: 'interfaceLocales' },
						{ name: 'Location', value: 'geoLocations' },
						{
							name: 'School',
							value: 'organizations',
							description: 'Where they studied, by the number or URN of its page',
						},
						{ name: 'Seniority', value: 'seniorities' },
						{ name: 'Staff Count', value: 'staffCountRanges' },
					],
				},
				{
					displayName: 'Location',
					name: 'location',
					type: 'resourceLocator',
					default: { mode: 'list', value: '' },
					displayOptions: { show: { name: ['geoLocations'] } },
					description: 'A country, region or city',
					modes: [
						{
							displayName: 'From List',
							name: 'list',
							type: 'list',
							typeOptions: {
								searchListMethod: 'searchPlaces',
								searchable: true,
								searchFilterRequired: true,
							},
						},
						{
							displayName: 'By ID',
							name: 'id',
							type: 'string',
							placeholder: 'e.g. urn:li:geo:103644278, urn:li:geo:101174742',
							hint: 'Numbers or URNs, separated by commas',
						},
					],
				},
				{
					displayName: 'Values',
					name: 'values',
					type: 'string',
					default: '',
					displayOptions: { hide: { name: ['geoLocations'] } },
					placeholder: 'e.g. urn:li:seniority:6, urn:li:seniority:7',
					hint: 'Targeting: Search Entities of LinkedIn Ads finds the URNs by name',
					description:
						'Numbers or URNs, staff count ranges such as SIZE_2_TO_10, or languages such as en_US, separated by commas',
				},
			],
		},
	],
};

export interface TargetingValue {
	facet?: Array<{
		name: string;
		/** Of a location: a From List field, or its text. */
		location?: unknown;
		/** Of all others. */
		values?: unknown;
	}>;
}

const URN_FACETS: Record<string, string> = {
	degrees: 'degree',
	fieldsOfStudy: 'fieldOfStudy',
	geoLocations: 'geo',
	industries: 'industry',
	jobFunctions: 'function',
	organizations: 'organization',
	seniorities: 'seniority',
};

/**
 * @returns `distribution.targetEntities`: empty without targeting, else one entity with all facets
 * @throws InputError that names the facet and the value
 */
export function targetEntitiesOf(targeting: TargetingValue | undefined): IDataObject[] {
	const entity: IDataObject = {};
	for (const { name, values, location } of targeting?.facet ?? []) {
		const given = name === 'geoLocations' ? location : values;
		const read = entriesOf(given, 'Targeting').map((value) => readValue(name, value));
		if (read.length === 0)
			throw new InputError('Targeting', 'An audience has no values', 'Enter values, or remove the audience.');
		const before = (lookUp(entity, name) ?? []) as IDataObject[];
		entity[name] = [...before, ...read] as IDataObject[];
	}
	return Object.keys(entity).length > 0 ? [entity] : [];
}

function readValue(facet: string, value: string): string | IDataObject {
	if (facet === 'interfaceLocales') {
		const locale = /^([a-z]{2})[_-]([A-Z]{2})$/.exec(value);
		if (locale) return { language: locale[1], country: locale[2] };
		throw invalid(value, 'a language such as en_US');
	}
	if (facet === 'staffCountRanges') {
		if (/^SIZE_[0-9A-Z_]+$/.test(value)) return value;
		throw invalid(value, 'a range such as SIZE_2_TO_10');
	}
	const type = lookUp(URN_FACETS, facet);
	if (type === undefined) {
		const known = ['interfaceLocales', 'staffCountRanges', ...Object.keys(URN_FACETS)].sort().join(', ');
		throw new InputError('Targeting', `Unknown audience "${facet}"`, `Use one of ${known}.`);
	}
	if (/^\d+$/.test(value)) return `urn:li:${type}:${value}`;
	const urn = plainUrn(value);
	if (urn.startsWith(`urn:li:${type}:`)) return urn;
	throw invalid(value, `a URN such as urn:li:${type}:4`);
}

function invalid(value: string, expected: string): InputError {
	return new InputError('Targeting', `"${value}" is not ${expected}`, 'Correct it in Targeting.');
}
