/** Metrics that LinkedIn answers one per call: chosen, checked, requested and merged into rows. */
import type { INodeProperties } from 'n8n-workflow';

import type { ReadOne } from '../../../../transport/answers/elements';
import { LinkedInError } from '../../../../transport/errors/errors';
import { InputError } from '../../../../transport/errors/inputError';
import { settled } from '../../../../transport/flow/settled';
import type { RestliRequest } from '../../../../transport/types';
import type { Call } from '../../../operation';
import { elementsOf, pagedElementsOf, type Elements } from '../../../statistics';
import { entriesOf } from '../../../values/plainText';
import {
	mergeMetrics,
	type DateSpan,
	type MetricAnswer,
	type MetricRow,
	type MetricValue,
} from './mergeMetrics';

export interface Metric {
	/** LinkedIn's word. */
	value: string;
	name: string;
	/** Its column in the rows. */
	column: string;
}

export function metricsField(name: string, metrics: Metric[], chosen: string[]): INodeProperties {
	return {
		displayName: 'Metrics',
		name,
		type: 'multiOptions',
		default: [...chosen],
		options: metrics.map((metric) => ({ name: metric.name, value: metric.value })),
		description: 'Each metric takes one call per post',
	};
}

/**
 * The metrics of this item, in the order of the list.
 * @throws InputError if there is none, or if one is unknown
 */
export function statisticsMetricsOf<M extends Metric>(
	call: Call,
	field: string,
	metrics: M[],
	chosen: string[],
): M[] {
	const wanted = entriesOf(call.parameter<unknown>(field, chosen), 'Metrics').map((name) =>
		name.toUpperCase(),
	);
	const unknown = wanted.find((name) => !metrics.some(({ value }) => value === name));
	if (wanted.length === 0 || unknown !== undefined) {
		throw new InputError(
			'Metrics',
			unknown === undefined ? 'Metrics is empty' : `Unknown metric "${unknown}"`,
			`Choose from ${metrics.map(({ value }) => value).join(', ')}.`,
		);
	}
	return metrics.filter(({ value }) => wanted.includes(value));
}

/** A metric that LinkedIn refused, as shown in the rows of its post. */
export interface RefusedMetric {
	metric: string;
	status: number | null;
	reason: string;
}

export interface MetricRows {
	rows: MetricRow[];
	/** By post, the metrics that LinkedIn refused while it answered others. */
	partly: Map<string, RefusedMetric[]>;
	/** Posts of which LinkedIn refused everything. */
	refused: Map<string, LinkedInError>;
}

/** Refusals of one post or metric; anything else ends the operation. */
const REFUSED = [400, 403, 404];

/**
 * Asks each post for each metric, one call after another. If the first metric of a post is
 * refused for lack of rights, the others are skipped.
 * @param asked posts in order, the metrics, whether the numbers are split by time, which may take pages, and what a
 *  number that LinkedIn leaves out is
 * @param requestFor one metric of one post
 * @param read span and number of one of LinkedIn's elements of a post and metric
 * @throws LinkedInError for failures that aren't about a post or metric, and if all posts are refused
 */
export async function askMetrics<M extends Metric>(
	call: Call,
	asked: { subjects: string[]; metrics: M[]; whole: DateSpan; isSplit: boolean; leftOut: 0 | null },
	requestFor: (subject: string, metric: Metric) => RestliRequest,
	read: (subject: string, metric: M) => ReadOne<MetricValue>,
): Promise<MetricRows> {
	const answers: MetricAnswer[] = [];
	const partly = new Map<string, RefusedMetric[]>();
	const refused = new Map<string, LinkedInError>();
	for (const subject of new Set(asked.subjects)) {
		const problems: Array<RefusedMetric & { error: LinkedInError }> = [];
		let isAnswered = false;
		for (const metric of asked.metrics) {
			const result = await ask(call, requestFor(subject, metric), asked.isSplit, read(subject, metric));
			if (result.ok) {
				const { elements: values, sent } = result;
				answers.push({ subject, metric: metric.column, values, isPart: values.length < sent });
				isAnswered = true;
				continue;
			}
			const { error } = result;
			const { status } = error.details;
			if (!REFUSED.includes(status ?? 0)) throw error;
			answers.push({ subject, metric: metric.column, values: null });
			problems.push({ metric: metric.value, status, reason: error.message, error });
			if (status !== 400 && metric === asked.metrics[0]) break;
		}
		if (!isAnswered) refused.set(subject, problems[0].error);
		partly.set(
			subject,
			problems.map(({ metric, status, reason }) => ({ metric, status, reason })),
		);
	}
	const [first] = refused.values();
	if (first && refused.size === new Set(asked.subjects).size) throw first;
	const columns = asked.metrics.map(({ column }) => column);
	const { subjects, whole, leftOut } = asked;
	const rows = mergeMetrics(answers, { subjects, metrics: columns }, whole, leftOut);
	return { rows, partly, refused };
}

/**
 * How much something grew, possibly negative; null if LinkedIn has no number. LinkedIn sends -1 for that
 * (docs/behaviour.md#statistics-without-a-number), and a text or null isn't a number either.
 */
export function growthOf(given: unknown): number | null {
	return typeof given === 'number' && Number.isFinite(given) && given !== -1 ? given : null;
}

/** One metric of one post. */
export async function ask<T>(
	{ linkedin }: Call,
	request: RestliRequest,
	isSplit: boolean,
	read: ReadOne<T>,
): Promise<Elements<T>> {
	return await (isSplit ? pagedElementsOf : elementsOf)(linkedin, request, read);
}

/**
 * LinkedIn answers 404 for the analytics of members if the app is on the Development tier
 * (docs/behaviour.md#development-tier).
 */
export function explainMemberRefusal(call: Call, error: LinkedInError): LinkedInError {
	if (error.details.status !== 404 || call.linkedin.connection.tier === 'standard') return error;
	return new LinkedInError(error.message, {
		...error.details,
		advice: `${error.details.advice} Apps on the Development tier of Community Management get this error for the analytics of members. Check the tier in LinkedIn's developer portal.`,
	});
}

/** Runs work on a member's analytics and explains its errors. */
export async function ofMember<T>(call: Call, work: () => Promise<T>): Promise<T> {
	const done = await settled(work);
	if (done.ok) return done.value;
	throw done.failure instanceof LinkedInError ? explainMemberRefusal(call, done.failure) : done.failure;
}
