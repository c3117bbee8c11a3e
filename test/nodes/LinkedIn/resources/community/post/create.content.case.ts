import { defineCase } from '../../../../../cases';
import { ACME, create, made } from './createdPost';
import { lookForActivity, postOfAcme } from './postsOfAcme';

export default defineCase({
	operation: 'post:create',
	cases: [
		{
			name: 'an article with title, description and thumbnail, all of them plain text',
			contract: '§3.1 Article, §4.1',
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
			out: [made({ text: 'Read (this)', contentType: 'article' })],
		},
		{
			name: 'an article with a link and a title alone',
			contract: '§3.1 Article',
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
		{
			name: 'a reshare with words of its own',
			contract: '§3.1 Reshare',
			given: postOfAcme,
			parameters: {
				author: ACME,
				contentType: 'reshare',
				text: 'Still true',
				reshareOf: 'https://www.linkedin.com/posts/acme_hiring-share-${postId}-Xy1_/',
			},
			wire: [create('Still true', { reshareContext: { parent: '${post}' } })],
			out: [made({ text: 'Still true', contentType: 'reshare' })],
		},
		{
			name: 'a reshare without words has an empty commentary',
			contract: '§3.1 commentary "" accepted for reshares',
			given: postOfAcme,
			parameters: { author: ACME, contentType: 'reshare', reshareOf: '${post}' },
			wire: [create('', { reshareContext: { parent: '${post}' } })],
			out: [made({ text: '', contentType: 'reshare' })],
		},
		{
			name: 'an activity to reshare is turned into its share first, never by its number',
			contract: '§1.6, §3.1, §7.2',
			given: postOfAcme,
			parameters: { author: ACME, contentType: 'reshare', text: 'Again', reshareOf: '${activity}' },
			wire: [...lookForActivity, create('Again', { reshareContext: { parent: '${post}' } })],
			out: [made({ text: 'Again', contentType: 'reshare' })],
		},
		{
			name: 'a post whose author disabled resharing is refused with the words of LinkedIn',
			contract: '§3.1 Reshare',
			given: (simulator) => {
				const names = postOfAcme(simulator);
				Object.assign(simulator.state.findPost(String(names.post)) ?? {}, {
					isReshareDisabledByAuthor: true,
				});
				return names;
			},
			parameters: { author: ACME, contentType: 'reshare', reshareOf: '${post}' },
			wire: [create('', { reshareContext: { parent: '${post}' } })],
			error: { message: expect.stringContaining('is disabled by its author'), httpCode: '403' },
		},
	],
});
