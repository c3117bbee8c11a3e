import { mkdirSync } from 'fs';
import { dirname, join } from 'path';

import { type Editor, openEditor } from '../host/editor';
import { type World, startWorld } from '../host/world';

/** For the README; written with UPDATE_SCREENSHOT=1 only. */
const SCREENSHOT = join(__dirname, '..', '..', 'docs', 'editor.png');
const NODE = 'LinkedIn Posts and Pages';

jest.setTimeout(300_000);

let world: World;
let editor: Editor;

beforeAll(async () => {
	world = await startWorld({ tarball: process.env.SUITE_TARBALL, say: () => undefined });
	editor = await openEditor(world.n8n.url, world.rest.owner);
	// On an empty canvas the node creator offers triggers only.
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

describe("n8n's editor", () => {
	it('finds the node by "company page", once, with its trigger folded into it', async () => {
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
				expect.stringMatching(/^Triggers \(1\)/),
				expect.stringMatching(/^Actions \(\d+\)/),
			]),
		);
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
				parameters: { authentication: 'oAuth2', event: 'newComment', watch: 'pages' },
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
});
