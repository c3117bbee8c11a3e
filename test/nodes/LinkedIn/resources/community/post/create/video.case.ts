import { defineCase } from '../../../../../../cases';
import { SAMPLE_SRT, sampleMp4, samplePng } from '../../../../../../simulator/sampleMedia';
import { anyUrn, beginVideo, finalize, itemWith, sent, status } from '../../media/sent';
import { ACME, create, made } from './sent';

const MP4 = sampleMp4(100_000);
const PNG = samplePng();

export default defineCase({
	operation: 'post:create',
	cases: [
		{
			name: 'a video with title, captions and thumbnail',
			page: ['posts', 'videos'],
			items: [
				itemWith({ data: { bytes: MP4 }, srt: { bytes: Buffer.from(SAMPLE_SRT) }, still: { bytes: PNG } }),
			],
			parameters: {
				author: ACME,
				contentType: 'video',
				text: 'Watch',
				mediaTitle: 'Our (new) office',
				videoOptions: { captions: 'srt', thumbnail: 'still' },
			},
			wire: [
				beginVideo(MP4.length, { uploadCaptions: true, uploadThumbnail: true }),
				finalize(1),
				status('video'),
				create('Watch', { content: { media: { id: anyUrn('video'), title: 'Our (new) office' } } }),
			],
			uploads: [
				sent('captions', expect.any(Number)),
				sent('part', MP4.length),
				sent('thumbnail', PNG.length),
			],
			out: [
				made({
					urn: expect.stringMatching(/^urn:li:ugcPost:/),
					url: expect.stringMatching(/urn:li:ugcPost:/),
					text: 'Watch',
					contentType: 'video',
					media: [anyUrn('video')],
				}),
			],
		},
	],
});
