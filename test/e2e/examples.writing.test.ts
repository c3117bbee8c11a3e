import { behindProxy } from '../host/behindProxy';
import { createTable, type DataTable } from '../host/dataTable';
import { startLanguageModel, type Asked, type LanguageModel, type Said } from '../host/languageModel';
import { openLink, startMailbox, type Mailbox } from '../host/mailbox';
import { connectMcp, type McpClient } from '../host/mcpClient';
import { until } from '../host/until';
import { hostLine, startWorld, watchClosely, type World } from '../host/world';
import { samplePng } from '../simulator/sampleMedia';
import { startWeb, type Web } from '../web/web';
import { byId } from './action';
import {
	changeCredential,
	choose,
	connected,
	importExample,
	parametersOf,
	stopRuns,
	unpublish,
} from './example';

/** The examples that write, or let others write: as imported, with only what their notes ask for. */

const ACME_ID = '2414183';
const ACME = `urn:li:organization:${ACME_ID}`;
const BOB = 'urn:li:person:Bob-4kd_91x';
/** Of the nodes that send e-mails. */
const ADDRESSES = { fromEmail: 'n8n@example.com', toEmail: 'ada@example.com' };
const POLLED_WITHIN_MS = 120_000;
const RUN_WITHIN_MS = 60_000;
const DAY_MS = 86_400_000;

jest.setTimeout(300_000);

let web: Web;
let proxy: ReturnType<typeof behindProxy>;
let world: World;
let mailbox: Mailbox;
let model: LanguageModel;
let smtp: World['credential'];
/** With comments to be answered. */
let post: ReturnType<World['simulator']['state']['addPost']>;
let comments: string[];

/** In n8n 1.x, SQLite breaks if a Data Table is used twice at once, and nobody can review what a tool is about to do. */
const isLine2 = hostLine() === 2;
const describeOn2 = isLine2 ? describe : describe.skip;

beforeAll(async () => {
	web = await startWeb(false);
	proxy = behindProxy(web);
	const { variables } = proxy;
	world = await startWorld({ tarball: process.env.SUITE_TARBALL, variables, say: () => undefined });
	mailbox = await startMailbox();
	model = await startLanguageModel(answering);
	smtp = await world.rest.createCredential('smtp', 'Mail', mailbox.credential);
	post = world.simulator.state.addPost({ author: ACME_ID, text: 'Opening soon' });
	comments = isLine2 ? await publishApproval() : [];
});
afterAll(async () => {
	for (const one of [world, mailbox, model, web]) await one?.close();
	proxy?.remove();
});

const postsOf = (text: string) =>
	world.simulator.state
		.posts(ACME_ID)
		.filter(({ parts }) => parts.some((part) => 'text' in part && part.text === text));

function onlyPost(text: string) {
	const found = postsOf(text);
	expect([text, found.length]).toEqual([text, 1]);
	return found[0];
}

describeOn2('posts from a table', () => {
	let table: DataTable;
	let id: string;
	const rowOf = async (text: string) => (await table.rows()).find((row) => row.text === text)!;
	const isPosted = (text: string) =>
		until(RUN_WITHIN_MS, `"${text}" was not posted`, async () =>
			(await rowOf(text)).status === 'posted' ? true : undefined,
		);
	const add = async (text: string, values: object = { status: 'ready' }) =>
		await table.insert([{ text, publishAt: new Date().toISOString(), ...values }]);

	beforeAll(async () => {
		const texts = ['text', 'title', 'link', 'picture', 'status', 'url', 'error'];
		table = await createTable(world.rest, 'Posts', { date: ['publishAt'], string: texts });
		id = await importExample(world, 'posts-from-a-table', (workflow) => {
			parametersOf(workflow, 'Due rows').dataTableId = byId(table.id);
			parametersOf(workflow, 'Publish').author = byId(ACME);
			const interval = [{ field: 'seconds', secondsInterval: 1 }];
			parametersOf(workflow, 'Every quarter of an hour').rule = { interval };
		});
	});
	afterAll(async () => await unpublish(world, id));

	it('each due row is posted once, and its address or error is written back', async () => {
		const picture = 'https://pictures.example/photo.png';
		web.serve(picture, samplePng(300, 200));
		await add('A text');
		await add('A wrong link', { status: 'ready', link: 'example' });
		await add('A link', { status: 'ready', link: 'https://example.com/', title: 'News' });
		await add('A picture', { status: 'ready', picture });
		await add('Not due', { status: 'ready', publishAt: new Date(Date.now() + DAY_MS).toISOString() });
		await add('Not released', {});
		await world.rest.publish(id);
		await isPosted('A picture');
		await add('In a later run');
		await isPosted('In a later run');
		const published = ['A text', 'A link', 'A picture', 'In a later run'].map(onlyPost);
		expect(world.simulator.state.posts(ACME_ID)).toHaveLength(published.length + 1);
		const posted = (text: string) => {
			const url = `https://www.linkedin.com/feed/update/${onlyPost(text).urn}`;
			return { text, status: 'posted', url, error: '' };
		};
		expect(await table.rows()).toMatchObject([
			posted('A text'),
			{
				text: 'A wrong link',
				status: 'failed',
				url: null,
				error: 'Link: "example" isn\'t a web address. Enter one that starts with https://.',
			},
			posted('A link'),
			posted('A picture'),
			{ text: 'Not due', status: 'ready', url: null },
			{ text: 'Not released', status: null, url: null },
			posted('In a later run'),
		]);
		expect(published.map(({ content }) => content)).toEqual([
			undefined,
			{ article: { source: 'https://example.com/', title: 'News' } },
			{ media: { id: expect.stringMatching(/^urn:li:image:/) } },
			undefined,
		]);
	});

	it('a row whose run died stays at posting, and is published once even if it is released again', async () => {
		world.simulator.faults.add({
			match: { restliMethod: 'CREATE', path: /^\/rest\/posts/ },
			effect: 'hang',
			afterHandling: true,
		});
		await add('Interrupted');
		await until(RUN_WITHIN_MS, 'The row was not posted', () => postsOf('Interrupted')[0]);
		expect(await stopRuns(world, id)).toBe(1);
		await add('After it');
		await isPosted('After it');
		const row = await rowOf('Interrupted');
		expect(row).toMatchObject({ status: 'posting', url: null });
		await table.update(Number(row.id), { status: 'ready' });
		await isPosted('Interrupted');
		expect((await rowOf('Interrupted')).url).toContain(onlyPost('Interrupted').urn);
	});
});

