import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'fs';
import { dirname, join, sep } from 'path';

/** Folders whose files are built or copied, and what is copied from them unchanged. */
const COPIED: Record<string, RegExp> = {
	icons: /\.svg$/,
	nodes: /\.node\.json$|\b__schema__[\\/].+\.json$/,
};
export const ASSET_FOLDERS = Object.keys(COPIED);

/** Icons, codex files and output schemas: what the build copies beside the compiled files, relative to the package. */
export function assetsOf(root: string): string[] {
	return Object.entries(COPIED).flatMap(([folder, copied]) =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
			.filter((file) => copied.test(file))
			.map((file) => join(folder, file).split(sep).join('/'))
			.sort(),
	);
}

/**
 * Copies them if they differ, so that n8n only reloads for a change.
 * @returns those that were copied
 */
export function copyAssets(root: string, to: string): string[] {
	const changed = assetsOf(root).filter((file) => {
		const copy = join(to, file);
		return !existsSync(copy) || !readFileSync(copy).equals(readFileSync(join(root, file)));
	});
	for (const file of changed) {
		mkdirSync(dirname(join(to, file)), { recursive: true });
		copyFileSync(join(root, file), join(to, file));
	}
	return changed;
}
