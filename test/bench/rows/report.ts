import { request } from 'undici';

import { mergeAnswers, type Row as ReportRow } from '../../../nodes/LinkedIn/resources/ads/report/rows/merge';
import type { Simulator } from '../../simulator';
import { COUNTS } from '../../simulator/ads/metrics';
import { finished, median, milliseconds, type Bench, type Row } from '../row';
import { AD_ACCOUNT, ADS, adsSuite } from '../sides';

const ROWS = 5_000;
const METRICS = Object.keys(COUNTS).slice(0, 40);
/** LinkedIn's limit of 20 fields, of which two identify the row. */
const METRICS_A_CALL = 18;
const LEAST_CALLS = Math.ceil(METRICS.length / METRICS_A_CALL);
const LATENCY_MS = 50;
const MOST_OF_FETCH = 0.1;
const ROUNDS = 9;

const what = `A report of ${METRICS.length} metrics over ${ROWS.toLocaleString('en-US')} rows`;

/** Runs the report once. @returns its calls, as LinkedIn received them */
async function calls(bench: Bench): Promise<{ simulator: Simulator; urls: string[] }> {
	const simulator = await bench.simulator();
	simulator.state.ads.reports.fill({ account: AD_ACCOUNT, creatives: ROWS });
	const setup = adsSuite(simulator, {
		resource: 'report',
		operation: 'get',
		account: { __rl: true, mode: 'id', value: AD_ACCOUNT },
		pivots: ['CREATIVE'],
		metricSets: [],
		metrics: METRICS,
		// Names cost separate calls, depending on the number of creatives.
		resolveNames: false,
	});
	const engine = bench.engine(simulator);
	finished(await engine.ask('run', setup), ROWS, 'This package');
	engine.stop();
	return { simulator, urls: simulator.requests.map(({ url }) => url) };
}

export const reportCalls: Row = {
	name: 'report-calls',
	what,
	budget: `${LEAST_CALLS} calls`,
	isCount: true,
	async run(bench) {
		const { urls } = await calls(bench);
		return {
			figure: `${urls.length} calls`,
			beside: `${METRICS_A_CALL} metrics a call is LinkedIn's limit`,
			isMet: urls.length === LEAST_CALLS,
		};
	},
};

export const reportMerge: Row = {
	name: 'report-merge',
	what: `${what}: joining the answers`,
	budget: `under ${MOST_OF_FETCH} of the fetch at ${LATENCY_MS} ms latency`,
	isCount: false,
	async run(bench) {
		const { simulator, urls } = await calls(bench);
		const headers = {
			authorization: `Bearer ${simulator.issueToken({ member: 'ada', ...ADS }).accessToken}`,
			'linkedin-version': '202609',
			'x-restli-protocol-version': '2.0.0',
		};
		const read = async (url: string) => {
			const { body } = await request(simulator.url + url, { headers });
			return ((await body.json()) as { elements: ReportRow[] }).elements;
		};
		const answers = await Promise.all(urls.map(read));
		// Stored answers, so that calculating a report isn't part of fetching it.
		for (const [index, elements] of answers.entries()) {
			simulator.faults.add({
				match: { path: new RegExp(urls[index].split('fields=')[1]) },
				times: Infinity,
				delayMs: LATENCY_MS,
				effect: { status: 200, body: { elements } },
			});
		}
		const fetches: number[] = [];
		const merges: number[] = [];
		for (let round = 0; round < ROUNDS; round += 1) {
			const startedAt = performance.now();
			const fetched = await Promise.all(urls.map(read));
			const fetchedAt = performance.now();
			const { length } = mergeAnswers(fetched);
			merges.push(performance.now() - fetchedAt);
			fetches.push(fetchedAt - startedAt);
			if (length !== ROWS) throw new Error(`${length} rows were merged, not ${ROWS}`);
		}
		const [fetch, merge] = [median(fetches), median(merges)];
		return {
			figure: `${milliseconds(merge)}, ${((merge / fetch) * 100).toFixed(1)} % of the fetch`,
			beside: `undici fetching and parsing the same answers: ${milliseconds(fetch)}`,
			isMet: merge < fetch * MOST_OF_FETCH,
		};
	},
};
