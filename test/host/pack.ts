import { join } from 'path';
import { execaSync } from 'execa';

const ROOT = join(__dirname, '..', '..');

/**
 * Builds the package and packs it for publishing.
 *
 * @param folder where the tarball goes
 * @returns the path of the tarball
 * @throws with what the compiler or npm wrote
 */
export function packPackage(folder: string): string {
	npm('run', 'build');
	const listed = JSON.parse(npm('pack', '--json', '--pack-destination', folder)) as Array<{
		filename: string;
	}>;
	return join(folder, listed[0].filename);
}

const npm = (...parameters: string[]): string =>
	execaSync('npm', [...parameters, '--loglevel=error'], { cwd: ROOT, stdin: 'ignore' }).stdout;
