/**
 * Turns the rows of the builder, or JSON, into LinkedIn's targeting criteria. What LinkedIn is known to
 * reject is rejected here.
 * @see docs.targetingCriteria
 */
import { InputError } from '../../../transport/errors/inputError';
import { facetNamed } from './facets';
import { fromJson } from './json';
import { fromRows } from './rows';
import { TARGETING, TARGETING_JSON, type TargetingCriteria } from './shape';

/**
 * The criteria from the two fields, of which only one can be set.
 * @param rows the builder's value
 * @param json LinkedIn's criteria as text or object; facets can also be names, values can be numbers
 * @returns undefined if neither is set
 * @throws InputError for invalid targeting, and for combinations that LinkedIn rejects
 */
export function criteriaOf(rows: unknown, json: unknown): TargetingCriteria | undefined {
	const built = fromRows(rows);
	const typed = fromJson(json);
	if (built && typed) {
		throw new InputError(
			TARGETING_JSON,
			`${TARGETING} and ${TARGETING_JSON} are both set`,
			'Clear one of them.',
		);
	}
	const found = built ?? typed;
	if (found) check(found, built ? TARGETING : TARGETING_JSON);
	return found;
}

/** As criteriaOf. @throws InputError also if neither field is set */
export function requiredCriteria(rows: unknown, json: unknown): TargetingCriteria {
	const found = criteriaOf(rows, json);
	if (found) return found;
	throw new InputError(
		TARGETING,
		`${TARGETING} is empty`,
		`Add a rule and choose its Facet and Values (type some letters of a place, e.g. Berlin), or enter LinkedIn's criteria in ${TARGETING_JSON}.`,
	);
}

/** Facets that LinkedIn doesn't combine. */
const CONFLICTS: Array<[some: string[], others: string[]]> = [
	[['titles'], ['seniorities', 'jobFunctions']],
	[['industries', 'staffCountRanges'], ['employers']],
];

const nameOf = (urn: string) => urn.slice(urn.lastIndexOf(':') + 1);

function check({ include, exclude }: TargetingCriteria, field: string): void {
	const included = [...new Set(include.and.flatMap(({ or }) => Object.keys(or).map(nameOf)))];
	for (const [some, others] of CONFLICTS) {
		const one = included.find((name) => some.includes(name));
		const other = included.find((name) => others.includes(name));
		if (one === undefined || other === undefined) continue;
		throw new InputError(
			field,
			`${field} includes ${one} and ${other}, which can't be combined`,
			`Remove one of them: LinkedIn doesn't combine ${some.join(' or ')} with ${others.join(' or ')}.`,
		);
	}
	for (const [urn, values] of Object.entries(exclude?.or ?? {})) {
		const { name, rules } = facetNamed(nameOf(urn));
		if (rules?.isIncludeOnly) {
			throw new InputError(
				field,
				`${field} excludes ${name}, which can only be included`,
				`Include the ${name} you want instead.`,
			);
		}
		const wanted = new Set(include.and.flatMap(({ or }) => or[urn] ?? []));
		const both = values.find((value) => wanted.has(value));
		if (both === undefined) continue;
		throw new InputError(
			field,
			`${field} both includes and excludes ${both} of ${name}`,
			'Remove it from one of them.',
		);
	}
}
