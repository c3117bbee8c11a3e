import type { IDataObject } from 'n8n-workflow';

import { binaryStore, type BinaryStore } from '../../../../../../engine/binary';
import { connectTo } from '../../../../../../engine/connection';
import { inMemory, type TestFile } from '../../../../../../engine/files';
import { runNode } from '../../../../../../engine/run';
import { startSimulator, type Simulator } from '../../../../../../simulator';
import { samplePng } from '../../../../../../simulator/sampleMedia';
import { readWithPdfJs } from '../../../../transport/media/carousel/readers';
import { sampleJpeg } from '../../../../transport/media/carousel/sampleJpeg';
import { samplePngOf } from '../../../../transport/media/carousel/samplePng';

/** The PDF of a carousel as LinkedIn receives it. */

let simulator: Simulator;
let store: BinaryStore;

beforeAll(async () => {
	store = await binaryStore();
});
afterAll(() => store.close());
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => {
	await simulator.close();
});

const FILES: Record<string, TestFile> = {
	photo: { bytes: sampleJpeg({ blocks: [[[120]], [[30]]] }) },
	// Of more pieces than are compressed or sent at once.
	glass: {
		bytes: samplePngOf({
			color: 6,
			filter: 0,
			rows: Array.from({ length: 300 }, (_, y) =>
				Array.from({ length: 300 }, (__, x) => [(x * y) % 251, (x * 7) % 256, (y * 5) % 256, (x + y) % 256]),
			),
		}),
	},
	blue: { bytes: samplePng(40, 30) },
};

async function post(binary: ReturnType<typeof inMemory>): Promise<Buffer> {
	const result = await runNode({
		node: 'linkedInCommunity',
		parameters: {
			resource: 'post',
			operation: 'create',
			author: { __rl: true, mode: 'id', value: '2414183' },
			text: 'Swipe',
			contentType: 'carousel',
			mediaTitle: 'Three pictures',
			altText: 'A photo\nGlass\nSomething blue',
		},
		credentials: connectTo(simulator),
		items: [{ json: {}, binary }],
	});
	expect(result.error).toBeUndefined();
	const [media] = (result.outputs[0]?.[0]?.json as IDataObject).media as string[];
	expect(simulator.state.posts()).toHaveLength(1);
	return simulator.state.media.find(media)?.file?.bytes ?? Buffer.alloc(0);
}

it.each([
	['in the item', async () => inMemory(FILES)],
	['on disk', async () => await store.store(FILES)],
])('arrives whole, with its length announced, from images that n8n keeps %s', async (_where, keep) => {
	const { title, pages } = await readWithPdfJs(await post(await keep()));
	expect(title).toBe('Three pictures');
	expect(pages).toMatchObject([
		{ width: 8, height: 16, altTexts: ['A photo'] },
		{ width: 300, height: 300, altTexts: ['Glass'] },
		{ width: 40, height: 30, altTexts: ['Something blue'] },
	]);
	const [{ headers, bytes }] = simulator.uploads;
	expect(headers['content-length']).toBe(String(bytes));
	expect(headers['transfer-encoding']).toBeUndefined();
	expect(headers['content-type']).toBe('application/octet-stream');
});

it('is made again when sending it is repeated', async () => {
	const expected = await post(await store.store(FILES));
	await simulator.close();
	simulator = await startSimulator();
	const path = /uploaded-document/;
	simulator.faults.add({ match: { path }, effect: 'reset' });
	simulator.faults.add({ match: { path }, effect: { status: 500, body: {} } as never });
	expect((await post(await store.store(FILES))).equals(expected)).toBe(true);
	expect(simulator.uploads).toHaveLength(3);
});
