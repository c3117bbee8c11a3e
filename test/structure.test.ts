import type { ICredentialType, INodeProperties, INodeType } from 'n8n-workflow';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { adsResources } from '../nodes/LinkedIn/resources/ads';
import { communityResources } from '../nodes/LinkedIn/resources/community';
import type { Operation, Resource } from '../nodes/LinkedIn/resources/operation';
import { buildProperties as describeNode } from '../nodes/LinkedIn/resources/properties';
import manifest from '../package.json';
import type { OperationCases } from './cases';
import { loadClasses } from './engine/sources';
import { filesUnder, importsOf, read, root } from './packageFiles';
import { resources as simulated } from './simulator/routes';

/** Each test collects offenders, so that a failure prints exactly what broke which rule. */

const MAX_PROPERTIES_A_NODE = 150;

const sources = ['nodes', 'credentials'].flatMap((folder) => filesUnder(folder, '.ts'));
const nodes = loadClasses<INodeType>('nodes');
const credentials = loadClasses<ICredentialType>('credentials');
const byFolder: Record<string, Resource[]> = { ads: adsResources, community: communityResources };
/** An operation of several nodes is beside their folders. */
const ofSeveral = new Set(
	adsResources
		.flatMap((resource) => resource.operations)
		.filter((operation) => communityResources.some((resource) => resource.operations.includes(operation))),
);

const operations = Object.entries(byFolder).flatMap(([folder, resources]) =>
	resources.flatMap((resource) =>
		resource.operations
			.filter((operation) => folder === 'community' || !ofSeveral.has(operation))
			.map((operation) => ({
				operation,
				id: `${resource.value}:${operation.value}`,
				file: join(ofSeveral.has(operation) ? '' : folder, resource.value, operation.value),
			})),
	),
);

const CASES = 'test/nodes/LinkedIn/resources';
const caseFiles = filesUnder('test/nodes', '.case.ts');

/**
 * `community/post/create` for `…/create.case.ts`, and for the files with more of its cases:
 * `…/create.duplicate.case.ts`, or for an operation with several content types `…/create/image.case.ts`.
 */
function operationOf(caseFile: string): string {
	const file = caseFile.replace(`${CASES}/`, '').replace(/(\.\w+)?\.case\.ts$/, '');
	return operations.some((operation) => operation.file === dirname(file)) ? dirname(file) : file;
}

