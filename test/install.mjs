// Installs what the tests and the demo need from this repository's lockfiles: the package itself and the two engines
// it's tested with. Plain JavaScript, because it runs before any package is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDERS = ['.', 'test/engine/n8n-1', 'test/engine/n8n-2'];

for (const folder of FOLDERS) install(folder);

/** Runs `npm ci` in the folder unless its packages already match its lockfile. */
function install(folder) {
	const path = join(ROOT, folder);
	const stampFile = join(path, 'node_modules', '.install-stamp');
	const stamp = createHash('sha256')
		.update(readFileSync(join(path, 'package-lock.json')))
		.digest('hex');
	if (readStamp(stampFile) === stamp) return;

	console.log(`Installing the packages of ${folder === '.' ? 'this repository' : folder} …`);
	const startedAt = Date.now();
	const { status, error } = spawnSync(
		'npm',
		['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
		{
			cwd: path,
			stdio: 'inherit',
		},
	);
	if (status !== 0) {
		console.error(`npm ci failed in ${path}${error ? `: ${error.message}` : ''}`);
		process.exit(status ?? 1);
	}
	writeFileSync(stampFile, stamp);
	console.log(`  done in ${Math.round((Date.now() - startedAt) / 1000)} s`);
}

/** The stamp is written last, so an interrupted installation has none. */
function readStamp(file) {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return undefined;
	}
}
