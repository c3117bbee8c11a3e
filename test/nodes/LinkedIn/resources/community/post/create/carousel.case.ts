import { defineCase } from '../../../../../../cases';
import { sampleGif, samplePng } from '../../../../../../simulator/sampleMedia';
import { sampleJpeg } from '../../../../transport/media/carousel/sampleJpeg';
import { anyUrn, begin, itemWith, sent, status } from '../../media/sent';
import { ACME, create, made } from './sent';

const RED = samplePng(10, 10, [200, 0, 0]);
const BLUE = samplePng(20, 20, [0, 0, 200]);
const JPEG = sampleJpeg({ blocks: [[[100]]] });

const notWaiting = { additionalFields: { waitUntilReady: false } };
const shown = (text: string, more: object = {}) =>
	made({
		urn: expect.stringMatching(/^urn:li:ugcPost:/),
		url: expect.stringMatching(/urn:li:ugcPost:/),
		text,
		contentType: 'carousel',
		media: [anyUrn('document')],
		...more,
	});

export default defineCase({
	operation: 'post:create',
	cases: [
		{
			name: 'images become the pages of one document with a title',
			page: ['posts', 'documents'],
			items: [itemWith({ red: { bytes: RED }, photo: { bytes: JPEG }, blue: { bytes: BLUE } })],
			parameters: {
				author: ACME,
				contentType: 'carousel',
				text: 'Swipe',
				media: 'blue, red, photo',
				mediaTitle: 'Three pictures',
				altText: 'A blue square\n\nA grey square',
				carouselOptions: { pageSize: 'portrait', backgroundColor: '#0A66C2' },
			},
			wire: [
				begin('document'),
				status('document'),
				create('Swipe', { content: { media: { id: anyUrn('document'), title: 'Three pictures' } } }),
			],
			uploads: [sent('document', expect.any(Number) as number)],
			out: [shown('Swipe')],
		},
		{
			name: 'an empty field takes the images of the item and names the other files',
			page: 'documents',
			behaviour: 'Rules of this package',
			items: [
				itemWith({ red: { bytes: RED }, notes: { bytes: Buffer.from('Notes') }, blue: { bytes: BLUE } }),
			],
			parameters: { author: ACME, contentType: 'carousel', text: 'Two', mediaTitle: 'Two', ...notWaiting },
			wire: [
				begin('document'),
				create('Two', { content: { media: { id: anyUrn('document'), title: 'Two' } } }),
			],
			uploads: [sent('document', expect.any(Number) as number)],
			out: [
				shown('Two', {
					notice: 'Files of the item that aren\'t JPG, PNG or GIF were left out: "notes" (unknown type).',
				}),
			],
		},
		{
			name: 'items with the same images upload them once',
			page: 'documents',
			behaviour: 'Rules of this package',
			items: ['One', 'Two'].map((text) => itemWith({ red: { bytes: RED }, blue: { bytes: BLUE } }, { text })),
			parameters: {
				author: ACME,
				contentType: 'carousel',
				text: '={{ $json.text }}',
				mediaTitle: 'Same',
				...notWaiting,
			},
			wire: [
				begin('document'),
				...['One', 'Two'].map((text) =>
					create(text, { content: { media: { id: anyUrn('document'), title: 'Same' } } }),
				),
			],
			uploads: [sent('document', expect.any(Number) as number)],
			out: [shown('One'), shown('Two')],
		},
		{
			name: 'Validate Only shows the document and its pages',
			behaviour: 'Rules of this package',
			items: [itemWith({ red: { bytes: RED, fileName: 'red.png' }, photo: { bytes: JPEG } })],
			parameters: {
				author: ACME,
				contentType: 'carousel',
				text: 'Two',
				mediaTitle: 'Two',
				options: { validateOnly: 'withoutCalls' },
			},
			wire: [],
			out: [
				expect.objectContaining({
					steps: [
						"Upload 1 document (1 call, and 1 request to LinkedIn's upload host)",
						expect.stringContaining('Wait'),
						expect.stringContaining('Publish'),
					],
					media: [
						{
							kind: 'document',
							binaryField: 'red, photo',
							fileName: null,
							bytes: expect.any(Number),
							type: 'pdf',
							pages: 2,
							images: [
								{
									kind: 'image',
									binaryField: 'red',
									fileName: 'red.png',
									bytes: RED.length,
									type: 'png',
									width: 10,
									height: 10,
								},
								expect.objectContaining({ binaryField: 'photo', type: 'jpeg' }),
							],
						},
					],
				}),
			],
		},
		{
			name: 'a GIF is refused by name',
			behaviour: 'Rules of this package',
			items: [itemWith({ red: { bytes: RED }, dance: { bytes: sampleGif(), fileName: 'dance.gif' } })],
			parameters: { author: ACME, contentType: 'carousel', text: 'Two', mediaTitle: 'Two' },
			wire: [],
			error: {
				message: '"dance.gif" in dance must be JPG or PNG, not GIF',
				description: expect.stringMatching(/^Convert it: a carousel consists of JPG and PNG/),
			},
		},
		{
			name: 'one image in each of several items says how to bring them together',
			behaviour: 'Rules of this package',
			items: [itemWith({ data: { bytes: RED } }), itemWith({ data: { bytes: BLUE } })],
			parameters: {
				author: ACME,
				contentType: 'carousel',
				text: '={{ $itemIndex }}',
				mediaTitle: 'Two',
			},
			wire: [],
			error: {
				message: 'There is 1 image; a carousel has at least 2',
				description: expect.stringMatching(/^Put the files into one item first \(Aggregate\)/),
			},
		},
	],
});
