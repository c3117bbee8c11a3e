import { badRequest } from '../errors';
import type { RestliValue } from '../restli';

/** Values of which one must match, by criterion. */
export type Criteria = Record<string, string[]>;

/**
 * The `search` record of a finder: `(status:(values:List(ACTIVE)),test:false)`.
 * @param lists criteria of the form `(values:List(…))`
 * @param flags criteria that are true or false
 * @returns no criteria if there is no search
 * @throws ApiError 400 for another form
 */
export function criterion(search: RestliValue | undefined, lists: string[], flags: string[]): Criteria {
	if (search === undefined) return {};
	if (!isRecord(search)) throw badRequest('The parameter "search" is a record');
	return Object.fromEntries(
		Object.entries(search).map(([name, value]) => {
			if (flags.includes(name)) {
				if (value !== 'true' && value !== 'false') throw badRequest(`search.${name} is true or false`);
				return [name, [value]];
			}
			if (!lists.includes(name)) throw badRequest(`search has no criterion "${name}"`);
			const values = isRecord(value) && Object.keys(value).join() === 'values' ? value.values : undefined;
			if (!Array.isArray(values) || values.length === 0 || values.some((one) => typeof one !== 'string')) {
				throw badRequest(`search.${name} is (values:List(…))`);
			}
			return [name, values as string[]];
		}),
	);
}

/** AND between criteria, OR inside; a member of the entity may have several spellings. */
export function matches(criteria: Criteria, entity: Record<string, unknown>): boolean {
	return Object.entries(criteria).every(([name, values]) =>
		[entity[name]].flat().some((own) => values.includes(String(own))),
	);
}

function isRecord(value: unknown): value is Record<string, RestliValue> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
