/**
 * Gets a report in as few calls as LinkedIn allows.
 *
 * A call accepts 20 fields, including the two that name a row, so 18 metrics (docs/behaviour.md#reports). An answer has
 * at most 15,000 rows and isn't paged, so reports by day are halved until everything fits.
 * @see docs.reports
 */
import { chunks } from '../../../transport/flow/chunks';
import type { LinkedInClient, RestliRequest } from '../../../transport/types';
import { asItIs, elementsOf } from '../../statistics';
import { DAY_MS, daysIn, type Granularity, type Period } from './period';
import { mergeAnswers, type Row } from './rows/merge';

const MOST_FIELDS_A_CALL = 20;
const MOST_ROWS = 15_000;
/** Rows can't be told apart without them. */
export const IDENTITY = ['dateRange', 'pivotValues'];
const MOST_METRICS_A_CALL = MOST_FIELDS_A_CALL - IDENTITY.length;

export interface ReportQuery {
	/** LinkedIn's names of the metrics. */
	metrics: string[];
	granularity: Granularity;
	/** One call. @param fields metrics and what identifies a row */
	request: (fields: string[], period: Period) => RestliRequest;
}

export interface Reported {
	rows: Row[];
	/** LinkedIn has left rows out, so an absent metric isn't known to be zero. */
	isCut: boolean;
}

interface Rows {
	rows: Row[];
	/** LinkedIn's own count, including unreadable ones. */
	sent: number;
}

/**
 * All rows of a period, the metrics of all calls in one row each.
 * @throws LinkedInError
 */
export async function askReport(
	linkedin: LinkedInClient,
	question: ReportQuery,
	period: Period,
): Promise<Reported> {
	const answers = await answersOf(linkedin, question, period);
	const isCut = answers.some(({ sent }) => sent >= MOST_ROWS);
	const days = daysIn(period);
	if (!isCut || question.granularity !== 'DAILY' || days < 2) {
		return { rows: mergeAnswers(answers.map(({ rows }) => rows)), isCut };
	}
	const middleMs = period.startMs + Math.floor(days / 2) * DAY_MS;
	const first = await askReport(linkedin, question, { ...period, endMs: middleMs - DAY_MS });
	const second = await askReport(linkedin, question, { ...period, startMs: middleMs });
	return { rows: [...first.rows, ...second.rows], isCut: first.isCut || second.isCut };
}

/** The calls go out together; LinkedIn's first refusal counts. */
async function answersOf(
	linkedin: LinkedInClient,
	{ metrics, request }: ReportQuery,
	period: Period,
): Promise<Rows[]> {
	const replies = await Promise.all(
		chunks(metrics, MOST_METRICS_A_CALL).map(
			async (some) => await elementsOf(linkedin, request([...some, ...IDENTITY], period), asItIs),
		),
	);
	return replies.map((reply) => {
		if (!reply.ok) throw reply.error;
		return { rows: reply.elements, sent: reply.sent };
	});
}
