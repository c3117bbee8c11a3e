import { join } from 'path';

import { newCredential } from '../host/credentialForm';
import { createTable } from '../host/dataTable';
import { openEditor } from '../host/editor';
import { openPanel } from '../host/panel';
import { until } from '../host/until';
import { credentialData, hostLine, OAUTH_CREDENTIAL, startWorld, type World } from '../host/world';
import { act, byId, createPost } from './action';

/** What an owner allows, in a real n8n: by a policy, by a node's own, by calls per day; and what a user or agent is told. */

const EXAMPLES = join(__dirname, '../../examples');
const ACME = 'urn:li:organization:2414183';
const WAITED_MS = 60_000;

jest.setTimeout(300_000);

let world: World;

beforeAll(async () => {
	world = await startWorld({ tarball: process.env.SUITE_TARBALL, say: () => undefined });
});
afterAll(async () => await world?.close());

/** A credential connected with OAuth, with other values in its form. */
async function connected(name: string, data: Record<string, unknown>) {
	const credential = await world.rest.createCredential(OAUTH_CREDENTIAL, name, {
		...credentialData(world.simulator.url),
		...data,
	});
	await world.rest.connect(credential.id);
	return credential;
}

const calls = () => world.simulator.requests.filter(({ url }) => !url.startsWith('/oauth')).length;
const textsOf = (author: string) =>
	world.simulator.state
		.posts(author)
		.flatMap(({ parts }) => parts.map((part) => ('text' in part ? part.text : '')));

it('a credential that may only read refuses a post before any call', async () => {
	const credential = await connected('Only for reading', { accessPolicy: 'readOnly' });
	const before = calls();
	const run = await act(world, { credential, parameters: createPost('Not allowed') });
	expect(run.error).toMatchObject({
		message:
			'The access policy of the credential "Only for reading" doesn\'t allow Post: Create: it is set to Read Only, and this needs Posts: Write',
		description:
			'Nothing was sent to LinkedIn. Its owner can allow it under Access Policy in the credential.',
	});
	expect(calls()).toBe(before);
});

it('a node may be narrower than its credential, never wider', async () => {
	const table = (access: string) => ({
		options: { thisNodeMay: 'table', nodeAreas: { rows: [{ area: 'posts', access }] } },
	});
	const narrow = await act(world, {
		parameters: { ...createPost('Too much for this node'), ...table('read') },
	});
	expect(narrow.error?.message).toBe(
		'This Node May of the node "LinkedIn" doesn\'t allow Post: Create: it is set to Posts: Read, and this needs Posts: Write',
	);
	const credential = await connected('Nothing but comments', {
		accessPolicy: 'table',
		accessTable: { rows: [{ area: 'comments', access: 'full' }] },
	});
	const wide = await act(world, { credential, parameters: { ...createPost('Never'), ...table('full') } });
	expect(wide.error?.message).toMatch(
		/^The access policy of the credential "Nothing but comments" doesn't allow Post: Create/,
	);
	const enough = await act(world, { parameters: { ...createPost('Enough'), ...table('write') } });
	expect(enough.status).toBe('success');
	expect(textsOf('2414183')).toEqual(['Enough']);
});

