import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { binaryStore, type BinaryStore } from '../../../../../engine/binary';
import { connectTo, type ConnectionOptions } from '../../../../../engine/connection';
import { inMemory, type TestFile } from '../../../../../engine/files';
import { runNode, type RunOptions, type RunResult } from '../../../../../engine/run';
import { faults, startSimulator, type Fault, type Simulator } from '../../../../../simulator';
import { SAMPLE_SRT, sampleMp4, samplePdf, samplePng } from '../../../../../simulator/sampleMedia';

/** Uploads with failing steps, and that no post is created twice or without its media. */

const PART = 4_194_304;
const PNG = samplePng(300, 200);
const PDF = samplePdf(2);
const MP4 = sampleMp4(2 * PART + 1000);
const ACME = { __rl: true, mode: 'id', value: '2414183' };

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

interface Post extends Partial<Pick<RunOptions, 'onError' | 'retryOnFail' | 'items' | 'cancelAfterMs'>> {
	parameters?: INodeParameters;
	connection?: ConnectionOptions;
}

async function run({ parameters, connection, ...options }: Post): Promise<RunResult> {
	return await runNode({
		node: 'linkedInCommunity',
		parameters: { resource: 'post', operation: 'create', author: ACME, text: 'Hello', ...parameters },
		credentials: connectTo(simulator, connection),
		...options,
	});
}

const item = (files: Record<string, TestFile>): INodeExecutionData => ({ json: {}, binary: inMemory(files) });
const postImage: Post = { parameters: { contentType: 'image' }, items: [item({ data: { bytes: PNG } })] };
const postVideo: Post = {
	parameters: { contentType: 'video', videoOptions: { captions: 'srt', thumbnail: 'still' } },
	items: [item({ data: { bytes: MP4 }, srt: { bytes: Buffer.from(SAMPLE_SRT) }, still: { bytes: PNG } })],
};
const postDocument: Post = {
	parameters: { contentType: 'document', mediaTitle: 'Report' },
	items: [item({ data: { bytes: PDF } })],
};
const posts = () => simulator.state.posts().length;
const json = (result: RunResult): IDataObject => result.outputs[0]?.[0]?.json ?? {};
const details = (result: RunResult) =>
	(result.error as unknown as { context: { details: IDataObject } }).context.details;

describe.each([
	['n8n keeps in the item', async (files: Record<string, TestFile>) => inMemory(files)],
	['n8n keeps on disk', async (files: Record<string, TestFile>) => await store.store(files)],
])('a file that %s', (_where, keep) => {
	it.each([
		['an image', postImage, { data: { bytes: PNG, fileName: 'a.png' } }],
		['a document', postDocument, { data: { bytes: PDF, fileName: 'a.pdf' } }],
		['a video', { parameters: { contentType: 'video' } }, { data: { bytes: MP4, fileName: 'a.mp4' } }],
	] as Array<[string, Post, Record<string, TestFile>]>)('arrives whole: %s', async (_what, post, files) => {
		const result = await run({ ...post, items: [{ json: {}, binary: await keep(files) }] });
		expect(result.error).toBeUndefined();
		const [media] = json(result).media as string[];
		expect(simulator.state.media.find(media)?.file?.bytes.equals(files.data.bytes)).toBe(true);
		expect(posts()).toBe(1);
		for (const upload of simulator.uploads) {
			expect(upload.headers['content-length']).toBe(String(upload.bytes));
			expect(upload.headers['transfer-encoding']).toBeUndefined();
		}
	});

	it('arrives whole: captions longer than what is read at once', async () => {
		const srt = `${SAMPLE_SRT}\n`.repeat(5_000);
		const binary = await keep({ data: { bytes: MP4 }, srt: { bytes: Buffer.from(srt) } });
		const parameters = { contentType: 'video', videoOptions: { captions: 'srt' } };
		const result = await run({ parameters, items: [{ json: {}, binary }] });
		expect(result.error).toBeUndefined();
		const [urn] = json(result).media as string[];
		const video = simulator.state.media.find(urn);
		const [captions] = video ? simulator.state.media.slots(video, 'captions') : [];
		expect(captions?.received?.bytes.includes(srt)).toBe(true);
	});
});

