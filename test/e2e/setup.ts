import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';

import { installHost } from '../host/install';
import { packPackage } from '../host/pack';

/** Before all end-to-end tests: n8n in the cache, and one tarball for all files, named in SUITE_TARBALL. */
export default async function setup(): Promise<void> {
	await installHost((line) => console.log(line));
	const folder = mkdtempSync(join(tmpdir(), 'suite-tarball-'));
	process.env.SUITE_TARBALL_FOLDER = folder;
	try {
		process.env.SUITE_TARBALL = packPackage(folder);
	} catch (error) {
		rmSync(folder, { recursive: true });
		throw error;
	}
}
