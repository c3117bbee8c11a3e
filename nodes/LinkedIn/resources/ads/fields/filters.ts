/** Filters that the ads lists share: options of a collection, and their values. */
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { choiceOf, choicesOf } from '../values/readParameters';

const NAMES: Record<string, string> = {
	ACTIVE: 'Active',
	ARCHIVED: 'Archived',
	CANCELED: 'Canceled',
	COMPLETED: 'Completed',
	DRAFT: 'Draft',
	PAUSED: 'Paused',
	PENDING_DELETION: 'Pending Deletion',
	REMOVED: 'Removed',
};
/** What LinkedIn has deleted, or is about to. */
const DELETED = ['PENDING_DELETION', 'REMOVED'];

/** The collection. */
export function filtersField(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options,
	};
}

export const namesFilter: INodeProperties = {
	displayName: 'Names',
	name: 'names',
	type: 'string',
	default: '',
	placeholder: 'e.g. Spring launch',
	description: 'Full names, one per line. Names with commas work here and in a list from an expression.',
	typeOptions: { rows: 2 },
};

export const orderFilter: INodeProperties = {
	displayName: 'Order',
	name: 'sortOrder',
	type: 'options',
	default: 'DESCENDING',
	description: 'Sort by creation order',
	options: [
		{ name: 'Newest First', value: 'DESCENDING' },
		{ name: 'Oldest First', value: 'ASCENDING' },
	],
};

/** @returns undefined for LinkedIn's own order. @throws InputError */
export function orderOf(given: Record<string, unknown>): 'ASCENDING' | 'DESCENDING' | undefined {
	return choiceOf(given.sortOrder, orderFilter.displayName, ['ASCENDING', 'DESCENDING']);
}

/** @param ofTestAccounts what belongs to test accounts, in the plural */
export function testFilter(displayName: string, ofTestAccounts: string): INodeProperties {
	return {
		displayName,
		name: 'test',
		type: 'options',
		default: 'no',
		description: `Whether to leave ${ofTestAccounts} out or list only them`,
		options: [
			{ name: 'No', value: 'no' },
			{ name: 'Only', value: 'only' },
		],
	};
}

/** @returns undefined if it isn't set. @throws InputError */
export function testOf(given: Record<string, unknown>, displayName: string): boolean | undefined {
	const test = choiceOf(given.test, displayName, ['no', 'only']);
	return test === undefined ? undefined : test === 'only';
}

/** @param statuses that the resource knows, in order of their names */
export function statusesFilter(statuses: readonly string[], description = 'Any of these'): INodeProperties {
	return {
		displayName: 'Statuses',
		name: 'statuses',
		type: 'multiOptions',
		default: ['ACTIVE'],
		description,
		options: statuses.map((value): INodePropertyOptions => ({ name: NAMES[value], value })),
	};
}

/** @throws InputError */
export function statusesOf(given: Record<string, unknown>, statuses: readonly string[]): string[] {
	return choicesOf(given.statuses, 'Statuses', statuses);
}

/** LinkedIn requires a criterion; if nothing is chosen, all that are not deleted. @throws InputError */
export function statusesOrAll(given: Record<string, unknown>, statuses: readonly string[]): string[] {
	const chosen = statusesOf(given, statuses);
	return chosen.length > 0 ? chosen : statuses.filter((status) => !DELETED.includes(status));
}
