const { execFileSync } = require('node:child_process');
const { existsSync, mkdtempSync, readdirSync, statSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const root = join(__dirname, '..');

/** All files under a folder of the package, as paths relative to the package. */
function filesUnder(folder) {
	if (!existsSync(join(root, folder))) return [];
	return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.map((file) => join(folder, file))
		.filter((file) => statSync(join(root, file)).isFile());
}

const changedAt = (file) => statSync(join(root, file)).mtimeMs;

/** @throws Error when dist is missing, older than the sources, or holds what no source makes any more */
function assertFreshBuild() {
	const sources = ['nodes', 'credentials'].flatMap(filesUnder).filter((file) => file.endsWith('.ts'));
	const built = filesUnder('dist').filter((file) => file.endsWith('.js'));
	const made = new Set(sources.map((file) => join('dist', file.replace(/\.ts$/, '.js'))));
	const missing = [...made].filter((file) => !built.includes(file));
	const orphans = built.filter((file) => !made.has(file));
	const stale = sources.filter(
		(file) => !missing.length && changedAt(file) > changedAt(join('dist', file.replace(/\.ts$/, '.js'))),
	);
	if (missing.length || stale.length) throw new Error('dist is not up to date: run `npm run build`.');
	if (orphans.length) {
		throw new Error(`No source makes ${orphans.join(', ')}: delete dist and run \`npm run build\`.`);
	}
}

/**
 * Packs the package as npm would publish it.
 * @returns {{ folder: string, tarball: string, files: string[] }} the unpacked folder (outside the repository, so
 *   nothing resolves by accident), the .tgz, and the unpacked files relative to the folder
 */
function packAndUnpack() {
	assertFreshBuild();
	const parent = mkdtempSync(join(tmpdir(), 'n8n-nodes-linkedin-suite-'));
	execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', parent], { cwd: root });
	const name = readdirSync(parent).find((file) => file.endsWith('.tgz'));
	const tarball = join(parent, name);
	execFileSync('tar', ['-xzf', tarball, '-C', parent]);
	const folder = join(parent, 'package');
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
		statSync(join(folder, file)).isFile(),
	);
	return { folder, tarball, files };
}

module.exports = { packAndUnpack };
