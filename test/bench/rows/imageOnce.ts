import { writePhoto } from '../files';
import type { NodeSetup } from '../engine/protocol';
import { finished, type Bench, type Row } from '../row';
import { builtIn, imagePost, PAGE, suite, texts } from '../sides';
import type { Simulator } from '../../simulator';

const POSTS = 10;
/** Start the upload, send the file, and create the posts. */
const CALLS = 2 + POSTS;

export const imageOnce: Row = {
	name: 'image-once',
	what: `One image, one author, ${POSTS} posts, Wait Until Ready off`,
	budget: `${CALLS} calls`,
	isCount: true,
	async run(bench) {
		const calls = await count(bench, 'This package', (simulator) => suite(simulator, imagePost.suite));
		const others = await count(bench, 'Built-in', (simulator) => builtIn(simulator, imagePost.builtIn));
		return { figure: `${calls} calls`, beside: `built-in: ${others} calls`, isMet: calls === CALLS };
	},
};

/** @returns calls to the API and the upload host. @throws Error unless each item created its post with an image */
async function count(
	bench: Bench,
	side: string,
	setup: (simulator: Simulator) => NodeSetup,
): Promise<number> {
	const simulator = await bench.simulator();
	const engine = bench.engine(simulator);
	const request = { ...setup(simulator), items: texts(POSTS), file: writePhoto(bench.folder, 1) };
	finished(await engine.ask('run', request), POSTS, side);
	engine.stop();
	const withImage = simulator.state.posts(PAGE).filter(({ content }) => content?.media !== undefined);
	if (withImage.length !== POSTS) throw new Error(`${side}: ${withImage.length} posts with an image`);
	return simulator.requests.length + simulator.uploads.length;
}
