import type { ConnectionOptions } from '../../engine/connection';
import { faults, type Fault } from '../../simulator';
import { connect, LIST_POSTS, run, simulateForEachTest, simulator } from './connectedRun';

/** A partial answer to a read counts as no answer: it's requested again, and errors about it are accurate. */

simulateForEachTest();

const READS = { match: { path: /^\/rest\/posts/ } };
const CUTS: Array<[string, (times: number) => Fault]> = [
	['cut in the body', (times) => ({ ...faults.cutBody(READS), times })],
	['cut behind the head', (times) => ({ ...faults.cutBody(READS, 0), times })],
	['reset in the body', (times) => ({ ...faults.breakBody('reset', READS), times })],
	['gzip that is none', (times) => ({ ...faults.brokenGzip(READS), times })],
	['JSON that ends too early', (times) => ({ ...faults.truncatedJson(READS), times })],
];
const CONNECTIONS: ConnectionOptions[] = [{}, { authentication: 'accessToken' }];

describe.each(CUTS)('%s', (_how, fault) => {
	test.each(CONNECTIONS)('%p: asked for again', async (connection) => {
		simulator.state.addPost({ author: '2414183', text: 'Here' });
		simulator.faults.add(fault(1));
		const { outputs, error } = await run(LIST_POSTS, connect(connection));
		expect(error).toBeUndefined();
		expect(outputs[0]).toMatchObject([{ json: { text: 'Here' } }]);
		expect(simulator.requests.filter(({ url }) => READS.match.path.test(url))).toHaveLength(2);
	});

	test.each(CONNECTIONS)('%p: for good, it is no web page and no wrong host', async (connection) => {
		simulator.faults.add(fault(Infinity));
		const parameters = { ...LIST_POSTS, options: { maxWait: 1 } };
		const { error } = await run(parameters, connect(connection));
		expect(error?.message).toMatch(/broke off/);
		expect(`${error?.message} ${error?.description}`).not.toMatch(/web page|API host|Environment/);
		expect(error?.context.details).toMatchObject({ code: 'NO_ANSWER', field: null });
	});
});

test('a refusal whose JSON is cut keeps what its status says', async () => {
	const effect = { status: 403, html: '{"message":"Not enough perm' };
	simulator.faults.add({ ...READS, effect });
	const { error } = await run(LIST_POSTS, connect());
	expect(error?.message).toMatch(/^This connection isn't allowed to do this/);
});
