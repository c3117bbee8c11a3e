import { readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

import importRules from '../.dependency-cruiser.json';
import manifest from '../package.json';
import { packAndUnpack } from './pack';
import { filesUnder, importsOf, read } from './packageFiles';

/** Rules on files and package.json; each test collects offenders, so that a failure prints what broke the rule. */

const MAX_LINES_A_FILE = 300;
const MAX_LINES_A_NODE_FILE = 99;
const ALLOWED_IMPORTS = new Set(['n8n-workflow', 'zod', 'luxon', 'lodash', 'crypto', 'node:crypto']);
const MOST_FILES_A_FOLDER = 15;
const PUBLISHED =
	/^(dist\/.*\.(js|svg|node\.json)|dist\/nodes\/.*\/(names|__schema__\/.*)\/\w+\.json|package\.json|README\.md|LICENSE)$/;

const sources = ['nodes', 'credentials'].flatMap((folder) => filesUnder(folder, '.ts'));
const tests = filesUnder('test', '.ts');

function isAllowed(name: string): boolean {
	return name.startsWith('.') || ALLOWED_IMPORTS.has(name) || name.startsWith('lodash/');
}

describe('files', () => {
	test('nodes and credentials import only what every host offers', () => {
		const offenders = sources.flatMap((file) =>
			importsOf(read(file))
				.filter((name) => !isAllowed(name))
				.map((name) => `${file}: ${name}`),
		);
		expect(offenders).toEqual([]);
	});

	test('the tarball requires only what every host offers, and holds only what is meant', () => {
		const { folder, files } = packAndUnpack();
		const offenders = files.flatMap((file) => {
			const text = readFileSync(join(folder, file), 'utf8');
			if (!PUBLISHED.test(file)) return [file];
			if (!file.endsWith('.js')) return [];
			return importsOf(text)
				.filter((name) => !isAllowed(name))
				.map((name) => `${file}: ${name}`);
		});
		rmSync(dirname(folder), { recursive: true, force: true });
		expect(offenders).toEqual([]);
	});

	test('each rule on imports is about sources that are there', () => {
		const offenders = importRules.forbidden
			.filter(({ from: { path } }) => path && !sources.some((file) => new RegExp(path).test(file)))
			.map(({ name }) => name);
		expect(offenders).toEqual([]);
	});

	test('no folder of sources is too full to look through', () => {
		const filesIn = new Map<string, number>();
		for (const folder of sources.map(dirname)) filesIn.set(folder, (filesIn.get(folder) ?? 0) + 1);
		const offenders = [...filesIn]
			.filter(([, count]) => count > MOST_FILES_A_FOLDER)
			.map(([folder, count]) => `${folder}: ${count}`);
		expect(offenders).toEqual([]);
	});

	test('every source is reached from a node or a credential', () => {
		const reached = new Set<string>();
		const visit = (file: string): void => {
			if (reached.has(file)) return;
			reached.add(file);
			for (const name of importsOf(read(file)).filter((imported) => imported.startsWith('.'))) {
				const target = join(dirname(file), name).split(sep).join('/');
				const found = [`${target}.ts`, `${target}/index.ts`].find((path) => sources.includes(path));
				if (found) visit(found);
			}
		};
		sources.filter((file) => /\.(node|credentials)\.ts$/.test(file)).forEach(visit);
		expect(sources.filter((file) => !reached.has(file))).toEqual([]);
	});

	test('no file is too long', () => {
		const lines = (file: string) => read(file).split('\n').length - 1;
		const offenders = [...sources, ...tests]
			.filter((file) => lines(file) > (file.endsWith('.node.ts') ? MAX_LINES_A_NODE_FILE : MAX_LINES_A_FILE))
			.map((file) => `${file}: ${lines(file)}`);
		expect(offenders).toEqual([]);
	});

	test('no file has a name that says nothing', () => {
		const empty = /(^|\/)(utils?|helpers?|common|shared|misc|manager|GenericFunctions)(\.|\/|$)/i;
		expect([...sources, ...tests].filter((file) => empty.test(file))).toEqual([]);
	});

	test('tests stand in the folder of what they test', () => {
		const folders = new Set(sources.map((file) => dirname(file)));
		const offenders = tests
			.filter((file) => /^test\/(nodes|credentials)\/.*\.test\.ts$/.test(file))
			.filter((file) => !folders.has(relative('test', dirname(file)).split(sep).join('/')));
		expect(offenders).toEqual([]);
	});
});

describe('package.json', () => {
	const any = manifest as Record<string, unknown>;

	test('is what n8n verifies', () => {
		expect(any).toMatchObject({
			license: 'MIT',
			keywords: expect.arrayContaining(['n8n-community-node-package']),
			files: ['dist'],
			peerDependencies: { 'n8n-workflow': '*' },
			n8n: { strict: true, n8nNodesApiVersion: 1 },
		});
	});

	test('brings nothing onto the host and runs nothing there', () => {
		const forbidden = ['dependencies', 'optionalDependencies', 'bundleDependencies', 'overrides', 'bin'];
		expect(forbidden.filter((key) => key in any)).toEqual([]);
		const scripts = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish', 'prepack', 'postpack'];
		expect(scripts.filter((script) => script in manifest.scripts)).toEqual([]);
	});
});
