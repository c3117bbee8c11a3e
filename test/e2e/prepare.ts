import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

import { installHost, type Line } from '../host/install';
import { packPackage } from '../host/pack';

/**
 * Before the end-to-end tests with one version of n8n: n8n in the cache, and one tarball for all files, in
 * SUITE_TARBALL.
 */
export async function prepare(line: Line): Promise<void> {
	await installHost((sentence) => console.log(sentence), line);
	if (process.env.SUITE_TARBALL) return;
	const folder = mkdtempSync(join(tmpdir(), 'suite-tarball-'));
	process.env.SUITE_TARBALL_FOLDER = folder;
	try {
		process.env.SUITE_TARBALL = packPackage(folder);
	} catch (error) {
		rmSync(folder, { recursive: true });
		throw error;
	}
}
