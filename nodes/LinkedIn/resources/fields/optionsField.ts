/** What every operation takes. */
import type { INodeProperties } from 'n8n-workflow';

import { VALIDATE_ONLY } from '../../transport/policy/validateOnly';
import { nodePolicyFields } from './nodePolicy';

/** One collection for every operation of a node. */
export const optionsField: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Max Wait (Seconds)',
			name: 'maxWait',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 3600 },
			default: 60,
			description: 'Maximum total time for retries and waiting',
		},
		{
			displayName: 'Say When Empty',
			name: 'sayWhenEmpty',
			type: 'boolean',
			default: false,
			description:
				'Whether to return one item with found: 0 and the reason as notice when there are no results',
		},
		...nodePolicyFields,
		{
			displayName: VALIDATE_ONLY,
			name: 'validateOnly',
			type: 'options',
			default: 'off',
			description:
				'Whether to check everything but send nothing. The item says what would be done and what it would cost.',
			options: [
				{ name: 'Off', value: 'off', description: 'Do it' },
				{
					name: 'With Reads',
					value: 'withReads',
					description: 'Only read what the operation needs, such as a page or a currency',
				},
				{
					name: 'Without Calls',
					value: 'withoutCalls',
					description: 'Make no call at all. What depends on a read is not checked.',
				},
			],
		},
	],
};
