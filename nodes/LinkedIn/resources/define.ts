/**
 * The grammar of this package: what a resource and an operation are, and how they become n8n properties.
 */
import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { LinkedIn } from '../transport';
import type { Scopes } from '../transport/access';
import type { BinaryFile } from '../transport/binary';
import type { RestliMethod } from '../transport/restli/method';
import { optionsField } from './fields';
import { mergeFields } from './mergeFields';
import { outputFields } from './output';

/** What an operation is handed for one item. */
export interface Call {
	linkedin: LinkedIn;
	/** The operation's own routing, to spread into its request. */
	routing: Routing;
	/** Stable keys when true, LinkedIn's own entity when false. */
	simplify: boolean;
	/** A file of this item. @throws InputError that names the field */
	binary(property: string, field: string): Promise<BinaryFile>;
	/** Names of this item's binary fields, in their order. */
	binaryNames(): string[];
	/** Whether an item beside this one brings files too, with the same values in these fields. */
	isScattered(fields: string[]): boolean;
	/** The workflow's, e.g. `Europe/Berlin`; it counts where a moment names none. */
	timezone: string;
	/** A field's value for this item. */
	parameter<T>(name: string, fallback?: T): T;
}

/** The operation's main request. */
export interface Routing {
	restliMethod: RestliMethod;
	path: string;
}

export interface Operation {
	value: string;
	name: string;
	/** As it stands in n8n's list of actions. */
	action: string;
	/** One sentence, also read by AI agents. */
	description: string;
	/** LinkedIn's page on it. */
	docs: string;
	/** `full`: deletes or cannot be taken back. */
	access: 'read' | 'write' | 'full';
	scopes: Scopes;
	/** The product of LinkedIn's that it needs, where no scope tells. */
	product?: string;
	/** What the member has to be on the page, when a page is meant. */
	role?: string;
	/** What the member has to be on the ad account. */
	accountRole?: string;
	routing: Routing;
	/** Why there may be no results, in a sentence or two, with what to try. */
	whenEmpty?: string;
	/** For an operation that reads or writes as its fields say. */
	reads?: (parameter: Call['parameter']) => boolean;
	/** Of the items of a run, the highest is written first. Never throws. */
	priority?: (parameter: Call['parameter']) => number;
	/** Items of a run are written together, so that none waits for the one before it. */
	collects?: true;
	/** Its items are LinkedIn's own answer, which nothing may change. */
	isRaw?: true;
	fields: INodeProperties[];
	/**
	 * @returns the items out, in order
	 * @throws LinkedInError or InputError
	 */
	execute(call: Call): Promise<IDataObject[]>;
}

export interface Resource {
	value: string;
	name: string;
	description: string;
	operations: Operation[];
}

/** Whoever reads chooses what comes out. */
export const operation = (definition: Operation): Operation =>
	definition.access === 'read'
		? { ...definition, fields: [...definition.fields, ...outputFields] }
		: definition;
export const resource = (definition: Resource): Resource => definition;

/**
 * Assembles the properties of a node: Resource, one Operation list a resource, and the fields, each shown for the
 * operations that have it. Both lists keep the order they are given in, which is that of use.
 */
export function describe(resources: Resource[]): INodeProperties[] {
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
			options: resources.map(({ name, value, description }) => ({ name, value, description })),
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
		options: operations.map(({ name, value: option, action, description }) => ({
			name,
			value: option,
			action,
			description,
		})),
	};
}
