/**
 * Several metrics, each answered by a call of its own, as one row a post and day.
 *
 * LinkedIn leaves out what is zero (contract §9.7, §12.13), so a metric without an answer for a day that another metric
 * has is 0 there, and a post without any answer is a row of zeros.
 */

/** First day and the day after the last one, `2026-05-04`; null where the numbers are of all time. */
export interface Span {
	start: string | null;
	end: string | null;
}

/** What LinkedIn said of one post in one metric. */
export interface MetricAnswer {
	subject: string;
	metric: string;
	/** Null when LinkedIn refused this metric. */
	values: Array<Span & { value: number }> | null;
}

export interface MetricRow extends Span {
	subject: string;
	/** By metric; null where LinkedIn refused it. */
	values: Record<string, number | null>;
}

/**
 * @param asked posts and metrics in the order of the rows and of their keys
 * @param whole the span asked for, of rows for posts without any activity
 * @returns by post in the order asked, and within a post by day
 */
export function mergeMetrics(
	answers: MetricAnswer[],
	asked: { subjects: string[]; metrics: string[] },
	whole: Span,
): MetricRow[] {
	return asked.subjects.flatMap((subject) => {
		const own = answers.filter((answer) => answer.subject === subject);
		const refused = new Set(own.filter(({ values }) => values === null).map(({ metric }) => metric));
		const rows = new Map<string, MetricRow>();
		const rowOf = ({ start, end }: Span): MetricRow => {
			const key = `${start} ${end}`;
			const values = Object.fromEntries(asked.metrics.map((name) => [name, refused.has(name) ? null : 0]));
			const row = rows.get(key) ?? { subject, start, end, values };
			rows.set(key, row);
			return row;
		};
		for (const { metric, values } of own) {
			for (const { value, ...span } of values ?? []) {
				const row = rowOf(span);
				row.values[metric] = (row.values[metric] ?? 0) + value;
			}
		}
		if (rows.size === 0) rowOf(whole);
		return [...rows.values()].sort((a, b) => (a.start ?? '').localeCompare(b.start ?? ''));
	});
}
