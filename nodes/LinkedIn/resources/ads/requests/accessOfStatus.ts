/** What setting a status takes of an access policy. */
import type { Access } from '../../../transport/policy/areas';
import type { Parameter } from '../../values/parameter';

/** They serve nothing, spend nothing and can be taken back. */
const HARMLESS = ['ARCHIVED', 'COMPLETED', 'DRAFT', 'PAUSED'];

/**
 * Never throws.
 * @param collection the one that has the field, if any
 * @returns `full` for a status that activates, ends or deletes, and for one that can't be read
 */
export function accessOfStatus(parameter: Parameter, collection: string | undefined, name: string): Access {
	const given = collection === undefined ? parameter<unknown>(name, '') : parameter<unknown>(collection, {});
	const status = collection === undefined ? given : Object(given)[name];
	if (status === undefined || status === null || status === '') return 'write';
	return HARMLESS.includes(String(status).trim().toUpperCase()) ? 'write' : 'full';
}
