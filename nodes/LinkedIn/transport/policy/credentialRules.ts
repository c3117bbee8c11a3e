/** What the owner of a credential lets its connections do, read from its fields. */
import { numberIn, readKnownLimits, readLimit, type KnownLimit } from '../ledger/knownLimits';
import { InputError } from '../errors/inputError';
import { readPolicy, type AccessPolicy } from './accessPolicy';

export interface CredentialRules {
	policy: AccessPolicy;
	/** Of the action nodes and lists of this process; undefined for no limit. */
	maxCallsADay: number | undefined;
	knownLimits: readonly KnownLimit[];
	/** In the account's currency; undefined for no limit. */
	highestDailyBudget: number | undefined;
}

/**
 * @param data the decrypted credential; one that was saved without these fields allows everything
 * @throws InputError that names the field
 */
export function readRules(data: Record<string, unknown>): CredentialRules {
	return {
		policy: readPolicy(
			Object.hasOwn(data, 'accessPolicy') ? data.accessPolicy : 'everything',
			data.accessTable,
			'Access Policy',
		),
		maxCallsADay: readLimit(given(data, 'maxCallsADay'), 'all calls', 'Max Calls a Day') || undefined,
		knownLimits: readKnownLimits(data.knownLimits),
		highestDailyBudget: readBudget(given(data, 'highestDailyBudget')) || undefined,
	};
}

/**
 * Only what was never saved means no limit. An expression without a result, which n8n gives as a value too, must not
 * take the limit away, and an emptied field can't be told from it.
 */
function given(data: Record<string, unknown>, name: string): unknown {
	return Object.hasOwn(data, name) ? data[name] : 0;
}

function readBudget(given: unknown): number {
	const budget = numberIn(given);
	if (Number.isFinite(budget) && budget >= 0) return budget;
	throw new InputError(
		'Highest Daily Budget',
		`Highest Daily Budget must be a number, not ${JSON.stringify(given)}`,
		"Enter an amount in the ad account's currency, e.g. 50, or 0 for no limit.",
	);
}