it.each([
	['image', PNG, {}],
	['document', PDF, { mediaTitle: 'Report' }],
])('reads a file on disk anew when sending it as %s is repeated', async (contentType, bytes, more) => {
	const path = /uploaded-(image|document)/;
	simulator.faults.add({ match: { path }, effect: 'reset' });
	simulator.faults.add({ match: { path }, effect: broken });
	const binary = await store.store({ data: { bytes } });
	const result = await run({ parameters: { contentType, ...more }, items: [{ json: {}, binary }] });
	expect(result.error).toBeUndefined();
	const [media] = json(result).media as string[];
	expect(simulator.state.media.find(media)?.file?.bytes.equals(bytes)).toBe(true);
	expect(simulator.uploads).toHaveLength(3);
});

it('sends nothing when an expression gives the word true for Validate Only', async () => {
	const options = { validateOnly: '={{ "true" }}' };
	const result = await run({ ...postImage, parameters: { contentType: 'image', options } });
	expect(json(result)).toMatchObject({ valid: true, urn: null });
	expect([...simulator.requests, ...simulator.uploads]).toEqual([]);
});

it('says which binary fields there are when the named one is missing', async () => {
	const result = await run({ ...postImage, parameters: { contentType: 'image', media: 'photo' } });
	expect(result.error).toMatchObject({ message: expect.stringContaining('no binary field "photo"') });
	expect(result.error?.description).toMatch(/It has "data"/);
	expect(simulator.requests).toEqual([]);
});

/** Each step of the three ways, and how to recognize it in a request. */
const STEPS: Array<[string, Post, RegExp]> = [
	['begin an image', postImage, /images\?action=initializeUpload/],
	['send an image', postImage, /uploaded-image/],
	['send a document', postDocument, /uploaded-document/],
	['begin a video', postVideo, /videos\?action=initializeUpload/],
	['send a part', postVideo, /uploadedVideo\/1\?/],
	['send captions', postVideo, /uploadedCaptions/],
	['send a thumbnail', postVideo, /uploadedThumbnail/],
	['finish a video', postVideo, /action=finalizeUpload/],
	['read the status', postImage, /\/rest\/images\/urn/],
];

const denied: Fault['effect'] = {
	status: 403,
	body: { status: 403, serviceErrorCode: 100, code: 'ACCESS_DENIED', message: 'Not enough permissions' },
};
const broken: Fault['effect'] = {
	status: 500,
	body: { status: 500, code: 'INTERNAL_SERVER_ERROR', message: 'Internal Server Error' },
};

describe.each(STEPS)('a failure to %s', (step, post, path) => {
	const strikes = (fault: Partial<Fault> & Pick<Fault, 'effect'>) =>
		simulator.faults.add({ match: { path }, ...fault });

	it.each([
		['a 500', { effect: broken }],
		['a connection that breaks before it', { effect: 'reset' }],
		['a connection that breaks after it', { effect: 'reset', afterHandling: true }],
	] as Array<[string, Pick<Fault, 'effect' | 'afterHandling'>]>)(
		'is mended after %s: one post, its media whole',
		async (_what, fault) => {
			strikes(fault);
			const result = await run(post);
			expect(result.error).toBeUndefined();
			const [urn] = json(result).media as string[];
			const bytes = { image: PNG, document: PDF, video: MP4 }[urn.split(':')[2]];
			expect(simulator.state.media.find(urn)?.file?.bytes.equals(bytes as Buffer)).toBe(true);
			expect(posts()).toBe(1);
		},
	);

	if (step === 'read the status') return;

	it('makes no post when LinkedIn refuses it', async () => {
		strikes({ effect: denied, times: Infinity });
		const result = await run(post);
		expect(result.error?.message).toMatch(/Not enough permissions/);
		expect(details(result)).toMatchObject({ status: 403, code: 'ACCESS_DENIED' });
		expect(posts()).toBe(0);
	});

	it('makes no post when it lasts longer than Max Wait', async () => {
		strikes({ effect: broken, times: Infinity });
		const result = await run({ ...post, parameters: { ...post.parameters, options: { maxWait: 1 } } });
		expect(result.error?.message).toMatch(
			step === 'finish a video'
				? /^The outcome is unknown: .* \(ACTION \/rest\/videos\)/
				: /LinkedIn had a server error \(status 500\): Internal Server Error$/,
		);
		expect(posts()).toBe(0);
	});
});

it('sends only the failed part again', async () => {
	simulator.faults.add({ match: { path: /uploadedVideo\/1\?/ }, effect: broken });
	const result = await run(postVideo);
	expect(result.error).toBeUndefined();
	const tries = simulator.uploads.filter(({ what }) => what === 'part').map(({ part }) => part);
	expect(tries.sort()).toEqual([0, 1, 1, 2]);
});

