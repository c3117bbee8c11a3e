import { defineCase } from '../../../../../../cases';
import { lookForActivity, postOfAcme } from '../postsOfAcme';
import { ACME, create, made } from './sent';

export default defineCase({
	operation: 'post:create',
	cases: [
		{
			name: 'a reshare with words of its own',
			page: 'posts',
			about: 'reshareContext',
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
			page: 'posts',
			behaviour: 'Texts of posts',
			given: postOfAcme,
			parameters: { author: ACME, contentType: 'reshare', reshareOf: '${post}' },
			wire: [create('', { reshareContext: { parent: '${post}' } })],
			out: [made({ text: '', contentType: 'reshare' })],
		},
		{
			name: 'an activity to reshare is turned into its share first, never by its number',
			page: ['posts', 'socialMetadata'],
			behaviour: 'Ids of a post',
			given: postOfAcme,
			parameters: { author: ACME, contentType: 'reshare', text: 'Again', reshareOf: '${activity}' },
			wire: [...lookForActivity, create('Again', { reshareContext: { parent: '${post}' } })],
			out: [made({ text: 'Again', contentType: 'reshare' })],
		},
		{
			name: 'a post whose author disabled resharing is refused with the words of LinkedIn',
			page: 'posts',
			about: 'reshareContext',
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
