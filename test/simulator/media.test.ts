import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { request } from 'undici';
import { ACME, enc, GLOBEX, send, startAtNow, tokenOf } from './wire';
import { jpegHead, pngHead, sampleGif, samplePdf, samplePng } from './sampleMedia';
import { faults } from './faults';
import { BYTES, mediaClient, upload } from './uploadWire';
import type { Simulator } from './index';

let simulator: Simulator;
let media: ReturnType<typeof mediaClient>;
let token: string;
let ada: string;
beforeEach(async () => {
	simulator = await startAtNow();
	token = tokenOf(simulator, 'ada');
	media = mediaClient(simulator, token);
	ada = simulator.state.member('ada').urn;
});
afterEach(async () => simulator.close());

describe.each([
	['image', samplePng()],
	['document', samplePdf(2)],
])('the upload of an %s', (kind, file) => {
	const begin = async () => (await media.initialize(kind, { owner: ACME })).json.value;

	it('goes to another host with the token, answers 201, and is AVAILABLE after processing', async () => {
		simulator.state.mediaProcessingMs = 5000;
		const value = await begin();
		expect(Object.keys(value).sort()).toEqual([kind, 'uploadUrl', 'uploadUrlExpiresAt'].sort());
		expect(value.uploadUrl.startsWith(`${simulator.uploadUrl}/dms-uploads/`)).toBe(true);
		expect(simulator.uploadUrl).not.toBe(simulator.url);
		const urn: string = value[kind];
		expect((await media.read(urn)).json).toEqual({ id: urn, owner: ACME, status: 'WAITING_UPLOAD' });
		const reply = await upload(value.uploadUrl, file, { ...media.bearer(), ...BYTES });
		expect([reply.status, reply.text]).toEqual([201, '']);
		expect((await media.read(urn)).json).toEqual({ id: urn, owner: ACME, status: 'PROCESSING' });
		simulator.clock.advance(5001);
		const { json } = await media.read(urn);
		expect(json).toMatchObject({ id: urn, owner: ACME, status: 'AVAILABLE' });
		const download = await request(json.downloadUrl);
		expect(Buffer.from(await download.body.arrayBuffer()).equals(file)).toBe(true);
		simulator.clock.set(json.downloadUrlExpiresAt);
		expect((await request(json.downloadUrl)).statusCode).toBe(404);
		expect(simulator.uploads[0]).toMatchObject({
			method: 'PUT',
			status: 201,
			bytes: file.length,
			sha256: createHash('sha256').update(file).digest('hex'),
			what: kind,
			media: urn,
			headers: { authorization: '***' },
		});
	});

	it.each<[string, (url: string) => Promise<{ status: number }>, number]>([
		['without token', async (url) => upload(url, file, BYTES), 401],
		['with an unknown token', async (url) => upload(url, file, media.bearer('AQx')), 401],
		[
			'with the token of another',
			async (url) => upload(url, file, media.bearer(tokenOf(simulator, 'bob'))),
			403,
		],
		['by POST', async (url) => upload(url, file, media.bearer(), 'POST'), 405],
		['without bytes', async (url) => upload(url, '', media.bearer()), 400],
		['to an address with another signature', async (url) => upload(`${url}x`, file, media.bearer()), 404],
	])('is refused %s', async (_what, put, status) => {
		const value = await begin();
		expect((await put(value.uploadUrl)).status).toBe(status);
		expect(await media.statusOf(value[kind])).toBe('WAITING_UPLOAD');
	});

	it('is refused without Content-Length, and once its URL expired', async () => {
		const value = await begin();
		const chunked = await request(value.uploadUrl, {
			method: 'PUT',
			headers: media.bearer(),
			body: Readable.from([file]),
		});
		expect(chunked.statusCode).toBe(411);
		simulator.state.uploadUrlMs = 60_000;
		const short = await begin();
		expect(short.uploadUrlExpiresAt - simulator.clock.now()).toBeLessThanOrEqual(60_000);
		simulator.clock.advance(60_001);
		const late = await upload(short.uploadUrl, file, media.bearer(tokenOf(simulator, 'ada')));
		expect([late.status, JSON.parse(late.text).code]).toEqual([400, 'EXPIRED_UPLOAD_URL']);
	});

	it.each<[string, Record<string, unknown>, number, string]>([
		['without owner', {}, 400, 'MISSING_FIELD'],
		['with a bare id', { owner: '2414183' }, 400, 'INVALID_URN_TYPE'],
		['for another member', { owner: 'urn:li:person:cLeO55wQz0' }, 403, 'ACCESS_DENIED'],
		['for a page whose role is revoked', { owner: 'urn:li:organization:9999001' }, 403, 'ACCESS_DENIED'],
		['with an unknown member', { owner: ACME, recipes: [] }, 403, 'ACCESS_DENIED'],
	])('is not begun %s', async (_what, asked, status, code) => {
		const reply = await media.initialize(kind, asked);
		expect([reply.status, reply.json.code]).toEqual([status, code]);
		expect(simulator.state.media.all()).toEqual([]);
	});
});

