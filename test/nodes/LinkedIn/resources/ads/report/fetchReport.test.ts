import { askReport } from '../../../../../../nodes/LinkedIn/resources/ads/report/fetchReport';
import type { Granularity, Period } from '../../../../../../nodes/LinkedIn/resources/ads/report/period';
import { ElementReader } from '../../../../../../nodes/LinkedIn/transport/answers/elements';
import { LinkedInError } from '../../../../../../nodes/LinkedIn/transport/errors/errors';
import { newMemory } from '../../../../../../nodes/LinkedIn/transport/memory/memory';
import type { LinkedInClient, RestliRequest, Result } from '../../../../../../nodes/LinkedIn/transport/types';

const MOST_ROWS = 15_000;
const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 4, 1);
const may = (from: number, to: number): Period => ({
	startMs: START + (from - 1) * DAY_MS,
	endMs: START + (to - 1) * DAY_MS,
});

interface Asked {
	fields: string[];
	period: Period;
}

/** A LinkedIn for a separate connection; `answer` returns rows or the message of a 400. */
function linkedInThat(answer: (asked: Asked) => object[] | string) {
	const asked: Asked[] = [];
	const linkedin = {
		connection: {},
		memory: newMemory(),
		elements: new ElementReader(),
		attempt: async (request: RestliRequest): Promise<Result<unknown>> => {
			const one = request.query as unknown as Asked;
			asked.push(one);
			const answered = answer(one);
			if (typeof answered === 'string') {
				return { ok: false, error: new LinkedInError(answered, { status: 400, advice: '' }) };
			}
			return { ok: true, reply: { status: 200, headers: {}, body: { elements: answered } } };
		},
	} as unknown as LinkedInClient;
	const ask = async (metrics: string[], granularity: Granularity, period: Period) => {
		const request = (fields: string[], days: Period) =>
			({ restliMethod: 'FINDER', path: '/rest/adAnalytics', query: { fields, period: days } }) as never;
		return await askReport(linkedin, { metrics, granularity, request }, period);
	};
	return { ask, asked };
}

const names = (count: number) => Array.from({ length: count }, (_, index) => `metric${index + 1}End`);
/** This many campaigns on each day of the period. */
const rowsOf = ({ startMs, endMs }: Period, aDay: number) => {
	const rows = [];
	for (let ms = startMs; ms <= endMs; ms += DAY_MS) {
		const day = { year: 2026, month: 5, day: new Date(ms).getUTCDate() };
		for (let campaign = 0; campaign < aDay; campaign += 1) {
			rows.push({ pivotValues: [String(campaign)], dateRange: { start: day, end: day }, metric1End: 1 });
		}
	}
	return rows.slice(0, MOST_ROWS);
};

test('18 metrics are one call, 36 are two, 40 are three, each with what names a row', async () => {
	for (const [count, calls] of [
		[18, 1],
		[19, 2],
		[36, 2],
		[40, 3],
	]) {
		const { ask, asked } = linkedInThat(() => []);
		await ask(names(count), 'ALL', may(1, 31));
		expect(asked).toHaveLength(calls);
		expect(asked.flatMap(({ fields }) => fields.slice(0, -2))).toEqual(names(count));
		expect(asked.map(({ fields }) => fields.slice(-2))).toEqual(
			asked.map(() => ['dateRange', 'pivotValues']),
		);
	}
});

test('a report by day that reaches the limit is halved until each answer is below it', async () => {
	const { ask, asked } = linkedInThat(({ period }) => rowsOf(period, 4_000));
	const { rows, isCut } = await ask(['metric1End'], 'DAILY', may(1, 8));
	expect(isCut).toBe(false);
	expect(rows).toHaveLength(8 * 4_000);
	expect(asked.map(({ period }) => period)).toEqual(
		[
			[1, 8],
			[1, 4],
			[1, 2],
			[3, 4],
			[5, 8],
			[5, 6],
			[7, 8],
		].map(([from, to]) => may(from, to)),
	);
});

test('a single day, and a total, that reach the limit are said to be cut', async () => {
	const { ask, asked } = linkedInThat(({ period }) => rowsOf(period, MOST_ROWS));
	expect((await ask(['metric1End'], 'DAILY', may(1, 1))).isCut).toBe(true);
	expect((await ask(['metric1End'], 'ALL', may(1, 31))).isCut).toBe(true);
	expect(asked).toHaveLength(2);
});

test('one row below the limit is not cut', async () => {
	const { ask } = linkedInThat(({ period }) => rowsOf(period, MOST_ROWS - 1));
	expect((await ask(['metric1End'], 'ALL', may(1, 1))).isCut).toBe(false);
});

test('no call has more than the 20 fields of LinkedIn, and what it refuses is not asked again', async () => {
	const { ask, asked } = linkedInThat(({ fields }) => (fields.length > 20 ? 'Too many fields' : []));
	await ask(names(40), 'ALL', may(1, 1));
	expect(asked.map(({ fields }) => fields.length)).toEqual([20, 20, 6]);

	const refusing = linkedInThat(({ fields }) => `${fields.length} fields`);
	await expect(refusing.ask(names(20), 'ALL', may(1, 1))).rejects.toThrow('20 fields');
	expect(refusing.asked).toHaveLength(2);
});
