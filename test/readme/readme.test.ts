import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { README, readmeWithTable } from './operations';

const readme = readFileSync(README, 'utf8');

test('the operations table is the one npm run readme makes from the nodes', () => {
	expect(readme).toBe(readmeWithTable());
});

test('links inside the README lead to headings and files that exist', () => {
	const anchors = [...readme.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
		title
			.toLowerCase()
			.replace(/[^\p{L}\p{N} -]/gu, '')
			.replace(/ /g, '-'),
	);
	const targets = [...readme.replace(/`[^`]*`/g, '').matchAll(/\]\(((?!https?:)[^)]+)\)/g)].map(
		([, target]) => target,
	);
	const isFile = (path: string) => {
		try {
			return readFileSync(join(README, '..', path)).length > 0;
		} catch {
			return false;
		}
	};
	const broken = targets.filter((target) =>
		target.startsWith('#') ? !anchors.includes(target.slice(1)) : !isFile(target),
	);
	expect(targets.length).toBeGreaterThan(0);
	expect(broken).toEqual([]);
});
