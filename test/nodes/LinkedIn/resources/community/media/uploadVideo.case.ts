import { defineCase } from '../../../../../cases';
import { SAMPLE_SRT, sampleMp4, samplePng } from '../../../../../simulator/sampleMedia';
import { ACME, available, beginVideo, finalize, itemWith, sent, status } from './sent';

const PART = 4_194_304;
const MP4 = sampleMp4(2 * PART + 1000);
const SHORT = sampleMp4(100_000);
const PNG = samplePng();

export default defineCase({
	operation: 'media:uploadVideo',
	cases: [
		{
			name: 'a video in the parts LinkedIn names, without the token, and finished with their ETags',
			page: 'videos',
			items: [itemWith({ data: { bytes: MP4, fileName: 'a.mp4' } })],
			parameters: { owner: ACME },
			wire: [beginVideo(MP4.length), finalize(3), status('video')],
			uploads: [sent('part', PART), sent('part', PART, { part: 1 }), sent('part', 1000, { part: 2 })],
			out: [available('video', { width: 1920, height: 1080, durationMs: 5312 })],
		},
		{
			name: 'captions and thumbnail are sent before it is finished',
			page: 'videos',
			items: [
				itemWith({
					data: { bytes: SHORT },
					srt: { bytes: Buffer.from(SAMPLE_SRT) },
					still: { bytes: PNG },
				}),
			],
			parameters: {
				owner: ACME,
				uploadOptions: { captions: 'srt', thumbnail: 'still', captionLanguage: 'de-DE' },
			},
			wire: [
				beginVideo(SHORT.length, { uploadCaptions: true, uploadThumbnail: true }),
				finalize(1),
				status('video'),
			],
			uploads: [
				sent('captions', expect.any(Number), { status: 201 }),
				sent('part', SHORT.length),
				sent('thumbnail', PNG.length),
			],
			out: [
				available('video', {
					width: 1920,
					height: 1080,
					durationMs: 5312,
					thumbnail: expect.stringMatching(/^http/),
				}),
			],
		},
	],
});
