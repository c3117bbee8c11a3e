/** One report from several responses with different metrics of the same rows. */

/** One of LinkedIn's rows, unchanged: `pivotValues`, `dateRange` and metrics by name. */
export type Row = Record<string, unknown>;

/**
 * Joins the rows of all responses by pivot values and dates; metrics that a response leaves out are absent.
 * @param answers one per call; a row may be missing from any of them because LinkedIn leaves out zeros
 * @returns rows in the order of first appearance, changed in place: copying would take longer than LinkedIn's response
 * itself
 */
export function mergeAnswers(answers: Row[][]): Row[] {
	if (answers.length === 1) return answers[0];
	const merged = new Map<string, { row: Row; answer: Row[] }>();
	for (const answer of answers) {
		const repeats = new Map<string, number>();
		for (const row of answer) {
			let key = identityOf(row);
			let known = merged.get(key);
			if (known?.answer === answer) {
				const repeat = (repeats.get(key) ?? 0) + 1;
				repeats.set(key, repeat);
				key = `${key} ${repeat}`;
				known = merged.get(key);
			}
			if (known === undefined) {
				merged.set(key, { row, answer });
				continue;
			}
			known.answer = answer;
			for (const name of Object.keys(row)) known.row[name] = row[name];
		}
	}
	return [...merged.values()].map(({ row }) => row);
}

/** What identifies a row: the same text for the same values and dates, whatever the order of LinkedIn's members. */
function identityOf({ pivotValues, dateRange }: Row): string {
	const values = Array.isArray(pivotValues) ? pivotValues.map(partOf).join('\n') : '';
	const { start, end } = Object(dateRange) as Record<string, unknown>;
	return `${values}\n${dayOf(start)}\n${dayOf(end)}`;
}

function dayOf(value: unknown): string {
	const { year, month, day } = Object(value) as Record<string, unknown>;
	return `${partOf(year)}-${partOf(month)}-${partOf(day)}`;
}

/** LinkedIn's texts and numbers as text; anything else is ignored. */
const partOf = (value: unknown) =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';
