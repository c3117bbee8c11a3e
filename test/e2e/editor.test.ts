import { mkdirSync } from 'fs';
import { dirname, join } from 'path';

import { type Editor, openEditor } from '../host/editor';
import { until } from '../host/until';
import { type World, hostLine, startWorld } from '../host/world';

/** For the README; written with UPDATE_SCREENSHOT=1 only. */
const SCREENSHOT = join(__dirname, '..', '..', 'docs', 'editor.png');
const NODE = 'LinkedIn Posts and Pages';
const ADS = 'LinkedIn Ads';
/** n8n leaves out the word Trigger. */
const PUSH = 'LinkedIn Push';

jest.setTimeout(300_000);

let world: World;
let editor: Editor;

beforeAll(async () => {
	world = await startWorld({ tarball: process.env.SUITE_TARBALL, say: () => undefined });
	editor = await openEditor(world.n8n.url, world.rest.owner);
	// On an empty canvas the node creator only offers triggers.
	const workflow = await world.rest.createWorkflow({
		name: 'Editor',
		connections: {},
		nodes: [
			{
				id: '0d3a7d52-6a55-4a52-9d11-9b1f0e0c0a01',
				name: 'Manual',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
		],
	});
	await editor.openWorkflow(workflow);
});
afterAll(async () => {
	await editor?.close();
	await world?.close();
});

/** What users type, and the node they should find. */
const SEARCHES = [
	[NODE, 'linked in'],
	[NODE, 'publish'],
	[NODE, 'schedule post'],
	[NODE, 'image post'],
	[NODE, 'statistics'],
	[NODE, 'followers'],
	[ADS, 'ads report'],
	// Uplead and Lemonade get a higher score for the plain word: the alias has a capital, which n8n's search rewards.
	[ADS, 'lead'],
	[NODE, 'carousel'],
	[NODE, 'company page'],
] as const;

async function expectFirstOrSecond(node: string, text: string, where = 'in a workflow'): Promise<void> {
	const names = await editor.search(text);
	const rank = names.indexOf(node) + 1;
	process.stdout.write(`"${text}" ${where}: ${node} is ${rank} of ${names.length} (${names.slice(0, 3)})\n`);
	expect([1, 2]).toContain(rank);
}

describe("n8n's editor", () => {
	it.each(SEARCHES)('finds %s first or second by "%s"', async (node, text) => {
		await expectFirstOrSecond(node, text);
	});

	it('finds the node once, with its trigger folded into it', async () => {
		const names = await editor.search('company page');
		expect(names).toContain(NODE);
		expect(names).not.toContain(`${NODE} Trigger`);
	});

	it('shows no two entries with one name for "linkedin"', async () => {
		const names = await editor.search('linkedin');
		expect(names).toContain(NODE);
		expect([...new Set(names)]).toEqual(names);
	});

	it('lists actions and the trigger under the node', async () => {
		const { page } = editor;
		await editor.search('company page');
		await page.getByTestId('node-creator-item-name').getByText(NODE, { exact: true }).click();
		const categories = page.getByTestId('node-creator-category-item');
		await categories.first().waitFor();
		const titles = (await categories.allTextContents()).map((title) => title.trim());
		expect(titles).toEqual(
			expect.arrayContaining([
				expect.stringMatching(/^Triggers \(6\)/),
				expect.stringMatching(/^Actions \(\d+\)/),
			]),
		);
	});

	it('lists the actions in the order of use', async () => {
		const wanted = ['Create a post', 'Comment on a post', 'Call any endpoint of the LinkedIn API'];
		// The previous list takes a moment to slide out of sight, and this one to fill.
		const names = await until(30_000, 'The actions do not stand alone', async () => {
			const listed = await editor.page.getByTestId('node-creator-item-name').allTextContents();
			const trimmed = listed.map((name) => name.trim());
			const isWhole = wanted.every((name) => trimmed.includes(name));
			return isWhole && !trimmed.includes(NODE) ? trimmed : undefined;
		});
		const places = wanted.map((name) => names.indexOf(name));
		expect(places).toEqual([0, expect.any(Number), expect.any(Number)]);
		expect(places).toEqual([...places].sort((a, b) => a - b));
	});

	it('lets a page be picked from the list', async () => {
		const { page } = editor;
		await page.getByTestId('node-creator-item-name').getByText('Create a post', { exact: true }).click();
		await page.getByTestId('ndv').waitFor();
		const author = page.getByTestId('resource-locator-author').getByTestId('rlc-input');
		await author.click();
		const choices = page.getByTestId('rlc-item');
		await choices.filter({ hasText: 'Acme Corp' }).waitFor();
		expect(await choices.allTextContents()).toEqual([
			'Me',
			'Acme Corp (Administrator)',
			'Globex & Söhne (Labs) (Content administrator)',
		]);
		if (process.env.UPDATE_SCREENSHOT === '1') {
			mkdirSync(dirname(SCREENSHOT), { recursive: true });
			await page.screenshot({ path: SCREENSHOT, animations: 'disabled' });
		}
		await choices.filter({ hasText: 'Acme Corp' }).click();
		expect(await author.inputValue()).toBe('Acme Corp (Administrator)');
	});

	it('offers the trigger the pages whose comments may be read', async () => {
		const pages = await world.rest.list({
			kind: 'loadOptions',
			method: 'loadPages',
			path: 'parameters.pages',
			node: {
				type: 'n8n-nodes-linkedin-suite.linkedInCommunityTrigger',
				typeVersion: 1,
				parameters: { authentication: 'oAuth2', events: ['newComment'], watch: 'pages' },
				credentials: { [world.credential.type]: { id: world.credential.id, name: world.credential.name } },
			},
		});
		expect(pages).toContainEqual(
			expect.objectContaining({
				name: expect.stringContaining('Acme Corp'),
				value: expect.stringContaining('2414183'),
			}),
		);
	});

	const onlyLineTwo = hostLine() === 2 ? it : it.skip;

	onlyLineTwo('shows the fields of an operation before its first run', async () => {
		const at = `${world.n8n.url}/schemas/n8n-nodes-linkedin-suite`;
		const served = ['linkedInCommunity/1.0.0/comment/getMany', 'linkedInAds/1.0.0/leadResponse/get'];
		for (const path of [...served, 'linkedInAds/1.0.0/usage/get']) {
			const answer = await fetch(`${at}.${path}.json`);
			expect(answer.status).toBe(200);
			expect(await answer.json()).toMatchObject({ type: 'object', properties: expect.any(Object) });
		}

		const node = (name: string, type: string, parameters = {}) => ({
			id: name,
			name,
			type,
			typeVersion: 1,
			position: [0, 0] as [number, number],
			parameters,
		});
		const workflow = await world.rest.createWorkflow({
			name: 'Fields before the first run',
			nodes: [
				node('Comments', 'n8n-nodes-linkedin-suite.linkedInCommunity', {
					resource: 'comment',
					operation: 'getMany',
				}),
				node('Next', 'n8n-nodes-base.noOp'),
			],
			connections: { Comments: { main: [[{ node: 'Next', type: 'main', index: 0 }]] } },
		});
		const { page } = editor;
		await editor.openWorkflow(workflow);
		await page.getByTestId('canvas-node').filter({ hasText: 'Next' }).dblclick();
		await page.getByTestId('ndv').waitFor();
		await page.getByTestId('schema-preview-warning').waitFor();
		const names = await page.getByTestId('run-data-schema-node-name').allTextContents();
		expect(names.map((name) => name.trim())).toEqual(
			expect.arrayContaining(['text', 'likes', 'replies', 'createdAt', 'author', 'postUrl', 'urn', 'url']),
		);
	});

	it('finds all on an empty canvas too, where n8n asks for a trigger, and says what each is for', async () => {
		const { page } = editor;
		await page.goto(`${world.n8n.url}/workflow/new`);
		for (const [node, text] of SEARCHES) await expectFirstOrSecond(node, text, 'on an empty canvas');
		await editor.search('linked in');
		const shown = await page.getByTestId('item-iterator-item').allTextContents();
		const entries = shown.map((text) => text.trim());
		// n8n 1.x shows a community node only by its name.
		const words = {
			1: [NODE, PUSH, ADS],
			2: [
				expect.stringMatching(/Publish posts.*start workflows on new comments/),
				expect.stringMatching(/Starts workflows when LinkedIn sends/),
				expect.stringMatching(/Report on ads.*start workflows on new leads/),
			],
		};
		expect(entries).toEqual(words[hostLine()]);
	});
});