it('an agent that a policy stops can tell its user why', async () => {
	const id = await world.importWorkflow(join(__dirname, 'workflows/agent-tool.json'), ({ nodes }) => {
		const tool = nodes.find(({ name }) => name === 'LinkedIn')!;
		tool.parameters = {
			authentication: 'oAuth2',
			...createPost("={{ $fromAI('text') }}"),
			options: { thisNodeMay: 'readOnly' },
		};
	});
	const before = calls();
	const { answer } = await world.rest.runTool(id, 'LinkedIn', { text: 'By an agent' });
	expect(JSON.stringify(answer)).toMatch(/This Node May of the node .+ doesn't allow Post: Create/);
	expect(JSON.stringify(answer)).toMatch(/Its owner can allow it under This Node May/);
	expect(calls()).toBe(before);
});

it('the agent of the example reads and replies', async () => {
	const post = world.simulator.state.addPost({ author: '2414183', text: 'For an agent' });
	const { urn } = world.simulator.state.saveComment({
		activity: post.activity,
		actor: 'urn:li:person:Bob91kQ2xz',
		text: 'How much is it?',
	});
	const file = join(EXAMPLES, 'an-agent-that-reads-and-replies.json');
	const id = await world.importWorkflow(file, ({ nodes }) => {
		nodes.find(({ name }) => name === 'Reply')!.parameters.actor = byId(ACME);
	});
	const read = await world.rest.runTool(id, 'Read comments', { post: post.activity });
	expect(JSON.stringify(read.answer)).toContain('How much is it?');
	const reply = await world.rest.runTool(id, 'Reply', { comment: urn, text: 'Ten euros.' });
	expect(JSON.stringify(reply.answer)).toContain('Ten euros.');
});

it('items beyond Max Calls a Day wait on the error output, and go on when calls are left', async () => {
	const fields = { ...credentialData(world.simulator.url), maxCallsADay: 2 };
	const credential = await connected('Two calls a day', fields);
	const file = join(EXAMPLES, 'wait-for-quota-and-resume.json');
	const id = await world.importWorkflow(file, ({ nodes }) => {
		const publish = nodes.find(({ name }) => name === 'Publish')!;
		publish.parameters.author = byId(ACME);
		publish.credentials = { [credential.type]: { id: credential.id, name: credential.name } };
		// Midnight UTC may be hours away.
		const wait = nodes.find(({ name }) => name === 'Wait until then')!;
		wait.parameters = { resume: 'timeInterval', amount: 5, unit: 'seconds' };
	});
	const running = world.rest.run(id, 'When clicking Execute');
	await until(WAITED_MS, 'Nothing was held back', async () =>
		textsOf('2414183').includes('Second news') ? true : undefined,
	);
	expect(textsOf('2414183')).not.toContain('Third news');
	const saved = await world.rest.call<{ data: Record<string, unknown> }>(
		'GET',
		`/rest/credentials/${credential.id}?includeData=true`,
	);
	await world.rest.call('PATCH', `/rest/credentials/${credential.id}`, {
		id: credential.id,
		name: credential.name,
		type: credential.type,
		data: { ...saved.data, maxCallsADay: 0 },
	});
	const run = await running;
	expect(run.status).toBe('success');
	expect(
		textsOf('2414183')
			.filter((text) => / news$/.test(text))
			.sort(),
	).toEqual(['First news', 'Second news', 'Third news']);
	expect(run.items('Failed')).toEqual([]);
});

it('My Usage tells what this n8n called', async () => {
	const credential = await connected('To be counted', {});
	await act(world, { credential, parameters: createPost('Counted') });
	const usage = { resource: 'usage', operation: 'get', usageView: 'calls', returnAll: true };
	const run = await act(world, { credential, parameters: usage });
	expect(run.items('LinkedIn')).toEqual([
		expect.objectContaining({
			node: 'LinkedIn',
			action: 'Post: Create',
			call: 'CREATE /rest/posts',
			decision: 'sent',
			status: 201,
		}),
	]);
});

it('usage goes to a table, and every week into a chart', async () => {
	const { id: table } = await createTable(world.rest, 'Usage', {
		string: ['day', 'action'],
		number: ['calls', 'refused', 'notSent'],
	});
	await act(world, { parameters: createPost('For the chart') });
	const id = await world.importWorkflow(join(EXAMPLES, 'usage-to-a-table.json'), ({ nodes }) => {
		nodes.find(({ name }) => name === 'Keep')!.parameters.dataTableId = byId(table);
		// Any day will do.
		const { conditions } = nodes.find(({ name }) => name === 'Is it Sunday?')!.parameters as {
			conditions: { conditions: Array<{ leftValue: unknown }> };
		};
		conditions.conditions[0].leftValue = 7;
	});
	for (const time of ['first', 'second']) {
		const run = await world.rest.run(id, 'Every evening');
		expect([time, run.error?.message]).toEqual([time, undefined]);
		const rows = run.items('All rows');
		expect(rows).toEqual(run.items('Keep').map((row) => expect.objectContaining({ action: row.action })));
		expect(rows).toContainEqual(expect.objectContaining({ action: 'Posts created' }));
		expect(run.items('Draw the chart')[0].chart).toMatch(/^<svg .*<rect .*Posts created.*<\/svg>$/);
	}
});

// The demo and the clicks of other tests are of 2.x alone, too.
(hostLine() === 2 ? it : it.skip)('a policy is set in the form by clicking, and holds', async () => {
	const editor = await openEditor(world.n8n.url, world.rest.owner);
	try {
		const panel = openPanel(editor, world.n8n.url);
		await panel.newWorkflow();
		await panel.add({ search: 'publish', name: 'LinkedIn Posts and Pages', action: 'Create a post' });
		const form = await newCredential(editor.page);
		await form.type('clientId', 'self-serve-app');
		await form.type('clientSecret', 'self-serve-secret');
		await form.choose('accessPolicy', 'Only Listed Areas');
		const { modal } = form;
		await modal.getByText('Add Area').first().click();
		await form.choose('area', 'Posts');
		await form.choose('access', 'Read');
		if (process.env.SCREENSHOTS)
			await editor.page.screenshot({ path: join(process.env.SCREENSHOTS, 'policy form.png') });
		await form.toggle('advanced');
		await form.choose('environment', 'Custom');
		await form.type('apiHost', world.simulator.url);
		await form.type('oauthHost', world.simulator.url);
		await form.connect();
		await panel.type('text', 'Not by this credential');
		await panel.execute("doesn't allow Post: Create");
		expect(world.simulator.state.posts('ada')).toEqual([]);
		// What was chosen is still shown: n8n doesn't save what is as the default.
		await editor.page.getByTestId('credential-edit-button').click();
		expect([await form.shown('area'), await form.shown('access')]).toEqual(['Posts', 'Read']);
	} finally {
		await editor.close();
	}
});
