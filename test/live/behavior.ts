import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(__dirname, '../../docs/behaviour.md');
const HEAD = '## Unconfirmed points';

/** docs/behaviour.md's table of unconfirmed points: what is accepted, by the point. */
export function unconfirmed(text = readFileSync(FILE, 'utf8')): Map<string, string> {
	const [, section = ''] = text.split(`${HEAD}\n`);
	const rows = section
		.split('\n## ')[0]
		.split('\n')
		.filter((line) => line.startsWith('| '))
		.map((line) => line.slice(2, -2).split(' | '));
	return new Map(rows.slice(2).map(([point, accepted]) => [point, accepted]));
}
