import { join } from 'path';
import ts from 'typescript';

import { ASSET_FOLDERS, copyAssets } from './assets';

const ROOT = join(__dirname, '..', '..');
/** Editors write a file in several steps. */
const SETTLES_WITHIN_MS = 200;

/** The package built into a folder, and built again after every change. */
export interface WatchedBuild {
	/** Resolves after the first build without an error. */
	built: Promise<void>;
	close(): void;
}

/**
 * Compiles and copies what the build does. While there is an error, the folder keeps the last build.
 *
 * @param say gets errors in TypeScript's words, and a line for every build
 */
export function watchBuild(folder: string, say: (line: string) => void): WatchedBuild {
	let isBuilt = () => {};
	const built = new Promise<void>((resolve) => (isBuilt = resolve));
	const assets = () => {
		for (const file of copyAssets(ROOT, folder)) say(`Copied ${file}.`);
	};
	assets();

	const { sys } = ts;
	const words: ts.FormatDiagnosticsHost = {
		getCanonicalFileName: (name) => name,
		getCurrentDirectory: () => ROOT,
		getNewLine: () => sys.newLine,
	};
	const host = ts.createWatchCompilerHost(
		join(ROOT, 'tsconfig.build.json'),
		{ outDir: folder, noEmitOnError: true },
		sys,
		ts.createEmitAndSemanticDiagnosticsBuilderProgram,
		(problem) => say(ts.formatDiagnostic(problem, words).trimEnd()),
		(_status, _newLine, _options, errors) => {
			if (errors === undefined) return; // it begins
			say(errors === 0 ? 'Built.' : 'Not built: n8n keeps what was built last.');
			if (errors === 0) isBuilt();
		},
	);
	const program = ts.createWatchProgram(host);

	let timer: NodeJS.Timeout | undefined;
	const watchers = ASSET_FOLDERS.map((name) =>
		sys.watchDirectory!(
			join(ROOT, name),
			() => {
				clearTimeout(timer);
				timer = setTimeout(assets, SETTLES_WITHIN_MS);
			},
			true,
		),
	);
	return {
		built,
		close() {
			clearTimeout(timer);
			program.close();
			for (const watcher of watchers) watcher.close();
		},
	};
}
