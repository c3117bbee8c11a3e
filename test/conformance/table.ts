import CliTable from 'cli-table3';

import { SCENARIOS } from './scenarios';

const WITHOUT_LINES = {
	...Object.fromEntries(
		['top', 'bottom', 'left', 'right', 'mid'].flatMap((side) =>
			['', '-left', '-right', '-mid'].map((corner) => [`${side}${corner}`, '']),
		),
	),
	middle: '  ',
};

/** Runs and offenders by operation and scenario, as a readable table. */
export class Table {
	private readonly cells = new Map<string, { runs: number; wrong: number }>();
	private readonly operations = new Set<string>();

	add(operation: string, scenario: string, isWrong: boolean): void {
		this.operations.add(operation);
		const key = `${operation} ${scenario}`;
		const { runs, wrong } = this.cells.get(key) ?? { runs: 0, wrong: 0 };
		this.cells.set(key, { runs: runs + 1, wrong: wrong + Number(isWrong) });
	}

	isNew(operation: string): boolean {
		return !this.operations.has(operation);
	}

	has(operation: string, scenario: string): boolean {
		return this.cells.has(`${operation} ${scenario}`);
	}

	/** `8` are runs, `8!2` are 8 runs with two offenders. */
	print(): string {
		const table = new CliTable({
			head: ['', ...SCENARIOS.map(({ name }) => name)],
			colAligns: ['left', ...SCENARIOS.map(() => 'right' as const)],
			chars: WITHOUT_LINES,
			style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
		});
		for (const operation of [...this.operations].sort()) {
			table.push([
				operation,
				...SCENARIOS.map(({ name }) => {
					const cell = this.cells.get(`${operation} ${name}`);
					return cell ? `${cell.runs}${cell.wrong > 0 ? `!${cell.wrong}` : ''}` : '-';
				}),
			]);
		}
		return table.toString();
	}
}
