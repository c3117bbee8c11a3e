import { finished, milliseconds, type Row } from '../row';
import type { RunRequest } from '../engine/protocol';
import { builtIn, suite, textPost, texts } from '../sides';

const ITEMS = 2_000;
const ROUNDS = 3;
const MOST_MS = 0.5;

export const engineCost: Row = {
	name: 'engine-cost',
	what: "n8n's own work for an item, requests left out",
	budget: `under ${MOST_MS} ms on Node 24`,
	isCount: false,
	async run(bench) {
		const simulator = await bench.simulator();
		const engine = bench.engine(simulator);
		const items = texts(ITEMS);
		const ways = {
			engine: { ...suite(simulator, textPost.suite), withoutRequests: 'hook' },
			whole: { ...suite(simulator, textPost.suite), withoutRequests: 'answer' },
			builtIn: { ...builtIn(simulator, textPost.builtIn), withoutRequests: 'answer' },
		} satisfies Record<string, RunRequest>;
		const times: Record<keyof typeof ways, number[]> = { engine: [], whole: [], builtIn: [] };
		for (let round = 0; round <= ROUNDS; round += 1) {
			for (const [name, way] of Object.entries(ways) as Array<[keyof typeof ways, RunRequest]>) {
				const { elapsedMs } = finished(await engine.ask('run', { ...way, items }), ITEMS, name);
				// The first round warms up.
				if (round > 0) times[name].push(elapsedMs / ITEMS);
			}
		}
		if (simulator.requests.length > 0) throw new Error(`${simulator.requests.length} requests were sent`);
		const cost = fastest(times.engine);
		const whole = milliseconds(fastest(times.whole));
		return {
			figure: `${milliseconds(cost)}; ${whole} with this package's work for a text post and its reading of the credential (${bench.nodeVersion})`,
			beside: `built-in: ${milliseconds(fastest(times.builtIn))} with its work for a text post`,
			isMet: cost < MOST_MS && /^v24\./.test(bench.nodeVersion),
		};
	},
};

/** Other work on the machine can only add time. */
const fastest = (times: number[]) => Math.min(...times);
