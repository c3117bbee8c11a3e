/** How resources and operations become the properties of an n8n node. */
import type { INodeProperties } from 'n8n-workflow';

import { optionsField } from './fields/optionsField';
import { mergeFields } from './mergeFields';
import type { Resource } from './operation';

/**
 * Assembles the properties of a node: Resource, one Operation list per resource, and the fields, each shown for the
 * operations that have it. Both lists keep the order they are given in, which is that of use.
 */
export function buildProperties(resources: Resource[]): INodeProperties[] {
	const first = resources[0].value;
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			default: first,
			// n8n calls the transport hook of requestOperations.pagination only when a property asks for paging.
			routing: { send: { paginate: true } },
			options: resources.map(({ name, value, description, builderHint }) => ({
				name,
				value,
				description,
				...hinted(builderHint),
			})),
		},
		...resources.map(operationList),
		...mergeFields(resources),
		optionsField,
	];
}

function operationList({ value, operations }: Resource): INodeProperties {
	const first = operations[0].value;
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [value] } },
		default: first,
		options: operations.map(({ name, value: option, action, description, builderHint }) => ({
			name,
			value: option,
			action,
			description,
			...hinted(builderHint),
		})),
	};
}

/** n8n before 2.x ignores it. */
const hinted = (propertyHint: string | undefined) =>
	propertyHint === undefined ? {} : { builderHint: { propertyHint } };
