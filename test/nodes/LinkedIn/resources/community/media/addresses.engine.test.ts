import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { connectTo, type ConnectionOptions } from '../../../../../engine/connection';
import { inMemory } from '../../../../../engine/files';
import { runNode, type RunOptions, type RunResult } from '../../../../../engine/run';
import { startSimulator, type Simulator } from '../../../../../simulator';
import { SAMPLE_SRT, sampleMp4, samplePdf, samplePng } from '../../../../../simulator/sampleMedia';
import { pngChunk } from '../../../transport/media/carousel/samplePng';
import { file, redirect, startWeb, unmeasured, type Answer, type Web } from '../../../../../web/web';

/** Files from web addresses: what is published is what was checked, and each address is fetched as seldom as possible. */

const PNG = samplePng(300, 200);
const PNG_END_BYTES = 12;
const PDF = samplePdf(2);
const MP4 = sampleMp4(100_000);
const LARGE_MP4 = sampleMp4(17 * 1_048_576);
const LARGE_PNG = Buffer.concat([
	PNG.subarray(0, -PNG_END_BYTES),
	pngChunk('tEXt', Buffer.alloc(17 * 1_048_576)),
	PNG.subarray(-PNG_END_BYTES),
]);
const ACME = { __rl: true, mode: 'id', value: '2414183' };
const PHOTO = 'https://pictures.example/photo.png';

let simulator: Simulator;
let web: Web;

beforeEach(async () => {
	simulator = await startSimulator();
	web = await startWeb();
	web.serve(PHOTO, PNG);
});
afterEach(async () => {
	await web.close();
	await simulator.close();
});

interface Run extends Partial<RunOptions> {
	connection?: ConnectionOptions;
}

async function run(parameters: INodeParameters, { connection, ...options }: Run = {}): Promise<RunResult> {
	return await runNode({
		node: 'linkedInCommunity',
		parameters: { resource: 'post', operation: 'create', author: ACME, text: 'Hello', ...parameters },
		credentials: connectTo(simulator, connection),
		...options,
	});
}

const image = (media: unknown, more: INodeParameters = {}): INodeParameters => ({
	contentType: 'image',
	media: media as string,
	...more,
});
const json = (result: RunResult): IDataObject => result.outputs[0]?.[0]?.json ?? {};
const bytesOf = (urn: string) => simulator.state.media.find(urn)?.file?.bytes;
const uploaded = (result: RunResult) => (json(result).media as string[]).map(bytesOf);

it('publishes an image, and gives the server nothing of the credential', async () => {
	const result = await run(image(PHOTO));
	expect(result.error).toBeUndefined();
	expect(uploaded(result)).toEqual([PNG]);
	const [{ headers, ...request }, ...more] = web.requests;
	expect(request).toEqual({ host: 'pictures.example', path: '/photo.png' });
	expect(more).toEqual([]);
	expect(Object.keys(headers).sort()).toEqual([
		'accept',
		'accept-encoding',
		'connection',
		'host',
		'user-agent',
	]);
});

const fetched = (host: string, count: number) =>
	expect(web.requests.filter((request) => request.host === host)).toHaveLength(count);

it.each<[what: string, contentType: string, bytes: Buffer, answer: (bytes: Buffer) => Answer]>([
	['an image without its length', 'image', PNG, unmeasured],
	[
		'an image that lies about its type',
		'image',
		PNG,
		(bytes) => file(bytes, { 'Content-Type': 'text/html' }),
	],
	[
		'an image that is compressed although nobody asked',
		'image',
		PNG,
		(bytes) => file(gzipSync(bytes), { 'Content-Encoding': 'gzip' }),
	],
	['a document', 'document', PDF, file],
	['a document without its length', 'document', PDF, unmeasured],
	['a small video', 'video', MP4, file],
])('publishes %s as it is, fetched once', async (_what, contentType, bytes, answer) => {
	web.serve('https://files.example/file', answer(bytes));
	const media = 'https://files.example/file';
	const result = await run({ contentType, media, mediaTitle: 'Report' });
	expect(result.error).toBeUndefined();
	expect(uploaded(result)).toEqual([bytes]);
	fetched('files.example', 1);
});

const LARGE: Array<[contentType: string, bytes: Buffer]> = [
	['video', LARGE_MP4],
	['image', LARGE_PNG],
];

it.each(LARGE)("streams a large %s, again each time it's read", async (contentType, bytes) => {
	web.serve('https://files.example/file', file(bytes, { ETag: '"1"' }));
	const result = await run({ contentType, media: 'https://files.example/file' });
	expect(result.error).toBeUndefined();
	expect(uploaded(result)[0]?.equals(bytes)).toBe(true);
	// For its length and first bytes, to check it, and to send it.
	fetched('files.example', 3);
});

it('reads a large image whole if its length is not told', async () => {
	web.serve('https://files.example/file', unmeasured(LARGE_PNG));
	const result = await run(image('https://files.example/file'));
	expect(result.error).toBeUndefined();
	expect(uploaded(result)[0]?.equals(LARGE_PNG)).toBe(true);
	fetched('files.example', 1);
});

const CHANGES: Array<[what: string, change: (bytes: Buffer) => Answer]> = [
	['is shorter', (bytes) => file(bytes.subarray(0, -1))],
	['begins otherwise', (bytes) => file(Buffer.concat([Buffer.from('GIF89a'), bytes.subarray(6)]))],
	['has another version', (bytes) => file(bytes, { ETag: '"2"' })],
	['has no length any more', unmeasured],
	['is gone', () => (response) => void response.writeHead(404).end()],
];

