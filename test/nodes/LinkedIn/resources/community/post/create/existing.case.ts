import { defineCase } from '../../../../../../cases';
import type { Simulator } from '../../../../../../simulator';
import { ACME_URN, status } from '../../media/sent';
import { ACME, create, made } from './sent';

function mediaOfAcme(simulator: Simulator) {
	for (const kind of ['image', 'video', 'document'] as const) {
		simulator.state.media.add({ kind, owner: ACME_URN, id: `${kind}1` });
	}
	simulator.state.media.add({ kind: 'image', owner: ACME_URN, id: 'image2' });
	return {};
}

const ugcPost = {
	urn: expect.stringMatching(/^urn:li:ugcPost:/),
	url: expect.stringMatching(/urn:li:ugcPost:/),
	contentType: 'existing',
};

export default defineCase({
	operation: 'post:create',
	cases: [
		{
			name: 'a video that is uploaded already, once LinkedIn has it ready',
			page: ['posts', 'videos'],
			given: mediaOfAcme,
			parameters: {
				author: ACME,
				contentType: 'existing',
				text: 'Watch',
				existingMedia: 'urn:li:video:video1',
				mediaTitle: 'Office',
			},
			wire: [
				status('video'),
				create('Watch', { content: { media: { id: 'urn:li:video:video1', title: 'Office' } } }),
			],
			out: [made({ ...ugcPost, text: 'Watch', media: ['urn:li:video:video1'] })],
		},
		{
			name: 'several images that are uploaded already',
			page: 'multiImagePosts',
			given: mediaOfAcme,
			parameters: {
				author: ACME,
				contentType: 'existing',
				text: 'Two',
				existingMedia: 'urn:li:image:image2, urn:li:image:image1',
				altText: 'Second\nFirst',
				additionalFields: { waitUntilReady: false },
			},
			wire: [
				create('Two', {
					content: {
						multiImage: {
							images: [
								{ id: 'urn:li:image:image2', altText: 'Second' },
								{ id: 'urn:li:image:image1', altText: 'First' },
							],
						},
					},
				}),
			],
			out: [made({ ...ugcPost, text: 'Two', media: ['urn:li:image:image2', 'urn:li:image:image1'] })],
		},
		{
			name: 'a document that is uploaded already needs a title',
			page: ['posts', 'documents'],
			about: 'title',
			parameters: { author: ACME, contentType: 'existing', existingMedia: 'urn:li:document:document1' },
			wire: [],
			error: { message: expect.stringMatching(/^Title is empty/) },
		},
	],
});