/** Published before all other tests, because n8n polls once a minute. @returns the comments' URNs */
async function publishApproval(): Promise<string[]> {
	const openAi = await world.rest.createCredential('openAiApi', 'Model', model.credential);
	const id = await importExample(world, 'answer-comments-after-approval', (workflow) => {
		watchClosely(workflow);
		choose(workflow, 'Model', openAi);
		choose(workflow, 'Ask me first', smtp);
		Object.assign(parametersOf(workflow, 'Ask me first'), ADDRESSES);
	});
	await world.rest.publish(id);
	return ['How much is it?', 'Are you open on Sundays?', 'Where is it?'].map(
		(text) => world.simulator.state.saveComment({ activity: post.activity, actor: BOB, text }).urn,
	);
}

/** Drafts an answer, and ends when it hears of the decision. */
function answering({ messages }: Asked): Said {
	const last = messages.at(-1);
	if (last?.role === 'tool') return 'Done.';
	const comment = String(last?.content).split('\n').at(-1);
	return { tool: 'Reply', with: { toolParameters: { text: `You asked: ${comment}` }, hitlParameters: {} } };
}

describe('LinkedIn as an MCP server', () => {
	const TOKEN = 'a-long-random-token';
	let client: McpClient | undefined;
	let readOnly: World['credential'];
	let id: string;

	beforeAll(async () => {
		readOnly = await connected(world, 'Only for reading', { accessPolicy: 'readOnly' });
		const app = { clientId: 'ads-app', clientSecret: 'ads-secret', appHas: 'advertising' };
		const ads = await connected(world, 'Ads', app);
		const bearer = await world.rest.createCredential('httpBearerAuth', 'Token', { token: TOKEN });
		id = await importExample(world, 'linkedin-as-an-mcp-server', (workflow) => {
			choose(workflow, 'LinkedIn', bearer);
			for (const name of ['Posts of my page', 'Comments on a post', 'Comment on a post']) {
				choose(workflow, name, readOnly);
			}
			for (const name of ['Ad accounts', 'Report on ads']) choose(workflow, name, ads);
			parametersOf(workflow, 'Posts of my page').author = byId(ACME);
		});
		await world.rest.publish(id);
		client = await connectMcp(world.n8n, 'linkedin', TOKEN);
	});
	afterAll(async () => {
		await client?.close();
		await unpublish(world, id);
	});

	const call = async (name: string, given: Record<string, unknown> = {}) =>
		JSON.stringify(await client?.callTool({ name, arguments: given }));

	it('has five tools, which only those with the token can see', async () => {
		const found = await client?.listTools();
		const names = ['Ad_accounts', 'Comment_on_a_post', 'Comments_on_a_post', 'Posts_of_my_page'];
		expect(found?.tools.map(({ name }) => name).sort()).toEqual([...names, 'Report_on_ads']);
		await expect(connectMcp(world.n8n, 'linkedin', 'a-guess')).rejects.toThrow();
	});

	it('reads posts, comments and ads', async () => {
		const post = world.simulator.state.addPost({ author: ACME_ID, text: 'For an assistant' });
		const { activity } = post;
		world.simulator.state.saveComment({ activity, actor: BOB, text: 'Said by Bob' });
		expect(await call('Posts_of_my_page')).toContain(post.urn);
		expect(await call('Comments_on_a_post', { post: post.urn })).toContain('Said by Bob');
		expect(await call('Ad_accounts')).toContain('Acme Ads');
		expect(await call('Report_on_ads', { account: '507404993' })).not.toContain('isError');
	});

	it('says why it may not write, and may once the owner allows it', async () => {
		const { urn } = world.simulator.state.addPost({ author: ACME_ID, text: 'To be commented on' });
		const comment = { post: urn, text: 'By an assistant' };
		const refused = await call('Comment_on_a_post', comment);
		expect(refused).toMatch(/The access policy of the credential .+ doesn't allow Comment: Create/);
		expect(refused).toMatch(/Its owner can allow it under Access Policy in the credential/);
		expect(world.simulator.state.comments(urn)).toEqual([]);
		await changeCredential(world, readOnly, { accessPolicy: 'everything' });
		expect(await call('Comment_on_a_post', comment)).toContain('By an assistant');
		expect(world.simulator.state.comments(urn)).toMatchObject([{ actor: ACME, text: 'By an assistant' }]);
	});
});

describe('a week before the connection ends', () => {
	it.each`
		app                 | daysLeft | mails
		${'self-serve-app'} | ${7.5}   | ${1}
		${'self-serve-app'} | ${8.5}   | ${0}
		${'self-serve-app'} | ${6.5}   | ${0}
		${'suite-app'}      | ${7.5}   | ${0}
	`('$app, whose token lasts another $daysLeft days: $mails e-mails', async ({ app, daysLeft, mails }) => {
		const now = Date.now();
		world.simulator.clock.set(now - (60 - Number(daysLeft)) * DAY_MS);
		const credential = await connected(world, `${app} ${daysLeft}`, {
			clientId: app,
			clientSecret: String(app).replace('-app', '-secret'),
			appHas: app === 'suite-app' ? 'communityManagement' : 'selfServe',
		});
		world.simulator.clock.set(Date.now());
		const id = await importExample(world, 'a-week-before-the-connection-ends', (workflow) => {
			choose(workflow, 'Check access', credential);
			choose(workflow, 'Send an e-mail', smtp);
			Object.assign(parametersOf(workflow, 'Send an e-mail'), ADDRESSES);
		});
		const before = mailbox.mails.length;
		const run = await world.rest.run(id, 'Every morning');
		expect(run.error?.message).toBeUndefined();
		expect(run.items('Check access')[0]).toMatchObject({ token: { daysLeft: Math.floor(daysLeft) } });
		const sent = mailbox.mails.slice(before);
		const end = new Date(now + Number(daysLeft) * DAY_MS).toISOString().slice(0, 10);
		const text = expect.stringContaining(`connection to LinkedIn of Ada Okafor ends on ${end}.`);
		expect(sent.filter(({ text: whole }) => whole.includes('connection'))).toEqual(
			Array.from({ length: mails }, () => ({ to: [ADDRESSES.toEmail], text })),
		);
	});
});

describeOn2('answer comments after approval', () => {
	/** Waits for the e-mail about a comment, and opens one of its two links as its reader would. */
	async function decide(comment: string, what: 'Approve' | 'Decline'): Promise<void> {
		const mail = await until(POLLED_WITHIN_MS, `There was no e-mail about "${comment}"`, () =>
			mailbox.mails.find(({ text }) => text.includes(`The comment: ${comment}`)),
		);
		expect(mail.text).toContain(`The answer: You asked: ${comment}`);
		expect(answers().map((answer) => answer.text)).not.toContain(`You asked: ${comment}`);
		expect(await openLink(mail, what)).toContain('Got it, thanks');
	}

	const answers = () => world.simulator.state.comments(post.urn).filter(({ actor }) => actor === ACME);

	it('posts what was approved, and nothing else', async () => {
		await decide('How much is it?', 'Approve');
		await decide('Are you open on Sundays?', 'Decline');
		await decide('Where is it?', 'Approve');
		await until(RUN_WITHIN_MS, 'The last answer was not posted', () => answers()[1]);
		expect(answers()).toMatchObject([
			{ text: 'You asked: How much is it?', parent: comments[0] },
			{ text: 'You asked: Where is it?', parent: comments[2] },
		]);
		expect(JSON.stringify(model.asked)).toContain('User rejected the tool call to Reply');
	});
});
