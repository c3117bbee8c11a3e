import { connectTo } from '../../../../../engine/connection';
import { inMemory } from '../../../../../engine/files';
import { runNode } from '../../../../../engine/run';
import { startSimulator, type Simulator } from '../../../../../simulator';
import { CAROUSEL_ROWS } from './wrongCarousel';
import { ROWS } from './wrongContent';

/** Every limit on the content of a post is checked before the first call; the error names field, value and limit. */

let simulator: Simulator;

beforeAll(async () => {
	simulator = await startSimulator();
});
afterAll(async () => {
	await simulator.close();
});

describe.each(['off', 'withoutCalls'])('with Validate Only %s', (validateOnly) => {
	it.each([...ROWS, ...CAROUSEL_ROWS])(
		'$name is refused without a call',
		async ({ parameters, files = {}, field, message, advice }) => {
			const result = await runNode({
				node: 'linkedInCommunity',
				parameters: {
					resource: 'post',
					operation: 'create',
					author: { __rl: true, mode: 'id', value: '2414183' },
					...parameters,
					options: { validateOnly },
				},
				items: [{ json: {}, binary: inMemory(files) }],
				credentials: connectTo(simulator),
			});
			expect(result.error).toMatchObject({
				message: expect.stringMatching(message),
				description: expect.stringMatching(advice),
				context: { details: { code: 'INVALID_INPUT', field } },
			});
			expect([...simulator.requests, ...simulator.uploads]).toEqual([]);
		},
	);
});
