/** LinkedIn's targeting criteria, and the steps that rows and JSON share in making them. */
import { InputError } from '../../../transport/errors/inputError';

/** By facet URN, the URNs of which one must match. */
export type Values = Record<string, string[]>;
export type Or = { or: Values };

/** All of `and` must match; for each of them, one value of any of its facets is enough. */
export type TargetingCriteria = { include: { and: Or[] }; exclude?: Or };

export const TARGETING = 'Targeting';
export const TARGETING_JSON = 'Targeting (JSON)';

export function addCriterion(to: Values, facet: string, values: string[]): void {
	const known = (to[facet] ??= []);
	for (const value of values) known.push(value);
}

const withoutRepeats = (or: Values): Values =>
	Object.fromEntries(Object.entries(or).map(([facet, values]) => [facet, [...new Set(values)]]));

/** Each value of a facet once. @throws InputError if nothing is included */
export function assemble(and: Or[], exclude: Values, field: string): TargetingCriteria {
	if (and.length === 0) {
		throw new InputError(
			field,
			`${field} includes no members`,
			'Include at least one facet. LinkedIn accepts exclusions only together with inclusions.',
		);
	}
	return {
		include: { and: and.map(({ or }) => ({ or: withoutRepeats(or) })) },
		...(Object.keys(exclude).length > 0 ? { exclude: { or: withoutRepeats(exclude) } } : {}),
	};
}
