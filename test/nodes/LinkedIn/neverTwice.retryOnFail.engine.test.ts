import { faults } from '../../simulator';
import {
	ACME,
	comments,
	CREATE,
	createPost,
	creates,
	ME,
	posts,
	run,
	SELF_SERVE,
	simulateForEachTest,
	simulator,
	thread,
} from './countedWrites';

/** Retry On Fail runs the whole node again, but nothing is written twice. */

simulateForEachTest();

const FOREIGN = { __rl: true, mode: 'id', value: '9999001' };

describe('Retry On Fail runs the whole node again', () => {
	const items = [{ text: 'One' }, { text: 'Two' }, { text: 'Three' }];

	test('stop mode: what was written is not written again, and all three stand once', async () => {
		simulator.faults.add(faults.accessDenied({ ...CREATE, after: 1 }));
		const { outputs, error } = await run(createPost(ACME, '={{ $json.text }}'), {
			items,
			retryOnFail: true,
			maxTries: 3,
		});
		expect(error).toBeUndefined();
		expect(outputs[0].map(({ json }) => json.text)).toEqual(['One', 'Two', 'Three']);
		expect(posts()).toHaveLength(3);
		expect(new Set(outputs[0].map(({ json }) => json.urn))).toEqual(new Set(posts().map(({ urn }) => urn)));
		expect(creates()).toHaveLength(4);
	});

	test('stop mode with an item that fails for good: the ones behind it are never sent', async () => {
		const { error } = await run(createPost('={{ $json.author }}' as never, '={{ $json.text }}'), {
			items: [
				{ text: 'One', author: ACME },
				{ text: 'Two', author: FOREIGN },
				{ text: 'Three', author: ACME },
				{ text: 'Four', author: ACME },
			],
			retryOnFail: true,
			maxTries: 3,
		});
		expect(posts().map(({ parts }) => parts[0])).toEqual([{ kind: 'text', text: 'One' }]);
		expect(creates().map(({ status }) => status)).toEqual([201, 403, 403, 403]);
		expect(error?.description).toContain(`Written: item 0 → ${posts()[0].urn}.`);
		expect(error?.description).toContain('Not written: item 1 (failed), item 2, item 3.');
	});

	test('on the error output with a bad first item: the good ones are written once', async () => {
		const { outputs } = await run(createPost('={{ $json.author }}' as never, '={{ $json.text }}'), {
			items: [
				{ text: 'One', author: FOREIGN },
				{ text: 'Two', author: ACME },
				{ text: 'Three', author: ACME },
			],
			onError: 'continueErrorOutput',
			retryOnFail: true,
			maxTries: 3,
		});
		expect(posts()).toHaveLength(2);
		expect(creates().filter(({ status }) => status === 201)).toHaveLength(2);
		expect(outputs[0].map(({ json }) => json.text)).toEqual(['Two', 'Three']);
		expect(outputs[1]).toHaveLength(1);
	});

	test('on the error output with a bad item in the middle: nothing is written twice', async () => {
		const { outputs } = await run(createPost('={{ $json.author }}' as never, '={{ $json.text }}'), {
			items: [
				{ text: 'One', author: ACME },
				{ text: 'Two', author: FOREIGN },
				{ text: 'Three', author: ACME },
			],
			onError: 'continueErrorOutput',
			retryOnFail: true,
			maxTries: 3,
		});
		expect(posts()).toHaveLength(2);
		expect(creates().filter(({ status }) => status === 201)).toHaveLength(2);
		expect(outputs.map((output) => output.length)).toEqual([2, 1]);
	});

	test('a comment of unknown outcome is not tried again', async () => {
		simulator.faults.add(faults.resetAfterHandling(CREATE));
		const { error } = await run(
			{
				resource: 'comment',
				operation: 'create',
				targetPost: thread.post,
				actor: ME,
				text: '={{ $json.text }}',
			},
			{ connection: SELF_SERVE, items, retryOnFail: true, maxTries: 3 },
		);
		expect(error?.message).toMatch(/^The outcome is unknown/);
		expect(comments()).toHaveLength(1);
		expect(creates()).toHaveLength(1);
	});
});

test('stop mode without Retry On Fail: after the first failure the waiting writes are unsent', async () => {
	simulator.faults.add(faults.accessDenied({ ...CREATE, after: 2 }));
	const { error } = await run(createPost(ACME, '={{ $json.text }}'), {
		items: Array.from({ length: 10 }, (_, index) => ({ text: `Number ${index}` })),
	});
	expect(creates().map(({ status }) => status)).toEqual([201, 201, 403]);
	expect(error?.context).toMatchObject({ itemIndex: 2 });
});
