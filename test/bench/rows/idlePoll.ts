import { suite, PAGE } from '../sides';
import type { Row } from '../row';
import type { PollRequest } from '../engine/protocol';

const POSTS = 100;
/** At noon, because at midnight UTC none of the day's calls have been released yet. */
const NOON_MS = Date.UTC(2026, 9, 5, 12);
const BETWEEN_MS = 10 * 60_000;
/** Makes one call per watched post. */
const KESTRA = `Kestra: ${POSTS}, one a post`;

export const idlePoll: Row = {
	name: 'idle-poll',
	what: `Comment poll, nothing new, one page, ${POSTS} posts`,
	budget: '1 call',
	isCount: true,
	async run(bench) {
		const simulator = await bench.simulator(NOON_MS);
		const posts = Array.from({ length: POSTS }, (_, at) =>
			simulator.state.addPost({ author: PAGE, text: `Post ${at + 1}` }),
		);
		for (const { urn } of posts) simulator.state.addComment({ post: urn, actor: 'cleo', text: 'First' });
		const setup = suite(simulator, { watch: 'pages', pages: [PAGE] });
		const engine = bench.engine(simulator);
		const poll = async () => {
			simulator.clock.advance(BETWEEN_MS);
			const before = simulator.requests.length;
			const request: PollRequest = { ...setup, trigger: true, nowMs: simulator.clock.now() };
			const { emitted } = await engine.ask('poll', request);
			return { emitted, calls: simulator.requests.length - before };
		};

		await poll();
		await poll();
		const idle = await poll();
		simulator.state.addComment({ post: posts[40].urn, actor: 'cleo', text: 'Is it new?' });
		const next = await poll();
		if (idle.emitted !== 0) throw new Error(`The idle poll emitted ${idle.emitted} items`);
		if (next.emitted !== 1)
			throw new Error(`A new comment made the next poll emit ${next.emitted} items, not 1`);
		const noun = idle.calls === 1 ? 'call' : 'calls';
		return { figure: `${idle.calls} ${noun}`, beside: KESTRA, isMet: idle.calls === 1 };
	},
};
