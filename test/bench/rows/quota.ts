import type { Bench, Row } from '../row';
import type { NodeSetup } from '../engine/protocol';
import { builtIn, PAGE, suite, textPost, texts } from '../sides';
import type { Simulator } from '../../simulator';

const QUOTA = 100;
const ITEMS = 1_000;
const MOST_REFUSED = 4;
const POSTING = 'CREATE /rest/posts';
const READING = 'GET /rest/posts';

export const quota: Row = {
	name: 'quota',
	what: `Quota of ${QUOTA}, ${ITEMS.toLocaleString('en-US')} items`,
	budget: `${QUOTA} done, at most ${MOST_REFUSED} refused calls`,
	isCount: true,
	async run(bench) {
		const posts = await spend(bench, POSTING, (simulator) => suite(simulator, textPost.suite));
		const reads = await spend(bench, READING, (simulator) =>
			suite(simulator, { resource: 'post', operation: 'get', post: '={{ $json.urn }}' }),
		);
		const other = await spend(bench, POSTING, (simulator) => builtIn(simulator, textPost.builtIn));
		return {
			figure: `posts ${words(posts)}; reads ${words(reads)}`,
			beside: `built-in: posts ${words(other)}`,
			isMet: [posts, reads].every(({ done, refused }) => done === QUOTA && refused <= MOST_REFUSED),
		};
	},
};

interface Spent {
	done: number;
	refused: number;
}

const words = ({ done, refused }: Spent) => `${done} done, ${refused} refused`;

/** All items once, continuing on fail, against an endpoint with this daily limit. */
async function spend(
	bench: Bench,
	endpoint: string,
	setup: (simulator: Simulator) => NodeSetup,
): Promise<Spent> {
	const simulator = await bench.simulator();
	const { urn } = simulator.state.addPost({ author: PAGE, text: 'To be read' });
	simulator.state.quotas.limit(endpoint, { member: QUOTA });
	const items = texts(ITEMS).map((item) => ({ ...item, urn }));
	const engine = bench.engine(simulator);
	const request = { ...setup(simulator), items, onError: 'continueRegularOutput' as const };
	const { done, failed } = await engine.ask('run', request);
	engine.stop();
	if (done + failed !== ITEMS) throw new Error(`${done} items done and ${failed} failed are not ${ITEMS}`);
	const calls = simulator.requests.filter((call) => call.endpoint === endpoint);
	const succeeded = calls.filter(({ status }) => status < 300).length;
	if (succeeded !== done) throw new Error(`${done} items done by ${succeeded} calls`);
	return { done, refused: calls.filter(({ status }) => status === 429).length };
}
