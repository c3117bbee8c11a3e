/**
 * What the owner of a credential, or of a node, lets it do. It never changes which scopes are requested: other scopes
 * on the same app would log out earlier connections (docs.permissions).
 */
import { LinkedInError } from '../errors/errors';
import { InputError } from '../errors/inputError';
import { AREAS, LEVEL_NAMES, LEVELS, type Area, type Level, type Need } from './areas';

export type AccessPolicy =
	| { kind: 'everything' }
	| { kind: 'readOnly' }
	/** Areas that aren't named are off. */
	| { kind: 'table'; levels: Partial<Record<Area, Level>> };

/** The label of the table, in the credential and in a node. */
const TABLE = 'Allowed Areas';

export const EVERYTHING: AccessPolicy = { kind: 'everything' };

/**
 * @param kind `everything`, `readOnly` or `table`
 * @param table n8n's fixedCollection, with rows of `area` and `access`; of two rows for an area the lower one counts
 * @param field the name of the field, for the error
 * @throws InputError for anything else: a policy that can't be read allows nothing
 */
export function readPolicy(kind: unknown, table: unknown, field: string): AccessPolicy {
	if (kind === 'everything') return EVERYTHING;
	if (kind === 'readOnly') return { kind };
	if (kind !== 'table')
		throw unreadable(field, `${field} is ${JSON.stringify(kind)}`, 'a choice of the list');
	const rows = (table as { rows?: unknown } | null | undefined)?.rows ?? [];
	const levels: Partial<Record<Area, Level>> = {};
	for (const row of Array.isArray(rows) ? rows : []) {
		const { area, access } = (row ?? {}) as { area?: Area; access?: Level };
		if (
			typeof area !== 'string' ||
			!Object.hasOwn(AREAS, area) ||
			access === undefined ||
			!LEVELS.includes(access)
		) {
			throw unreadable(
				field,
				`A row under ${TABLE} has no valid area or access`,
				'both from the lists, or delete the row',
			);
		}
		levels[area] = lowerOf(levels[area] ?? access, access);
	}
	return { kind, levels };
}

function unreadable(field: string, message: string, what: string): InputError {
	return new InputError(field, message, `Choose ${what}. Until then it allows nothing.`);
}

const lowerOf = (one: Level, other: Level): Level =>
	LEVELS.indexOf(one) <= LEVELS.indexOf(other) ? one : other;

/** @returns what the policy allows in an area */
export function levelIn(policy: AccessPolicy, area: Area): Level {
	if (policy.kind === 'everything') return 'full';
	if (policy.kind === 'readOnly') return 'read';
	return policy.levels[area] ?? 'off';
}

export function allows(policy: AccessPolicy, { area, access }: Need): boolean {
	return LEVELS.indexOf(levelIn(policy, area)) >= LEVELS.indexOf(access);
}

/** Whose policy it is. */
export type PolicyOwner = { kind: 'credential'; name: string } | { kind: 'node'; name: string };

/**
 * The error of an operation that a policy doesn't allow.
 * @param what the operation, e.g. `Post: Create`
 */
export function notAllowed(
	policy: AccessPolicy,
	owner: PolicyOwner,
	need: Need,
	what: string,
): LinkedInError {
	const level = levelIn(policy, need.area);
	const isNode = owner.kind === 'node';
	const field = isNode ? 'This Node May' : 'Access Policy';
	const whose = isNode
		? `This Node May of the node "${owner.name}"`
		: `The access policy of the credential "${owner.name}"`;
	const fields = policy.kind === 'table' ? `${field} → ${TABLE}` : field;
	const where = isNode ? `${fields} in the options of this node` : `${fields} in the credential`;
	const set = policy.kind === 'readOnly' ? 'Read Only' : `${AREAS[need.area]}: ${LEVEL_NAMES[level]}`;
	return new LinkedInError(
		`${whose} doesn't allow ${what}: it is set to ${set}, and this needs ${AREAS[need.area]}: ${LEVEL_NAMES[need.access]}`,
		{
			code: 'NOT_ALLOWED',
			field,
			advice: `Nothing was sent to LinkedIn. Its owner can allow it under ${where}.`,
		},
	);
}