describe.each(LARGE)('a large %s', (contentType, bytes) => {
	it.each(CHANGES)('is not posted if what was checked %s when it is sent', async (_what, change) => {
		let count = 0;
		web.serve('https://files.example/file', (response, request) => {
			count += 1;
			(count < 3 ? file(bytes) : change(bytes))(response, request);
		});
		const result = await run({ contentType, media: 'https://files.example/file' });
		expect(result.error?.message).toMatch(/was another file when it was fetched again|status 404/);
		expect(simulator.state.posts()).toEqual([]);
	});
});

it('follows three redirects, to other hosts too', async () => {
	web.serve('https://short.example/a', redirect('https://www.example/b', 301));
	web.serve('https://www.example/b', redirect('/c?key=1', 307));
	web.serve('https://www.example/c', redirect('//pictures.example/photo.png', 308));
	const result = await run(image('https://short.example/a'));
	expect(result.error).toBeUndefined();
	expect(uploaded(result)).toEqual([PNG]);
	expect(web.requests.map(({ host, path }) => host + path)).toEqual([
		'short.example/a',
		'www.example/b',
		'www.example/c?key=1',
		'pictures.example/photo.png',
	]);
});

it('asks once more after a server error, and after a connection that broke', async () => {
	for (const fail of [
		(response: ServerResponse) => void response.writeHead(503).end(),
		(response: ServerResponse) => void response.destroy(),
	]) {
		let count = 0;
		web.serve('https://files.example/once', (response, request) => {
			count += 1;
			(count === 1 ? fail : file(PNG))(response, request);
		});
		const result = await run(
			image('https://files.example/once', { text: `After failure ${web.requests.length}` }),
		);
		expect(result.error).toBeUndefined();
		expect(count).toBe(2);
	}
});

it('takes addresses, binary fields and URNs in one field, in order', async () => {
	const before = await run(image(PHOTO, { text: 'First' }));
	const [urn] = json(before).media as string[];
	const other = samplePng(20, 10);
	const binary = inMemory({ data: { bytes: other } });
	const sized = 'https://pictures.example/w_400,h_300/photo.png';
	web.serve(sized, samplePng(40, 30));
	const result = await run(image(`${sized},data, ${urn},${PHOTO}`), { items: [{ json: {}, binary }] });
	expect(result.error).toBeUndefined();
	expect(uploaded(result)).toEqual([samplePng(40, 30), other, PNG, PNG]);
});

it('fetches and uploads an address once for all items', async () => {
	const text = '={{ $json.text }}';
	const items = [{ text: 'One' }, { text: 'Two' }, { text: 'Three' }];
	const result = await run(image(PHOTO, { text }), { items });
	expect(result.error).toBeUndefined();
	expect(simulator.state.posts()).toHaveLength(3);
	fetched('pictures.example', 1);
	expect(simulator.uploads).toHaveLength(1);
});

it('takes captions and thumbnail of a video, and the thumbnail of a link', async () => {
	web.serve('https://files.example/film.mp4', MP4);
	web.serve('https://files.example/film.srt', Buffer.from(SAMPLE_SRT));
	const film = await run({
		contentType: 'video',
		media: 'https://files.example/film.mp4',
		videoOptions: { captions: 'https://files.example/film.srt', thumbnail: PHOTO },
	});
	expect(film.error).toBeUndefined();
	expect(simulator.uploads.map(({ what }) => what)).toEqual(['part', 'captions', 'thumbnail']);
	const link = await run({
		contentType: 'article',
		text: 'A link',
		articleUrl: 'https://example.com/news',
		articleTitle: 'News',
		articleOptions: { thumbnail: PHOTO },
	});
	expect(link.error).toBeUndefined();
	expect(uploaded(link)).toEqual([PNG]);
});

it.each([
	['uploadImage', PNG],
	['uploadVideo', MP4],
	['uploadDocument', PDF],
])('Media: %s takes addresses', async (operation, bytes) => {
	web.serve('https://files.example/a', bytes);
	const binaryPropertyName = 'https://files.example/a';
	const result = await run({ resource: 'media', operation, owner: ACME, binaryPropertyName });
	expect(result.error).toBeUndefined();
	expect(bytesOf(String(json(result).urn))).toEqual(bytes);
});

it('Validate Only With Reads fetches and checks, Without Calls says what was not looked at', async () => {
	const address = `${PHOTO}?key=SECRET`;
	const checked = await run(image(address, { options: { validateOnly: 'withReads' } }));
	expect(json(checked)).toMatchObject({
		valid: true,
		media: [
			{ kind: 'image', address: PHOTO, fileName: 'photo.png', bytes: PNG.length, type: 'png', width: 300 },
		],
		notice: 'Validate Only: nothing was sent to LinkedIn.',
	});
	fetched('pictures.example', 1);
	const unseen = await run(
		image(`${address}, https://pictures.example/b.png`, { options: { validateOnly: true } }),
	);
	expect(json(unseen)).toMatchObject({
		valid: true,
		media: [{ kind: 'image', address: PHOTO, bytes: null }, { address: 'https://pictures.example/b.png' }],
		notice: `Validate Only: nothing was sent to LinkedIn. ${PHOTO}, https://pictures.example/b.png were not fetched, so the files are not checked. Choose With Reads to check them too.`,
	});
	fetched('pictures.example', 1);
	expect(simulator.uploads).toEqual([]);
});
