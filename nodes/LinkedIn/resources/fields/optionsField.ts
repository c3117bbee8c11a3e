/** What every operation takes. */
import type { INodeProperties } from 'n8n-workflow';

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
			description: 'How long to try again and wait in all when LinkedIn throttles or fails, before giving up',
		},
		{
			displayName: 'Say When Empty',
			name: 'sayWhenEmpty',
			type: 'boolean',
			default: false,
			description:
				'Whether to return one item with found: 0 and the reason as notice where there are no results, so that the workflow goes on. Otherwise the reason stands only in the log.',
		},
	],
};
