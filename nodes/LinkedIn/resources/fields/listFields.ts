/** Return All and Limit. */
import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../transport/errors/inputError';
import type { Call } from '../operation';

/** Return All and Limit; spread into the fields of a list operation. */
export const listFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description: 'Max number of results to return',
		displayOptions: { show: { returnAll: [false] } },
	},
];

/**
 * How many results a list operation was asked for; infinite for all.
 * @throws InputError for anything but a whole number above 0
 */
export function limitOf(call: Call): number {
	if (call.parameter<boolean>('returnAll', false)) return Number.POSITIVE_INFINITY;
	const limit = Number(call.parameter<unknown>('limit', 50));
	if (Number.isInteger(limit) && limit > 0) return limit;
	throw new InputError(
		'Limit',
		'Limit must be a whole number greater than 0',
		'Enter one, or turn on Return All.',
	);
}
