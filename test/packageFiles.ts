import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The package's folder; files are named relative to it, with slashes. */
export const root = join(__dirname, '..');

export const read = (file: string) => readFileSync(join(root, file), 'utf8');

export function filesUnder(folder: string, ending: string): string[] {
	return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.map((file) => join(folder, file).split(sep).join('/'))
		.filter((file) => file.endsWith(ending) && !file.includes('/node_modules/'))
		.filter((file) => statSync(join(root, file)).isFile())
		.sort();
}

/** What a source or a built file imports, types included. */
export function importsOf(text: string): string[] {
	const statement = /^\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]/gm;
	const call = /\b(?:require|import)\(\s*['"]([^'"]+)['"]\s*\)/g;
	return [...text.matchAll(statement), ...text.matchAll(call)].map((match) => match[1] ?? match[2]);
}
