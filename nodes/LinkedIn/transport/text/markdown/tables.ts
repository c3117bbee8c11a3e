/** Tables, one line per row: `a | b`. */

/** Separates head and body: `| --- | :-: |`. */
function isSeparator(line: string): boolean {
	if (!line.includes('-') || !line.includes('|')) return false;
	return cellsOf(line).every((cell) => /^:?-+:?$/.test(cell));
}

function cellsOf(line: string): string[] {
	const bare = line.trim();
	const start = bare.startsWith('|') ? 1 : 0;
	const end = bare.length > start && bare.endsWith('|') ? bare.length - 1 : bare.length;
	return bare
		.slice(start, end)
		.split('|')
		.map((cell) => cell.trim());
}

/**
 * @param lines of a text
 * @param from where a table may begin
 * @returns its rows and where the text continues; undefined if there is no table
 */
export function tableAt(lines: string[], from: number): { rows: string[]; end: number } | undefined {
	const separator = lines[from + 1];
	if (separator === undefined || !lines[from].includes('|') || !isSeparator(separator)) return undefined;
	if (cellsOf(separator).length !== cellsOf(lines[from]).length) return undefined;
	let end = from + 2;
	while (end < lines.length && lines[end].includes('|')) end += 1;
	const rows = [lines[from], ...lines.slice(from + 2, end)].map((line) => cellsOf(line).join(' | '));
	return { rows, end };
}
