import { join } from 'path';

import { launchBrowser } from '../host/editor';
import { type World, startWorld } from '../host/world';
import { samplePdf, samplePng, SAMPLE_SRT, sampleMp4 } from '../simulator/sampleMedia';
import { byId } from './action';

jest.setTimeout(600_000);

const PAGE = '2414183';
const SCREENSHOT = join(__dirname, '../../docs/feed.png');

let world: World;

beforeAll(async () => {
	world = await startWorld({ tarball: process.env.SUITE_TARBALL, say: () => undefined });
});
afterAll(async () => await world?.close());

interface File {
	bytes: Buffer;
	name: string;
	type: string;
}

const png = (width: number, height: number, color: [number, number, number], name: string): File => ({
	bytes: samplePng(width, height, color),
	name,
	type: 'image/png',
});
const BLUE = png(640, 400, [11, 92, 173], 'blue.png');
const GREEN = png(640, 400, [30, 140, 90], 'green.png');
const REPORT: File = { bytes: samplePdf(3), name: 'report.pdf', type: 'application/pdf' };
const CLIP: File = { bytes: sampleMp4(200_000), name: 'clip.mp4', type: 'video/mp4' };
const CAPTIONS: File = { bytes: Buffer.from(SAMPLE_SRT), name: 'clip.srt', type: 'application/x-subrip' };

interface Kind {
	contentType: string;
	/** Its name in the text and test, if it isn't the content type. */
	name?: string;
	/** Fields of the node besides author, content type and text. */
	fields?: Record<string, unknown>;
	/** What two nodes before ours turn into binary fields `data` and `second`. */
	files?: [File, File];
	/** What LinkedIn then has. */
	content: unknown;
}

const KINDS: Kind[] = [
	{ contentType: 'text', content: undefined },
	{
		contentType: 'image',
		files: [BLUE, GREEN],
		fields: { media: 'data', altText: 'A blue field' },
		content: { media: { id: expect.stringMatching(/^urn:li:image:/), altText: 'A blue field' } },
	},
	{
		contentType: 'image',
		name: 'several images',
		files: [BLUE, GREEN],
		fields: { altText: 'Blue\nGreen' },
		content: {
			multiImage: {
				images: [
					{ id: expect.stringMatching(/^urn:li:image:/), altText: 'Blue' },
					{ id: expect.stringMatching(/^urn:li:image:/), altText: 'Green' },
				],
			},
		},
	},
	{
		contentType: 'video',
		files: [CLIP, CAPTIONS],
		fields: { media: 'data', mediaTitle: 'A clip' },
		content: { media: { id: expect.stringMatching(/^urn:li:video:/), title: 'A clip' } },
	},
	{
		contentType: 'document',
		files: [REPORT, GREEN],
		fields: { media: 'data', mediaTitle: 'Annual report' },
		content: { media: { id: expect.stringMatching(/^urn:li:document:/), title: 'Annual report' } },
	},
	{
		contentType: 'article',
		files: [BLUE, GREEN],
		fields: {
			articleUrl: 'https://example.com/news',
			articleTitle: 'News',
			articleOptions: { description: 'What is new', thumbnail: 'data' },
		},
		content: {
			article: {
				source: 'https://example.com/news',
				title: 'News',
				description: 'What is new',
				thumbnail: expect.stringMatching(/^urn:li:image:/),
			},
		},
	},
	{
		contentType: 'poll',
		fields: { pollQuestion: 'Tabs or spaces?', pollOptions: 'Tabs\nSpaces', pollDuration: 'THREE_DAYS' },
		content: {
			poll: {
				question: 'Tabs or spaces?',
				options: [{ text: 'Tabs' }, { text: 'Spaces' }],
				settings: { duration: 'THREE_DAYS' },
			},
		},
	},
];

const nameOf = ({ name, contentType }: Kind) => name ?? contentType;

/** Runs the workflow whose nodes create the files and publish the post. */
async function publish(kind: Kind, fields: Record<string, unknown> = {}) {
	const [first, second] = kind.files ?? [BLUE, GREEN];
	const workflow = join(__dirname, 'workflows/files-to-post.json');
	const id = await world.importWorkflow(workflow, (file) => {
		const node = (name: string) => file.nodes.find((candidate) => candidate.name === name)!;
		node('First File').parameters.options = { fileName: first.name, mimeType: first.type };
		node('Second File').parameters.options = { fileName: second.name, mimeType: second.type };
		node('LinkedIn').parameters = {
			authentication: 'oAuth2',
			resource: 'post',
			operation: 'create',
			author: byId(PAGE),
			contentType: kind.contentType,
			text: `This is a post with ${nameOf(kind)} (made by a workflow)`,
			...kind.fields,
			...fields,
		};
		const base64 = { first: first.bytes.toString('base64'), second: second.bytes.toString('base64') };
		file.pinData = { Manual: [{ json: base64 }] };
	});
	return await world.rest.run(id, 'Manual');
}

describe('posts of each content type, from files that other nodes made', () => {
	it.each(KINDS.map((kind) => [nameOf(kind), kind] as const))('%s', async (_name, kind) => {
		const run = await publish(kind);
		expect(run.error).toBeUndefined();
		const [item] = run.items('LinkedIn');
		const post = world.simulator.state.findPost(String(item.urn));
		expect(post?.content).toEqual(kind.content);
	});

	it('reshare, of the post before', async () => {
		const [newest] = world.simulator.state.posts(PAGE);
		const run = await publish(
			{ contentType: 'reshare', content: undefined },
			{ reshareOf: newest.urn, text: 'Worth a second look' },
		);
		expect(run.error).toBeUndefined();
		const post = world.simulator.state.findPost(String(run.items('LinkedIn')[0].urn));
		expect(post?.reshareContext?.parent).toBe(newest.urn);
	});

	it('the feed page shows them all', async () => {
		const browser = await launchBrowser();
		const page = await browser.newPage({ viewport: { width: 900, height: 1_200 } });
		await page.goto(`${world.simulator.url}/feed`);
		const feed = await page.textContent('body');
		for (const kind of KINDS) expect(feed).toContain(`a post with ${nameOf(kind)} (made`);
		const pictures = page.locator('img');
		expect(await pictures.count()).toBeGreaterThanOrEqual(3);
		const widths = await pictures.evaluateAll((found) =>
			found.map((picture) => (picture as unknown as { naturalWidth: number }).naturalWidth),
		);
		expect(widths.every((width) => width > 0)).toBe(true);
		if (process.env.UPDATE_SCREENSHOT === '1') await page.screenshot({ path: SCREENSHOT, fullPage: true });
		await browser.close();
	});
});
