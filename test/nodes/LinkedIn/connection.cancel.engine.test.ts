import type { INodeParameters } from 'n8n-workflow';

import { faults } from '../../simulator';
import {
	ACME,
	api,
	connect,
	CREATE_POST,
	LIST_POSTS,
	run,
	simulateForEachTest,
	simulator,
} from './connectedRun';

/**
 * Cancelling an execution in n8n ends it wherever it waits. Every wait here is longer than the tolerance for a busy
 * machine.
 */

simulateForEachTest();

describe('a cancelled execution ends at once', () => {
	const SLACK_MS = 10_000;
	const QUIET_MS = 1_000;
	const CANCEL_AFTER_MS = 400;
	/** In the middle of the third wait for a new post, and of the second look-up of a lost comment. */
	const IN_A_LONG_WAIT_MS = { firstComment: 1_800, lostComment: 900 };
	const race = () => {
		simulator.state.commentRaceMs = 60_000;
	};
	const rows: Array<[string, () => void, INodeParameters, number?]> = [
		['while LinkedIn does not answer', () => simulator.faults.add(faults.hang()), LIST_POSTS],
		[
			'while a throttled endpoint is closed',
			() =>
				simulator.faults.add({
					match: {},
					effect: { status: 429, body: { status: 429 }, headers: { 'retry-after': '50' } },
				}),
			LIST_POSTS,
		],
		[
			'while it waits to try a failed call again',
			() => simulator.faults.add(faults.unavailable({ times: Infinity })),
			LIST_POSTS,
		],
		[
			'while a first comment waits for its post',
			race,
			{ ...CREATE_POST, additionalFields: { firstComment: 'Link' } },
			IN_A_LONG_WAIT_MS.firstComment,
		],
		[
			'while a comment whose answer was lost is looked for',
			() => simulator.faults.add(faults.reset({ match: { restliMethod: 'CREATE' } })),
			{ resource: 'comment', operation: 'create', targetPost: '', actor: ACME, text: 'Hi' },
			IN_A_LONG_WAIT_MS.lostComment,
		],
	];

	test.each(rows)('%s', async (_name, prepare, parameters, cancelAfterMs = CANCEL_AFTER_MS) => {
		const post = simulator.state.addPost({ author: '2414183', text: 'Old', createdAt: 1_790_000_000_000 });
		// The first run of a file loads n8n's engine and all nodes, which doesn't count.
		await run(LIST_POSTS, connect());
		prepare();
		const startedAt = Date.now();
		const { status } = await run(
			{ ...parameters, ...(parameters.targetPost === '' && { targetPost: post.urn }) },
			connect(),
			{ cancelAfterMs },
		);
		expect(status).toBe('canceled');
		expect(Date.now() - startedAt).toBeLessThan(cancelAfterMs + SLACK_MS);
	});

	test('and is canceled, not failed', async () => {
		simulator.faults.add(faults.hang());
		const { status } = await run(LIST_POSTS, connect(), { cancelAfterMs: CANCEL_AFTER_MS });
		expect(status).toBe('canceled');
	});

	test('writes that waited for their turn are not sent after the cancellation', async () => {
		simulator.faults.add(faults.slow(300, { times: Infinity }));
		await run({ ...CREATE_POST, text: '={{ $json.text }}' }, connect(), {
			items: Array.from({ length: 8 }, (_, index) => ({ text: `Number ${index}` })),
			cancelAfterMs: CANCEL_AFTER_MS,
		});
		await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
		expect(api().length).toBeLessThanOrEqual(2);
	});
});
