import { defineCase } from '../../../../../cases';
import { sampleGif, samplePdf, samplePng } from '../../../../../simulator/sampleMedia';
import { ACME, available, begin, itemWith, sent, status } from './sent';

const PNG = samplePng(40, 30);
const GIF = sampleGif(3);

export default defineCase({
	operation: 'media:uploadImage',
	cases: [
		{
			name: 'a file goes to the address LinkedIn gives, with the token, and its status is waited for',
			page: 'images',
			items: [itemWith({ data: { bytes: PNG, fileName: 'a.png' } })],
			parameters: { owner: ACME },
			wire: [begin('image'), status('image')],
			uploads: [sent('image', PNG.length)],
			out: [available('image', { width: 40, height: 30 })],
		},
		{
			name: 'without waiting it returns at once',
			page: 'images',
			items: [itemWith({ data: { bytes: PNG } })],
			parameters: { owner: ACME, uploadOptions: { waitUntilReady: false } },
			wire: [begin('image')],
			uploads: [sent('image', PNG.length)],
			out: [available('image', { url: null, urlExpiresAt: null, status: null })],
		},
		{
			name: 'several binary fields, each an item out in their order',
			page: 'images',
			items: [itemWith({ first: { bytes: PNG }, second: { bytes: GIF } })],
			parameters: { owner: ACME, binaryPropertyName: 'first, second' },
			wire: [begin('image'), begin('image'), status('image'), status('image')],
			uploads: [sent('image', expect.any(Number)), sent('image', expect.any(Number))],
			out: [available('image', { width: 40, height: 30 }), available('image', { width: 1, height: 1 })],
		},
		{
			name: 'an empty field takes the images of the item, and names the other files',
			page: 'images',
			behaviour: 'Rules of this package',
			items: [itemWith({ first: { bytes: PNG }, report: { bytes: samplePdf() }, second: { bytes: GIF } })],
			parameters: { owner: ACME, uploadOptions: { waitUntilReady: false } },
			wire: [begin('image'), begin('image')],
			uploads: [sent('image', PNG.length), sent('image', GIF.length)],
			out: [
				available('image', {
					url: null,
					urlExpiresAt: null,
					status: null,
					notice: 'Files of the item that aren\'t JPG, PNG or GIF were left out: "report" (PDF).',
				}),
				available('image', { url: null, urlExpiresAt: null, status: null }),
			],
		},
		{
			name: 'a self-serve member uploads; that the status cannot be read is said',
			page: 'images',
			behaviour: 'Share on LinkedIn alone',
			app: 'self-serve-app',
			member: 'bob',
			scopes: ['openid', 'profile', 'w_member_social'],
			items: [itemWith({ data: { bytes: PNG } })],
			parameters: {},
			wire: [begin('image', 'urn:li:person:Bob-4kd_91x'), status('image')],
			uploads: [sent('image', PNG.length)],
			out: [
				available('image', {
					url: null,
					urlExpiresAt: null,
					status: null,
					owner: 'urn:li:person:Bob-4kd_91x',
					notice: expect.stringMatching(/^Couldn't check whether/),
				}),
			],
		},
	],
});
