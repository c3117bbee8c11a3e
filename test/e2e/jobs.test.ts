import { mkdirSync } from 'fs';
import { type Server, createServer } from 'http';
import type { AddressInfo } from 'net';
import { join } from 'path';

import { type Clicks, countClicks } from '../host/clicks';
import { newCredential } from '../host/credentialForm';
import { openEditor, type Editor } from '../host/editor';
import { openPanel, type Panel } from '../host/panel';
import { until } from '../host/until';
import { startFreshWorld, type FreshWorld } from '../host/world';
import { samplePdf, samplePng } from '../simulator/sampleMedia';

/**
 * A marketer's jobs, done in n8n's editor only with clicks and typing, and with no more clicks than once counted.
 * SCREENSHOTS=folder saves a picture of every finished job and open list there.
 */

const { SCREENSHOTS } = process.env;
const NODE = 'LinkedIn Posts and Pages';
const ADS = 'LinkedIn Ads';
const ACME = '2414183';
const ACME_PAGE = 'Acme Corp (Administrator)';
const ACME_ADS = '507404993';
const FORM_ANSWERED_WITHIN_MS = 60_000;

jest.setTimeout(300_000);

let world: FreshWorld;
let editor: Editor;
let panel: Panel;
let clicks: Clicks;
let files: Server;

beforeAll(async () => {
	world = await startFreshWorld({ tarball: process.env.SUITE_TARBALL, say: () => undefined });
	editor = await openEditor(world.n8n.url, world.rest.owner);
	clicks = await countClicks(editor.page.context());
	panel = openPanel(editor, world.n8n.url);
	files = await serveFiles();
	if (SCREENSHOTS) mkdirSync(SCREENSHOTS, { recursive: true });
});
afterAll(async () => {
	await editor?.close();
	files?.close();
	await world?.close();
});

/**
 * @param most previous number of clicks, which a job must not exceed
 * @param where in a new workflow, or in the node that the previous job left open
 */
function job(name: string, most: number, work: () => Promise<void>, where: 'anew' | 'here' = 'anew'): void {
	it(`${name}, in ${most} clicks`, async () => {
		if (where === 'anew') await panel.newWorkflow();
		clicks.taken();
		await work();
		const taken = clicks.taken();
		await picture(name);
		process.stdout.write(`${name}: ${taken} clicks\n`);
		expect(taken).toBeLessThanOrEqual(most);
	});
}

async function picture(name: string): Promise<void> {
	if (!SCREENSHOTS) return;
	const path = join(SCREENSHOTS, `${name.replace(/\W+/g, '-')}.png`);
	await editor.page.screenshot({ path, animations: 'disabled' });
}

/** Opens a list, which stays open, and waits for an entry with this text. */
async function listed(field: string, text: string): Promise<string[]> {
	const entries = await panel.open(field, text);
	await picture(`list of ${field} ${text}`);
	return entries;
}

const action = (name: string, search = 'publish') => ({ search, name: NODE, action: name });
const adsAction = (name: string, search = 'ads report') => ({ search, name: ADS, action: name });

/** Creates and connects a credential in the open node, with the simulator as LinkedIn. */
async function connect(app: string, has?: string, products: string[] = []): Promise<void> {
	const form = await newCredential(editor.page);
	await form.type('clientId', `${app}-app`);
	await form.type('clientSecret', `${app}-secret`);
	if (has) await form.choose('appHas', has);
	if (products.length > 0) await form.choose('products', ...products);
	await form.toggle('advanced');
	await form.choose('environment', 'Custom');
	await form.type('apiHost', world.simulator.url);
	await form.type('oauthHost', world.simulator.url);
	await form.connect();
}

