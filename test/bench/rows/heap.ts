import { connectTo } from '../../engine/connection';
import type { Engine } from '../engine';
import type { ExecutionsRequest } from '../engine/protocol';
import { megabytes, type Row } from '../row';
import { httpRequest, PAGE, suite, textPost } from '../sides';

const EXECUTIONS = 10_000;
const AT_A_TIME = 500;
/** Loads and compiles all code that is used, with one credential: what is remembered about others counts. */
const WARM_UP = 2 * AT_A_TIME;
const MOST_BYTES = 10_000_000;

export const heap: Row = {
	name: 'heap',
	what: `${EXECUTIONS.toLocaleString('en-US')} executions, each with another credential: growth of the heap`,
	budget: `under ${MOST_BYTES / 1e6} MB`,
	isCount: false,
	async run(bench) {
		const simulator = await bench.simulator();
		const { urn } = simulator.state.addPost({ author: PAGE, text: 'To be read' });
		const reading = suite(simulator, { resource: 'post', operation: 'get', post: urn });
		const posting = suite(simulator, textPost.suite);
		const plain = httpRequest(simulator, { url: `${simulator.url}/rest/posts/${encodeURIComponent(urn)}` });
		const ours = await growth(bench.engine(simulator), (first) => ({
			...((first / AT_A_TIME) % 2 === 0 ? reading : posting),
			items: itemsFrom(first),
			credentials:
				first < WARM_UP
					? undefined
					: itemsFrom(first).map(({ text }) => ({ ...connectTo(simulator), name: text })),
		}));
		const others = await growth(bench.engine(simulator), (first) => ({ ...plain, items: itemsFrom(first) }));
		return {
			figure: `${megabytes(ours)}, reads and text posts by turns`,
			beside: `HTTP Request, reads with one token: ${megabytes(others)}`,
			isMet: ours < MOST_BYTES,
		};
	},
};

/** LinkedIn refuses the same text twice. */
const itemsFrom = (first: number) =>
	Array.from({ length: AT_A_TIME }, (_, at) => ({ text: `Execution ${first + at}` }));

/**
 * @param requestFrom some executions, from this number on
 * @returns growth of the heap in bytes
 */
async function growth(engine: Engine, requestFrom: (first: number) => ExecutionsRequest): Promise<number> {
	let before: number | undefined;
	let after = 0;
	for (let first = 0; first < WARM_UP + EXECUTIONS; first += AT_A_TIME) {
		if (first === WARM_UP) before = after;
		const { done, error, heapBytes } = await engine.ask('executions', requestFrom(first));
		if (done < AT_A_TIME) throw new Error(`${done} of ${AT_A_TIME} executions were done: ${error}`);
		after = heapBytes;
	}
	engine.stop();
	return after - (before ?? after);
}
