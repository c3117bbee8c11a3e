import { fastest, finished, type Row } from '../row';
import { httpRequest, PAGE, suite } from '../sides';
import { faults } from '../../simulator';

const ITEMS = 1_000;
/** Its rate doesn't depend on their number. */
const ITEMS_BESIDE = 200;
const ROUNDS = 4;
const LATENCY_MS = 50;
const LEAST_RATIO = 3.5;

export const reads: Row = {
	name: 'reads',
	what: `${ITEMS.toLocaleString('en-US')} reads at ${LATENCY_MS} ms latency`,
	budget: `${LEAST_RATIO} × its items a second`,
	isCount: false,
	async run(bench) {
		const simulator = await bench.simulator();
		const posts = Array.from({ length: ITEMS }, (_, at) => ({
			urn: simulator.state.addPost({ author: PAGE, text: `Post ${at + 1}` }).urn,
		}));
		simulator.faults.add(faults.slow(LATENCY_MS, { times: Infinity }));

		const get = suite(simulator, { resource: 'post', operation: 'get', post: '={{ $json.urn }}' });
		const plain = httpRequest(simulator, {
			url: `=${simulator.url}/rest/posts/{{ encodeURIComponent($json.urn) }}`,
			options: { batching: { batch: { batchSize: 1, batchInterval: LATENCY_MS } } },
		});
		const [ours, others] = [bench.engine(simulator), bench.engine(simulator)];
		const [suiteTimes, besideTimes] = [[] as number[], [] as number[]];
		for (let round = 0; round < ROUNDS; round += 1) {
			const run = await ours.ask('run', { ...get, items: posts });
			suiteTimes.push(finished(run, ITEMS, 'This package').elapsedMs);
			const items = posts.slice(0, ITEMS_BESIDE);
			const beside = await others.ask('run', { ...plain, items });
			besideTimes.push(finished(beside, ITEMS_BESIDE, 'HTTP Request').elapsedMs);
		}
		const suiteRate = (ITEMS / fastest(suiteTimes)) * 1000;
		const besideRate = (ITEMS_BESIDE / fastest(besideTimes)) * 1000;
		const ratio = suiteRate / besideRate;
		return {
			figure: `${ratio.toFixed(2)} × (${suiteRate.toFixed(1)} a second)`,
			beside: `HTTP Request, Batching 1 every ${LATENCY_MS} ms: ${besideRate.toFixed(1)} a second`,
			isMet: ratio >= LEAST_RATIO,
		};
	},
};
