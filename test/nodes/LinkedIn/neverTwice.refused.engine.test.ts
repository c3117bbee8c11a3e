import { faults } from '../../simulator';
import {
	ACME,
	comments,
	CREATE,
	createPost,
	creates,
	posts,
	run,
	simulateForEachTest,
	simulator,
	thread,
} from './countedWrites';

/** What may safely be sent again: refused writes, and writes without effect the second time. */

simulateForEachTest();

describe('a write that changes nothing when it is repeated is repeated', () => {
	test('the update of a post', async () => {
		const post = simulator.state.addPost({ author: '2414183', text: 'Old' });
		simulator.faults.add(faults.resetAfterHandling({ match: { restliMethod: 'PARTIAL_UPDATE' } }));
		const { error } = await run({
			resource: 'post',
			operation: 'update',
			post: post.urn,
			updateFields: { text: 'New' },
		});
		expect(error).toBeUndefined();
		expect(post.parts).toEqual([{ kind: 'text', text: 'New' }]);
	});

	test('the deletion of a comment, whose 404 then counts as done', async () => {
		simulator.faults.add(faults.resetAfterHandling({ match: { restliMethod: 'DELETE' } }));
		const { error, outputs } = await run({
			resource: 'comment',
			operation: 'delete',
			comment: thread.comment,
			actor: { ...ACME, value: '5583111' },
		});
		expect(error).toBeUndefined();
		expect(outputs[0][0].json).toMatchObject({ deleted: true });
		expect(simulator.requests.map(({ status }) => status)).toEqual([0, 404]);
	});
});

describe('a refused write is sent again', () => {
	test.each([
		['a short throttle', faults.tooManyRequests],
		['a write conflict', faults.conflict],
	])('%s, then success', async (_name, fault) => {
		simulator.faults.add(fault(CREATE));
		const { outputs } = await run(createPost(ACME, 'Once'));
		expect(posts()).toHaveLength(1);
		expect(outputs[0][0].json).toMatchObject({ urn: posts()[0].urn, deduplicated: false });
		expect(simulator.requests.map(({ status }) => status)).toEqual([429, 201].map(expectStatus(fault)));
	});

	test('the throttle of comments, then success', async () => {
		simulator.faults.add(faults.commentThrottle(CREATE));
		const { error } = await run({
			resource: 'comment',
			operation: 'create',
			targetPost: thread.post,
			actor: { ...ACME, value: '5583111' },
			text: 'Once',
		});
		expect(error).toBeUndefined();
		expect(comments()).toHaveLength(1);
		expect(creates()).toHaveLength(2);
	});

	test('until Max Wait is over', async () => {
		simulator.faults.add(faults.tooManyRequests({ ...CREATE, times: Infinity }));
		const { error } = await run(createPost(ACME, 'Never', { options: { maxWait: 0 } }));
		expect(error?.message).toMatch(/^LinkedIn is throttling this connection: /);
		expect(error?.description).toMatch(/raise Max Wait/);
		expect(creates()).toHaveLength(1);
	});

	test('after the time that LinkedIn names', async () => {
		simulator.faults.add({
			...CREATE,
			effect: { status: 429, body: { status: 429 }, headers: { 'retry-after': '1' } },
		});
		await run(createPost(ACME, 'Once'));
		const [refused, made] = creates().map(({ at }) => at);
		expect(made - refused).toBeGreaterThanOrEqual(990);
	});
});

/** The first answer is the fault's own. */
function expectStatus(fault: typeof faults.conflict) {
	const { effect } = fault();
	return (status: number, index: number) =>
		index === 0 && typeof effect === 'object' ? effect.status : status;
}
