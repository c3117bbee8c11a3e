/**
 * `npm run lint`: n8n's own scanner of community packages, as n8n runs it on a published one: on the sources, and on
 * the compiled files of the tarball. It ignores inline disables, so they're findings here.
 */
import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { packAndUnpack } from '../pack.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const TARBALL_FILE_PATTERNS = ['**/*.js', 'package.json'];

/** The scanner also finds nothing if it looks at nothing; that must not pass. */
async function scan(label, folder, patterns) {
	const { passed, message, details, error } = await analyzePackage(folder, patterns);
	if (passed && !message) return [];
	return [`${label}: ${message ?? 'failed'}\n${details ?? error?.stack ?? ''}`];
}

function inlineDisables() {
	return ['nodes', 'credentials', 'test']
		.flatMap((folder) =>
			readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
				join(folder, file),
			),
		)
		.filter((file) => /\.(ts|js|mjs)$/.test(file) && !file.includes('node_modules'))
		.filter((file) => /(\/\/|\/\*)\s*eslint-(disable|enable)/.test(readFileSync(join(root, file), 'utf8')))
		.map((file) => `${file}: an inline eslint directive, which n8n's scan ignores`);
}

const packed = packAndUnpack();
const findings = [
	...inlineDisables(),
	...(await scan('source', root, SOURCE_FILE_PATTERNS)),
	...(await scan('tarball', packed.folder, TARBALL_FILE_PATTERNS)),
];
rmSync(dirname(packed.folder), { recursive: true, force: true });

for (const finding of findings) console.error(finding);
console.log(
	findings.length === 0 ? "n8n's scan: no findings" : `n8n's scan: ${findings.length} kinds of findings`,
);
process.exitCode = findings.length === 0 ? 0 : 1;
