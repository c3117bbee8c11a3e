import { defineCase } from '../../../../../../cases';
import { jpegHead, samplePng } from '../../../../../../simulator/sampleMedia';
import { ACME_URN, anyUrn, begin, itemWith, sent, status } from '../../media/sent';
import { ACME, BOB, create, made, ME, SELF_SERVE } from './sent';

const PNG = samplePng(40, 30);
const JPEG = jpegHead(100, 50);
const media = (altText?: string) => ({
	content: { media: { id: anyUrn('image'), ...(altText && { altText }) } },
});

export default defineCase({
	operation: 'post:create',
	cases: [
		{
			name: 'an image with alt text: begun, sent, ready, posted',
			page: ['posts', 'images'],
			items: [itemWith({ data: { bytes: PNG, fileName: 'a.png' } })],
			parameters: { author: ACME, contentType: 'image', text: 'Look (here)', altText: 'A blue square' },
			wire: [begin('image'), status('image'), create('Look \\(here\\)', media('A blue square'))],
			uploads: [sent('image', PNG.length)],
			out: [made({ text: 'Look (here)', contentType: 'image', media: [anyUrn('image')] })],
		},
		{
			name: 'an image without words',
			page: 'posts',
			behaviour: 'Texts of posts',
			items: [itemWith({ photo: { bytes: JPEG } })],
			parameters: {
				author: ACME,
				contentType: 'image',
				media: 'photo',
				additionalFields: { waitUntilReady: false },
			},
			wire: [begin('image'), create('', media())],
			uploads: [sent('image', JPEG.length)],
			out: [made({ text: '', contentType: 'image', media: [anyUrn('image')] })],
		},
		{
			name: 'an image by its URN is not sent again',
			page: ['posts', 'images'],
			given: (simulator) => {
				simulator.state.media.add({ kind: 'image', owner: ACME_URN, id: 'IMG1' });
				return {};
			},
			parameters: { author: ACME, contentType: 'image', media: 'urn:li:image:IMG1', text: 'Again' },
			wire: [status('image'), create('Again', { content: { media: { id: 'urn:li:image:IMG1' } } })],
			out: [made({ text: 'Again', contentType: 'image', media: ['urn:li:image:IMG1'] })],
		},
		{
			name: 'an image of another owner is refused before the post',
			page: 'posts',
			about: 'owner of media',
			given: (simulator) => {
				simulator.state.media.add({ kind: 'image', owner: 'urn:li:organization:5583111', id: 'IMG1' });
				return {};
			},
			parameters: { author: ACME, contentType: 'image', media: 'urn:li:image:IMG1', text: 'Again' },
			wire: [status('image')],
			error: { message: expect.stringMatching(/IMG1 belongs to urn:li:organization:5583111/) },
		},
		{
			name: 'a self-serve member posts without waiting, and the item says so',
			page: 'posts',
			behaviour: 'Share on LinkedIn alone',
			...SELF_SERVE,
			items: [itemWith({ data: { bytes: PNG } })],
			parameters: { author: ME, contentType: 'image', text: 'Mine' },
			wire: [begin('image', BOB), status('image'), create('Mine', { author: BOB, ...media() })],
			uploads: [sent('image', PNG.length)],
			out: [
				made({
					author: BOB,
					text: 'Mine',
					contentType: 'image',
					media: [anyUrn('image')],
					notice: expect.stringMatching(/^Couldn't check whether.*Continued without waiting/),
				}),
			],
		},
		{
			name: 'one image of several items of the same author is sent once',
			page: 'images',
			behaviour: 'Rules of this package',
			items: ['One', 'Two', 'Three'].map((text) => itemWith({ data: { bytes: PNG } }, { text })),
			parameters: {
				author: ACME,
				contentType: 'image',
				text: '={{ $json.text }}',
				additionalFields: { waitUntilReady: false },
			},
			wire: [begin('image'), create('One', media()), create('Two', media()), create('Three', media())],
			uploads: [sent('image', PNG.length)],
			out: ['One', 'Two', 'Three'].map((text) =>
				made({ text, contentType: 'image', media: [anyUrn('image')] }),
			),
		},
		{
			name: 'one image of two authors is sent for each of them',
			page: 'posts',
			about: 'owner of media',
			items: ['2414183', '5583111'].map((page) => itemWith({ data: { bytes: PNG } }, { page })),
			parameters: {
				author: { __rl: true, mode: 'id', value: '={{ $json.page }}' },
				contentType: 'image',
				text: 'Both',
				additionalFields: { waitUntilReady: false },
			},
			wire: [
				begin('image'),
				create('Both', media()),
				begin('image', 'urn:li:organization:5583111'),
				create('Both', { author: 'urn:li:organization:5583111', ...media() }),
			],
			uploads: [sent('image', PNG.length), sent('image', PNG.length)],
			out: [
				made({ text: 'Both', contentType: 'image', media: [anyUrn('image')] }),
				made({
					author: 'urn:li:organization:5583111',
					text: 'Both',
					contentType: 'image',
					media: [anyUrn('image')],
				}),
			],
		},
	],
});
