import { createPost, run, simulateForEachTest, simulator, type BadInput } from './badInputRow';
import { detailsOf } from './errorOutput';

/** One bad item among good ones. */

simulateForEachTest();

/** A row of which only the parameters and the connection are used. */
const VALID: BadInput = { name: '', message: /./, advice: /./ };

describe('with continue-on-fail the other items go on', () => {
	const items = [{ text: 'First' }, { text: '' }, { text: 'Third' }];
	const parameters = createPost({ text: '={{ $json.text }}' });

	test('on the regular output, the error stands in its place', async () => {
		const { outputs } = await run(
			{ ...VALID, parameters },
			{
				items,
				onError: 'continueRegularOutput',
			},
		);
		expect(outputs[0].map(({ json, pairedItem }) => [json.text ?? json.error, pairedItem])).toEqual([
			['First', { item: 0 }],
			['Text is empty', { item: 1 }],
			['Third', { item: 2 }],
		]);
		expect(simulator.state.posts()).toHaveLength(2);
	});

	test('on the error output, the error keeps the item that caused it', async () => {
		const { outputs } = await run(
			{ ...VALID, parameters },
			{
				items,
				onError: 'continueErrorOutput',
			},
		);
		expect(outputs.map((output) => output.map(({ pairedItem }) => pairedItem))).toEqual([
			[{ item: 0 }, { item: 2 }],
			[expect.objectContaining({ item: 1 })],
		]);
		expect(detailsOf(outputs[1][0].json)).toEqual({
			status: null,
			code: 'INVALID_INPUT',
			serviceErrorCode: null,
			retryAt: null,
			requestId: null,
			field: 'Text',
			advice: expect.stringContaining('Enter the text'),
		});
	});

	test('LinkedIn’s own refusal carries its trace id and code', async () => {
		const { outputs } = await run(
			{ ...VALID, parameters: createPost({ author: '={{ $json.author }}' as never }) },
			{
				items: [
					{ author: { __rl: true, mode: 'id', value: '2414183' } },
					{ author: { __rl: true, mode: 'id', value: '9999001' } },
				],
				onError: 'continueErrorOutput',
			},
		);
		expect(outputs[0]).toHaveLength(1);
		expect(detailsOf(outputs[1][0].json)).toMatchObject({
			status: 403,
			code: 'ACCESS_DENIED',
			serviceErrorCode: 100,
			requestId: expect.stringMatching(/^[\w+/=]{24}$/),
		});
	});
});

describe('without continue-on-fail the error lists what was written and what was not', () => {
	test('one post stands, one failed, two were not sent', async () => {
		const { error } = await run(
			{ ...VALID, parameters: createPost({ text: '={{ $json.text }}' }) },
			{ items: [{ text: 'First' }, { text: '' }, { text: 'Third' }, { text: 'Fourth' }] },
		);
		const [post] = simulator.state.posts();
		expect(simulator.state.posts()).toHaveLength(1);
		expect(error?.message).toBe('Text is empty');
		expect(error?.description).toContain(`Written: item 0 → ${post.urn}.`);
		expect(error?.description).toContain('Not written: item 1 (failed), item 2, item 3.');
		expect(error?.context).toMatchObject({ itemIndex: 1 });
	});

	test('nothing was written where the first item fails', async () => {
		const { error } = await run(
			{ ...VALID, parameters: createPost({ text: '={{ $json.text }}' }) },
			{ items: [{ text: '' }, { text: 'Second' }] },
		);
		expect(error?.description).toContain('Written: nothing.');
		expect(simulator.requests).toEqual([]);
	});
});
