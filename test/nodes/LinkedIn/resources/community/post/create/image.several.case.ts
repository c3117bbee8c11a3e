import { defineCase } from '../../../../../../cases';
import { samplePdf, samplePng } from '../../../../../../simulator/sampleMedia';
import { ACME_URN, anyUrn, begin, itemWith, sent, status } from '../../media/sent';
import { ACME, create, made } from './sent';

const RED = samplePng(10, 10, [200, 0, 0]);
const BLUE = samplePng(20, 20, [0, 0, 200]);
const TWENTY = Array.from({ length: 20 }, (_, index) => `urn:li:image:IMG${index}`);

const several = (...altTexts: Array<string | undefined>) => ({
	content: {
		multiImage: {
			images: altTexts.map((altText) => ({ id: anyUrn('image'), ...(altText && { altText }) })),
		},
	},
});
const severalMade = (text: string, count: number, more: object = {}) =>
	made({
		urn: expect.stringMatching(/^urn:li:ugcPost:/),
		url: expect.stringMatching(/urn:li:ugcPost:/),
		text,
		contentType: 'image',
		media: Array.from({ length: count }, () => anyUrn('image')),
		...more,
	});
const notWaiting = { additionalFields: { waitUntilReady: false } };

export default defineCase({
	operation: 'post:create',
	cases: [
		{
			name: 'binary fields and a URN, mixed, keep their order and their alt texts',
			page: 'multiImagePosts',
			given: (simulator) => {
				simulator.state.media.add({ kind: 'image', owner: ACME_URN, id: 'OLD1' });
				return {};
			},
			items: [itemWith({ red: { bytes: RED }, blue: { bytes: BLUE } })],
			parameters: {
				author: ACME,
				contentType: 'image',
				text: 'Three',
				media: 'red, urn:li:image:OLD1, blue',
				altText: 'A red square\n\nA blue square',
			},
			wire: [
				begin('image'),
				begin('image'),
				status('image'),
				{
					method: 'GET',
					url: expect.stringMatching(/^\/rest\/images\?ids=List\(urn%3Ali%3Aimage%3AOLD1,urn%3A/) as string,
					restliMethod: 'BATCH_GET',
				},
				create('Three', {
					content: {
						multiImage: {
							images: [
								{ id: anyUrn('image'), altText: 'A red square' },
								{ id: 'urn:li:image:OLD1' },
								{ id: anyUrn('image'), altText: 'A blue square' },
							],
						},
					},
				}),
			],
			uploads: [sent('image', expect.any(Number)), sent('image', expect.any(Number))],
			out: [
				made({
					urn: expect.stringMatching(/^urn:li:ugcPost:/),
					url: expect.stringMatching(/urn:li:ugcPost:/),
					text: 'Three',
					contentType: 'image',
					media: [anyUrn('image'), 'urn:li:image:OLD1', anyUrn('image')],
				}),
			],
		},
		{
			name: 'twenty images, the most LinkedIn takes',
			page: 'multiImagePosts',
			given: (simulator) => {
				for (let index = 0; index < 20; index += 1) {
					simulator.state.media.add({ kind: 'image', owner: ACME_URN, id: `IMG${index}` });
				}
				return {};
			},
			parameters: {
				author: ACME,
				contentType: 'image',
				media: TWENTY.join(','),
				additionalFields: { waitUntilReady: false },
			},
			wire: [create('', { content: { multiImage: { images: TWENTY.map((id) => ({ id })) } } })],
			out: [
				made({
					urn: expect.stringMatching(/^urn:li:ugcPost:/),
					url: expect.stringMatching(/urn:li:ugcPost:/),
					text: '',
					contentType: 'image',
					media: TWENTY,
				}),
			],
		},
		{
			name: 'an empty field takes the images of the item in their order and names the other files',
			page: 'multiImagePosts',
			behaviour: 'Rules of this package',
			items: [
				itemWith({
					report: { bytes: samplePdf(), fileName: 'report.pdf' },
					blue: { bytes: BLUE },
					red: { bytes: RED },
					notes: { bytes: Buffer.from('Some notes') },
				}),
			],
			parameters: {
				author: ACME,
				contentType: 'image',
				text: 'Two',
				altText: 'A blue square\nA red square',
				...notWaiting,
			},
			wire: [begin('image'), begin('image'), create('Two', several('A blue square', 'A red square'))],
			uploads: [sent('image', BLUE.length), sent('image', RED.length)],
			out: [
				severalMade('Two', 2, {
					notice:
						'Files of the item that aren\'t JPG, PNG or GIF were left out: "report" (PDF), "notes" (unknown type).',
				}),
			],
		},
		{
			name: 'an empty file among them is an error: the post would lack a picture for good',
			behaviour: 'Rules of this package',
			items: [itemWith({ blue: { bytes: BLUE }, red: { bytes: Buffer.alloc(0), fileName: 'red.png' } })],
			parameters: { author: ACME, contentType: 'image', text: 'Two', ...notWaiting },
			wire: [],
			error: {
				message: expect.stringMatching(/red.* is empty/),
				description: expect.stringContaining('0 bytes'),
			},
		},
		{
			name: 'a single image beside other files is posted as one',
			page: 'posts',
			behaviour: 'Rules of this package',
			items: [itemWith({ report: { bytes: samplePdf() }, blue: { bytes: BLUE } })],
			parameters: { author: ACME, contentType: 'image', text: 'One', ...notWaiting },
			wire: [begin('image'), create('One', { content: { media: { id: anyUrn('image') } } })],
			uploads: [sent('image', BLUE.length)],
			out: [
				made({
					text: 'One',
					contentType: 'image',
					media: [anyUrn('image')],
					notice: expect.stringMatching(/left out: "report" \(PDF\)/),
				}),
			],
		},
		{
			name: 'the field of a form means all its files, in their order',
			page: 'multiImagePosts',
			behaviour: 'Rules of this package',
			items: [itemWith({ Logo: { bytes: RED }, Pictures_0: { bytes: BLUE }, Pictures_1: { bytes: RED } })],
			parameters: { author: ACME, contentType: 'image', media: 'Pictures', text: 'Two', ...notWaiting },
			wire: [begin('image'), begin('image'), create('Two', several(undefined, undefined))],
			uploads: [sent('image', BLUE.length), sent('image', RED.length)],
			out: [severalMade('Two', 2)],
		},
		{
			name: 'files of a form need no name at all',
			page: 'multiImagePosts',
			behaviour: 'Rules of this package',
			items: [itemWith({ Pictures_0: { bytes: BLUE }, Pictures_1: { bytes: RED } })],
			parameters: { author: ACME, contentType: 'image', text: 'Two', ...notWaiting },
			wire: [begin('image'), begin('image'), create('Two', several(undefined, undefined))],
			uploads: [sent('image', BLUE.length), sent('image', RED.length)],
			out: [severalMade('Two', 2)],
		},
		{
			name: 'Validate Only names the files that would be left out',
			behaviour: 'Rules of this package',
			items: [itemWith({ report: { bytes: samplePdf() }, blue: { bytes: BLUE }, red: { bytes: RED } })],
			parameters: {
				author: ACME,
				contentType: 'image',
				text: 'Two',
				options: { validateOnly: 'withoutCalls' },
			},
			wire: [],
			out: [
				expect.objectContaining({
					media: [
						expect.objectContaining({ binaryField: 'blue' }),
						expect.objectContaining({ binaryField: 'red' }),
					],
					notice: expect.stringMatching(/left out: "report" \(PDF\)/),
				}),
			],
		},
		{
			name: 'two items with a file each and one text are refused before any call',
			page: 'multiImagePosts',
			behaviour: 'Rules of this package',
			items: [itemWith({ data: { bytes: BLUE } }), itemWith({ data: { bytes: RED } })],
			parameters: { author: ACME, contentType: 'image', text: '={{ "Same" }}' },
			wire: [],
			error: {
				message: 'Several items have the same author and text, and one file each',
				description: expect.stringMatching(/^Put the files into one item first \(Aggregate\)/),
			},
		},
		{
			name: 'two items with a file each and no text become two posts, and are told how to become one',
			page: 'posts',
			behaviour: 'Rules of this package',
			items: [itemWith({ data: { bytes: BLUE } }), itemWith({ data: { bytes: RED } })],
			parameters: { author: ACME, contentType: 'image', ...notWaiting },
			wire: [
				begin('image'),
				create('', { content: { media: { id: anyUrn('image') } } }),
				begin('image'),
				create('', { content: { media: { id: anyUrn('image') } } }),
			],
			uploads: [sent('image', BLUE.length), sent('image', RED.length)],
			out: [1, 2].map(() =>
				made({
					text: '',
					contentType: 'image',
					media: [anyUrn('image')],
					notice: expect.stringMatching(/Put the files into one item first \(Aggregate\)/),
				}),
			),
		},
		{
			name: 'a name that only another item has says how to bring the files together',
			behaviour: 'Rules of this package',
			items: [itemWith({ data: { bytes: BLUE } }), itemWith({ data_1: { bytes: RED } })],
			parameters: { author: ACME, contentType: 'image', media: 'data, data_1', text: '={{ $itemIndex }}' },
			wire: [],
			error: {
				message: 'The item has no binary field "data_1"',
				description: expect.stringMatching(/put the files into one item first \(Aggregate\)/),
			},
		},
	],
});
