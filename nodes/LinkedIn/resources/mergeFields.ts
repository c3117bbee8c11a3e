/**
 * Identical fields of operations become one property. For every item n8n goes through every property of a node twice
 * and evaluates its name each time, shown or not: an expression in a field that exists as four properties is evaluated
 * eight times per item.
 */
import type { INodeProperties } from 'n8n-workflow';

import type { Resource } from './operation';

interface Shown {
	field: INodeProperties;
	identity: string;
	/** The operations that have the field, by resource. */
	where: Map<string, string[]>;
}

/**
 * The fields of all operations, each shown where it belongs, in an order that keeps that of each operation as far as
 * the operations agree.
 *
 * n8n shows a property for every pair of a resource and an operation that it names, so resources share one only where
 * each such pair has the field.
 */
export function mergeFields(resources: Resource[]): INodeProperties[] {
	const operationsOf = new Map(
		resources.map(({ value, operations }) => [value, operations.map((operation) => operation.value)]),
	);
	const shown: Shown[] = [];
	for (const resource of resources) {
		const within = fieldsOf(resource);
		for (const operation of resource.operations) {
			for (const identity of operation.fields.map(identityOf)) {
				const { field, operations } = within.get(identity) as {
					field: INodeProperties;
					operations: string[];
				};
				const known = shown.findIndex(
					(candidate) =>
						candidate.identity === identity &&
						(candidate.where.has(resource.value) ||
							takes(candidate.where, resource.value, operations, operationsOf)),
				);
				if (known >= 0) shown[known].where.set(resource.value, operations);
				else shown.push({ field, identity, where: new Map([[resource.value, operations]]) });
			}
		}
	}
	return inOrder(shown, resources).map(({ field, where }) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: {
				resource: [...where.keys()],
				operation: [...new Set([...where.values()].flat())],
				...field.displayOptions?.show,
			},
		},
	}));
}

/**
 * Sorts so that a field comes after those before it in any operation. If operations contradict each other, the first
 * one decides.
 */
function inOrder(shown: Shown[], resources: Resource[]): Shown[] {
	const before = new Map(shown.map((one) => [one, new Set<Shown>()]));
	for (const { value, operations } of resources) {
		for (const { fields } of operations) {
			const own = fields
				.map(identityOf)
				.map((identity) => shown.find((one) => one.identity === identity && one.where.has(value))) as Shown[];
			own.forEach((one, index) => index > 0 && before.get(one)?.add(own[index - 1]));
		}
	}
	const sorted = new Set<Shown>();
	while (sorted.size < shown.length) {
		const left = shown.filter((one) => !sorted.has(one));
		const isFree = (one: Shown) => [...(before.get(one) ?? [])].every((earlier) => sorted.has(earlier));
		sorted.add(left.find(isFree) ?? left[0]);
	}
	return [...sorted];
}

const identityOf = (field: INodeProperties) => JSON.stringify(field);

function fieldsOf({ operations }: Resource): Map<string, { field: INodeProperties; operations: string[] }> {
	const fields = new Map<string, { field: INodeProperties; operations: string[] }>();
	for (const { value, fields: own } of operations) {
		for (const field of own) {
			const known = fields.get(identityOf(field));
			if (known) known.operations.push(value);
			else fields.set(identityOf(field), { field, operations: [value] });
		}
	}
	return fields;
}

/** Whether one property for these pairs and the new ones would be shown for no other pair. */
function takes(
	where: Map<string, string[]>,
	resource: string,
	operations: string[],
	operationsOf: Map<string, string[]>,
): boolean {
	const all = new Map([...where, [resource, operations]]);
	const named = new Set([...all.values()].flat());
	return [...all].every(
		([one, own]) => operationsOf.get(one)?.filter((operation) => named.has(operation)).length === own.length,
	);
}
