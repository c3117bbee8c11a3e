/**
 * `npm run bench [-- row …]`: measures the budgets of posts, comments and media for this package and its alternatives
 * in one run, and prints the table. Exits with 1 if a row that counts misses its budget or any row couldn't be
 * measured; times and memory, which differ between machines, are only shown.
 */
import { availableParallelism, loadavg } from 'node:os';

import Table from 'cli-table3';

import { installHost } from '../host/install';
import { runRow } from './bench';
import { rows } from './rows';
import type { Row } from './row';

interface Line {
	row: Row;
	figure: string;
	beside: string;
	verdict: 'met' | 'NOT MET' | 'NOT RUN';
}

async function main(): Promise<void> {
	const chosen = choose(process.argv.slice(2));
	const host = await installHost((line) => console.log(line));
	const lines: Line[] = [];
	for (const row of chosen) {
		console.log(`${row.what} …`);
		lines.push(await lineOf(row, host));
	}
	const table = new Table({
		head: ['What', 'Budget', 'This package', 'Beside it', 'Verdict'],
		colWidths: [28, 28, 32, 32, 17],
		wordWrap: true,
		style: { head: [], border: [] },
	});
	for (const { row, figure, beside, verdict } of lines) {
		table.push([row.what, row.budget, figure, beside, row.isCount ? verdict : `${verdict} (shown)`]);
	}
	console.log(table.toString());
	const [load] = loadavg();
	const machine = `${availableParallelism()} processors, load ${load.toFixed(1)} at the end`;
	console.log(`${machine}. Other work on the machine lowers rates and lengthens stalls.`);
	const failed = lines.filter(
		({ row, verdict }) => verdict === 'NOT RUN' || (verdict === 'NOT MET' && row.isCount),
	);
	console.log(
		failed.length === 0
			? 'Every row was measured, and every row that counts calls or bytes is met.'
			: `Failed: ${failed.map(({ row, verdict }) => `${row.name} (${verdict})`).join(', ')}`,
	);
	process.exitCode = failed.length === 0 ? 0 : 1;
}

function choose(names: string[]): Row[] {
	const unknown = names.filter((name) => !rows.some((row) => row.name === name));
	if (unknown.length > 0) {
		throw new Error(`No row ${unknown.join(', ')}; there are ${rows.map(({ name }) => name).join(', ')}`);
	}
	return names.length === 0 ? rows : rows.filter(({ name }) => names.includes(name));
}

async function lineOf(row: Row, host: Parameters<typeof runRow>[1]): Promise<Line> {
	try {
		const { figure, beside, isMet } = await runRow(row, host);
		return { row, figure, beside, verdict: isMet ? 'met' : 'NOT MET' };
	} catch (error) {
		console.error(error);
		const [reason] = (error as Error).message.split('\n');
		return { row, figure: reason, beside: '', verdict: 'NOT RUN' };
	}
}

main().catch((error: Error) => {
	console.error(error.message);
	process.exitCode = 1;
});
