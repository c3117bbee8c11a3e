import { createHash } from 'node:crypto';
import { ACME, startAtNow, tokenOf } from './wire';
import { SAMPLE_SRT, sampleGif, sampleMp4, samplePng } from './sampleMedia';
import { BYTES, mediaClient, PART, upload } from './uploadWire';
import type { Media, Simulator } from './index';

let simulator: Simulator;
let media: ReturnType<typeof mediaClient>;
beforeEach(async () => {
	simulator = await startAtNow();
	media = mediaClient(simulator, tokenOf(simulator, 'ada'));
});
afterEach(async () => simulator.close());

describe('the upload of a video', () => {
	const file = sampleMp4(PART * 2 + 1000);

	it('goes in the parts LinkedIn names, without token, and is finalized by the ids in order', async () => {
		simulator.state.mediaProcessingMs = 60_000;
		const value = await media.beginVideo(file);
		expect(value.uploadInstructions.map(({ firstByte, lastByte }) => [firstByte, lastByte])).toEqual([
			[0, PART - 1],
			[PART, PART * 2 - 1],
			[PART * 2, PART * 3 - 1],
		]);
		expect(value).toMatchObject({ uploadToken: '', uploadUrlsExpireAt: expect.any(Number) });
		expect(value).not.toHaveProperty('captionsUploadUrl');
		expect(value).not.toHaveProperty('thumbnailUploadUrl');
		const ids = await media.uploadParts(file, value);
		expect(ids[0]).toMatch(/^\/ambry-videotk\/signedId\//);
		expect(await media.statusOf(value.video)).toBe('WAITING_UPLOAD');
		const done = await media.finalize(value.video, ids);
		expect([done.status, done.text]).toEqual([200, '']);
		expect(await media.statusOf(value.video)).toBe('PROCESSING');
		simulator.clock.advance(60_001);
		expect((await media.read(value.video)).json).toMatchObject({ status: 'AVAILABLE', duration: 5312 });
		expect(simulator.state.media.find(value.video)?.file?.bytes.equals(file)).toBe(true);
		expect((await media.finalize(value.video, ids)).status).toBe(200);
	});

	it('may name a last byte behind the end, or the end itself', async () => {
		simulator.state.exactLastByte = true;
		const value = await media.beginVideo(file);
		expect(value.uploadInstructions[2].lastByte).toBe(file.length - 1);
	});

	it('wants the upload token back as it was', async () => {
		simulator.state.videoUploadToken = 'a token';
		const value = await media.beginVideo(file);
		expect(value.uploadToken).toBe('a token');
		const ids = await media.uploadParts(file, value);
		const statuses = [
			await media.finalize(value.video, ids),
			await media.finalize(value.video, ids, 'a token'),
		];
		expect(statuses.map((reply) => reply.status)).toEqual([400, 200]);
	});

	it.each<[string, (part: Buffer) => Buffer, Record<string, string>]>([
		['with a token', (part) => part, { ...BYTES, authorization: 'Bearer x' }],
		['without octet-stream', (part) => part, { 'content-type': 'video/mp4' }],
		['a byte short', (part) => part.subarray(1), BYTES],
		['a byte long', (part) => Buffer.concat([part, Buffer.from('x')]), BYTES],
	])('refuses a part %s', async (_what, change, headers) => {
		const value = await media.beginVideo(file);
		const [{ uploadUrl }] = value.uploadInstructions;
		expect((await upload(uploadUrl, change(file.subarray(0, PART)), headers)).status).toBe(400);
	});

	it.each<[string, (ids: string[]) => string[]]>([
		['in another order', ([a, b, c]) => [b, a, c]],
		['too few', ([a, b]) => [a, b]],
		['too many', (ids) => [...ids, ids[0]]],
		['with their quotes', (ids) => ids.map((id) => `"${id}"`)],
	])('is not finalized by ids %s', async (_what, change) => {
		const value = await media.beginVideo(file);
		const reply = await media.finalize(value.video, change(await media.uploadParts(file, value)));
		expect([reply.status, reply.json.code]).toEqual([400, 'INVALID_VALUE_FOR_FIELD']);
		expect(await media.statusOf(value.video)).toBe('WAITING_UPLOAD');
	});

	it('is not finalized while a part is missing, nor by the id of a part that was sent again', async () => {
		const value = await media.beginVideo(file);
		expect((await media.finalize(value.video, ['a', 'b', 'c'])).json.code).toBe('MEDIA_ASSET_WAITING_UPLOAD');
		const ids = await media.uploadParts(file, value);
		const again = await upload(value.uploadInstructions[0].uploadUrl, file.subarray(0, PART), BYTES);
		expect((await media.finalize(value.video, ids)).status).toBe(400);
		expect((await media.finalize(value.video, [again.etag, ids[1], ids[2]])).status).toBe(200);
	});

	it('ends with its URLs', async () => {
		simulator.state.uploadUrlMs = 60_000;
		const value = await media.beginVideo(file);
		const ids = await media.uploadParts(file, value);
		simulator.clock.advance(60_001);
		const late = await upload(value.uploadInstructions[0].uploadUrl, file.subarray(0, PART), BYTES);
		expect(JSON.parse(late.text)).toMatchObject({ code: 'EXPIRED_UPLOAD_URL' });
		expect((await media.finalize(value.video, ids)).json).toEqual({
			status: 400,
			code: 'EXPIRED_UPLOAD_URL',
			message: 'The Video upload URL is expired',
		});
	});

	it.each<[string, Record<string, unknown>, number]>([
		['without its size', { owner: ACME }, 400],
		['with a size of 0', { owner: ACME, fileSizeBytes: 0 }, 400],
		['with a size as text', { owner: ACME, fileSizeBytes: '1000' }, 400],
		['over 5 GB', { owner: ACME, fileSizeBytes: 5 * 1024 ** 3 + 1 }, 400],
		['with an unknown member', { owner: ACME, fileSizeBytes: 100_000, title: 'x' }, 403],
	])('is not begun %s', async (_what, asked, status) => {
		expect((await media.initialize('video', asked)).status).toBe(status);
	});

	it.each([
		['under 75 KB', sampleMp4(75 * 1024 - 1), 'The video is smaller than 75 KB'],
		['under 3 seconds', sampleMp4(100_000, 2999), 'The video is shorter than 3 seconds'],
		['over 30 minutes', sampleMp4(100_000, 30 * 60_000 + 1), 'The video is longer than 30 minutes'],
		['that is no MP4', Buffer.alloc(100_000, 'x'), 'The video is no MP4'],
	])('fails in processing %s, with a reason', async (_what, small, reason) => {
		const value = await media.beginVideo(small);
		await media.finalize(value.video, await media.uploadParts(small, value));
		expect((await media.read(value.video)).json).toMatchObject({
			status: 'PROCESSING_FAILED',
			processingFailureReason: reason,
		});
	});

	it('keeps only the head where the state says so, and still the sums', async () => {
		simulator.state.keepUploadedBytes = false;
		const value = await media.beginVideo(file);
		await media.finalize(value.video, await media.uploadParts(file, value));
		const found = simulator.state.media.find(value.video) as Media;
		expect(found.file?.size).toBe(file.length);
		expect(found.file?.bytes.length).toBeLessThan(file.length);
		const parts = [...simulator.uploads].sort((a, b) => Number(a.part) - Number(b.part));
		expect(parts.map((one) => one.sha256)).toEqual(
			[0, 1, 2].map((at) =>
				createHash('sha256')
					.update(file.subarray(at * PART, (at + 1) * PART))
					.digest('hex'),
			),
		);
		expect(await media.statusOf(value.video)).toBe('AVAILABLE');
	});
});

describe('captions and thumbnail', () => {
	const file = sampleMp4();
	const METADATA = {
		format: 'SRT',
		formattedForEasyReader: true,
		largeText: true,
		source: 'USER_PROVIDED',
		locale: { variant: 'AMERICAN', country: 'US', language: 'EN' },
		transcriptType: 'CLOSED_CAPTION',
	};
	const VERSION = { 'linkedin-version': '202609' };
	const form = (parts: Record<string, string>) =>
		Object.entries(parts)
			.map(([name, text]) => `--B\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`)
			.join('') + '--B--\r\n';
	const FORM = { 'content-type': 'multipart/form-data; boundary=B' };
	const STILL = { 'media-type-family': 'STILLIMAGE' };

	it('are uploaded before finalize, with token', async () => {
		const value = await media.beginVideo(file, { uploadCaptions: true, uploadThumbnail: true });
		const ids = await media.uploadParts(file, value);
		expect((await media.finalize(value.video, ids)).json.code).toBe('MEDIA_ASSET_WAITING_UPLOAD');
		const body = form({ metadata: JSON.stringify(METADATA), file: SAMPLE_SRT });
		const captions = String(value.captionsUploadUrl);
		const thumbnail = String(value.thumbnailUploadUrl);
		const replies = [
			await upload(captions, body, { ...media.bearer(), ...VERSION, ...FORM }, 'POST'),
			await upload(thumbnail, samplePng(), { ...media.bearer(), ...STILL }),
		];
		expect(replies.map((reply) => reply.status)).toEqual([201, 201]);
		expect((await media.finalize(value.video, ids)).status).toBe(200);
		const found = simulator.state.media.find(value.video) as Media;
		expect(simulator.state.media.slots(found, 'captions')[0].received?.metadata).toEqual(METADATA);
		expect((await upload(thumbnail, samplePng(), { ...media.bearer(), ...STILL })).status).toBe(400);
	});

	it.each<[string, Record<string, string>, Record<string, string>, string, number]>([
		['without token', { metadata: JSON.stringify(METADATA), file: SAMPLE_SRT }, VERSION, 'POST', 401],
		['without version', { metadata: JSON.stringify(METADATA), file: SAMPLE_SRT }, {}, 'POST', 400],
		['by PUT', { metadata: JSON.stringify(METADATA), file: SAMPLE_SRT }, VERSION, 'PUT', 405],
		['without metadata', { file: SAMPLE_SRT }, VERSION, 'POST', 400],
		['without a locale', { metadata: '{"format":"SRT"}', file: SAMPLE_SRT }, VERSION, 'POST', 400],
		['without file', { metadata: JSON.stringify(METADATA) }, VERSION, 'POST', 400],
		['that are no SRT', { metadata: JSON.stringify(METADATA), file: 'WEBVTT' }, VERSION, 'POST', 400],
	])('captions %s are refused', async (what, parts, headers, method, status) => {
		const value = await media.beginVideo(file, { uploadCaptions: true });
		const auth: Record<string, string> = what === 'without token' ? {} : media.bearer();
		const url = String(value.captionsUploadUrl);
		expect((await upload(url, form(parts), { ...FORM, ...auth, ...headers }, method)).status).toBe(status);
	});

	it.each<[string, Buffer, Record<string, string>, number]>([
		['without token', samplePng(), STILL, 401],
		['without its header', samplePng(), { authorization: 'yes' }, 400],
		['as GIF', sampleGif(), { authorization: 'yes', ...STILL }, 400],
	])('a thumbnail %s is refused', async (_what, bytes, headers, status) => {
		const value = await media.beginVideo(file, { uploadThumbnail: true });
		const whole = headers.authorization ? { ...headers, ...media.bearer() } : headers;
		expect((await upload(String(value.thumbnailUploadUrl), bytes, whole)).status).toBe(status);
	});
});
