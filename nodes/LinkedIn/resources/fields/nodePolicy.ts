/** What this node may do, beside what its credential allows. */
import type { INodeProperties } from 'n8n-workflow';

import { readPolicy, type AccessPolicy } from '../../transport/policy/accessPolicy';
import { policyTable } from '../../transport/policy/policyTable';

const AS_CREDENTIAL = 'asCredential';

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
				description: 'What the rows under Allowed Areas say; all else is off',
			},
			{ name: 'Read Only', value: 'readOnly', description: 'Read, and change nothing' },
		],
	},
	{
		...policyTable,
		displayName: 'Allowed Areas',
		name: 'nodeAreas',
		description: 'What this node can do in each area, if This Node May is set to Only Listed Areas',
	},
];

/** @throws InputError */
export function readNodePolicy(kind: unknown, table: unknown): AccessPolicy {
	return readPolicy(kind === AS_CREDENTIAL ? undefined : kind, table, 'This Node May');
}
