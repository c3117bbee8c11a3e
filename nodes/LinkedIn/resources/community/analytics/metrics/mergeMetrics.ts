/**
 * Several metrics, each from a separate call, as one row per post and day.
 *
 * For posts LinkedIn leaves out zeros (docs.shareStatistics), so a metric without an answer for a day that another
 * metric has is 0 there, and a post without any answer is a row of zeros. For videos it also leaves out what it no
 * longer keeps, so there the same is null: the caller says which.
 */

/** First day and the day after the last one, `2026-05-04`; null if the numbers are of all time. */
export interface DateSpan {
	start: string | null;
	end: string | null;
}

/** LinkedIn's answer for one post and metric. */
export interface MetricAnswer {
	subject: string;
	metric: string;
	/** Null when LinkedIn refused this metric; a value is null where LinkedIn has none. */
	values: MetricValue[] | null;
	/** Some elements could not be read, so a missing number is unknown. */
	isPart?: boolean;
}

export type MetricValue = DateSpan & { value: number | null };

export interface MetricRow extends DateSpan {
	subject: string;
	/** By metric; null if LinkedIn refused it or has no number, or if it couldn't be read. */
	values: Record<string, number | null>;
}

/**
 * @param asked posts and metrics in the order of the rows and of their keys
 * @param whole the requested span, for rows of posts without any activity
 * @param leftOut the value for a number that LinkedIn leaves out
 * @returns by post in the given order, and within a post by day
 */
export function mergeMetrics(
	answers: MetricAnswer[],
	asked: { subjects: string[]; metrics: string[] },
	whole: DateSpan,
	leftOut: 0 | null,
): MetricRow[] {
	return asked.subjects.flatMap((subject) => {
		const own = answers.filter((answer) => answer.subject === subject);
		const unknown = new Set(
			own.filter(({ values, isPart }) => values === null || isPart).map(({ metric }) => metric),
		);
		const rows = new Map<string, { span: DateSpan; said: Map<string, number | null> }>();
		const rowOf = ({ start, end }: DateSpan) => {
			const key = `${start} ${end}`;
			const row = rows.get(key) ?? { span: { start, end }, said: new Map<string, number | null>() };
			rows.set(key, row);
			return row;
		};
		for (const { metric, values } of own) {
			for (const { value, ...span } of values ?? []) {
				const { said } = rowOf(span);
				const before = said.get(metric);
				// A sum would be wrong if LinkedIn doesn't have one of its numbers.
				said.set(metric, value === null || before === null ? null : (before ?? 0) + value);
			}
		}
		if (rows.size === 0) rowOf(whole);
		const valueOf = (metric: string, said: Map<string, number | null>) => {
			const value = said.get(metric);
			return value !== undefined ? value : unknown.has(metric) ? null : leftOut;
		};
		return [...rows.values()]
			.sort((a, b) => (a.span.start ?? '').localeCompare(b.span.start ?? ''))
			.map(({ span, said }) => ({
				subject,
				...span,
				values: Object.fromEntries(asked.metrics.map((metric) => [metric, valueOf(metric, said)])),
			}));
	});
}
