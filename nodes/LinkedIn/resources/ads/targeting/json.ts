/** Targeting criteria from JSON. */
import { InputError } from '../../../transport/errors/inputError';
import { isRecord, readJson } from '../../values/json';
import { entriesOf } from '../../values/plainText';
import { parseEntity, parseFacet } from './facets';
import { addCriterion, assemble, TARGETING_JSON, type TargetingCriteria, type Values } from './shape';

/** @returns undefined if empty. @throws InputError with the place that is wrong */
export function fromJson(given: unknown): TargetingCriteria | undefined {
	if (given === undefined || given === null) return undefined;
	const value = readJson(given, TARGETING_JSON, SHAPE);
	if (value === undefined || (isRecord(value) && Object.keys(value).length === 0)) return undefined;
	const wrong = (what: string) => new InputError(TARGETING_JSON, `${TARGETING_JSON}: ${what}`, SHAPE);
	if (!isRecord(value)) throw wrong('it must be an object');
	const { include, exclude, ...more } = value;
	const [unknown] = Object.keys(more);
	if (unknown !== undefined) throw wrong(`"${unknown}" is not allowed next to include and exclude`);
	const groups = isRecord(include) ? include.and : undefined;
	if (!Array.isArray(groups)) throw wrong('include.and must be a list');
	const and = groups.map((group, index) => ({ or: valuesIn(group, `include.and[${index}]`, wrong) }));
	const excluded = exclude === undefined || exclude === null ? {} : valuesIn(exclude, 'exclude', wrong);
	return assemble(and, excluded, TARGETING_JSON);
}

const SHAPE =
	'Enter {"include":{"and":[{"or":{"urn:li:adTargetingFacet:locations":["urn:li:geo:103644278"]}}]}}, with exclude as {"or":{…}} next to include.';

function valuesIn(group: unknown, place: string, wrong: (what: string) => InputError): Values {
	const or = isRecord(group) ? group.or : undefined;
	if (!isRecord(or)) throw wrong(`${place}.or must be an object of facets`);
	const found: Values = {};
	for (const [name, given] of Object.entries(or)) {
		const facet = parseFacet(name, TARGETING_JSON);
		const values = entriesOf(given, TARGETING_JSON).map((entry) => parseEntity(facet, entry, TARGETING_JSON));
		if (values.length === 0) throw wrong(`${place}.or has no value for ${facet.name}`);
		addCriterion(found, facet.urn, values);
	}
	if (Object.keys(found).length === 0) throw wrong(`${place}.or has no facet`);
	return found;
}
