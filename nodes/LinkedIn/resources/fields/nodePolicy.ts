/** What this node may do, beside what its credential allows. */
import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../transport/errors/inputError';
import { readPolicy, type AccessPolicy } from '../../transport/policy/accessPolicy';
import { policyTable } from '../../transport/policy/policyTable';

const AS_CREDENTIAL = 'asCredential';
const FIELD = 'This Node May';

/** In the collection Options. */
export const nodePolicyFields: INodeProperties[] = [
	{
		displayName: 'This Node May',
		name: 'thisNodeMay',
		type: 'options',
		default: AS_CREDENTIAL,
		description: 'What this node can do, never more than its credential allows',
		options: [
			{
				name: 'As the Credential',
				value: AS_CREDENTIAL,
				description: 'Whatever the access policy of the credential allows',
			},
			{
				name: 'Only Listed Areas',
				value: 'table',
				description: 'Add the option Allowed Areas, with a row for each; all else is off',
			},
			{ name: 'Read Only', value: 'readOnly', description: 'Read, and change nothing' },
		],
	},
	{
		...policyTable,
		displayName: 'Allowed Areas',
		name: 'nodeAreas',
		description:
			'For Only Listed Areas: what this node can do in each. Of two rows for one area, the lower access counts.',
	},
];

/**
 * @param options the value of Options; rows of Allowed Areas count without This Node May, too
 * @throws InputError for what can't be read, which allows nothing
 */
export function readNodePolicy(options: Readonly<Record<string, unknown>>): AccessPolicy {
	const { thisNodeMay, nodeAreas } = options;
	if (Object.hasOwn(options, 'thisNodeMay')) {
		// The credential's choice isn't one of a node's.
		const kind = thisNodeMay === 'everything' ? undefined : thisNodeMay;
		return readPolicy(kind === AS_CREDENTIAL ? 'everything' : kind, nodeAreas, FIELD);
	}
	return readPolicy(Object.hasOwn(options, 'nodeAreas') ? 'table' : 'everything', nodeAreas, FIELD);
}

/** Options as n8n gives them. @throws InputError for anything but a collection, such as an expression without a result:
 * it would hide what this node may do */
export function optionsOf(given: unknown): Readonly<Record<string, unknown>> {
	if (typeof given === 'object' && given !== null && !Array.isArray(given))
		return given as Record<string, unknown>;
	throw new InputError('Options', "Options can't be read", 'Set its fields in the node, not as a whole.');
}
