/** Checks for what only newer API versions of LinkedIn have, before any call. */
import { InputError } from '../../transport/errors/inputError';

/** A choice of the user's. */
export interface Dated {
	/** As the user sees it. */
	name: string;
	/** The first API version that has it, `YYYYMM`; left out if all have it. */
	since?: string;
}

/**
 * @param version in force for the connection
 * @param field its label
 * @throws InputError that names what the version lacks, and from which version on LinkedIn has all of it
 */
export function checkSince(version: string, field: string, chosen: Dated[]): void {
	const tooNew = chosen.filter(({ since = '' }) => version < since);
	if (tooNew.length === 0) return;
	const since = tooNew.map((one) => one.since ?? '').sort()[tooNew.length - 1];
	const [needs, it] = tooNew.length === 1 ? ['needs', 'it'] : ['need', 'them'];
	throw new InputError(
		field,
		`${tooNew.map(({ name }) => name).join(', ')} ${needs} API version ${since} or later; this credential uses ${version}`,
		`Choose a newer API Version in the credential, or remove ${it}.`,
	);
}
