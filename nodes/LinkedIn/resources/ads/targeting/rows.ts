/** Targeting criteria from the rows of the builder. */
import { InputError } from '../../../transport/errors/inputError';
import { isRecord } from '../../values/json';
import { entriesOf, locatorContent, plainText } from '../../values/plainText';
import { parseEntity, parseFacet } from './facets';
import { addCriterion, assemble, TARGETING, type Or, type TargetingCriteria, type Values } from './shape';

/** @returns undefined if there are no rows. @throws InputError with the row */
export function fromRows(given: unknown): TargetingCriteria | undefined {
	if (given === undefined || given === null || given === '') return undefined;
	const rows = isRecord(given) ? (given.rules ?? []) : given;
	if (!Array.isArray(rows) || !rows.every(isRecord)) {
		throw new InputError(TARGETING, `${TARGETING} must be a list of rules`, 'Add the rules one by one.');
	}
	if (rows.length === 0) return undefined;
	const and: Or[] = [];
	const exclude: Values = {};
	for (const [index, row] of rows.entries()) {
		const field = `${TARGETING}, rule ${index + 1}`;
		const facet = parseFacet(locatorContent(row.facet), field);
		const values = entriesOf(row.entities, field).map((entry) => parseEntity(facet, entry, field));
		if (values.length === 0) {
			throw new InputError(
				field,
				`${field} has no value for ${facet.name}`,
				'Choose one from the list, or enter URNs separated by commas.',
			);
		}
		const match = plainText(row.match, field).trim().toLowerCase() || 'and';
		if (match === 'exclude') addCriterion(exclude, facet.urn, values);
		else if (match === 'and') and.push({ or: { [facet.urn]: values } });
		else if (match === 'or') {
			const above = and.at(-1);
			if (!above) throw noRowAbove(field);
			addCriterion(above.or, facet.urn, values);
		} else {
			throw new InputError(field, `${field}: Match is "${match}"`, 'Choose and, or, or exclude.');
		}
	}
	return assemble(and, exclude, TARGETING);
}

const noRowAbove = (field: string) =>
	new InputError(
		field,
		`${field} starts with Or, but there is no included rule above it`,
		'Set Match to And, or move the rule below the one it is an alternative to.',
	);
