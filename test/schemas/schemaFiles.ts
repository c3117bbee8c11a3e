/** The schemas that n8n 2.x shows before the first run of an operation, and where it looks for them. */
import type { IDataObject } from 'n8n-workflow';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { adsResources } from '../../nodes/LinkedIn/resources/ads';
import { communityResources } from '../../nodes/LinkedIn/resources/community';
import type { Operation } from '../../nodes/LinkedIn/resources/operation';
import { read, root } from '../packageFiles';
import { outputSchema, schemaText, type Schema } from './outputSchema';

export const SCHEMAS = 'nodes/LinkedIn/__schema__';

/** The version of our nodes, as n8n writes it here. */
export const VERSION = 'v1.0.0';

/** By `resource:operation`; what both nodes have is one operation, or has the same one behind it. */
export const operations = new Map<string, Operation[]>();
for (const { value, operations: own } of [...communityResources, ...adsResources]) {
	for (const operation of own) {
		const id = `${value}:${operation.value}`;
		operations.set(id, [...(operations.get(id) ?? []), operation]);
	}
}

/** Its columns are those of the breakdown and the metrics that are chosen; the first case chooses nothing. */
const AS_IN_FIRST_CASE = ['report:get'];

/**
 * Open where the user chooses what items contain: an operation with the field Output may return other columns than the
 * simplified ones, and an API call returns what LinkedIn answers.
 * @param cases the simplified items of each case of the operation
 */
export function schemaOf(id: string, cases: IDataObject[][]): Schema {
	const operation = operations.get(id)?.[0];
	if (!operation) throw new Error(`There is no operation ${id}`);
	const { isRaw = false, fields } = operation;
	const items = AS_IN_FIRST_CASE.includes(id) ? cases[0] : cases.flat();
	return outputSchema(isRaw ? [] : items, isRaw || fields.some(({ name }) => name === 'output'));
}

export const schemaFile = (id: string) => `${SCHEMAS}/${VERSION}/${id.replace(':', '/')}.json`;

/** What is committed; undefined if nothing is. */
export function committedSchema(id: string): string | undefined {
	const file = schemaFile(id);
	return existsSync(join(root, file)) ? read(file) : undefined;
}

export function writeSchema(id: string, schema: Schema): void {
	const path = join(root, schemaFile(id));
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, schemaText(schema));
}
