import { markdownTable } from 'markdown-table';

import type { Compared, Row } from './run';

const cell = (text: string) => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ');

/** The points as a Markdown table, those that differ first. */
export function pointsTable(rows: Row[]): string {
	const order = ['DIFFERS', 'not settled', 'as assumed'];
	const sorted = [...rows].sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
	return table(
		['point', 'what LinkedIn does', 'what we assumed', ''],
		sorted.map(({ point, does, assumed, verdict }) => [point, does, assumed, verdict]),
	);
}

/** Where the shapes of answers differ, one line per reading. */
export function shapesTable(compared: Compared[]): string {
	const paths = (one: Compared, kind: string) =>
		one.differences.flatMap((difference) => (difference.kind === kind ? difference.path : [])).join(', ');
	return table(
		['answer', 'only LinkedIn sends', 'of another type', 'only the simulator sends'],
		compared
			.filter(({ differences }) => differences.length > 0)
			.map((one) => [one.call, paths(one, 'unknown'), paths(one, 'other'), paths(one, 'missing')]),
	);
}

function table(head: string[], rows: string[][]): string {
	return markdownTable([head, ...rows.map((row) => row.map(cell))], { alignDelimiters: false });
}
