import type { INodeParameters } from 'n8n-workflow';

import { passTimeBySleeping } from '../../conformance/time';
import { faults, type Fault } from '../../simulator';
import {
	ACME,
	comments,
	createPost,
	posts,
	run,
	simulateForEachTest,
	simulator,
	thread,
} from './countedWrites';
import { detailsOf } from './errorOutput';

/**
 * Two items that write the same text to the same target stay two: what one item has written isn't found for another.
 */

passTimeBySleeping();

simulateForEachTest();

const PAGE = { ...ACME, value: '5583111' };
const RETRY = { retryOnFail: true, maxTries: 3 };

const KINDS: Array<[string, () => INodeParameters]> = [
	[
		'comments',
		() => ({
			resource: 'comment',
			operation: 'create',
			// The same post under both of its names.
			targetPost: `={{ $itemIndex === 0 ? "${thread.post}" : "${simulator.state.findPost(thread.post)?.urn}" }}`,
			actor: PAGE,
			text: 'Once each',
		}),
	],
	[
		'replies',
		() => ({
			resource: 'comment',
			operation: 'reply',
			comment: thread.comment,
			actor: PAGE,
			text: 'Once each',
		}),
	],
];

const where = () => ({ match: { restliMethod: 'CREATE' } });

/** How an answer is lost, and how many creates pass before that of the second item and of the third. */
const LOST: Array<[string, (after: number) => Fault, number[]]> = [
	[
		'LinkedIn did it and the connection broke',
		(after) => faults.resetAfterHandling({ ...where(), after }),
		[0, 0, 0],
	],
	// What wasn't done is sent again, which counts as a create that passes.
	['the connection broke before LinkedIn did it', (after) => faults.reset({ ...where(), after }), [0, 1, 2]],
	[
		'LinkedIn did it and said 500',
		(after) => faults.serverErrorAfterHandling({ ...where(), after }),
		[0, 0, 0],
	],
	['a 503 before LinkedIn did it', (after) => faults.unavailable({ ...where(), after }), [0, 1, 2]],
];

describe.each(KINDS)('three %s with one text', (_kinds, parameters) => {
	const rows = LOST.flatMap(([how, fault, each]) => [
		{ how, whose: 'the first', lost: [fault(0)] },
		{ how, whose: 'the second', lost: [fault(1)] },
		{ how, whose: 'each', lost: each.map(fault) },
	]);

	test.each(rows)('$how, of $whose', async ({ lost }) => {
		for (const fault of lost) simulator.faults.add(fault);
		const { outputs, error } = await run(parameters(), { items: [{}, {}, {}], ...RETRY });
		expect(error).toBeUndefined();
		expect(comments()).toHaveLength(3);
		const ids = outputs[0].map(({ json }) => json.id).sort();
		expect(ids).toEqual(
			comments()
				.map(({ id }) => id)
				.sort(),
		);
	});

	test('a later execution does not take what an earlier one wrote', async () => {
		await run(parameters());
		simulator.faults.add(faults.reset(where()));
		const { outputs } = await run(parameters());
		expect(comments()).toHaveLength(2);
		expect(outputs[0][0].json.deduplicated).toBe(false);
	});

	test('each keeps its own on a re-run, where the second was refused first', async () => {
		simulator.faults.add({ ...faults.accessDenied(where()), after: 1 });
		simulator.faults.add({ ...faults.reset(where()), after: 2 });
		const { outputs } = await run(parameters(), { items: [{}, {}], ...RETRY });
		expect(comments()).toHaveLength(2);
		const [first, second] = outputs[0].map(({ json }) => json.urn);
		expect(first).not.toBe(second);
	});

	test('where one was written and not named, nobody can tell whose the one is that is found', async () => {
		simulator.faults.add(faults.withoutId(where()));
		simulator.faults.add(faults.reset(where()));
		const { outputs } = await run(parameters(), {
			items: [{}, {}],
			...RETRY,
			onError: 'continueErrorOutput',
		});
		expect(comments()).toHaveLength(1);
		expect(outputs[0].map(({ json }) => json.urn)).toEqual([null]);
		expect(detailsOf(outputs[1][0].json).code).toBe('OUTCOME_UNKNOWN');
	});
});

describe('two posts with one text, of which LinkedIn takes only one', () => {
	const post = (more: INodeParameters = {}) =>
		createPost(ACME, 'Twice', { additionalFields: { firstComment: 'Link', ...more } });

	test.each(LOST)(
		'%s, of the second: it is the twin of the first, and none of its own',
		async (_how, fault) => {
			simulator.faults.add({ ...fault(1), match: { restliMethod: 'CREATE', path: /posts/ } });
			const { outputs, error } = await run(post(), { items: [{}, {}], ...RETRY });
			expect(error).toBeUndefined();
			expect(posts()).toHaveLength(1);
			expect(comments()).toHaveLength(1);
			const [first, second] = outputs[0].map(({ json }) => json);
			expect(first).toMatchObject({ deduplicated: false, firstComment: { error: null } });
			expect(second).toMatchObject({ urn: first.urn, deduplicated: true, firstComment: null });
		},
	);

	test('where a duplicate is to fail, the second fails', async () => {
		simulator.faults.add({ ...faults.reset(), after: 1, match: { restliMethod: 'CREATE', path: /posts/ } });
		const { outputs } = await run(post({ onDuplicate: 'fail' }), {
			items: [{}, {}],
			onError: 'continueErrorOutput',
		});
		expect(posts()).toHaveLength(1);
		expect(outputs[0]).toHaveLength(1);
		expect(detailsOf(outputs[1][0].json)).toMatchObject({ status: 422 });
	});
});

test('a reaction that the item before set was there before', async () => {
	simulator.faults.add({ ...faults.reset(where()), after: 1 });
	const { outputs } = await run(
		{ resource: 'reaction', operation: 'create', entity: thread.post, reactionType: 'LIKE', reactor: PAGE },
		{ items: [{}, {}], ...RETRY },
	);
	expect(outputs[0].map(({ json }) => [json.outcome, json.deduplicated])).toEqual([
		['created', false],
		['unchanged', false],
	]);
});
