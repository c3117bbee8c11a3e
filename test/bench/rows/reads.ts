import { finished, type Row } from '../row';
import { httpRequest, PAGE, suite } from '../sides';
import { faults } from '../../simulator';

const ITEMS = 1_000;
/** Its rate does not depend on how many there are. */
const ITEMS_BESIDE = 200;
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

		const ours = bench.engine(simulator);
		const get = suite(simulator, { resource: 'post', operation: 'get', post: '={{ $json.urn }}' });
		await ours.ask('run', { ...get, items: posts.slice(0, 20) });
		const suiteRate = rateOf(
			finished(await ours.ask('run', { ...get, items: posts }), ITEMS, 'This package'),
			ITEMS,
		);
		ours.stop();

		const others = bench.engine(simulator);
		const plain = httpRequest(simulator, {
			url: `=${simulator.url}/rest/posts/{{ encodeURIComponent($json.urn) }}`,
			options: { batching: { batch: { batchSize: 1, batchInterval: LATENCY_MS } } },
		});
		await others.ask('run', { ...plain, items: posts.slice(0, 20) });
		const items = posts.slice(0, ITEMS_BESIDE);
		const besideRate = rateOf(
			finished(await others.ask('run', { ...plain, items }), ITEMS_BESIDE, 'HTTP Request'),
			ITEMS_BESIDE,
		);
		const ratio = suiteRate / besideRate;
		return {
			figure: `${ratio.toFixed(1)} × (${suiteRate.toFixed(1)} a second)`,
			beside: `HTTP Request, Batching 1 every ${LATENCY_MS} ms: ${besideRate.toFixed(1)} a second`,
			isMet: ratio >= LEAST_RATIO,
		};
	},
};

const rateOf = ({ elapsedMs }: { elapsedMs: number }, items: number) => (items / elapsedMs) * 1000;
