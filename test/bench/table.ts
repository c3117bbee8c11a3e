/** Columns under each other, long cells broken at spaces. */
export function table(head: string[], lines: string[][], widths: number[]): string {
	const rule = `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+`;
	const show = (cells: string[]) => {
		const broken = cells.map((cell, column) => wrap(cell, widths[column]));
		const height = Math.max(...broken.map((cell) => cell.length));
		return Array.from({ length: height }, (_, line) => {
			const parts = broken.map((cell, column) => (cell[line] ?? '').padEnd(widths[column]));
			return `| ${parts.join(' | ')} |`;
		}).join('\n');
	};
	return [rule, show(head), rule, ...lines.flatMap((line) => [show(line), rule])].join('\n');
}

function wrap(text: string, width: number): string[] {
	const lines = [''];
	for (const word of text.split(' ')) {
		const last = lines.length - 1;
		const longer = lines[last] === '' ? word : `${lines[last]} ${word}`;
		if (longer.length <= width || lines[last] === '') lines[last] = longer;
		else lines.push(word);
	}
	return lines;
}
