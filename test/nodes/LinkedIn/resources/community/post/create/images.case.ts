import { defineCase } from '../../../../../../cases';
import { samplePng } from '../../../../../../simulator/sampleMedia';
import { ACME_URN, anyUrn, begin, itemWith, sent, status } from '../../media/sent';
import { ACME, create, made } from './sent';

const RED = samplePng(10, 10, [200, 0, 0]);
const BLUE = samplePng(20, 20, [0, 0, 200]);
const TWENTY = Array.from({ length: 20 }, (_, index) => `urn:li:image:IMG${index}`);

export default defineCase({
	operation: 'post:create',
	cases: [
		{
			name: 'binary fields and a URN, mixed, keep their order and their alt texts',
			contract: '§3.1 MultiImage',
			given: (simulator) => {
				simulator.state.media.add({ kind: 'image', owner: ACME_URN, id: 'OLD1' });
				return {};
			},
			items: [itemWith({ red: { bytes: RED }, blue: { bytes: BLUE } })],
			parameters: {
				author: ACME,
				contentType: 'images',
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
					contentType: 'images',
					media: [anyUrn('image'), 'urn:li:image:OLD1', anyUrn('image')],
				}),
			],
		},
		{
			name: 'twenty images, the most LinkedIn takes',
			contract: '§3.1 MultiImage',
			given: (simulator) => {
				for (let index = 0; index < 20; index += 1) {
					simulator.state.media.add({ kind: 'image', owner: ACME_URN, id: `IMG${index}` });
				}
				return {};
			},
			parameters: {
				author: ACME,
				contentType: 'images',
				media: TWENTY.join(','),
				additionalFields: { waitUntilReady: false },
			},
			wire: [create('', { content: { multiImage: { images: TWENTY.map((id) => ({ id })) } } })],
			out: [
				made({
					urn: expect.stringMatching(/^urn:li:ugcPost:/),
					url: expect.stringMatching(/urn:li:ugcPost:/),
					text: '',
					contentType: 'images',
					media: TWENTY,
				}),
			],
		},
	],
});