it.each<[string, 'image' | 'document', Buffer, string]>([
	['a JPG', 'image', jpegHead(800, 600), 'AVAILABLE'],
	['a GIF of 250 frames', 'image', sampleGif(250), 'AVAILABLE'],
	['a GIF of 251 frames', 'image', sampleGif(251), 'PROCESSING_FAILED'],
	['36,152,319 pixels', 'image', pngHead(36_152_319, 1), 'AVAILABLE'],
	['36,152,320 pixels', 'image', pngHead(36_152_320, 1), 'PROCESSING_FAILED'],
	['a WebP', 'image', Buffer.from('RIFF0000WEBPVP8 0000000000000000'), 'PROCESSING_FAILED'],
	['a text as image', 'image', Buffer.from('hello'), 'PROCESSING_FAILED'],
	['a PDF of 300 pages', 'document', samplePdf(300), 'AVAILABLE'],
	['a PDF of 301 pages', 'document', samplePdf(301), 'PROCESSING_FAILED'],
	['a DOCX', 'document', Buffer.from('PK\x03\x04rest'), 'AVAILABLE'],
	['a text as document', 'document', Buffer.from('hello'), 'PROCESSING_FAILED'],
])('processing judges the file: %s', async (_what, kind, file, status) => {
	const { value } = (await media.initialize(kind, { owner: ada })).json;
	await upload(value.uploadUrl, file, media.bearer());
	expect(await media.statusOf(value[kind])).toBe(status);
});

it('processing fails when the state says so', async () => {
	simulator.state.mediaProcessingFailure = 'A virus';
	const { value } = (await media.initialize('image', { owner: ada })).json;
	await upload(value.uploadUrl, samplePng(), media.bearer());
	expect(await media.statusOf(value.image)).toBe('PROCESSING_FAILED');
});

describe('reading media', () => {
	it('takes more than the self-serve scope, in LinkedIn words', async () => {
		const poor = tokenOf(simulator, 'ada', ['w_member_social'], 'self-serve-app');
		const { value } = (await media.initialize('image', { owner: ada }, poor)).json;
		expect((await upload(value.uploadUrl, samplePng(), media.bearer(poor))).status).toBe(201);
		const reply = await media.read(value.image, poor);
		expect([reply.status, reply.json.message]).toEqual([
			403,
			'Accessing this image resource is forbidden. Please check your permissions for this resource',
		]);
	});

	it('of a batch gives found, foreign and missing ones by encoded key', async () => {
		const mine = simulator.state.media.add({ kind: 'image', owner: GLOBEX });
		const theirs = simulator.state.media.add({ kind: 'image', owner: simulator.state.member('cleo').urn });
		const ids = [mine.urn, theirs.urn, 'urn:li:image:none', 'urn:li:video:A'].map(enc);
		const { json } = await send(simulator, { path: `/rest/images?ids=List(${ids.join(',')})`, token });
		expect(Object.keys(json.results)).toEqual([ids[0]]);
		expect(json.statuses).toEqual({ [ids[0]]: 200, [ids[1]]: 403, [ids[2]]: 404, [ids[3]]: 400 });
	});

	it.each(['WAITING_UPLOAD', 'PROCESSING', 'AVAILABLE', 'PROCESSING_FAILED'] as const)(
		'shows what a test added as %s',
		async (status) => {
			const { urn } = simulator.state.media.add({ kind: 'document', owner: ada, status });
			expect((await media.read(urn)).json).toMatchObject({ id: urn, owner: ada, status });
		},
	);
});

describe('faults strike the upload host too', () => {
	const where = { match: { path: /^\/dms-uploads\// } };
	it('with an answer, before or after the work', async () => {
		const { value } = (await media.initialize('image', { owner: ada })).json;
		simulator.faults.add(faults.unavailable(where));
		expect((await upload(value.uploadUrl, samplePng(), media.bearer())).status).toBe(503);
		expect(await media.statusOf(value.image)).toBe('WAITING_UPLOAD');
		simulator.faults.add(faults.resetAfterHandling(where));
		await expect(upload(value.uploadUrl, samplePng(), media.bearer())).rejects.toThrow();
		expect(await media.statusOf(value.image)).toBe('AVAILABLE');
		expect(simulator.uploads.map((one) => [one.status, one.fault])).toEqual([
			[503, 'status 503'],
			[0, 'reset'],
		]);
	});
});
