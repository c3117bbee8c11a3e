import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import * as line1 from './engine/n8n-1/hostDependencies.json';
import * as line2 from './engine/n8n-2/hostDependencies.json';
import { packAndUnpack } from './pack';

/**
 * In Docker-like installations n8n only offers a package its own direct dependencies, and one failing import makes
 * every node of the package unknown.
 */

const hosts = [
	{ folder: 'n8n-1', ...line1, foreign: 'p-limit' },
	{ folder: 'n8n-2', ...line2, foreign: 'undici' },
];

/** Requires each file in a separate process and prints failures as JSON. */
const REQUIRE_EACH = `
	const failed = [];
	for (const file of JSON.parse(process.argv[1])) {
		try { require(file); } catch (error) { failed.push(file + ': ' + error.message.split('\\n')[0]); }
	}
	process.stdout.write(JSON.stringify(failed));
	process.exit(0);
`;

let packed: ReturnType<typeof packAndUnpack>;
const folders: string[] = [];

beforeAll(() => {
	packed = packAndUnpack();
	folders.push(dirname(packed.folder));
});

afterAll(() => {
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A node_modules folder with links to the direct dependencies of this n8n, as far as the engine's folder has them. */
function hostModules(engine: string, dependencies: string[]): string {
	const layout = mkdtempSync(join(tmpdir(), 'strict-layout-'));
	folders.push(layout);
	for (const name of dependencies) {
		const installed = join(__dirname, 'engine', engine, 'node_modules', name);
		if (!existsSync(installed)) continue;
		const link = join(layout, name);
		mkdirSync(dirname(link), { recursive: true });
		symlinkSync(installed, link, 'dir');
	}
	return layout;
}

function failuresOf(modules: string, cwd: string, files: string[]): string[] {
	const printed = execFileSync(process.execPath, ['-e', REQUIRE_EACH, JSON.stringify(files)], {
		cwd,
		encoding: 'utf8',
		env: { PATH: process.env.PATH, NODE_PATH: modules },
	});
	return JSON.parse(printed) as string[];
}

describe.each(hosts)('n8n $n8n', ({ folder, dependencies, foreign }) => {
	test('every built file of the tarball loads', () => {
		const files = packed.files
			.filter((file) => file.endsWith('.js'))
			.map((file) => join(packed.folder, file));
		expect(files).not.toEqual([]);
		expect(failuresOf(hostModules(folder, dependencies), packed.folder, files)).toEqual([]);
	});

	test('a package that this n8n does not depend on directly is not there', () => {
		const failed = failuresOf(hostModules(folder, dependencies), packed.folder, [foreign]);
		expect(failed).toEqual([`${foreign}: Cannot find module '${foreign}'`]);
	});
});
