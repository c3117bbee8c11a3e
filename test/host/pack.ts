import { execFileSync } from 'child_process';
import { join } from 'path';

const ROOT = join(__dirname, '..', '..');

/**
 * Builds the package and packs it as it would be published.
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

function npm(...parameters: string[]): string {
	try {
		return execFileSync('npm', [...parameters, '--loglevel=error'], {
			cwd: ROOT,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'pipe'],
		});
	} catch (error) {
		const { stdout, stderr } = error as { stdout?: string; stderr?: string };
		throw new Error(`npm ${parameters.join(' ')} failed:\n${stdout ?? ''}${stderr ?? ''}`);
	}
}
