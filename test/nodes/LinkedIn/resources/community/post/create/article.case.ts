import { defineCase } from '../../../../../../cases';
import { ACME, create, made, statusOf } from './sent';

export default defineCase({
	operation: 'post:create',
	cases: [
		{
			name: 'an article with title, description and thumbnail, all of them plain text',
			page: ['posts', 'littleText', 'images'],
			about: 'article',
			given: (simulator) => {
				const owner = 'urn:li:organization:2414183';
				simulator.state.media.add({ kind: 'image', owner, id: 'C4E10AQFoyyAjHPMQuQ' });
				return {};
			},
			parameters: {
				author: ACME,
				contentType: 'article',
				text: 'Read (this)',
				articleUrl: 'https://example.com/a_b?c=(d)',
				articleTitle: 'A (new) office',
				articleOptions: {
					description: 'In [Berlin]',
					thumbnail: 'urn:li:image:C4E10AQFoyyAjHPMQuQ',
					thumbnailAltText: 'A door',
				},
			},
			wire: [
				statusOf('urn%3Ali%3Aimage%3AC4E10AQFoyyAjHPMQuQ'),
				create('Read \\(this\\)', {
					content: {
						article: {
							source: 'https://example.com/a_b?c=(d)',
							title: 'A (new) office',
							description: 'In [Berlin]',
							thumbnail: 'urn:li:image:C4E10AQFoyyAjHPMQuQ',
							thumbnailAltText: 'A door',
						},
					},
				}),
			],
			out: [
				made({ text: 'Read (this)', contentType: 'article', media: ['urn:li:image:C4E10AQFoyyAjHPMQuQ'] }),
			],
		},
		{
			name: 'an article with a link and a title alone',
			page: 'posts',
			about: 'article',
			parameters: {
				author: ACME,
				contentType: 'article',
				text: 'Read',
				articleUrl: 'https://example.com',
				articleTitle: 'News',
				articleOptions: { description: '', thumbnail: '' },
			},
			wire: [create('Read', { content: { article: { source: 'https://example.com', title: 'News' } } })],
			out: [made({ text: 'Read', contentType: 'article' })],
		},
	],
});
