/** The new values of an ads entity: the collection of all operations that change one. */
import type { INodeProperties } from 'n8n-workflow';

import { InputError } from '../../../transport/errors/inputError';
import type { Patch } from '../../../transport/restli/patch';
import type { Call } from '../../operation';
import { collectionOf, textOf } from '../values/readParameters';

const LABEL = 'Update Fields';

/** The collection, sorted by label. */
export function updateFieldsField(options: INodeProperties[]): INodeProperties {
	return {
		displayName: LABEL,
		name: 'updateFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [...options].sort((a, b) => a.displayName.localeCompare(b.displayName)),
	};
}

/** @throws InputError as collectionOf */
export function updatesIn(call: Call): Record<string, unknown> {
	return collectionOf(call, 'updateFields', LABEL);
}

/** The new name; undefined if it stays. @throws InputError as textOf */
export function newNameIn(given: Record<string, unknown>, maxCharacters?: number): string | undefined {
	return given.name === undefined ? undefined : textOf(given.name, 'Name', maxCharacters);
}

/** @throws InputError if nothing is to be changed */
export function checkChange({ patch }: Patch): void {
	if (Object.keys(patch).length > 0) return;
	throw new InputError(LABEL, 'There are no fields to update', 'Add at least one field.');
}