describe('operations', () => {
	const texts = ['name', 'action', 'description', 'docs', 'access', 'scopes', 'routing'] as const;

	test('each has name, action, description, doc link, access, scopes and routing', () => {
		const offenders = operations.flatMap(({ id, operation }) => [
			...texts.filter((key) => !operation[key]).map((key) => `${id} has no ${key}`),
			...(/^https:\/\/learn\.microsoft\.com\/|^https:\/\/developer\.linkedin\.com\/|^https:\/\/www\.linkedin\.com\/ad-library\/api\//.test(
				operation.docs,
			)
				? []
				: [`${id}: "${operation.docs}" is not a page of LinkedIn's documentation`]),
			...(['read', 'write', 'full'].includes(operation.access)
				? []
				: [`${id} has access ${operation.access}`]),
		]);
		expect(offenders).toEqual([]);
	});

	test('each that needs a page scope names the page role', () => {
		const offenders = operations
			.filter(({ operation }) => 'page' in operation.scopes && !operation.role)
			.map(({ id }) => id);
		expect(offenders).toEqual([]);
	});

	test('each that needs a scope for ads names the role on the ad account', () => {
		const offenders = operations
			.filter(({ file }) => file.startsWith('ads/'))
			.filter(({ operation }) => !operation.accountRole)
			.map(({ id }) => id);
		expect(offenders).toEqual([]);
	});

	test('on the form each shows its own fields, in its own order', () => {
		const nameOf = ({ name, displayOptions }: INodeProperties) => {
			const { resource: _r, operation: _o, ...show } = displayOptions?.show ?? {};
			return `${name} ${JSON.stringify(show)}`;
		};
		const offenders = Object.values(byFolder).flatMap((resources) => {
			const properties = describeNode(resources).filter(
				({ displayOptions }) => displayOptions?.show?.operation,
			);
			return resources.flatMap(({ value, operations: own }) =>
				own
					.filter((operation) => {
						const shown = properties.filter(
							({ displayOptions: { show } = {} }) =>
								show?.resource?.includes(value) && show.operation?.includes(operation.value),
						);
						return shown.map(nameOf).join() !== operation.fields.map(nameOf).join();
					})
					.map((operation) => `${value}:${operation.value}`),
			);
		});
		expect(offenders).toEqual([]);
	});

	test('actions are unique', () => {
		const actions = operations.map(({ operation }) => operation.action);
		expect(actions.filter((action, index) => actions.indexOf(action) !== index)).toEqual([]);
	});

	test('each has a file of its name beside its index, and case files with its id', () => {
		const offenders = operations.flatMap(({ id, file }) => {
			const places = [`${file}.ts`, `${file}/index.ts`];
			if (!places.some((place) => existsSync(join(root, 'nodes/LinkedIn/resources', place))))
				return [`${id} has no file ${file}.ts`];
			if (!existsSync(join(root, `${CASES}/${file}.case.ts`))) return [`${id} has no ${file}.case.ts`];
			return caseFiles
				.filter((caseFile) => operationOf(caseFile) === file)
				.filter((caseFile) => {
					const { operation, cases } = (require(join(root, caseFile)) as { default: OperationCases }).default;
					return operation !== id || cases.length === 0;
				})
				.map((caseFile) => `${caseFile} has no cases of ${id}`);
		});
		expect(offenders).toEqual([]);
	});

	test('each file that defines an operation is in its index', () => {
		const offenders = sources
			.filter((file) => file.startsWith('nodes/LinkedIn/resources/') && /\boperation\(\{/.test(read(file)))
			.filter((file) => {
				// An operation with several content types is a folder.
				const place = basename(file) === 'index.ts' ? dirname(file) : file;
				const index = join(dirname(place), 'index.ts');
				return !importsOf(read(index)).includes(`./${basename(place, '.ts')}`);
			});
		expect(offenders).toEqual([]);
	});

	test('each case file belongs to an operation', () => {
		const known = new Set(operations.map(({ file }) => file));
		expect(caseFiles.filter((caseFile) => !known.has(operationOf(caseFile)))).toEqual([]);
	});

	// An API call doesn't have a fixed path, and the OAuth host doesn't have resources.
	test('each has a route in the simulator', () => {
		const offenders = operations
			.filter(({ operation }) => !/^\/(oauth\/|$)/.test(operation.routing.path) && !isSimulated(operation))
			.map(({ id, operation }) => `${id}: ${operation.routing.restliMethod} ${operation.routing.path}`);
		expect(offenders).toEqual([]);
	});
});

/** Methods on one entity: the operation's path ends in the entity's key, the simulator's resource doesn't. */
const ENTITY_METHODS = ['GET', 'UPDATE', 'PARTIAL_UPDATE', 'DELETE'];

function isSimulated({ routing: { restliMethod, path } }: Operation): boolean {
	const shape = (template: string) => template.replace(/\{\w+\}/g, '{}');
	return simulated.some((resource) => {
		const isKeyed = ENTITY_METHODS.includes(restliMethod) && !resource.isSimple;
		const isEntity = isKeyed || (restliMethod === 'FINDER' && resource.hasKeyedFinders);
		if (shape(path) !== shape(resource.path) + (isEntity ? '/{}' : '')) return false;
		if (restliMethod === 'FINDER') return Object.keys(resource.finders ?? {}).length > 0;
		if (restliMethod === 'BATCH_FINDER') return Object.keys(resource.batchFinders ?? {}).length > 0;
		if (restliMethod === 'ACTION') return Object.keys(resource.actions ?? {}).length > 0;
		return resource.methods?.[restliMethod] !== undefined;
	});
}

describe('nodes and credentials', () => {
	test('all that package.json names exist, and no other', () => {
		const built = (file: string) => `dist/${file.replace(/\.ts$/, '.js')}`;
		expect([...manifest.n8n.nodes].sort()).toEqual(filesUnder('nodes', '.node.ts').map(built));
		expect([...manifest.n8n.credentials].sort()).toEqual(
			filesUnder('credentials', '.credentials.ts').map(built),
		);
	});

	test(`no node has more than ${MAX_PROPERTIES_A_NODE} top-level properties`, () => {
		const offenders = nodes
			.map(({ description }) => `${description.name}: ${description.properties.length}`)
			.filter((entry) => Number(entry.split(': ')[1]) > MAX_PROPERTIES_A_NODE);
		expect(offenders).toEqual([]);
	});

	test('each declarative node sends all operations through its hook', () => {
		const offenders = nodes
			.filter(({ description }) => description.requestDefaults !== undefined)
			.filter(({ description: { properties, requestOperations } }) => {
				const resource = properties.find((property) => property.name === 'resource');
				return typeof requestOperations?.pagination !== 'function' || !resource?.routing?.send?.paginate;
			});
		expect(offenders.map(({ description }) => description.name)).toEqual([]);
	});

	test('each node has a codex file that names it', () => {
		const offenders = filesUnder('nodes', '.node.ts').filter((file, index) => {
			const codex = file.replace(/\.ts$/, '.json');
			if (!existsSync(join(root, codex))) return true;
			const { node } = JSON.parse(read(codex)) as { node: string };
			return node !== `${manifest.name}.${nodes[index].description.name}`;
		});
		expect(offenders).toEqual([]);
	});

	test('a trigger says what its node says: the editor shows the two as one, with the words of the trigger', () => {
		const wordsOf = new Map(nodes.map(({ description }) => [description.name, description.description]));
		const offenders = nodes
			.filter((node) => node.poll)
			.map(({ description }) => description.name)
			.filter((name) => wordsOf.get(name) !== wordsOf.get(name.replace(/Trigger$/, '')));
		expect(offenders).toEqual([]);
	});

	test('a trigger is named as its node plus "Trigger", so that the editor folds it in', () => {
		const names = nodes.map(({ description }) => description.name);
		const triggers = nodes.filter((node) => node.poll).map(({ description }) => description.name);
		expect(triggers).not.toEqual([]);
		expect(triggers.filter((name) => !names.includes(name.replace(/Trigger$/, '')))).toEqual([]);
	});

	test('icons stand where the built files look for them', () => {
		const offenders = [
			...nodes.map((node, index) => [filesUnder('nodes', '.node.ts')[index], node.description.icon] as const),
			...credentials.map(
				(type, index) => [filesUnder('credentials', '.credentials.ts')[index], type.icon] as const,
			),
		].flatMap(([file, icon]) => {
			const paths = typeof icon === 'object' ? [icon.light, icon.dark] : [icon ?? 'file:missing'];
			return paths
				.map((path) => join(dirname(file), String(path).replace(/^file:/, '')))
				.filter((path) => !existsSync(join(root, path)) || !existsSync(join(root, 'dist', path)));
		});
		expect(offenders).toEqual([]);
	});
});
