/** What every operation takes. */
import type { INodeProperties } from 'n8n-workflow';

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
				'Whether to return one item with found: 0 and the reason as notice when there are no results, so the workflow continues. Otherwise the reason is only in the log.',
		},
		...nodePolicyFields,
	],
};
