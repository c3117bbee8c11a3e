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

/** The headings of a page, in order. */
export function headingsOf(page: string): string[] {
	return [
		...read(page)
			.replace(/^```[^]*?^```$/gm, '')
			.matchAll(/^#+ (.+)$/gm),
	].map(([, title]) => title);
}

/** Anchors as GitHub makes them; the second heading with the same name gets `-1`. */
export function anchorsOf(page: string): string[] {
	const seen = new Map<string, number>();
	return headingsOf(page).map((title) => {
		const slug = title
			.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
			.toLowerCase()
			.replace(/[^\p{L}\p{N}_ -]/gu, '')
			.replace(/ /g, '-');
		const count = seen.get(slug) ?? 0;
		seen.set(slug, count + 1);
		return count === 0 ? slug : `${slug}-${count}`;
	});
}

/** What a source or a built file imports, types included. */
export function importsOf(text: string): string[] {
	const statement = /^\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]/gm;
	const call = /\b(?:require|import)\(\s*['"]([^'"]+)['"]\s*\)/g;
	return [...text.matchAll(statement), ...text.matchAll(call)].map((match) => match[1] ?? match[2]);
}
