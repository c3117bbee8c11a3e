/** The targeting builder of the operations. */
import type { INodeProperties } from 'n8n-workflow';

import type { Call } from '../../operation';
import { checkSince } from '../../values/since';
import { criteriaOf, requiredCriteria } from './criteria';
import { facetNamed, type TargetingFacet } from './facets';
import { TARGETING, TARGETING_JSON, type TargetingCriteria } from './shape';

/** A facet, of an operation or of a row of the builder. */
export const facetField: INodeProperties = {
	displayName: 'Facet',
	name: 'facet',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'What to target by, such as locations, skills or seniorities',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchTargetingFacets', searchable: true },
		},
		{
			displayName: 'By Name',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. locations or urn:li:adTargetingFacet:locations',
		},
	],
};

const entitiesField: INodeProperties = {
	displayName: 'Values',
	name: 'entities',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	hint: 'The list fills as you type',
	description: 'A value of the facet, or several URNs separated by commas, any of which may match',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchTargetingEntities', searchable: true },
		},
		{
			displayName: 'By URN',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. urn:li:geo:103644278, urn:li:geo:101282230',
		},
	],
};

/** The builder; also an option of a collection. */
export const targetingField: INodeProperties = {
	displayName: TARGETING,
	name: 'targetingCriteria',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	placeholder: 'Add Rule',
	builderHint: { propertyHint: 'Values are URNs, which Targeting: Search Entities finds' },
	default: {},
	description:
		'Who sees the ads. All And rules must match; an Or rule is an alternative to the rule above it; an Exclude rule leaves members out. Use either rules here or Targeting (JSON).',
	options: [
		{
			displayName: 'Rules',
			name: 'rules',
			values: [
				{
					displayName: 'Match',
					name: 'match',
					type: 'options',
					default: 'and',
					description: 'How the rule combines with the others',
					options: [
						{ name: 'And', value: 'and', description: 'Must match, like all other And rules' },
						{ name: 'Or', value: 'or', description: 'An alternative to the rule above' },
						{ name: 'Exclude', value: 'exclude', description: 'Leaves out members with the value' },
					],
				},
				facetField,
				entitiesField,
			],
		},
	],
};

/** Instead of the builder; also an option of a collection. */
export const targetingJsonField: INodeProperties = {
	displayName: TARGETING_JSON,
	name: 'targetingJson',
	type: 'json',
	// The editor marks an empty text as broken JSON.
	default: '{}',
	description:
		'LinkedIn\'s targeting criteria, instead of Targeting, e.g. <code>{ "include": { "and": [{ "or": { "locations": ["urn:li:geo:103644278"] } }] } }</code>. Facets by URN or name, values by URN; an object from an expression works too.',
};

/** Both, of which one is set; spread into the fields of an operation. */
export const targetingFields: INodeProperties[] = [targetingField, targetingJsonField];

/**
 * The criteria from an operation's two fields.
 * @throws InputError as requiredCriteria, and for facets that the API version does not have
 */
export function targetingOf(call: Call): TargetingCriteria {
	const criteria = requiredCriteria(
		call.parameter('targetingCriteria', {}),
		call.parameter('targetingJson', '{}'),
	);
	checkFacets(call, TARGETING, facetsOf(criteria));
	return criteria;
}

/**
 * The criteria in a collection; undefined if there are none.
 * @throws InputError as criteriaOf, and for facets that the API version does not have
 */
export function targetingIn(call: Call, given: Record<string, unknown>): TargetingCriteria | undefined {
	const criteria = criteriaOf(given[targetingField.name], given[targetingJsonField.name]);
	if (criteria) checkFacets(call, TARGETING, facetsOf(criteria));
	return criteria;
}

/**
 * @param field its label
 * @throws InputError for facets that the API version of the connection does not have
 */
export function checkFacets(call: Call, field: string, facets: TargetingFacet[]): void {
	const dated = facets.map(({ name, rules }) => ({ name, since: rules?.since }));
	checkSince(call.linkedin.version, field, dated);
}

function facetsOf({ include, exclude }: TargetingCriteria): TargetingFacet[] {
	const urns = [...include.and.flatMap(({ or }) => Object.keys(or)), ...Object.keys(exclude?.or ?? {})];
	return [...new Set(urns)].map((urn) => facetNamed(urn.slice(urn.lastIndexOf(':') + 1)));
}
