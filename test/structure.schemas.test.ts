import type { IDataObject, INodeType } from 'n8n-workflow';
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { loadClasses } from './engine/sources';
import { packAndUnpack } from './pack';
import { filesUnder } from './packageFiles';
import { KEYED_BY_DATA, outputSchema, schemaText, type Schema } from './schemas/outputSchema';
import { committedSchema, operations, schemaFile, SCHEMAS, VERSION } from './schemas/schemaFiles';

/**
 * What n8n 2.x shows of an operation before its first run. The tests of the cases compare each schema with the items of
 * its operation.
 */

const ids = [...operations.keys()];

/**
 * Loads the package with n8n's own loader, and finds the schemas as n8n 2.x does; n8n 1.x doesn't look for them. Prints
 * JSON.
 */
const LOAD = `
	const { dirname, join } = require('node:path');
	const { existsSync } = require('node:fs');
	const [modules, folder, wanted] = process.argv.slice(1);
	require(join(modules, 'reflect-metadata'));
	const { PackageDirectoryLoader } = require(join(modules, 'n8n-core/dist/nodes-loader'));
	const resolver = join(modules, 'n8n-core/dist/nodes-loader/output-schema-resolver.js');
	const loader = new PackageDirectoryLoader(folder);
	loader.loadAll().then(() => {
		const schemas = !existsSync(resolver) ? undefined : JSON.parse(wanted).map(([node, resource, operation]) =>
			require(resolver).loadOutputSchema({
				nodeDir: join(folder, dirname(loader.known.nodes[node].sourcePath)),
				version: loader.nodeTypes[node].type.description.version,
				resource,
				operation,
			}) ?? null);
		process.stdout.write(JSON.stringify({ nodes: Object.keys(loader.known.nodes), schemas }));
		process.exit(0);
	});
`;

let packed: ReturnType<typeof packAndUnpack>;
beforeAll(() => {
	packed = packAndUnpack();
});
afterAll(() => rmSync(dirname(packed.folder), { recursive: true, force: true }));

const nodes = loadClasses<INodeType>('nodes').map(({ description }) => description);

/** As n8n finds an operation: the node, the resource and the operation. */
const wanted = nodes.flatMap(({ name, properties }) => {
	const lists = properties.filter((property) => property.name === 'operation');
	return lists.flatMap(({ options = [], displayOptions }) =>
		options.map((option) => [
			name,
			String(displayOptions?.show?.resource?.[0]),
			String('value' in option && option.value),
		]),
	);
});

function load(line: number): { nodes: string[]; schemas?: Array<Schema | null> } {
	const modules = join(__dirname, `engine/n8n-${line}/node_modules`);
	const given = ['-e', LOAD, modules, packed.folder, JSON.stringify(wanted)];
	// The unpacked package finds what n8n offers here, as in an installation.
	const env = { PATH: process.env.PATH, NODE_PATH: modules };
	const printed = execFileSync(process.execPath, given, { cwd: packed.folder, encoding: 'utf8', env });
	return JSON.parse(printed) as ReturnType<typeof load>;
}

test('each operation has a schema, with fields unless it returns what LinkedIn answers', () => {
	const offenders = ids.flatMap((id) => {
		const text = committedSchema(id);
		if (text === undefined) return [`${id} has no ${schemaFile(id)}: npm run schemas`];
		const { properties = {} } = JSON.parse(text) as Schema;
		const isRaw = operations.get(id)?.[0].isRaw === true;
		return (Object.keys(properties).length === 0) === isRaw ? [] : [`${schemaFile(id)}: wrong fields`];
	});
	expect(offenders).toEqual([]);
});

test('each schema belongs to an operation', () => {
	const known = ids.map(schemaFile);
	expect(filesUnder(SCHEMAS, '').filter((file) => !known.includes(file))).toEqual([]);
});

test('what stands in one folder for both nodes is one operation', () => {
	expect(ids.filter((id) => new Set(operations.get(id)).size > 1)).toEqual([]);
});

test('the folder is named as n8n writes the version of the nodes', () => {
	const versions = nodes.map(
		({ version }) => `v${String(version).split('.').concat('0', '0').slice(0, 3).join('.')}`,
	);
	expect(new Set(versions)).toEqual(new Set([VERSION]));
});

test('n8n 2.x finds the schema of each operation of each node in the tarball', () => {
	expect(wanted.length).toBeGreaterThan(ids.length);
	const { schemas } = load(2);
	const offenders = wanted.filter(([, resource, operation], index) => {
		const committed = committedSchema(`${resource}:${operation}`);
		return committed === undefined || schemaText(schemas?.[index] as Schema) !== committed;
	});
	expect(offenders).toEqual([]);
});

test('n8n 1.x, which has no use for them, loads all nodes beside them', () => {
	expect(load(1)).toEqual({ nodes: nodes.map(({ name }) => name) });
});

describe('the schema of items', () => {
	const object = (properties: Record<string, Schema>) => ({ type: 'object', properties, version: 1 });
	const rows: Array<[name: string, items: IDataObject[], schema: Schema]> = [
		[
			'has the type of each value',
			[{ a: 'x', b: 1.5, c: true, d: [], e: {}, f: null }],
			object({
				a: { type: 'string' },
				b: { type: 'number' },
				c: { type: 'boolean' },
				d: { type: 'array' },
				e: { type: 'object' },
				f: { type: 'null' },
			}),
		],
		['names null last', [{ a: null }, { a: 'x' }], object({ a: { type: ['string', 'null'] } })],
		[
			'names all types',
			[{ a: 'x' }, { a: 1 }, { a: null }],
			object({ a: { type: ['string', 'number', 'null'] } }),
		],
		[
			'merges objects and what is in lists, where the editor shows no fields beside null',
			[
				{ a: { x: 1 }, b: [{ y: 1 }, { z: null }] },
				{ a: null, b: null },
				{ a: { w: '' }, b: [] },
			],
			object({
				a: { type: 'object', properties: { w: { type: 'string' }, x: { type: 'number' } } },
				b: {
					type: 'array',
					items: { type: 'object', properties: { y: { type: 'number' }, z: { type: 'null' } } },
				},
			}),
		],
	];

	test.each(rows)('%s', (_name, items, schema) => {
		expect(outputSchema(items, false)).toEqual(schema);
	});

	test('keeps the columns in their order', () => {
		const items = [
			{ name: '', id: '', url: '' },
			{ name: '', likes: 1, id: '', url: '', notice: '' },
			{ found: false, id: '', url: '' },
		];
		const { properties } = outputSchema(items, false);
		expect(Object.keys(properties ?? {})).toEqual(['name', 'likes', 'found', 'id', 'url', 'notice']);
	});

	test.each(KEYED_BY_DATA)('leaves the keys of %s to the data', (name) => {
		const open = object({ [name]: { type: 'object', additionalProperties: true } });
		expect(outputSchema([{ [name]: { 'Your e-mail?': 'a@b.example' } }], false)).toEqual(open);
		expect(ids.filter((id) => committedSchema(id)?.includes(`"${name}"`))).not.toEqual([]);
	});

	test('is open where the user chooses the columns', () => {
		expect(outputSchema([], true)).toEqual({
			type: 'object',
			properties: {},
			additionalProperties: true,
			version: 1,
		});
	});

	test('is written as Prettier has it', () => {
		const text =
			'{\n  "type": "object",\n  "properties": {\n    "a": {\n      "type": ["string", "null"]\n    }\n  },\n  "version": 1\n}\n';
		expect(schemaText(outputSchema([{ a: null }, { a: '' }], false))).toBe(text);
	});
});
