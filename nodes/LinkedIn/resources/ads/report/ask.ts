/**
 * Asks for a report in as few calls as LinkedIn allows.
 *
 * A call takes 20 metrics; whether the two members that name a row count too is not published, so a refused call is
 * tried with 18. An answer has 15,000 rows at the most and no pages, so reports by day are halved until all fits.
 * @see https://learn.microsoft.com/en-us/linkedin/marketing/integrations/ads-reporting/ads-reporting
 */
import type { LinkedIn, RestliRequest } from '../../../transport';
import type { LinkedInError } from '../../../transport/errors';
import { Remembered } from '../../../transport/remembered';
import { asItIs, elementsOf } from '../../community/analytics/elements';
import { mergeAnswers, type Row } from './merge';
import { DAY_MS, daysIn, type Granularity, type Period } from './period';

const MOST_METRICS_A_CALL = 20;
const MOST_ROWS = 15_000;
/** Rows cannot be told apart without them. */
export const IDENTITY = ['dateRange', 'pivotValues'];

export interface Question {
	/** LinkedIn's names of the metrics. */
	metrics: string[];
	granularity: Granularity;
	/** One call. @param fields metrics and what names a row */
	request: (fields: string[], period: Period) => RestliRequest;
}

export interface Reported {
	rows: Row[];
	/** LinkedIn has left rows out, and no metric that is absent is known to be zero. */
	isCut: boolean;
}

interface Rows {
	rows: Row[];
	/** LinkedIn's own count, with those that could not be read. */
	sent: number;
}

type Answers = { ok: true; answers: Rows[] } | { ok: false; error: LinkedInError };

/** By grant, how many metrics a call may have; for the life of the process. */
const learnt = new Remembered<number>();

/**
 * All rows of a period, the metrics of all calls in one row each.
 * @throws LinkedInError
 */
export async function askReport(linkedin: LinkedIn, question: Question, period: Period): Promise<Reported> {
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

async function answersOf(linkedin: LinkedIn, question: Question, period: Period): Promise<Rows[]> {
	const { grantKey } = linkedin.connection;
	const { metrics } = question;
	const size = learnt.get(grantKey) ?? MOST_METRICS_A_CALL;
	const asked = await askInParts(linkedin, question, period, size);
	if (asked.ok) return asked.answers;
	const fewer = MOST_METRICS_A_CALL - IDENTITY.length;
	if (asked.error.details.status !== 400 || size === fewer || metrics.length <= fewer) throw asked.error;
	const first = { ...question, metrics: metrics.slice(0, fewer) };
	const some = await askInParts(linkedin, first, period, fewer);
	if (!some.ok) throw asked.error;
	learnt.set(grantKey, fewer);
	const others = await askInParts(linkedin, { ...question, metrics: metrics.slice(fewer) }, period, fewer);
	if (!others.ok) throw others.error;
	return [...some.answers, ...others.answers];
}

/** The calls go out together; LinkedIn's first refusal counts. */
async function askInParts(
	linkedin: LinkedIn,
	{ metrics, request }: Question,
	period: Period,
	size: number,
): Promise<Answers> {
	const parts: string[][] = [];
	for (let start = 0; start < metrics.length; start += size) parts.push(metrics.slice(start, start + size));
	const replies = await Promise.all(
		parts.map(async (part) => await elementsOf(linkedin, request([...part, ...IDENTITY], period), asItIs)),
	);
	const answers: Rows[] = [];
	for (const reply of replies) {
		if (!reply.ok) return reply;
		answers.push({ rows: reply.elements, sent: reply.sent });
	}
	return { ok: true, answers };
}
