import { join } from 'path';

import { type World, startWorld } from '../host/world';
import { createPost } from './action';

jest.setTimeout(300_000);

let world: World;

beforeAll(async () => {
	world = await startWorld({ tarball: process.env.SUITE_TARBALL, say: () => undefined });
});
afterAll(async () => await world?.close());

/** The agent's request for a text, as n8n passes it to the tool node. */
async function ask(text: string) {
	const workflow = join(__dirname, 'workflows/agent-tool.json');
	const id = await world.importWorkflow(workflow, ({ nodes }) => {
		const tool = nodes.find(({ name }) => name === 'LinkedIn')!;
		tool.parameters = { authentication: 'oAuth2', ...createPost("={{ $fromAI('text') }}") };
	});
	return await world.rest.runTool(id, 'LinkedIn', { text });
}

describe('an AI agent uses the node as its tool', () => {
	it('publishes what the agent wrote and hands it the post', async () => {
		const { answer } = await ask('Written by an agent (really)');
		const [post] = world.simulator.state.posts('2414183');
		expect(answer).toEqual([
			expect.objectContaining({ urn: post.urn, text: 'Written by an agent (really)', contentType: 'text' }),
		]);
	});

	it('tells the agent what is wrong and what to do', async () => {
		const { answer } = await ask('');
		expect(JSON.stringify(answer)).toMatch(/Text is empty/);
		expect(JSON.stringify(answer)).toMatch(/Enter the text of the post/);
	});
});
