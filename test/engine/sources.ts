import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const packageFolder = join(__dirname, '..', '..');

/** Where n8n looks for each kind, and how the file names end. */
const places = {
	nodes: { folder: 'nodes/LinkedIn', ending: '.node.ts' },
	credentials: { folder: 'credentials', ending: '.credentials.ts' },
} as const;

/** A new instance of every node or credential class of the package, in the order of the file names. */
export function loadClasses<T>(kind: keyof typeof places): T[] {
	const folder = join(packageFolder, places[kind].folder);
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((file) => file.endsWith(places[kind].ending))
		.sort()
		.flatMap((file) => {
			const exported = require(join(folder, file)) as Record<string, unknown>;
			return Object.values(exported)
				.filter((value): value is new () => T => typeof value === 'function')
				.map((Class) => new Class());
		});
}