/** A website with one picture and one document. */
async function serveFiles(): Promise<Server> {
	const server = createServer(({ url = '' }, reply) => {
		const isPdf = url.endsWith('.pdf');
		reply.writeHead(200, { 'content-type': isPdf ? 'application/pdf' : 'image/png' });
		reply.end(isPdf ? samplePdf(3) : samplePng(640, 400));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return server;
}

/** A workflow that gets a file from the web and ends in the open node that will post it. */
async function postFromWeb(file: string): Promise<void> {
	await panel.addSilent({ search: 'manual', name: 'Manual Trigger' });
	await panel.add({ search: 'http request', name: 'HTTP Request' });
	await panel.type('url', `http://127.0.0.1:${(files.address() as AddressInfo).port}/${file}`);
	await panel.leave();
	await panel.add(action('Create a post'));
}

const newest = (author: string) => world.simulator.state.posts(author)[0];

describe('publishing', () => {
	job('connect with the self-serve pair', 14, async () => {
		await panel.add(action('Create a post'));
		await connect('self-serve');
		const only = 'Me (no access to pages)';
		expect(await listed('author', only)).toEqual([only]);
		await editor.page.keyboard.press('Escape');
	});

	const publishText = async () => {
		await panel.type('text', 'My first post from n8n');
		const columns = await panel.execute('My first post from n8n');
		expect(columns.slice(0, 2)).toEqual(['text', 'contentType']);
		expect(newest('ada').parts).toMatchObject([{ text: 'My first post from n8n' }]);
	};
	job('publish a text', 2, publishText, 'here');

	const connectPages = async () => {
		await connect('suite', 'Community Management');
		const globex = 'Globex & Söhne (Labs) (Content administrator)';
		expect(await listed('author', ACME_PAGE)).toEqual(['Me', ACME_PAGE, globex]);
		await panel.pick(ACME_PAGE);
	};
	job('connect with Community Management and pick the page', 14, connectPages, 'here');

	const publishPoll = async () => {
		await panel.choose('contentType', 'Poll');
		await panel.type('text', 'How do you indent?');
		await panel.type('pollQuestion', 'Tabs or spaces?');
		await panel.type('pollOptions', 'Tabs\nSpaces');
		await panel.execute('How do you indent?');
		expect(newest(ACME).content).toMatchObject({ poll: { question: 'Tabs or spaces?' } });
	};
	job('publish a poll', 6, publishPoll, 'here');

	job('publish an image', 13, async () => {
		await postFromWeb('picture.png');
		await panel.choose('contentType', 'Image');
		await panel.type('text', 'A blue field');
		await panel.execute('A blue field');
		expect(newest('ada').content).toMatchObject({
			media: { id: expect.stringMatching(/^urn:li:image:/) },
		});
	});

	job('publish a PDF', 14, async () => {
		await postFromWeb('report.pdf');
		await panel.choose('contentType', 'Document');
		await panel.type('text', 'How the year went');
		await panel.type('mediaTitle', 'Annual report');
		await panel.execute('How the year went');
		expect(newest('ada').content).toMatchObject({ media: { title: 'Annual report' } });
	});

	job('publish three images of a form', 17, async () => {
		const { page } = editor;
		await panel.add({ search: 'form', name: 'n8n Form', action: 'On new n8n Form event' });
		await panel.type('formTitle', 'New post');
		await page.getByTestId('fixed-collection-add').first().click();
		await panel.type('fieldLabel', 'Pictures');
		await panel.choose('fieldType', 'File');
		await panel.leave();
		await panel.add(action('Create a post'));
		await panel.choose('contentType', 'Image');
		await panel.type('text', 'Three fields');
		const opened = page.context().waitForEvent('page');
		await page.getByTestId('node-execute-button').click();
		const form = await opened;
		const pictures = [1, 2, 3].map((number) => ({
			name: `${number}.png`,
			mimeType: 'image/png',
			buffer: samplePng(300 + number, 200),
		}));
		await form.locator('input[type=file]').setInputFiles(pictures);
		await form.locator('#submit-btn').click();
		await panel.output.getByText('Three fields').first().waitFor();
		await form.close();
		const post = await until(FORM_ANSWERED_WITHIN_MS, 'No post', () => newest('ada'));
		expect(post.content).toMatchObject({ multiImage: { images: [{}, {}, {}] } });
	});
});

describe('answering and reading', () => {
	let post: { urn: string };
	beforeAll(() => {
		const { state } = world.simulator;
		post = state.addPost({ author: ACME, text: 'We are hiring a gardener for the roof. Questions? #hiring' });
		state.addComment({ post: post.urn, actor: 'cleo', text: 'Is it a full-time position?' });
	});

	job('answer a comment', 10, async () => {
		await panel.add(action('Reply to a comment', 'comment'));
		await listed('comment', 'full-time');
		await panel.pick('full-time');
		expect(await listed('actor', ACME_PAGE)).toEqual(['Me', ACME_PAGE]);
		await panel.pick(ACME_PAGE);
		await panel.type('text', 'Yes, forty hours a week');
		const columns = await panel.execute('Yes, forty hours a week');
		expect(columns[0]).toBe('text');
		const [, answer] = world.simulator.state.comments(post.urn);
		expect(answer).toMatchObject({ actor: `urn:li:organization:${ACME}` });
	});

	job('read a post of my page', 7, async () => {
		await panel.add(action('Get one or many posts', 'publish'));
		const posts = await listed('post', 'gardener');
		expect(posts).toContainEqual(
			expect.stringMatching(/^We are hiring a gardener .*… \(\d+ \w+ \d{4}, Acme/),
		);
		await panel.pick('gardener');
		const columns = await panel.execute('#hiring');
		expect(columns.slice(0, 3)).toEqual(['text', 'contentType', 'publishedAt']);
	});

	job('read the statistics of my page', 7, async () => {
		await panel.add(action('Get the visits and button clicks of a page', 'statistics'));
		await listed('organization', ACME_PAGE);
		await panel.pick(ACME_PAGE);
		const columns = await panel.execute('pageViews');
		expect(columns[0]).toBe('pageViews');
	});

	it('keeps the page where the credential is changed to one that cannot list it, and says why', async () => {
		const { page } = editor;
		await page.getByTestId('node-credentials-select').click();
		await page
			.locator('[data-test-id^=node-credentials-select-item]:visible')
			.filter({ hasNotText: /account 2|Create/ })
			.click();
		const why = await listed('organization', 'Could not load list');
		expect(why).toContainEqual(expect.stringMatching(/Pages could not be listed: .*lacks the scope/));
		expect(await panel.picked('organization')).toBe(ACME_PAGE);
	});
});

describe('ads and leads', () => {
	job('connect with three products and read a report', 24, async () => {
		world.simulator.state.ads.reports.fill({ account: ACME_ADS, creatives: 3 });
		await panel.add(adsAction('Get a report on ads'));
		await connect('ads', 'Choose Products', ['Advertising API', 'Lead Sync API', 'Conversions API']);
		await listed('account', 'Acme Ads');
		await panel.pick('Acme Ads');
		const columns = await panel.execute('impressions');
		expect(columns[0]).toBe('campaignName');
	});

	job('fetch a test lead, first with none there', 5, async () => {
		const { leads } = world.simulator.state.ads;
		const { page } = editor;
		await panel.add({ search: 'new lead', name: ADS, action: 'On new lead' });
		await page.getByTestId('node-execute-button').click();
		await page.getByText('No LinkedIn Ads data found').first().waitFor();
		await picture('no lead');
		const owner = { sponsoredAccount: `urn:li:sponsoredAccount:${ACME_ADS}` };
		const form = leads.addForm({ owner, name: 'Newsletter' });
		leads.submit({ form, answers: { 'First name': 'Ada', Email: 'ada@example.com' } });
		const columns = await panel.execute('ada@example.com');
		expect(columns.slice(0, 2)).toEqual(['answers', 'fields']);
	});

	it('lists lead forms and their owners by name', async () => {
		expect(await listed('leadForms', 'Newsletter')).toEqual([
			expect.stringMatching(/^Newsletter \(Published, Acme Ads/),
		]);
		await editor.page.keyboard.press('Escape');
		await panel.choose('watch', 'Chosen Owners');
		expect(await listed('owners', ACME_PAGE)).toContainEqual(expect.stringMatching(/^Acme Ads/));
	});

	it('lists audiences by name', async () => {
		const account = `urn:li:sponsoredAccount:${ACME_ADS}`;
		world.simulator.state.ads.audiences.add({ account, name: 'Customers of 2026' });
		await panel.newWorkflow();
		await panel.add(adsAction('Get an audience', 'matched audience'));
		expect(await listed('audience', 'Customers')).toEqual([expect.stringMatching(/^Customers of 2026 \(/)]);
	});
});
