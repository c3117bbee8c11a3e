/** The table of an access policy, as n8n shows it in a credential and in a node. */
import type { INodeProperties } from 'n8n-workflow';

import { AREAS } from './areas';

/** Rows of `area` and `access`; what has no row is off. */
export const policyTable: Omit<INodeProperties, 'displayName' | 'name'> = {
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Area' },
	placeholder: 'Add Area',
	default: {},
	options: [
		{
			displayName: 'Areas',
			name: 'rows',
			values: [
				{
					displayName: 'Area',
					name: 'area',
					type: 'options',
					default: 'posts',
					options: Object.entries(AREAS)
						.map(([value, name]) => ({ name, value }))
						.sort((one, other) => one.name.localeCompare(other.name)),
				},
				{
					displayName: 'Access',
					name: 'access',
					type: 'options',
					default: 'off',
					options: [
						{ name: 'Off', value: 'off' },
						{ name: 'Read', value: 'read' },
						{ name: 'Write', value: 'write', description: 'Read, create and change' },
						{
							name: 'Full',
							value: 'full',
							description: 'Also delete, close comments, activate ads and change roles',
						},
					],
				},
			],
		},
	],
};
