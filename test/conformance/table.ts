import { SCENARIOS } from './scenarios';

/** Runs and offenders by operation and scenario, as a table that a person reads. */
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

	/** `8` are runs, `8!2` runs of which two offend. */
	print(): string {
		const head = ['', ...SCENARIOS.map(({ name }) => name)];
		const rows = [...this.operations].sort().map((operation) => [
			operation,
			...SCENARIOS.map(({ name }) => {
				const cell = this.cells.get(`${operation} ${name}`);
				return cell ? `${cell.runs}${cell.wrong > 0 ? `!${cell.wrong}` : ''}` : '-';
			}),
		]);
		const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at].length)));
		const line = (row: string[]) =>
			row.map((text, at) => (at === 0 ? text.padEnd(widths[at]) : text.padStart(widths[at]))).join('  ');
		return [head, ...rows].map(line).join('\n');
	}
}