it('gives the ETags in the order of the parts, however they come back', async () => {
	simulator.faults.add({ match: { path: /uploadedVideo\/0\?/ }, effect: 'pass', delayMs: 300 });
	const result = await run({ ...postVideo, parameters: { contentType: 'video' } });
	expect(result.error).toBeUndefined();
	expect(posts()).toBe(1);
});

it.each([
	['image', postImage],
	['document', postDocument],
	['video', postVideo],
])('says plainly that the address for a %s has expired', async (_kind, post) => {
	simulator.state.uploadUrlMs = 0;
	const result = await run(post);
	expect(result.error?.message).toMatch(/The address that LinkedIn gave for .* has expired/);
	expect(result.error?.description).toMatch(/Run it again: it asks LinkedIn for a new address/);
	expect(details(result)).toMatchObject({ code: 'EXPIRED_UPLOAD_URL', status: 400 });
	expect(posts()).toBe(0);
});

it('makes no post of media that LinkedIn could not process', async () => {
	simulator.state.mediaProcessingFailure = 'No frames';
	const result = await run({ ...postVideo });
	expect(result.error?.message).toMatch(/LinkedIn couldn't process urn:li:video:.*No frames/);
	expect(details(result)).toMatchObject({ code: 'MEDIA_ASSET_PROCESSING_FAILED' });
	expect(posts()).toBe(0);
});

it('waits until media is ready', async () => {
	simulator.state.mediaProcessingMs = 900;
	const result = await run(postImage);
	expect(result.error).toBeUndefined();
	const statuses = simulator.requests.filter(({ restliMethod }) => restliMethod === 'GET');
	expect(statuses.length).toBeGreaterThanOrEqual(2);
	expect(posts()).toBe(1);
});

it('gives up with the time to come back and the URN, on the error output too', async () => {
	simulator.state.mediaProcessingMs = 60_000;
	const parameters = { contentType: 'image', additionalFields: { readyWithin: 1 } };
	const result = await run({ ...postImage, parameters, onError: 'continueErrorOutput' });
	const [failed] = result.outputs[1] ?? [];
	expect(failed.json).toMatchObject({ error: expect.stringMatching(/still processing urn:li:image:/) });
	const found = (failed.json.details ?? failed.json.message) as IDataObject;
	expect(Date.parse(String(found.retryAt))).toBeGreaterThan(Date.now());
	expect(posts()).toBe(0);
});

it('uploads nothing twice when Retry On Fail runs the node again', async () => {
	simulator.faults.add({
		match: { restliMethod: 'CREATE' },
		effect: { status: 403, body: { status: 403, code: 'ACCESS_DENIED', message: 'Not now' } },
	});
	const result = await run({ ...postImage, retryOnFail: true });
	expect(result.error).toBeUndefined();
	expect(simulator.uploads).toHaveLength(1);
	expect(posts()).toBe(1);
});

it.each([
	['with words', 'Hello', 1],
	['without words', '', 1],
])('makes one post with media %s when the answer to it is lost', async (_what, text, count) => {
	simulator.faults.add({ ...faults.resetAfterHandling(), match: { path: /^\/rest\/posts/, method: 'POST' } });
	const result = await run({ ...postImage, parameters: { contentType: 'image', text } });
	expect(posts()).toBe(count);
	if (text === '') expect(details(result)).toMatchObject({ code: 'OUTCOME_UNKNOWN' });
	else expect(result.error).toBeUndefined();
});

it('never sends the token to another host', async () => {
	simulator.state.tokenUploadUrl = 'https://files.example.com';
	const result = await run(postImage);
	expect(result.error?.message).toMatch(/isn't allowed \(https:\/\/files\.example\.com\)/);
	expect(details(result)).toMatchObject({ code: 'UNSAFE_UPLOAD_HOST' });
	expect(posts()).toBe(0);
});

it('never holds a token in the log of a failure', async () => {
	simulator.faults.add({ match: { path: /uploaded-image/ }, effect: denied, times: Infinity });
	const result = await run(postImage);
	expect(JSON.stringify([result.error, result.logs])).not.toMatch(/Bearer|AQ[\w-]{80}/);
});

it('ends at once when the execution is cancelled during an upload', async () => {
	simulator.faults.add({ match: { path: /uploadedVideo/ }, effect: 'hang', times: Infinity });
	const result = await run({ ...postVideo, cancelAfterMs: 500 });
	expect(result.status).toBe('canceled');
	expect(posts()).toBe(0);
});
