import { defineCase } from '../../../../../../cases';
import { ACME_URN } from '../../media/sent';
import { ACME, BOB, create, made, ME, readMade, readPost, SELF_SERVE } from './sent';

const TWO = ['urn:li:image:IMG1', 'urn:li:image:IMG2'];
const twoImages = { content: { multiImage: { images: TWO.map((id) => ({ id })) } } };
const multiMade = (more: object) =>
	made({
		urn: expect.stringMatching(/^urn:li:ugcPost:/),
		url: expect.stringMatching(/urn:li:ugcPost:/),
		text: 'Both',
		media: TWO,
		...more,
	});

export default defineCase({
	operation: 'post:create',
	cases: [
		{
			name: 'an image for a text that stands as a post without one: the item tells of the existing post',
			page: 'posts',
			about: '422',
			given: (simulator) => {
				simulator.state.media.add({ kind: 'image', owner: ACME_URN, id: 'IMG1' });
				return {
					twin: simulator.state.addPost({ author: '2414183', text: 'Again', visibility: 'LOGGED_IN' }).urn,
				};
			},
			parameters: {
				author: ACME,
				contentType: 'image',
				media: 'urn:li:image:IMG1',
				text: 'Again',
				additionalFields: { waitUntilReady: false },
			},
			wire: [create('Again', { content: { media: { id: 'urn:li:image:IMG1' } } }), readPost('${twin}')],
			out: [
				made({
					urn: '${twin}',
					url: 'https://www.linkedin.com/feed/update/${twin}',
					deduplicated: true,
					text: 'Again',
					visibility: 'LOGGED_IN',
					contentType: 'text',
					media: [],
					notice:
						"Nothing was published: the same author already has a post with this text, which is returned instead. Its content type is text. It doesn't contain the files, link or poll of this item. To publish anyway, change the text.",
				}),
			],
		},
		{
			name: 'a text that stands as a post of two images',
			page: 'posts',
			about: '422',
			given: (simulator) => {
				for (const id of ['IMG1', 'IMG2']) simulator.state.media.add({ kind: 'image', owner: ACME_URN, id });
				return {};
			},
			items: [{ id: 1 }, { id: 2 }],
			parameters: {
				author: ACME,
				contentType: 'existing',
				existingMedia: TWO.join(),
				text: 'Both',
				additionalFields: { waitUntilReady: false },
			},
			wire: [create('Both', twoImages), create('Both', twoImages), readMade],
			out: [
				multiMade({ contentType: 'existing' }),
				multiMade({
					deduplicated: true,
					contentType: 'image',
					notice: expect.stringMatching(/content type is image\. .*To publish anyway, change the text/),
				}),
			],
		},
		{
			name: 'an existing post that the connection may not read is not asked for, and the item says so',
			page: 'posts',
			about: '422',
			behaviour: 'Share on LinkedIn alone',
			...SELF_SERVE,
			given: (simulator) => ({ twin: simulator.state.addPost({ author: BOB, text: 'Again' }).urn }),
			parameters: { author: ME, text: 'Again' },
			wire: [create('Again', { author: BOB })],
			out: [
				made({
					urn: '${twin}',
					url: 'https://www.linkedin.com/feed/update/${twin}',
					author: BOB,
					deduplicated: true,
					text: 'Again',
					visibility: null,
					contentType: null,
					notice: expect.stringMatching(/This connection can't read its content/),
				}),
			],
		},
	],
});
