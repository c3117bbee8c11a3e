import { newCredential, type CredentialForm } from '../host/credentialForm';
import { openEditor, type Editor } from '../host/editor';
import { startFreshWorld, type FreshWorld } from '../host/world';

/** The first hour of a new user: a fresh n8n, and only clicks and typing in Chromium. */

const SELF_SERVE_SCOPE = 'openid profile email w_member_social';

jest.setTimeout(300_000);

let world: FreshWorld;
let editor: Editor;
let form: CredentialForm;

beforeAll(async () => {
	world = await startFreshWorld({ tarball: process.env.SUITE_TARBALL, say: () => undefined });
	editor = await openEditor(world.n8n.url, world.rest.owner);
});
afterAll(async () => {
	await editor?.close();
	await world?.close();
});

/** The app's keys, with the simulator as LinkedIn. */
async function fillIn(form: CredentialForm): Promise<void> {
	await form.type('clientId', 'self-serve-app');
	await form.type('clientSecret', 'self-serve-secret');
	await form.toggle('advanced');
	await form.choose('environment', 'Custom');
	await form.type('apiHost', world.simulator.url);
	await form.type('oauthHost', world.simulator.url);
}

/** Types the text of a post, executes the node and waits for its item. */
async function publish(text: string): Promise<void> {
	const { page } = editor;
	await page.getByTestId('parameter-input-text').locator('textarea').fill(text);
	await page.getByTestId('node-execute-button').click();
	const output = page.getByTestId('output-panel');
	await output.getByTestId('ndv-items-count').waitFor();
	await output.getByText(text).first().waitFor();
}

async function textsOnFeed(): Promise<string[]> {
	const page = await editor.page.context().newPage();
	await page.goto(`${world.simulator.url}/feed`);
	const texts = await page.locator('article .text').allTextContents();
	await page.close();
	return texts;
}

describe('the first post of a new user', () => {
	it('is a workflow, a search and an action away', async () => {
		const { page } = editor;
		await page.getByTestId('new-workflow-card').click();
		await editor.search('publish');
		await page
			.getByTestId('node-creator-item-name')
			.getByText('LinkedIn Posts and Pages', { exact: true })
			.click();
		await page.getByTestId('node-creator-category-item').filter({ hasText: 'Actions' }).click();
		await page.getByTestId('node-creator-item-name').getByText('Create a post', { exact: true }).click();
		await page.getByTestId('ndv').waitFor();
	});

	it('needs no choice of products: the form as it comes connects', async () => {
		form = await newCredential(editor.page);
		await fillIn(form);
		const address = await form.connect();
		expect(address.searchParams.get('scope')).toBe(SELF_SERVE_SCOPE);
	});

	it('is on the feed page', async () => {
		await publish('My first post from n8n');
		expect(await textsOnFeed()).toEqual(['My first post from n8n']);
	});

	it('comes out with Choose Products left empty too, for the same scope', async () => {
		form = await newCredential(editor.page);
		await fillIn(form);
		await form.choose('appHas', 'Choose Products');
		expect(await form.layout()).toContain('products');
		const address = await form.connect();
		expect(address.searchParams.get('scope')).toBe(SELF_SERVE_SCOPE);
		await publish('Another one');
		expect((await textsOnFeed()).sort()).toEqual(['Another one', 'My first post from n8n']);
	});

	it('is asked for by a form that begins with what the app has, and one notice under it', async () => {
		form = await newCredential(editor.page);
		const [own, notice, ...more] = (await form.layout()).slice(3);
		expect(own).toBe('appHas');
		expect(await form.shown('appHas')).toBe('Sign In + Share (Self-Serve)');
		expect(notice).toMatch(/^Choose only what your app has/);
		expect(more).toEqual(['accessPolicy', 'maxCallsADay', 'highestDailyBudget', 'advanced']);
	});

	it('is warned of Community Management beside another product', async () => {
		await form.choose('appHas', 'Choose Products');
		await form.choose('products', 'Community Management API');
		const alone = await form.layout();
		await form.choose('products', 'Share on LinkedIn');
		const together = await form.layout();
		const warnings = together.filter((name) => !alone.includes(name));
		expect(warnings).toEqual([expect.stringMatching(/only product on its LinkedIn app.*second app/)]);
	});
});
