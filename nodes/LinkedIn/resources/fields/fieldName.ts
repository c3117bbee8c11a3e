import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

/**
 * The label of the field that LinkedIn names in a refusal. Fields of this package carry LinkedIn's own names, so
 * the first piece of the path that a field has leads to it.
 * @param fields of the operation; collections are looked into
 * @param path e.g. `/dailyBudget/amount`, or with a place in a list `/elements/0/name`
 * @returns the name as it is shown, or undefined where no field has such a name
 */
export function fieldName(fields: INodeProperties[], path: string): string | undefined {
	for (const piece of path.split(/[/[\].]+/).filter(Boolean)) {
		const found = named(fields, piece);
		if (found) return found;
	}
	return undefined;
}

function named(
	fields: Array<INodeProperties | INodePropertyOptions | INodePropertyCollection>,
	name: string,
): string | undefined {
	for (const field of fields) {
		if ('displayName' in field && field.name === name) return field.displayName;
		const inner = 'values' in field ? field.values : isCollection(field) ? (field.options ?? []) : [];
		const found = named(inner, name);
		if (found) return found;
	}
	return undefined;
}

function isCollection(field: object): field is INodeProperties {
	return 'type' in field && (field.type === 'collection' || field.type === 'fixedCollection');
}
