/**
 * Limits that the credential's owner read in LinkedIn's portal, which shows them for endpoints called on that UTC day
 * only. No answer of LinkedIn's names them.
 * @see docs.rateLimits
 */
import { InputError } from '../errors/inputError';

export interface KnownLimit {
	/** As typed. */
	endpoint: string;
	/** Calls per UTC day; undefined where it isn't limited or isn't known. */
	member?: number;
	application?: number;
}

const FIELD = 'Known Limits';

/**
 * @param given the value of the credential's fixedCollection
 * @throws InputError for a row without an endpoint, or a limit that isn't a whole number
 */
export function readKnownLimits(given: unknown): KnownLimit[] {
	if (given === undefined || given === null || given === '') return [];
	const rows = (given as { rows?: unknown }).rows ?? (isEmptyObject(given) ? [] : undefined);
	if (!Array.isArray(rows)) {
		throw new InputError(FIELD, "Known Limits can't be read", 'Add its rows in the credential.');
	}
	return rows.map((row: Record<string, unknown> | null, index) => {
		const endpoint = String(row?.endpoint ?? '').trim();
		if (endpoint === '') {
			throw new InputError(
				FIELD,
				`Row ${index + 1} of Known Limits has no endpoint`,
				'Enter one as the portal names it, e.g. /rest/posts, or * for all calls. Or remove the row.',
			);
		}
		const member = readLimit(orNone(row?.memberLimit), endpoint);
		const application = readLimit(orNone(row?.applicationLimit), endpoint);
		return { endpoint, ...(member && { member }), ...(application && { application }) };
	});
}

const isEmptyObject = (given: unknown) =>
	typeof given === 'object' && !Array.isArray(given) && Object.keys(given ?? {}).length === 0;

/** Of the two limits of a row one may stay empty. */
const orNone = (given: unknown) => (given === undefined || given === null || given === '' ? 0 : given);

/** @returns NaN for what isn't a number */
export function numberIn(given: unknown): number {
	const isText = typeof given === 'string' && given.trim() !== '';
	return typeof given === 'number' || isText ? Number(given) : Number.NaN;
}

/** @returns 0 for no limit */
export function readLimit(given: unknown, what: string, field = FIELD): number {
	const limit = numberIn(given);
	if (Number.isInteger(limit) && limit >= 0) return limit;
	throw new InputError(
		field,
		`The limit of ${what} must be a whole number, not ${JSON.stringify(given)}`,
		'Enter the number of calls per day, or 0 for no limit.',
	);
}

/**
 * Whether a limit counts the calls of an endpoint. The portal's names and those of this package differ in the method,
 * the base path and the keys, so only what both have is compared.
 * @param typed e.g. `/rest/posts`, `CREATE posts` or `*`
 * @param endpoint e.g. `CREATE /rest/posts`
 */
export function counts(typed: string, endpoint: string): boolean {
	if (isOfAll(typed)) return true;
	const [wanted, actual] = [partsOf(typed), partsOf(endpoint)];
	return (
		(wanted.method === undefined || wanted.method === actual.method) &&
		(wanted.path === '*' || wanted.path === actual.path)
	);
}

/** Whether a limit counts all calls, whatever their endpoint. */
export function isOfAll(typed: string): boolean {
	return typed.trim() === '*';
}

function partsOf(endpoint: string): { method: string | undefined; path: string } {
	const { method, path } =
		/^(?:(?<method>[A-Za-z_]+)\s+)?(?<path>\S.*)$/s.exec(endpoint.trim())?.groups ?? {};
	const [bare] = (path ?? '').split('?', 1);
	const segments = bare.split('/').filter((segment) => segment !== '');
	if (['rest', 'v2'].includes(segments[0]?.toLowerCase())) segments.shift();
	return {
		method: method?.toUpperCase(),
		path: segments.map((segment) => (segment.startsWith('{') ? '{}' : segment.toLowerCase())).join('/'),
	};
}

/** @param endpoint of an API call, or of the host that takes files */
export function isCounted(endpoint: string): boolean {
	return !/^\w+ https?:/.test(endpoint);
}
