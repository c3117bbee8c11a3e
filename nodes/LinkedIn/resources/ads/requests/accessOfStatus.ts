/** What setting a status takes of an access policy. */
import type { Access } from '../../../transport/policy/areas';
import type { LinkedInClient } from '../../../transport/types';
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
	return accessOf(status);
}

const accessOf = (status: unknown): Access =>
	HARMLESS.includes(String(status).trim().toUpperCase()) ? 'write' : 'full';

/**
 * Checks the status that will be sent: an expression may have given another one when the policy was checked.
 * @param status undefined if it stays as it is
 * @throws LinkedInError if the policy doesn't allow it
 */
export function allowStatus(linkedin: LinkedInClient, status: string | undefined): void {
	if (status !== undefined && accessOf(status) === 'full') linkedin.allow({ area: 'ads', access: 'full' });
}
