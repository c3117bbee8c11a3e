import { finished, heldEachTime, heldIn, type Row } from '../row';
import { httpRequest, PAGE, suite } from '../sides';

const COMMENTS = 10_000;
/** The maximum page size of LinkedIn's lists. */
const PAGE_SIZE = 100;
const LEAST_CALLS = Math.ceil(COMMENTS / PAGE_SIZE);

export const manyComments: Row = {
	name: 'many-comments',
	what: `${COMMENTS.toLocaleString('en-US')} comments, Return All`,
	budget: `${LEAST_CALLS} calls, ${LEAST_CALLS + 1} without total and next link; no earlier page held`,
	isCount: true,
	async run(bench) {
		const simulator = await bench.simulator();
		const { urn } = simulator.state.addPost({ author: PAGE, text: 'Much discussed' });
		for (let at = 0; at < COMMENTS; at += 1) {
			simulator.state.addComment({ post: urn, actor: 'cleo', text: `Comment ${at + 1}` });
		}
		const counted = async <T>(work: () => Promise<T>) => {
			const before = simulator.requests.length;
			const report = await work();
			return { report, calls: simulator.requests.length - before };
		};
		const countedTwice = async <T>(work: () => Promise<T>) => {
			const [first, second] = [await counted(work), await counted(work)];
			return { reports: [first.report, second.report], calls: Math.max(first.calls, second.calls) };
		};

		const engine = bench.engine(simulator);
		const setup = suite(simulator, {
			resource: 'comment',
			operation: 'getMany',
			entity: urn,
			returnAll: true,
		});
		const readAll = async () =>
			finished(await engine.ask('run', { ...setup, watchPages: true }), COMMENTS, 'This package');
		const withTotal = await countedTwice(readAll);
		simulator.state.commentTotals = false;
		const without = await countedTwice(readAll);
		const held = Math.max(heldEachTime(withTotal.reports), heldEachTime(without.reports));

		const list = `${simulator.url}/rest/socialActions/${encodeURIComponent(urn)}/comments`;
		const other = httpRequest(simulator, {
			url: `${list}?count=${PAGE_SIZE}`,
			options: { pagination: { pagination: pageByPage } },
		});
		const http = await counted(async () => {
			const request = { ...other, watchPages: true };
			return finished(await bench.engine(simulator).ask('run', request), LEAST_CALLS + 1, 'HTTP Request');
		});
		return {
			figure: `${withTotal.calls} and ${without.calls} calls, ${held} earlier pages held`,
			beside: `HTTP Request with pagination: ${http.calls} calls, ${heldIn(http.report)} held`,
			isMet: withTotal.calls === LEAST_CALLS && without.calls === LEAST_CALLS + 1 && held === 0,
		};
	},
};

const pageByPage = {
	paginationMode: 'updateAParameterInEachRequest',
	parameters: { parameters: [{ type: 'qs', name: 'start', value: `={{ $pageCount * ${PAGE_SIZE} }}` }] },
	paginationCompleteWhen: 'other',
	completeExpression: '={{ $response.body.elements.length === 0 }}',
};
