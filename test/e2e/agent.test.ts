import { join } from 'path';

import { behindProxy } from '../host/behindProxy';
import { startLanguageModel, type Asked, type LanguageModel, type Said } from '../host/languageModel';
import { hostLine, type World, startWorld } from '../host/world';
import { CLEO, follow } from '../nodes/LinkedIn/resources/community/person/people';
import { samplePng } from '../simulator/sampleMedia';
import { startWeb, type Web } from '../web/web';
import { byId, createPost } from './action';
import { choose, connected, parametersOf } from './example';

jest.setTimeout(300_000);

const WORKFLOW = join(__dirname, 'workflows/agent-tool.json');
const ACME = 'urn:li:organization:2414183';

let web: Web;
let proxy: ReturnType<typeof behindProxy>;
let world: World;
let model: LanguageModel;
let openAi: World['credential'];
/** What the model passes to its tool, one after the other. */
let toPass: Array<Record<string, unknown>> = [];

beforeAll(async () => {
	web = await startWeb(false);
	proxy = behindProxy(web);
	const { variables } = proxy;
	world = await startWorld({ tarball: process.env.SUITE_TARBALL, variables, say: () => undefined });
	model = await startLanguageModel(trying);
	openAi = await world.rest.createCredential('openAiApi', 'Model', model.credential);
});
afterAll(async () => {
	for (const one of [world, model, web]) await one?.close();
	proxy?.remove();
});

/** The agent's request for a text, as n8n passes it to the tool node. */
async function ask(text: string) {
	const id = await world.importWorkflow(WORKFLOW, (workflow) => {
		Object.assign(parametersOf(workflow, 'LinkedIn'), {
			authentication: 'oAuth2',
			...createPost("={{ $fromAI('text') }}"),
		});
	});
	return await world.rest.runTool(id, 'LinkedIn', { text });
}

/** Passes the next to the tool, whatever it answered before. */
function trying({ messages }: Asked): Said {
	const given = toPass[messages.filter(({ role }) => role === 'tool').length];
	return given ? { tool: 'LinkedIn', with: given } : 'Done.';
}

/**
 * Runs a whole agent, whose model passes these to its tool one after the other.
 *
 * @returns the tool's answers, as the model read them
 */
async function runAgent(
	parameters: Record<string, unknown>,
	passes: Array<Record<string, unknown>>,
	credential = world.credential,
): Promise<string[]> {
	toPass = passes;
	const id = await world.importWorkflow(WORKFLOW, (workflow) => {
		choose(workflow, 'LinkedIn', credential);
		choose(workflow, 'Model', openAi);
		Object.assign(parametersOf(workflow, 'AI Agent'), { promptType: 'define', text: 'Publish it' });
		Object.assign(parametersOf(workflow, 'LinkedIn'), { authentication: 'oAuth2', ...parameters });
	});
	const run = await world.rest.run(id, 'Manual');
	expect(run.error?.message).toBeUndefined();
	expect(run.items('AI Agent')).toEqual([{ output: 'Done.' }]);
	const { messages } = model.asked.at(-1)!;
	return messages.filter(({ role }) => role === 'tool').map(({ content }) => String(content));
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

describe('a whole agent with a scripted model', () => {
	/** In n8n 1.x, an error of a tool ends the whole run. */
	const itOn2 = hostLine() === 2 ? it : it.skip;
	const postImage = {
		resource: 'post',
		operation: 'create',
		author: byId(ACME),
		contentType: 'image',
		text: "={{ $fromAI('text') }}",
		media: "={{ $fromAI('image') }}",
	};
	const postText = createPost("={{ $fromAI('text') }}");

	itOn2('posts an image from an address, after it was told why others are refused', async () => {
		const png = samplePng(300, 200);
		const photo = 'https://pictures.example/photo.png';
		web.serve(photo, png);
		const text = 'Look at this';
		const before = world.simulator.state.posts('2414183').length;
		const answers = await runAgent(postImage, [
			{ text, image: 'http://pictures.example/photo.png' },
			{ text, image: 'https://intranet.local/photo.png' },
			{ text, image: photo },
		]);
		expect(answers).toEqual([
			expect.stringMatching(/must start with https:\/\/.*Enter an address such as https:/),
			expect.stringMatching(/points into a private network.*Files are fetched from public addresses only/),
			expect.stringContaining('"contentType":"image"'),
		]);
		expect(world.simulator.state.posts('2414183')).toHaveLength(before + 1);
		expect(world.simulator.state.media.all().map(({ file }) => file?.bytes)).toEqual([png]);
		expect(web.connections.filter((host) => /pictures|intranet/.test(host))).toEqual([
			'pictures.example:443',
		]);
	});

	it('mentions a person by the address of their profile', async () => {
		const text = 'Thanks to @[Cleo](https://www.linkedin.com/in/cleo-example)!';
		follow(world.simulator);
		const [answer] = await runAgent(postText, [{ text }]);
		const [post] = world.simulator.state.posts('2414183');
		expect(answer).toContain(post.urn);
		expect(post.parts).toEqual([
			{ kind: 'text', text: 'Thanks to ' },
			{ kind: 'mention', name: 'Cleo', urn: CLEO },
			{ kind: 'text', text: '!' },
		]);
	});

	itOn2('is told why it may not look up a person', async () => {
		const selfServe = await connected(world, 'Self-serve', {
			clientId: 'self-serve-app',
			clientSecret: 'self-serve-secret',
			appHas: 'selfServe',
		});
		const text = 'Thanks to @[Cleo](https://www.linkedin.com/in/cleo-example)!';
		const asMe = createPost("={{ $fromAI('text') }}", 'me');
		const [answer] = await runAgent(asMe, [{ text }], selfServe);
		expect(answer).toMatch(/can't be looked up to mention them: This connection lacks the scope/);
		expect(world.simulator.state.posts('ada')).toEqual([]);
	});
});
